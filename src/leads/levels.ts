/**
 * Who is told, in which order: the leads' channel (or the leads, each by themselves), then the deputies, then the
 * head, then again from the start until somebody takes it. Pure.
 */
import type { WorkingCalendar } from '../../rules/calendar.ts';
import { isOpen } from '../../rules/hours.ts';
import { nationOf, type Organisation, type Person, peopleOf, type Site } from '../../rules/local.ts';
import { dayOf } from '../../rules/london.ts';
import type { Address, Channel, ChannelName } from '../conversation/ports.ts';
import { channelDestination, type Destination, type Guard, secondDestination } from './concern.ts';

export interface Telling {
  readonly organisation: Organisation;
  readonly site: Site;
  readonly channel: ChannelName;
  readonly calendar: WorkingCalendar;
  readonly guard: Guard;
  /** "Get a lead to me now" came first: then the channel has a call already, and what follows goes to people alone. */
  readonly called: boolean;
}

/** Everybody who can be told, level by level; a level with nobody is left out. */
export function levelsOf({ site, channel, guard, called }: Telling): readonly (readonly Destination[])[] {
  const reachable = (people: readonly Person[]) =>
    people.filter((person) => accountOf(person, channel) !== undefined).map(({ id }) => id);
  if (guard !== 'open') return present([reachable(peopleOf(site)).filter((id) => guard.includes(id))]);
  const posted = channelOf(site, channel) !== undefined && !called;
  return present([
    posted ? [channelDestination] : reachable(site.leads),
    [
      ...(site.secondChannel[channel === 'web' ? 'slack' : channel] && !called ? [secondDestination] : []),
      ...reachable(posted ? [...site.leads, ...site.deputies] : site.deputies),
    ],
    reachable(site.head ? [site.head] : []),
  ]);
}

const present = (levels: readonly (readonly Destination[])[]) => levels.filter(({ length }) => length > 0);

/**
 * Whom to tell next: at this level, counted from 0 and round again, or the first one after it where anybody can be
 * reached. People who are off now are left out while somebody at the level is on; where nobody is, all of them are
 * told: doubt counts as worry. Nothing: nobody at all can be reached.
 */
export function nextToTell(
  telling: Telling,
  from: number,
  at: Date,
  reaches: (destination: Destination) => boolean,
): { readonly level: number; readonly told: readonly Destination[] } | undefined {
  const levels = levelsOf(telling);
  for (let level = from; level < from + levels.length; level++) {
    const whole = (levels[level % levels.length] ?? []).filter(reaches);
    const on = whole.filter((destination) => isOn(telling, destination, at));
    if (whole.length > 0) return { level, told: on.length > 0 ? on : whole };
  }
  return undefined;
}

function isOn({ organisation, site, calendar }: Telling, destination: Destination, at: Date): boolean {
  const person = peopleOf(site).find(({ id }) => id === destination);
  if (!person) return true;
  if (isAway(person, at)) return false;
  return isOpen(person.cover, at, nationOf(organisation, site), calendar) !== false;
}

function isAway({ away }: Person, at: Date): boolean {
  const day = dayOf(at);
  return away.some(({ from, to }) => from <= day && day <= to);
}

/** Where a destination's messages go, seen from where the concern was raised. Nothing: it cannot be reached there. */
export function addressOf(
  destination: Destination,
  site: Site,
  channel: Channel,
  raisedAt: Address,
): Address | undefined {
  if (destination === channelDestination) return channel.leadsAddress(site, raisedAt);
  if (destination === secondDestination) {
    return channel.leadsAddress({ ...site, channel: site.secondChannel }, raisedAt);
  }
  const person = peopleOf(site).find(({ id }) => id === destination);
  const account = person && accountOf(person, channel.name);
  return account === undefined ? undefined : channel.personAddress(account, raisedAt);
}

/** The person's account on a platform. On the try page everybody named is at the same browser. */
export function accountOf(person: Person, channel: ChannelName): string | undefined {
  return channel === 'web' ? person.id : person[channel];
}

function channelOf({ channel: channels }: Site, channel: ChannelName): string | undefined {
  return channel === 'web' ? 'try' : channels[channel];
}
