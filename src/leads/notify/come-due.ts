/** What comes due: a report of a conversation, or a timer. Each adds one entry to the concern, or nothing. */
import type { Organisation } from '../../../rules/local.ts';
import { orPlainer } from '../../conversation/faults.ts';
import type { Arranged, NotNow } from '../../outbox/outbox.ts';
import type { Tenant } from '../../seal/index-key.ts';
import { type NewItem, type OwedItem, StoreRefused, StoreUnavailable } from '../../store/store.ts';
import {
  type Concern,
  type ConcernEntry,
  type Destination,
  isForOthers,
  maySee,
  type Report,
  runs,
} from '../concern/concern.ts';
import { reachesFrom } from '../concern/destinations.ts';
import { insteadOf, levelsOf, nextToTell, type Telling } from '../concern/levels.ts';
import { goneEntry } from '../concern/picked-gone.ts';
import type { LeadsPorts } from '../concern/ports.ts';
import { addEntry, readConcern, tellingOf, tenantOf } from '../concern/reading.ts';
import { concernLifeMs, keepMs } from '../concern/retention.ts';
import type { ConcernItem } from '../concern/sealed.ts';
import { ownerGoneEntry, siteGoneEntry } from '../concern/unowned.ts';
import { viewOf } from '../concern/view.ts';
import { callsAlready } from './repeated-call.ts';
import { nextTelling, type Timer, timersOf } from './timers.ts';
import { tellNotStored } from './unstored-note.ts';

const standsAgain: ReadonlySet<ConcernEntry['type']> = new Set(['report', 'undone', 'freed', 'gone', 'reopen']);
const minuteMs = 60_000;
const nothing: Arranged = { items: [], follow: [] };
/** Others may add to the concern at the same moment; then it is looked at again. */
const mostTries = 5;

export async function comeDue(owed: OwedItem, item: ConcernItem, ports: LeadsPorts): Promise<Arranged | NotNow> {
  const tenant: Tenant = item.item === 'report' ? item.report : item;
  const organisation = ports.organisationOf(tenant);
  if (!organisation) return 'not-served';
  for (let tries = 0; tries < mostTries; tries++) {
    const { concern, revision } = await readConcern(item.concern, ports);
    if (!concern && item.item === 'report' && (await callsAlready(item, ports))) return nothing;
    const entry = entryFor(item, concern, organisation, ports);
    // The organisation's file may have changed since the timer was set, and with it every moment: the others are set.
    if (!entry)
      return concern
        ? {
            items: [
              ...timerItems(item.concern, concern, organisation, ports),
              ...heldOver(item, concern, organisation, ports),
            ],
            follow: [],
          }
        : nothing;
    // A step that came too late has used up its delivery, too; the next try is another one.
    const delivery = `${owed.key} ${revision}`;
    const how = { delivery, expected: revision, keepMs: keepMs(concern, entry, organisation, ports) };
    const added = await addEntry(item.concern, tenant, entry, how, ports).catch(async (error: unknown) => {
      if (error instanceof StoreRefused && item.item === 'report') await tellNotStored(item, organisation, ports);
      throw error;
    });
    if (added.outcome === 'taken' && item.item === 'timer') {
      ports.onTimer?.(item.timer.for, ports.clock() - item.timer.due);
    }
    if (added.outcome !== 'stale') return { items: [], follow: added.follow };
  }
  throw new StoreUnavailable('no', 'The concern is being changed by many at once. It is tried again.');
}

function entryFor(
  item: ConcernItem,
  concern: Concern | undefined,
  organisation: Organisation,
  ports: LeadsPorts,
): ConcernEntry | undefined {
  if (item.item === 'report') return reportEntry(item.report, concern, organisation, ports);
  return (
    concern &&
    (goneEntry(concern, organisation, ports) ??
      siteGoneEntry(concern, organisation, ports) ??
      ownerGoneEntry(concern, organisation, ports) ??
      timerEntry(item, concern, organisation, ports))
  );
}

function reportEntry(
  report: Report,
  concern: Concern | undefined,
  organisation: Organisation,
  ports: LeadsPorts,
): ConcernEntry | undefined {
  if (concern ? concern.report.revision >= report.revision : report.holds) return undefined;
  const at = ports.clock();
  const isNew = !concern || isForOthers(concern.report, report);
  // Raised it is, whoever is told: without a first level the timer tells the next one.
  const told = (): Destination[] => {
    if (report.withdrawn || report.holds) return [];
    if (isNew) return firstTold(report, concern, at);
    return concern && !concern.closed && isUnansweredMore(concern.report, report) ? nextTold(report, concern, at) : [];
  };
  return { type: 'report', at, report, told: orPlainer(told, (): Destination[] => [], 'due', ports.onFault) };

  function nextTold(newest: Report, { owner, told: before }: Concern, now: number): Destination[] {
    const telling = tellingOf({ report: newest }, organisation, ports);
    const reaches = reachesFrom(newest, organisation, ports);
    const known = { ...(owner && { owner: owner.id }), told: before };
    return telling ? [...insteadOf(newest.unanswered ?? [], known, telling, new Date(now), reaches)] : [];
  }

  /** The first level that can be reached. Of those told before, nobody is told again while there are others. */
  function firstTold(newest: Report, before: Concern | undefined, now: number): Destination[] {
    const telling = tellingOf({ report: newest }, organisation, ports);
    const first = telling && nextToTell(telling, 0, new Date(now), reachesFrom(newest, organisation, ports));
    const already = before?.report.site === newest.site ? (before?.told ?? []) : [];
    const others = first?.told.filter((each) => !already.includes(each)) ?? [];
    return [...(others.length > 0 ? others : (first?.told ?? []))];
  }
}

/**
 * It was time to tell the next people, and the file names nobody who can be told. A timer is set once under one name, so
 * this one comes again under another: somebody may stand in the file by then.
 */
function heldOver(
  item: ConcernItem,
  concern: Concern,
  organisation: Organisation,
  ports: LeadsPorts,
): readonly NewItem[] {
  const { names, seal, clock } = ports;
  const { owner, report } = concern;
  if (item.item !== 'timer' || item.timer.for !== 'tell' || owner || !runs(concern) || report.guard.length === 0)
    return [];
  const telling = tellingOf(concern, organisation, ports);
  if (telling && levelsOf(telling, new Date(concern.lastToldAt)).length > 0) return [];
  const due = clock() + organisation.escalation.nowMinutes * minuteMs;
  const key = names.item(tenantOf(concern), item.concern, 'timer', nameOf(item.timer), `held until ${due}`);
  return [{ key, payload: seal.item(item, key), due, expires: due + concernLifeMs }];
}

const isUnansweredMore = (older: Report, newer: Report): boolean =>
  (newer.unanswered ?? []).some((each) => !older.unanswered?.includes(each));

function timerEntry(
  { timer, concern: key }: Extract<ConcernItem, { item: 'timer' }>,
  concern: Concern,
  organisation: Organisation,
  ports: LeadsPorts,
): ConcernEntry | undefined {
  const stands = standing(key, concern, organisation, ports).some((each) => nameOf(each) === nameOf(timer));
  if (!stands) return undefined;
  const at = ports.clock();
  const telling = tellingOf(concern, organisation, ports);
  switch (timer.for) {
    case 'tell': {
      // A call is repeated where it was made.
      const from = concern.report.kind === 'call' ? 0 : timer.level;
      const next = telling && nextToTell(telling, from, new Date(at), reachesFrom(concern.report, organisation, ports));
      return { type: 'told', at, level: timer.level, told: [...(next?.told ?? [])] };
    }
    case 'end':
      return { type: 'end', at };
    case 'duty': {
      const owner = concern.owner ? [concern.owner.id] : [];
      const others = telling ? peopleToTell(telling, concern, at) : [];
      // An owner who is off, or who said that this one is not theirs, is reminded, and with them whoever can act.
      const isTheirs = concern.said.get(timer.duty)?.how !== 'not-mine';
      const more = timer.again || !isTheirs || !owner.some((each) => others.includes(each)) ? others : [];
      const told = [...new Set([...owner, ...more])];
      return { type: 'reminded', at, duty: timer.again ? `${timer.duty} again` : timer.duty, told };
    }
  }
}

/** Whoever can act now, besides the channels: a reminder is for people. */
function peopleToTell(telling: Telling, concern: Concern, at: number): readonly Destination[] {
  return levelsOf(telling, new Date(at))
    .flat()
    .filter((each) => !each.startsWith('@') && maySee(concern, each));
}

/** The timers that stand now. One that came due and is not among them has been overtaken. */
function standing(
  key: string,
  concern: Concern,
  organisation: Organisation,
  ports: Pick<LeadsPorts, 'names' | 'calendar' | 'onFault'>,
): readonly Timer[] {
  const { nowMinutes, todayMinutes } = organisation.escalation;
  const wait = concern.report.limit === 'now' ? nowMinutes : todayMinutes;
  return orPlainer(
    () => worked(key, concern, organisation, wait, ports),
    () => plainTimers(concern, wait),
    'due',
    ports.onFault,
    key,
  );
}

function worked(
  key: string,
  concern: Concern,
  organisation: Organisation,
  wait: number,
  { names, calendar, onFault }: Pick<LeadsPorts, 'names' | 'calendar' | 'onFault'>,
): readonly Timer[] {
  const view = viewOf(concern, { id: names.idOf(key), organisation, calendar });
  const telling = tellingOf(concern, organisation, { calendar, onFault });
  // As they were made when these were told: while it waits, cover may change.
  const levels = telling ? levelsOf(telling, new Date(concern.lastToldAt)).length : 0;
  return levels === 0 ? [] : timersOf(concern, view, wait, levels);
}

/** Where a fault of ours hides what is due: what nobody has goes on to the next people. */
function plainTimers(concern: Concern, wait: number): readonly Timer[] {
  const { owner, closed, report } = concern;
  const isAnybodys = report.guard === 'open' || report.guard.length > 0;
  return owner || closed || report.withdrawn || !isAnybodys ? [] : [nextTelling(concern, wait, plainLevels)];
}

/** As many as a site has at least, where they cannot be counted. */
const plainLevels = 1;

const nameOf = (timer: Timer) => JSON.stringify(timer);

/** The timers that stand now, to be stored. The same one again is ignored. */
export function timerItems(
  key: string,
  concern: Concern,
  organisation: Organisation,
  ports: LeadsPorts,
): readonly NewItem[] {
  const { seal, names } = ports;
  const tenant = tenantOf(concern);
  // What was overtaken can stand again: after a change of the answers or of the file, or a tick taken back.
  const turns = concern.entries.filter(({ type }) => standsAgain.has(type)).length;
  return standing(key, concern, organisation, ports).map((timer) => {
    const name = names.item(tenant, key, 'timer', nameOf(timer), String(turns));
    const payload = seal.item({ item: 'timer', ...tenant, concern: key, timer }, name);
    return { key: name, payload, due: timer.due, expires: timer.due + concernLifeMs };
  });
}
