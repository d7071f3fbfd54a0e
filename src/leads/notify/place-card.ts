/** One place of a concern brought up to date: the card posted or drawn anew, and what happened since said below it. */

import { awayNotice } from '../../../dialogs/leads/admin/removal.ts';
import { endedCard } from '../../../dialogs/leads/card/closed-card.ts';
import { plainLine, plainNews, plainNotice, plainScreen } from '../../../dialogs/leads/card/plain-notice.ts';
import type { Happening } from '../../../dialogs/leads/concern/concern-view.ts';
import { reporterLine } from '../../../dialogs/leads/concern/lines.ts';
import type { Message } from '../../../dialogs/message.ts';
import { whole } from '../../../dialogs/whole.ts';
import { siteOf } from '../../../rules/local.ts';
import { isFault, orPlainer } from '../../conversation/faults.ts';
import { hashedReference } from '../../log.ts';
import type { Composed, NotNow } from '../../outbox/outbox.ts';
import type { Owed, OwedReply } from '../../store/store.ts';
import { buttonsFor } from '../concern/buttons.ts';
import { channelDestination, maySee } from '../concern/concern.ts';
import { addressOfDestination } from '../concern/destinations.ts';
import type { LeadsPorts } from '../concern/ports.ts';
import { readConcern, tenantOf } from '../concern/reading.ts';
import { historyOf, plainViewOf, viewOf } from '../concern/view.ts';
import { watched } from './channel-health.ts';
import { addressFor, forLead, type KnownPlace, type Noticing, type PlaceSaid, tellsAgain } from './lead-place.ts';
import { screenOf } from './lead-screen.ts';
import { nowOpen, openScreenOf } from './open-screen.ts';
import { placeKey, reporterPlace } from './publish.ts';
import { elsewhereOf, isGone } from './uninstalled.ts';

export async function composePlace(owed: OwedReply, ports: LeadsPorts): Promise<Composed | null | NotNow> {
  const { seal, names, calendar, clock, onFault } = ports;
  const place = seal.openPlace(owed.owed.to, owed.key);
  const { concern } = await readConcern(place.concern, ports);
  const organisation = concern && ports.organisationOf(tenantOf(concern));
  const channel = concern && ports.channelOf(concern.report.channel);
  if (!concern) return null;
  if (!organisation || !channel) return 'not-served';
  // Another has their place since it was marked: theirs is another one.
  if (placeKey(place.concern, concern, place.destination, organisation, ports) !== owed.key) return null;
  const stand = seal.openStand(owed.cards, owed.key);
  const known = { concern, organisation, channel, place, stand, now: new Date(clock()) };
  if (await isGone(tenantOf(concern), ports)) {
    const away = await fromElsewhere(known, owed.key, ports);
    if (away !== 'as-ever') return away;
  }
  const id = names.idOf(place.concern);
  if (place.destination !== reporterPlace && !maySee(concern, place.destination))
    return endAt(known, id, owed.key, ports);
  const asked = await askedOf(known, id, ports);
  const open = asked ? undefined : await openScreenOf(known, id, ports);
  const plain = () => plainFor(known, id);
  const said = orPlainer(
    () => {
      const noticing = { ...known, view: viewOf(concern, { id, organisation, calendar }) };
      const drawn = place.destination === reporterPlace ? forReporter(noticing) : forLead(noticing, asked, open);
      for (const message of [...(drawn?.post ?? []), ...(drawn?.edit ?? []).map((each) => each.message)])
        whole(message);
      return drawn;
    },
    plain,
    'notice',
    onFault,
    owed.key,
  );
  if (!said) return null;
  const told = concern.entries.length;
  const token = buttonsFor(tenantOf(concern), ports, concern.entries.length);
  const site = place.destination === channelDestination ? siteOf(organisation, concern.report.site) : undefined;
  return {
    channel: site ? watched(channel, tenantOf(concern), site, ports) : channel,
    outgoing: { to: said.to, post: said.post, ...(said.edit ? { edit: said.edit } : {}), token },
    plain: () => ({ to: said.to, post: plain()?.post ?? [], token }),
    about: hashedReference(concern.report.reference),
    next: () => nextAt(owed.key, ports),
    keep: (cards) => {
      const card = said.isCard ? cards[0] : stand?.card;
      const opened = said.opened ?? stand?.opened;
      const shown = asked ? place.shown?.id : stand?.shown;
      const screen = asked ? nowOpen(place) : said.isOpen && stand?.screen;
      const more = {
        ...(card && { card }),
        ...(opened && { opened }),
        ...(shown !== undefined && { shown }),
        ...(screen && { screen }),
      };
      const reminded = said.reminded && { reminded: { ...said.reminded, duties: [...said.reminded.duties] } };
      return seal.stand({ ...more, ...reminded, upTo: told }, owed.key);
    },
  };
}

/**
 * The app is gone where it was raised. Whoever has an account on the other platform hears there that it waits; all
 * else stays as it is, to be said when the app is back. `as-ever`: nobody can be told elsewhere; that the place cannot
 * be reached is found out as ever, so that the next people are told.
 */
async function fromElsewhere(known: KnownPlace, key: string, ports: LeadsPorts): Promise<Composed | null | 'as-ever'> {
  const { concern, organisation, place, stand } = known;
  const { destination } = place;
  const { owner, closed, report } = concern;
  const fresh = concern.entries.slice(stand?.upTo ?? 0);
  const waits = !owner && !closed && !report.withdrawn && fresh.some((entry) => tellsAgain(entry, destination));
  if (!waits || !maySee(concern, destination)) return null;
  for (const { channel, near, tenant } of await elsewhereOf(tenantOf(concern), organisation, ports)) {
    const to = addressOfDestination(destination, report, { organisation, channel, near });
    if (!to) continue;
    return {
      channel,
      about: hashedReference(report.reference),
      outgoing: { to, post: [awayNotice(report.reference, report.channel)], token: buttonsFor(tenant, ports) },
      keep: () => ports.seal.stand({ ...stand, upTo: concern.entries.length }, key),
    };
  }
  return 'as-ever';
}

/** What came while the place was being drawn waits for that; here it is taken up, before the sweep would. */
async function nextAt(key: string, { store, clock }: Pick<LeadsPorts, 'store' | 'clock'>): Promise<Owed | null> {
  const state = await store.read(key);
  if (!state.owed) return null;
  await store.retry({ kind: 'reply', key, ...state, owed: state.owed }, clock());
  return store.claim(key);
}

/** What nobody waits for any more. */
const askedMs = 2 * 60_000;

/** What a lead asked to see there, if it is not shown yet. */
async function askedOf(known: KnownPlace, id: string, ports: LeadsPorts): Promise<Message | undefined> {
  const { concern, organisation, place, stand, now } = known;
  const { shown } = place;
  if (!shown || shown.id === stand?.shown || now.getTime() - shown.at > askedMs) return undefined;
  try {
    const view = viewOf(concern, { id, organisation, calendar: ports.calendar });
    const drawn = await screenOf({ shown, concern, view, organisation, now }, ports);
    return drawn && whole(drawn);
  } catch (error) {
    if (!isFault(error)) throw error;
    ports.onFault('lead', error, id);
    const { reference, limit } = concern.report;
    // What they did is news that counts; who only looked is told of none.
    const isNews = concern.entries.slice(stand?.upTo ?? 0).some((entry) => entry.type !== 'seen');
    return (isNews ? plainLine : plainScreen)({ id, reference, limit });
  }
}

/**
 * They may know of it no longer: their card says that it has ended, in the words of any that did, and has no buttons.
 * Nothing is posted, and it is done once.
 */
function endAt({ concern, organisation, channel, stand }: KnownPlace, id: string, key: string, ports: LeadsPorts) {
  const card = stand?.card;
  if (!card || stand.ended) return null;
  const message = endedCard(plainViewOf(concern, { id, organisation }));
  return {
    channel,
    outgoing: { to: card, post: [], edit: [{ card, message }], token: buttonsFor(tenantOf(concern), ports) },
    keep: () => ports.seal.stand({ card, upTo: concern.entries.length, ended: true }, key),
  };
}

function forReporter({ concern, view, organisation, stand, now }: Noticing): PlaceSaid | undefined {
  const unsaid = historyOf(concern, organisation, stand?.upTo ?? 0);
  const post = unsaidNow(unsaid, now).flatMap((each) => reporterLine(each, view, now) ?? []);
  return post.length > 0 ? { to: concern.report.to, post } : undefined;
}

/** What could not be said for so long is over. */
const staleMs = 5 * 60_000;
/** Says who was told or has it, until the next of these. */
const overtaken: ReadonlySet<Happening['what']> = new Set(['told', 'not-reached', 'taken', 'untaken', 'handed']);

/**
 * Of what was said of one duty only the newest: nobody reads how often it was ticked and taken back. After a long
 * silence so too of who was told and who has it: what was so an hour ago is not so now.
 */
export function unsaidNow(unsaid: readonly Happening[], now: Date): readonly Happening[] {
  const newest = unsaid.findLast(({ what }) => overtaken.has(what));
  const isOver = (each: Happening) =>
    overtaken.has(each.what) && each !== newest && now.getTime() - each.at.getTime() > staleMs;
  const newestOf = new Map(unsaid.flatMap((each) => ('duty' in each ? [[each.duty, each]] : [])));
  return unsaid.filter((each) => !isOver(each) && (!('duty' in each) || newestOf.get(each.duty) === each));
}

/**
 * In the place of what could not be drawn. A card that stands already is left as it is: it has more on it, and its
 * buttons work.
 */
function plainFor(known: KnownPlace, id: string): PlaceSaid | undefined {
  const { concern, place, stand } = known;
  const fresh = concern.entries.slice(stand?.upTo ?? 0);
  if (place.destination === reporterPlace) {
    return fresh.length > 0 && stand ? { to: concern.report.to, post: [plainNews] } : undefined;
  }
  const to = addressFor(known);
  if (!to) return undefined;
  const { reference, limit } = concern.report;
  const old = place.again ? undefined : stand?.card;
  const isNew = !old || fresh.some((entry) => tellsAgain(entry, place.destination));
  if (isNew) return { to, post: [plainNotice({ id, reference, limit })], isCard: true };
  return { to: place.destination.startsWith('@') ? old : to, post: [plainLine({ id, reference, limit })] };
}
