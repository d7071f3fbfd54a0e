/**
 * A lead has opened something behind their card: a redraw that needs nothing of them keeps it, as it stands now, and says
 * that there is news. What changes whose the concern is, or how it stands, brings the card back.
 */
import { withNews } from '../../../dialogs/leads/card/lead-card.ts';
import type { Message } from '../../../dialogs/message.ts';
import { whole } from '../../../dialogs/whole.ts';
import { isFault } from '../../conversation/faults.ts';
import type { ConcernEntry } from '../concern/concern.ts';
import type { LeadsPorts } from '../concern/ports.ts';
import type { OpenScreen } from '../concern/screens.ts';
import type { PlaceOwed } from '../concern/sealed.ts';
import { viewOf } from '../concern/view.ts';
import type { KnownPlace } from './lead-place.ts';
import { screenOf } from './lead-screen.ts';

/** Whoever left it open so long ago is not reading it. */
const openMs = 30 * 60_000;

/** Whose it is and how it stands stays as it was. */
const keeps: ReadonlySet<ConcernEntry['type']> = new Set([
  ...(['report', 'told', 'not-reached', 'seen', 'text', 'reminded', 'contact', 'gained', 'snooze'] as const),
  ...(['done', 'undone', 'tried', 'not-needed', 'not-mine'] as const),
]);
/** On their card nothing of it is seen. */
const silent: ReadonlySet<ConcernEntry['type']> = new Set(['seen', 'text', 'told', 'not-reached', 'gained']);

/** Nothing: the card is drawn. */
export async function openScreenOf(known: KnownPlace, id: string, ports: LeadsPorts): Promise<Message | undefined> {
  const { concern, organisation, place, stand, now } = known;
  const shown = stand?.screen;
  const fresh = concern.entries.slice(stand?.upTo ?? 0);
  if (!shown || now.getTime() - shown.at > openMs || !fresh.every(({ type }) => keeps.has(type))) return undefined;
  try {
    const view = viewOf(concern, { id, organisation, calendar: ports.calendar });
    const drawn = await screenOf({ shown, concern, view, organisation, now }, ports);
    const isNews = fresh.some((entry) => !silent.has(entry.type) && !('by' in entry && entry.by === place.destination));
    return drawn && whole(isNews ? withNews(drawn) : drawn);
  } catch (error) {
    if (!isFault(error)) throw error;
    ports.onFault('lead', error, id);
    return undefined;
  }
}

/** What stands there from now on in the place of the card. */
export const nowOpen = ({ shown }: PlaceOwed): OpenScreen | undefined =>
  shown && shown.screen !== 'card'
    ? {
        screen: shown.screen,
        ...(shown.detail === undefined ? {} : { detail: shown.detail }),
        account: shown.account,
        at: shown.at,
      }
    : undefined;
