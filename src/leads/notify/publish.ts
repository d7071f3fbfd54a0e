/** A concern has changed: it is listed where it belongs, its timers are set, and every place is marked to be brought up to date. */
import { type Organisation, peopleOf, siteOf } from '../../../rules/local.ts';
import { accountOf } from '../../conversation/picks.ts';
import type { Arranged, NotNow } from '../../outbox/outbox.ts';
import type { Key, KeyState, OwedReply } from '../../store/store.ts';
import { type Concern, type Destination, foldConcern, maySee } from '../concern/concern.ts';
import { listJoined, partAlone } from '../concern/joined.ts';
import { noteOpen } from '../concern/open-list.ts';
import type { LeadsPorts } from '../concern/ports.ts';
import { mark, tenantOf } from '../concern/reading.ts';
import { keepMs } from '../concern/retention.ts';
import type { ShownScreen } from '../concern/screens.ts';
import { timerItems } from './come-due.ts';
import { textItems } from './texts.ts';

/** Whoever raised it hears of it too. */
export const reporterPlace = '@reporter';

export async function spread(owed: OwedReply, ports: LeadsPorts): Promise<Arranged | NotNow> {
  const concern = foldConcern(ports.seal.openEntries(owed.entries, owed.key, owed.revision));
  const organisation = concern && ports.organisationOf(tenantOf(concern));
  if (!concern) return { items: [], follow: [] };
  if (!organisation) return 'not-served';
  const kept = keepMs(concern, undefined, organisation, ports);
  const list = listOf(concern, organisation, ports);
  const as = { key: owed.key, delivery: String(owed.revision) };
  const known = everybodyOf(concern);
  const ending = isHeldBack(concern) ? [] : known.filter((each) => !maySee(concern, each));
  const hasOne = await Promise.all(ending.map((each) => hasCard(owed.key, each, concern, organisation, ports)));
  const places = [
    reporterPlace,
    ...known.filter((each) => maySee(concern, each)),
    ...ending.filter((_, at) => hasOne[at]),
  ];
  // Before anything is marked there: an erasure finds a place by these.
  const keys = places.map((each) => placeKey(owed.key, concern, each, organisation, ports));
  await Promise.all([
    ports.store.enlist(ports.names.workspace(tenantOf(concern)), [owed.key, ...keys], kept),
    list === undefined ? undefined : ports.store.enlist(list, owed.key, kept),
    noteOpen(owed.key, { concern, revision: owed.revision }, organisation, kept, ports),
  ]);
  const found = await ports.store.readAll(keys);
  const marked = await Promise.all(
    keys.flatMap((place, at) => {
      const [destination, state] = [places[at], found[at]];
      return destination && state ? [markPlace(as, { place, destination, state }, concern, kept, ports)] : [];
    }),
  );
  await listJoined(owed.key, concern, kept, ports);
  const parted = await partAlone(owed.key, concern, organisation, ports);
  // Chat goes first: what follows is sent before any item is taken up.
  const items = [
    ...timerItems(owed.key, concern, organisation, ports),
    ...textItems(owed.key, concern, organisation, ports),
  ];
  return { items, follow: [...marked.flat(), ...parted] };
}

/** Whoever was told, and whoever did something or looked: each has a card. */
export function everybodyOf({ told, entries }: Concern): readonly Destination[] {
  return [...new Set([...told, ...entries.flatMap((entry) => ('by' in entry ? [entry.by] : []))])];
}

/** Answers are being changed: nobody is told more, and nothing ends for it, since it may go on as it was. */
const isHeldBack = ({ entries }: Concern) =>
  entries.findLast((entry) => entry.type === 'report')?.report.holds === true;

/** Somebody may know no longer: only where something stands is there something to end. */
async function hasCard(
  key: Key,
  destination: Destination,
  concern: Concern,
  organisation: Organisation,
  ports: LeadsPorts,
): Promise<boolean> {
  const place = placeKey(key, concern, destination, organisation, ports);
  const stand = ports.seal.openStand((await ports.store.read(place)).cards, place);
  return stand?.card !== undefined && !stand.ended;
}

/** What a lead asked to see, at their own place. @returns what is to be sent now */
export async function showAt(
  key: Key,
  destination: Destination,
  shown: ShownScreen,
  concern: Concern,
  organisation: Organisation,
  ports: LeadsPorts,
): Promise<readonly OwedReply[]> {
  const kept = keepMs(concern, undefined, organisation, ports);
  const as = { key, delivery: `shows ${shown.id}`, shown };
  const place = placeKey(key, concern, destination, organisation, ports);
  await ports.store.enlist(ports.names.workspace(tenantOf(concern)), place, kept);
  const state = await ports.store.read(place);
  return markPlace(as, { place, destination, state }, concern, kept, ports);
}

/**
 * Where the notice stands at one place, in the store. The channel of another site is another place, and so is whoever
 * has somebody's place in the organisation file: a card is never drawn anew for one with the other's chat.
 */
export function placeKey(
  key: Key,
  concern: Pick<Concern, 'report'>,
  place: Destination,
  organisation: Organisation,
  { names }: Pick<LeadsPorts, 'names'>,
): Key {
  const tenant = tenantOf(concern);
  if (place === reporterPlace) return names.place(tenant, key, place);
  const { site: id, channel } = concern.report;
  const site = siteOf(organisation, id);
  const person = site && peopleOf(site).find((each) => each.id === place);
  const account = person && accountOf(person, channel);
  return names.place(tenant, key, [id ?? '', place, ...(account === undefined ? [] : [account])].join(' '));
}

/** A place as it is stored. */
interface Found {
  readonly place: Key;
  readonly destination: Destination;
  readonly state: KeyState;
}

/**
 * Another process may be posting there at this moment; only once its card is known can the next be drawn on it. So it
 * is sent at once only by whoever finds the place free and marks it first; else the sweep brings it up to date. The
 * place is counted to its workspace before.
 */
async function markPlace(
  { key, delivery, shown }: { readonly key: Key; readonly delivery: string; readonly shown?: ShownScreen },
  { place, destination, state: found }: Found,
  concern: Concern,
  kept: number,
  { store, seal }: LeadsPorts,
): Promise<readonly OwedReply[]> {
  // What they asked to see and is not shown yet is not lost by a change that comes in between.
  const asked = shown ?? (found.owed ? seal.openPlace(found.owed.to, place).shown : undefined);
  const reply = seal.place({ ...tenantOf(concern), concern: key, destination, ...(asked && { shown: asked }) }, place);
  if (found.owed === null) {
    // The mark itself is the entry: it gives the place a revision, which tells who came first.
    const change = { do: 'clear', entry: reply } as const;
    const first = await mark(place, { delivery, expected: found.revision, change, reply, keepMs: kept }, store);
    if (first.outcome !== 'stale') return first.follow;
  }
  const later = {
    delivery: `${delivery} later`,
    expected: null,
    change: { do: 'nothing' },
    reply,
    keepMs: kept,
  } as const;
  await mark(place, later, store);
  return [];
}

/** The list of its site, whoever may see it. Calls stand in none. */
export function listOf(
  concern: Pick<Concern, 'report'>,
  organisation: Organisation,
  { names }: Pick<LeadsPorts, 'names'>,
): Key | undefined {
  const site = siteOf(organisation, concern.report.site)?.id;
  if (site === undefined || concern.report.kind === 'call') return undefined;
  return names.list(tenantOf(concern), site);
}
