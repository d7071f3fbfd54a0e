/** A concern's card at one lead's place or in their channel: posted, drawn anew where it stands, or below all else. */
import { leadCard } from '../../../dialogs/leads/card/lead-card.ts';
import { movedCard, noticeCard } from '../../../dialogs/leads/card/notice-card.ts';
import type { ConcernView, Happening } from '../../../dialogs/leads/concern/concern-view.ts';
import { openDuties } from '../../../dialogs/leads/concern/duties.ts';
import { reminderLine, threadLine } from '../../../dialogs/leads/concern/lines.ts';
import type { Message } from '../../../dialogs/message.ts';
import { type Organisation, peopleOf, siteOf } from '../../../rules/local.ts';
import type { Address, Channel } from '../../contract.ts';
import type { Concern, ConcernEntry } from '../concern/concern.ts';
import { addressOfDestination } from '../concern/destinations.ts';
import type { PlaceOwed, Stand } from '../concern/sealed.ts';
import { historyOf } from '../concern/view.ts';

export interface KnownPlace {
  readonly concern: Concern;
  readonly organisation: Organisation;
  readonly channel: Channel;
  readonly place: PlaceOwed;
  readonly stand: Stand | undefined;
  readonly now: Date;
}

export interface Noticing extends KnownPlace {
  readonly view: ConcernView;
}

export interface PlaceSaid {
  readonly to: Address;
  readonly post: readonly Message[];
  readonly edit?: readonly { readonly card: Address; readonly message: Message }[];
  /** The first of `post` is the concern's card. */
  readonly isCard?: true;
  /** Whether it stands there with what it is about; nothing: as before. */
  readonly opened?: boolean;
  /** What they had opened behind their card stands there still. */
  readonly isOpen?: true;
  readonly reminded?: { readonly at: number; readonly duties: readonly string[] };
}

/** Nothing where they may not know of it, or cannot be reached. */
export function addressFor({
  concern,
  organisation,
  channel,
  place: { destination },
}: KnownPlace): Address | undefined {
  const { report, unreached } = concern;
  // Where it failed for good it is not tried again before these people are told again.
  if (unreached.has(destination)) return undefined;
  return addressOfDestination(destination, report, { organisation, channel, near: report.to });
}

/**
 * @param asked what they pressed for, to be shown where they pressed it or below all else
 * @param open what they have opened behind their card, as it stands now
 */
export function forLead(noticing: Noticing, asked: Message | undefined, open?: Message): PlaceSaid | undefined {
  const { concern, view, place, stand } = noticing;
  const { destination } = place;
  const to = addressFor(noticing);
  const old = place.again ? undefined : stand?.card;
  if (asked) return shownTo(asked, old, noticing);
  if (!to) return undefined;
  const fresh = concern.entries.slice(stand?.upTo ?? 0);
  // Who looked or pressed in the channel alone has no card of their own.
  if (!old) return stand || concern.told.includes(destination) ? anew(to, undefined, fresh, noticing) : undefined;
  if (stand !== undefined && fresh.some((entry) => tellsAgain(entry, destination)))
    return anew(to, old, fresh, noticing);
  if (view.kind === 'call') return { to, post: [], edit: [{ card: old, message: cardFor(noticing, false) }] };
  return destination.startsWith('@') ? inChannel(old, fresh, noticing) : alone(to, old, fresh, noticing, open);
}

function shownTo(
  asked: Message,
  old: Address | undefined,
  { place: { shown }, view }: Noticing,
): PlaceSaid | undefined {
  if (!shown) return undefined;
  if (old && shown.on && isSameCard(shown.on, old))
    return { to: shown.to, post: [], edit: [{ card: old, message: asked }], opened: true };
  const edit = old ? { edit: [{ card: old, message: movedCard(view) }] } : {};
  return { to: shown.to, post: [asked], ...edit, isCard: true, opened: true };
}

const isSameCard = (one: Address, other: Address) =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].every((part) => one[part] === other[part]);

/** A new card, because nobody hears of an edit; the old one only points to it. What it is about stands there only once they opened it. */
function anew(to: Address, old: Address | undefined, fresh: readonly ConcernEntry[], noticing: Noticing): PlaceSaid {
  const { view, now } = noticing;
  // Once it is opened their card says by itself who did not answer.
  const said = (what: Happening['what']) => what === 'gone' || (what === 'no-answer' && !mayStandOpen(noticing));
  const gone = old ? linesOf(noticing, ({ what }) => said(what)).map((each) => threadLine(each, now)) : [];
  const edit = old ? { edit: [{ card: old, message: movedCard(view) }] } : {};
  const opened = mayStandOpen(noticing);
  return {
    to,
    post: [cardFor(noticing, opened), ...gone, ...reminderFor(remindedOf(fresh, noticing), noticing)],
    ...edit,
    isCard: true,
    opened,
  };
}

/** Its history stands under it, but not how it ended: whether one was closed or may be known to fewer looks the same. */
function inChannel(card: Address, fresh: readonly ConcernEntry[], noticing: Noticing): PlaceSaid {
  const { now } = noticing;
  const lines = linesOf(noticing, ({ what }) => !quiet.has(what)).map((each) => threadLine(each, now));
  const post = [...lines, ...reminderFor(remindedOf(fresh, noticing), noticing)];
  return { to: card, post, edit: [{ card, message: cardFor(noticing, false) }] };
}

/** How it ended; and ticks, of which the card says how many: a line for each would bury what needs somebody. */
const quiet: ReadonlySet<Happening['what']> = new Set([
  ...(['seen', 'closed', 'outcome', 'not-for-us', 'joined'] as const),
  ...(['done', 'undone', 'tried', 'not-needed', 'not-mine'] as const),
]);

/** Several reminders at about one moment are one message. */
const togetherMs = 5 * 60_000;

/** Quietly where it stands; a new card at the bottom where something needs them. */
function alone(
  to: Address,
  card: Address,
  fresh: readonly ConcernEntry[],
  noticing: Noticing,
  open: Message | undefined,
): PlaceSaid {
  const { stand, view, now } = noticing;
  const standing = stand?.reminded;
  const more = remindedOf(fresh, noticing);
  const duties = [...new Set([...(standing?.duties ?? []), ...more])];
  const [reminder] = reminderFor(duties, noticing);
  const needs = linesOf(noticing, ({ what }) => what === 'changed' || what === 'withdrawn');
  const isSaid = standing !== undefined && now.getTime() - standing.at < togetherMs;
  const reminded = reminder ? { reminded: { at: isSaid ? standing.at : now.getTime(), duties } } : {};
  if ((reminder && more.length > 0 && !isSaid) || needs.length > 0) {
    const edit = [{ card, message: movedCard(view) }];
    const opened = mayStandOpen(noticing);
    return { to, post: [reminder ?? cardFor(noticing, opened)], edit, isCard: true, opened, ...reminded };
  }
  const said = linesOf(noticing, ({ what }) => what === 'gone').map((each) => threadLine(each, now));
  const opened = stand?.opened === true || mayStandOpen(noticing);
  const message = reminder ?? open ?? cardFor(noticing, opened);
  const isOpen = message === open ? ({ isOpen: true } as const) : {};
  return { to, post: said, edit: [{ card, message }], opened, ...isOpen, ...reminded };
}

/** Nobody hears of themselves as of somebody else. */
function linesOf({ concern, organisation, stand, place }: Noticing, tells: (each: Happening) => boolean) {
  const ofOthers = (entry: ConcernEntry) =>
    entry.type !== 'text' && (entry.type !== 'gone' || !entry.gone.includes(place.destination));
  return historyOf(concern, organisation, stand?.upTo ?? 0, ofOthers).filter(tells);
}

const isAlone = ({ destination }: PlaceOwed) => !destination.startsWith('@');

/** Once they opened it, or have it. Of a restricted concern what comes unasked never says what it is about. */
function mayStandOpen({ concern, view, place, stand }: Noticing): boolean {
  const isTheirs = concern.owner?.id === place.destination;
  return isAlone(place) && !view.restricted && (isTheirs || stand?.opened === true);
}

/** @param opened with what it is about, for this one person alone */
function cardFor({ view, now, place, organisation, concern }: Noticing, opened: boolean): Message {
  const runs = view.kind === 'concern' && (view.stage === 'open' || view.stage === 'owned');
  return runs && opened ? leadCard(view, now, nameAt(place.destination, concern, organisation)) : noticeCard(view, now);
}

function nameAt(destination: string, { report }: Concern, organisation: Organisation): string {
  const site = siteOf(organisation, report.site);
  return (site ? peopleOf(site) : []).find(({ id }) => id === destination)?.name ?? '';
}

/** An edit makes no sound, so who is told again gets a new card, and the old one only points to it. */
export function tellsAgain(entry: ConcernEntry, destination: string): boolean {
  if (
    entry.type === 'told' ||
    entry.type === 'report' ||
    entry.type === 'gone' ||
    entry.type === 'picked' ||
    entry.type === 'freed'
  )
    return entry.told.includes(destination);
  return entry.type === 'hand' && entry.to === destination;
}

/** What this place is reminded of by these. */
const remindedOf = (fresh: readonly ConcernEntry[], { place: { destination } }: Noticing) =>
  fresh.flatMap((entry) =>
    entry.type === 'reminded' && entry.told.includes(destination) ? [entry.duty.replace(/ again$/, '')] : [],
  );

/** All of these that are still due, in one message. */
function reminderFor(duties: readonly string[], { view, now, place }: Noticing): readonly Message[] {
  const due = openDuties(view).filter(({ route }) => duties.includes(route));
  const runs = view.stage === 'owned' || view.stage === 'open';
  return runs && due.length > 0 ? [reminderLine(due, view, now, isAlone(place) ? 'person' : 'channel')] : [];
}
