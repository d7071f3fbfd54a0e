/** When the children of a site have gone home for the day. Until then somebody can still be stopped at the gate. */
import type { WorkingCalendar } from './calendar.ts';
import { nextOpening } from './hours.ts';
import { nationOf, type Organisation, type Site } from './local.ts';
import { dayOf, isUsableClock, minuteOfDay } from './london.ts';

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
