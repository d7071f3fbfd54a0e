/** When the children of a site have gone home for the day. Until then somebody can still be stopped at the gate. */
import type { WorkingCalendar } from './calendar.ts';
import { closesAt, nextOpening } from './hours.ts';
import { nationOf, type Organisation, type Site } from './local.ts';
import { dayOf, instantAt, isUsableClock, minuteOfDay } from './london.ts';

interface Moment {
  readonly organisation: Organisation;
  readonly calendar: WorkingCalendar;
  readonly moment: Date;
}

/** Where the file does not say: six in the evening, clubs and late buses included, on every day of the week. */
const assumedEnd = 18 * 60;

/** Whether the day at a site is over, or there is none. Not known counts as not over: an act too many harms nobody. */
export function isDayOver(site: Site | undefined, { organisation, calendar, moment }: Moment): boolean {
  if (!isUsableClock(moment)) return false;
  if (!site?.day) return minuteOfDay(moment) >= assumedEnd;
  const opens = nextOpening(site.day, moment, nationOf(organisation, site), calendar);
  if (opens === 'not known') return false;
  return opens === 'never' || dayOf(opens) !== dayOf(moment);
}

/** When the day at a site ends today, before midnight; nothing where it is over, there is none, or nobody knows. */
export function dayEnds(site: Site | undefined, at: Moment): Date | undefined {
  const { organisation, calendar, moment } = at;
  if (!isUsableClock(moment) || isDayOver(site, at)) return undefined;
  const today = dayOf(moment);
  if (!site?.day) return instantAt(today, assumedEnd);
  const nation = nationOf(organisation, site);
  let end: Date | undefined;
  // A day can have a gap in it: the last part of it counts.
  for (let from: Date | string = moment; from instanceof Date && dayOf(from) === today; ) {
    const opens = nextOpening(site.day, from, nation, calendar);
    if (!(opens instanceof Date) || dayOf(opens) !== today) break;
    const closes = closesAt(site.day, opens, nation, calendar);
    if (!(closes instanceof Date) || dayOf(closes) !== today) return undefined;
    end = closes;
    from = closes;
  }
  return end;
}
