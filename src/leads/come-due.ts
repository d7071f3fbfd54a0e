/** What comes due: a report of a conversation, or a timer. Each adds one entry to the concern, or nothing. */
import type { Organisation } from '../../rules/local.ts';
import type { Arranged } from '../outbox/outbox.ts';
import type { Tenant } from '../seal/index-key.ts';
import { type OwedItem, StoreUnavailable } from '../store/store.ts';
import { type Concern, type ConcernEntry, type Destination, maySee, type Report } from './concern.ts';
import type { LeadItem } from './leads-seal.ts';
import { addressOf, destinationsAt, levelsOf, type Telling } from './levels.ts';
import type { LeadsPorts } from './ports.ts';
import { addEntry, readConcern, tellingOf } from './reading.ts';
import { type Timer, timersOf } from './timers.ts';
import { viewOf } from './view.ts';

const nothing: Arranged = { items: [], follow: [] };
/** Others may add to the concern at the same moment; then it is looked at again. */
const mostTries = 5;

export async function comeDue(owed: OwedItem, ports: LeadsPorts): Promise<Arranged> {
  const item = ports.seal.openItem(owed.payload, owed.key);
  const tenant: Tenant = item.item === 'report' ? item.report : item;
  const organisation = ports.organisationOf(tenant);
  if (!organisation) return nothing;
  for (let tries = 0; tries < mostTries; tries++) {
    const { concern, revision } = await readConcern(item.concern, ports);
    const entry = entryFor(item, concern, organisation, ports);
    if (!entry) return nothing;
    const how = { delivery: owed.key, expected: revision, keepDays: organisation.retention.concernDays };
    const added = await addEntry(item.concern, tenant, entry, how, ports);
    if (added.outcome !== 'stale') return { items: [], follow: added.follow };
  }
  throw new StoreUnavailable('no', 'The concern is being changed by many at once. It is tried again.');
}

function entryFor(
  item: LeadItem,
  concern: Concern | undefined,
  organisation: Organisation,
  ports: LeadsPorts,
): ConcernEntry | undefined {
  if (item.item === 'report') return reportEntry(item.report, concern, organisation, ports);
  return concern && timerEntry(item, concern, organisation, ports);
}

function reportEntry(
  report: Report,
  concern: Concern | undefined,
  organisation: Organisation,
  ports: LeadsPorts,
): ConcernEntry | undefined {
  if (concern ? !isNews(report, concern.report) : report.holds) return undefined;
  const at = ports.clock();
  const telling = tellingOf({ report }, organisation, ports);
  const named = telling ? firstTold(telling, report, at, ports) : [];
  // Told once is told; who may no longer know is simply not told more.
  const already = concern?.told ?? [];
  const anew = !concern || JSON.stringify(concern.report.guard) !== JSON.stringify(report.guard);
  const told = anew && !report.withdrawn ? named.filter((each) => !already.includes(each)) : [];
  return { type: 'report', at, report, told };
}

/** Newer, and not the same once more. */
function isNews(report: Report, known: Report): boolean {
  const said = ({ revision: _, at: __, to: ___, ...rest }: Report) => JSON.stringify(rest);
  return report.revision > known.revision && said(report) !== said(known);
}

/** The first level that can be reached. */
function firstTold(telling: Telling, report: Report, at: number, ports: LeadsPorts): Destination[] {
  const channel = ports.channelOf(report.channel);
  if (!channel) return [];
  const levels = levelsOf(telling).map((_, level) =>
    destinationsAt(telling, level, new Date(at)).filter((each) => addressOf(each, telling.site, channel, report.to)),
  );
  return [...(levels.find(({ length }) => length > 0) ?? [])];
}

function timerEntry(
  { timer, concern: key }: Extract<LeadItem, { item: 'timer' }>,
  concern: Concern,
  organisation: Organisation,
  ports: LeadsPorts,
): ConcernEntry | undefined {
  if (!standing(key, concern, organisation, ports).some((each) => JSON.stringify(each) === JSON.stringify(timer))) {
    return undefined;
  }
  const at = ports.clock();
  const telling = tellingOf(concern, organisation, ports);
  const next = (level: number): Destination[] =>
    telling ? [...destinationsAt(telling, concern.report.kind === 'call' ? 0 : level, new Date(at))] : [];
  switch (timer.for) {
    case 'tell':
      return { type: 'told', at, level: timer.level, told: next(timer.level) };
    case 'end':
      return { type: 'end', at };
    case 'duty': {
      const owner = concern.owner ? [concern.owner.id] : [];
      const told = timer.again ? [...new Set([...owner, ...nextPeople(telling, concern)])] : owner;
      return { type: 'reminded', at, duty: timer.again ? `${timer.duty} again` : timer.duty, told };
    }
  }
}

/** Everybody who may know, besides the channels: a reminder is for people. */
function nextPeople(telling: Telling | undefined, concern: Concern): readonly Destination[] {
  return telling
    ? levelsOf(telling)
        .flat()
        .filter((each) => !each.startsWith('@') && maySee(concern, each))
    : [];
}

/** The timers that stand now. One that came due and is not among them has been overtaken. */
export function standing(
  key: string,
  concern: Concern,
  organisation: Organisation,
  { names, calendar }: Pick<LeadsPorts, 'names' | 'calendar'>,
): readonly Timer[] {
  const view = viewOf(concern, { id: names.idOf(key), organisation, calendar });
  const telling = tellingOf(concern, organisation, { calendar });
  const { nowMinutes, todayMinutes } = organisation.escalation;
  const wait = concern.report.limit === 'now' ? nowMinutes : todayMinutes;
  const levels = telling ? levelsOf(telling).length : 0;
  return levels === 0 ? [] : timersOf(concern, view, wait, levels);
}
