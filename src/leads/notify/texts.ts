/**
 * Texts: whoever a level tells and may be off chat is texted too, where the file has a mobile number of theirs. Only
 * "now" is ever texted: what is due today waits for no sleeper. A text says where, what to open and a reference; who may
 * be texted is decided where every address of a concern is (destinations.ts).
 *
 * A text is an item of its own, so nothing that chat owes waits for it; the outbox alone tries it again, and from the
 * second try on the service is asked by our own reference first: a crash never makes two of one.
 */
import { type Organisation, type Person, peopleOf, siteOf } from '../../../rules/local.ts';
import type { Delivered } from '../../contract.ts';
import type { Composed, NotNow } from '../../outbox/outbox.ts';
import type { Paged, Pager, PagerAway } from '../../paging/pager.ts';
import { type NewItem, type OwedItem, StoreRefused, StoreUnavailable } from '../../store/store.ts';
import { roomFor } from '../concern/capacity.ts';
import { type Concern, type ConcernEntry, runs } from '../concern/concern.ts';
import { addressOfDestination } from '../concern/destinations.ts';
import { asPicked } from '../concern/picked.ts';
import type { LeadsPorts } from '../concern/ports.ts';
import { readConcern, tenantOf } from '../concern/reading.ts';
import { keepMs } from '../concern/retention.ts';
import type { LeadItem } from '../concern/sealed.ts';
import { countText } from './texts-counted.ts';

export type TextItem = Extract<LeadItem, { item: 'text' }>;

const minuteMs = 60_000;
/** A text that could not be sent for so long is left: whoever was told then was told again since. */
const lifeMs = 60 * minuteMs;
/** When what became of it is asked, after it was sent; then no more. */
const askedAfterMs = [20_000, minuteMs, 3 * minuteMs, 10 * minuteMs, 30 * minuteMs, 120 * minuteMs, 480 * minuteMs];
const mostNoted = 60;
const mostTries = 5;
/** What one step of the store can add, with room to spare for its timers. */
const mostAtOnce = 40;
const sent = { status: 'sent', cards: [] } as const satisfies Delivered;

/** How people call what they are to open. */
export const platformNames = { slack: 'Slack', teams: 'Teams', web: 'Signpost' } as const;

/** The texts owed for whom this concern told last. Those that stand already are ignored. */
export function textItems(
  key: string,
  concern: Concern,
  organisation: Organisation,
  ports: LeadsPorts,
): readonly NewItem[] {
  const site = siteOf(asPicked(organisation, concern.report), concern.report.site);
  if (!ports.pager || !site || !isWanted(concern)) return [];
  const texts = peopleOf(site).flatMap(({ id, mobile }) => {
    const at = lastTold(concern, id);
    if (mobile === undefined || at === undefined || ports.clock() >= at + lifeMs) return [];
    return [itemOf({ item: 'text', ...tenantOf(concern), concern: key, person: id, at }, at, at + lifeMs, ports)];
  });
  return texts.slice(0, mostAtOnce);
}

/** What to do for a text that is due: send it, or ask what became of it. `null`: nothing any more. */
export async function textDue(owed: OwedItem, item: TextItem, ports: LeadsPorts): Promise<Composed | null | NotNow> {
  const { pager } = ports;
  const organisation = ports.organisationOf(item);
  if (!organisation) return 'not-served';
  const { concern } = await readConcern(item.concern, ports);
  if (!pager || !concern) return null;
  if (item.asked !== undefined) return asking(owed, item, pager, ports);
  if (isWanted(concern) && lastTold(concern, item.person) !== item.at) {
    // It never went, and the next one is owed: whoever looks sees that it did not come.
    await note(item, 'failed', ports.clock(), owed.key, ports);
    return null;
  }
  const paged = pagedOf(item, concern, organisation, ports);
  return paged ? sending(owed, item, paged, organisation, pager, ports) : null;
}

/** A text was given up: whoever opens the concern sees that it did not come. */
export async function textFailed(owed: OwedItem, item: TextItem, ports: LeadsPorts): Promise<void> {
  if (item.asked === undefined) await note(item, 'failed', ports.clock(), owed.key, ports);
}

const isWanted = (concern: Concern) => concern.report.limit === 'now' && !concern.owner && runs(concern);

/** When this person was last told by a level: handed to them, or reminded, they have it or look at chat already. */
function lastTold({ entries }: Concern, person: string): number | undefined {
  return entries.findLast((entry) => 'told' in entry && entry.type !== 'reminded' && entry.told.includes(person))?.at;
}

/** Nothing where nobody needs it any more, or they may not know of it. */
function pagedOf(item: TextItem, concern: Concern, organisation: Organisation, ports: LeadsPorts): Paged | undefined {
  const { report } = concern;
  const channel = ports.channelOf(report.channel);
  if (!channel || !isWanted(concern)) return undefined;
  if (!addressOfDestination(item.person, report, { organisation, channel, near: report.to })) return undefined;
  const site = siteOf(asPicked(organisation, report), report.site);
  const number = site && peopleOf(site).find(({ id }: Person) => id === item.person)?.mobile;
  if (!site || number === undefined) return undefined;
  const says = { site: site.name, platform: platformNames[report.channel], concern: report.reference };
  return { reference: referenceOf(item, ports), number, says };
}

/** Names nobody, and is the same at every try. */
const referenceOf = (item: TextItem, { names }: Pick<LeadsPorts, 'names'>) => names.idOf(keyOf(item, undefined, names));

const keyOf = ({ concern, person, at, ...tenant }: TextItem, asked: number | undefined, names: LeadsPorts['names']) =>
  names.item(tenant, concern, 'text', person, String(at), ...(asked === undefined ? [] : [`asked ${asked}`]));

function itemOf(item: TextItem, due: number, expires: number, { names, seal }: Pick<LeadsPorts, 'names' | 'seal'>) {
  const key = keyOf(item, item.asked, names);
  return { key, payload: seal.item(item, key), due, expires };
}

function sending(
  { key, attempts }: OwedItem,
  item: TextItem,
  paged: Paged,
  organisation: Organisation,
  pager: Pager,
  ports: LeadsPorts,
): Composed {
  let accepted = false;
  async function deliver(): Promise<Delivered> {
    const before = attempts > 1 ? await pager.statusOf(paged.reference) : { status: 'none' as const };
    if (before.status === 'away') return notNow(before);
    const took = before.status === 'none' ? await pager.send(paged) : ({ status: 'accepted' } as const);
    if (took.status === 'away') return notNow(took);
    if (took.status === 'refused') return { status: 'failed', reason: `text-${took.reason}` };
    accepted = true;
    await countText(item, key, organisation, ports);
    return sent;
  }
  return {
    ...byPager(deliver),
    get items() {
      return accepted ? askAgain(item, 0, ports) : [];
    },
  };
}

function asking(owed: OwedItem, item: TextItem, pager: Pager, ports: LeadsPorts): Composed {
  let final = true;
  async function deliver(): Promise<Delivered> {
    const found = await pager.statusOf(referenceOf(item, ports));
    if (found.status === 'away') return notNow(found);
    final = found.status === 'delivered' || found.status === 'failed';
    if (found.status !== 'delivered' && found.status !== 'failed') return sent;
    const at = found.status === 'delivered' ? (found.at ?? ports.clock()) : ports.clock();
    try {
      await note(item, found.status, at, owed.key, ports);
    } catch (error) {
      if (error instanceof StoreUnavailable) return { status: 'retry', reason: 'store' };
      throw error;
    }
    return sent;
  }
  return {
    ...byPager(deliver),
    get items() {
      return final ? [] : askAgain(item, (item.asked ?? 0) + 1, ports);
    },
  };
}

function askAgain(item: TextItem, asked: number, ports: LeadsPorts): readonly NewItem[] {
  const wait = askedAfterMs[asked];
  if (wait === undefined) return [];
  const due = ports.clock() + wait;
  return [itemOf({ ...item, asked }, due, due + lifeMs, ports)];
}

/** Its line is its own: a service that hangs takes nothing from any workspace. */
const byPager = (deliver: () => Promise<Delivered>): Pick<Composed, 'channel' | 'outgoing'> => ({
  channel: { deliver, lineOf: () => 'pager' },
  outgoing: { to: {}, post: [], token: () => '' },
});

const busyMs = 15_000;

function notNow({ reason }: PagerAway): Delivered {
  if (reason === 'timeout') return { status: 'retry', reason };
  if (reason === 'busy') return { status: 'retry', reason: 'text-busy', afterMs: busyMs };
  return { status: 'down', reason: `text-${reason}` };
}

/** Drawn when somebody looks; no card moves for it, and nobody is told. */
async function note(
  item: TextItem,
  result: 'delivered' | 'failed',
  at: number,
  owed: string,
  ports: LeadsPorts,
): Promise<void> {
  const { store, seal } = ports;
  for (let tries = 0; tries < mostTries; tries++) {
    const { concern, revision } = await readConcern(item.concern, ports);
    const organisation = ports.organisationOf(item);
    if (!concern || !organisation || concern.entries.filter(({ type }) => type === 'text').length >= mostNoted) return;
    const entry: ConcernEntry = { type: 'text', at, destination: item.person, result };
    const request = {
      key: item.concern,
      delivery: `${owed} ${revision}`,
      expected: revision,
      change: { do: 'append', entry: seal.entry(entry, item.concern, { revision: revision + 1, first: false }) },
      keepMs: keepMs(concern, entry, organisation, ports),
      most: roomFor(entry),
    } as const;
    try {
      if ((await store.step(request)).outcome !== 'stale') return;
    } catch (error) {
      if (error instanceof StoreRefused) return;
      throw error;
    }
  }
}
