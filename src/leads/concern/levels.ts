/**
 * Who is told, in which order. Levels are made of cover at the moment, not of rank: of those who may know, everybody
 * who can act now is told first, beside the leads' channel. Only while nobody is on cover are those who are off told,
 * and then by rank. It goes round until somebody takes it.
 *
 * Where a fault of ours hides who is on cover, everybody who may know counts as able to answer.
 */
import type { WorkingCalendar } from '../../../rules/calendar.ts';
import type { Organisation, Person, Site } from '../../../rules/local.ts';
import { type Allowed, type Role, ringOrder } from '../../../rules/on-cover.ts';
import type { ChannelName, OnFault } from '../../contract.ts';
import { orPlainer } from '../../conversation/faults.ts';
import { accountOf } from '../../conversation/picks.ts';
import { type ConcernGuard, channelDestination, type Destination, secondDestination } from './concern.ts';

export interface Telling {
  readonly organisation: Organisation;
  readonly site: Site;
  readonly channel: ChannelName;
  readonly calendar: WorkingCalendar;
  readonly guard: ConcernGuard;
  /** "Get a lead to me now" came first: then the channel has a call already, and what follows goes to people alone. */
  readonly called: boolean;
  readonly onFault: OnFault;
}

interface Ranked {
  readonly person: Person;
  readonly role: Role;
}

type Reaches = (destination: Destination) => boolean;

/** Everybody who can be told at this moment, level by level; a level with nobody is left out. */
export function levelsOf(
  telling: Telling,
  moment: Date,
  reaches: Reaches = () => true,
): readonly (readonly Destination[])[] {
  const { site, channel, guard, called } = telling;
  const order = orderFor(telling, moment);
  const reachable = (people: readonly Ranked[], ...roles: readonly Role[]) =>
    people
      .filter(({ role }) => roles.length === 0 || roles.includes(role))
      .filter(({ person }) => accountOf(person, channel) !== undefined && reaches(person.id))
      .map(({ person }) => person.id);
  const now = reachable(order.now);
  if (guard !== 'open') return present([now.length > 0 ? now : reachable(order.later)]);
  const first = channelOf(site, channel) !== undefined && !called && reaches(channelDestination);
  const second = site.secondChannel[channel === 'web' ? 'slack' : channel] !== undefined && !called;
  const posted = first ? [channelDestination] : [];
  const seconded = second && reaches(secondDestination) ? [secondDestination] : [];
  if (now.length > 0)
    return present([[...posted, ...now], posted.length + seconded.length > 0 ? [...seconded, ...now] : []]);
  const [leads, deputies, head] = (['lead', 'deputy', 'head'] as const).map((role) => reachable(order.later, role));
  return present([
    first ? posted : (leads ?? []),
    [...seconded, ...(first ? (leads ?? []) : []), ...(deputies ?? [])],
    head ?? [],
  ]);
}

/** Who can act now, and who is off. */
function orderFor(
  { organisation, site, calendar, guard, onFault }: Telling,
  moment: Date,
): { readonly now: readonly Ranked[]; readonly later: readonly Ranked[] } {
  return orPlainer<{ readonly now: readonly Ranked[]; readonly later: readonly Ranked[] }>(
    () => ringOrder(site, guard, { organisation, calendar, moment }),
    () => ({ now: named(site, guard), later: [] }),
    'due',
    onFault,
  );
}

/** Everybody allowed, by rank, whatever their cover. */
function named({ leads, deputies, head, chair }: Site, allowed: Allowed): readonly Ranked[] {
  const as = (role: Role, people: readonly Person[]) => people.map((person) => ({ person, role }));
  const everybody = [...as('lead', leads), ...as('deputy', deputies), ...as('head', head ? [head] : [])];
  if (allowed === 'open') return everybody;
  return [...everybody, ...as('chair', chair ? [chair] : [])].filter(({ person }) => allowed.includes(person.id));
}

const present = (levels: readonly (readonly Destination[])[]) => levels.filter(({ length }) => length > 0);

/** Whom to tell next, at this level, counted from 0 and round again. Nothing: nobody at all can be reached. */
export function nextToTell(
  telling: Telling,
  level: number,
  at: Date,
  reaches: Reaches,
): { readonly level: number; readonly told: readonly Destination[] } | undefined {
  const levels = levelsOf(telling, at, reaches);
  const told = levels[level % Math.max(levels.length, 1)];
  return told && { level, told };
}

/**
 * Who is told at once because somebody who was rung did not answer: whoever has the concern; else the next who can act
 * and was not told yet; else the next who can; else the next of those who are off. Never one who did not answer.
 * Nobody: none is left.
 */
export function insteadOf(
  unanswered: readonly string[],
  { owner, told }: { readonly owner?: string; readonly told: readonly Destination[] },
  telling: Telling,
  at: Date,
  reaches: Reaches,
): readonly Destination[] {
  const order = orderFor(telling, at);
  const leftOf = (people: readonly Ranked[]) =>
    people
      .filter(({ person }) => accountOf(person, telling.channel) !== undefined && reaches(person.id))
      .map(({ person }) => person.id)
      .filter((id) => !unanswered.includes(id));
  const [now, later] = [leftOf(order.now), leftOf(order.later)];
  const able = now.length > 0 ? now : later;
  const next = [...now, ...later].find((id) => id === owner) ?? able.find((id) => !told.includes(id)) ?? able[0];
  return next === undefined ? [] : [next];
}

function channelOf({ channel: channels }: Site, channel: ChannelName): string | undefined {
  return channel === 'web' ? 'try' : channels[channel];
}
