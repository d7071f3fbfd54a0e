/** Days and clock times in the United Kingdom, whatever zone the machine is set to. */
import { TZDate } from '@date-fns/tz';

const zone = 'Europe/London';

/** A calendar day in London, written `2026-11-24`. Days compare and sort as text. */
export type Day = string;

/** In the order of JavaScript's day numbers. */
export const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;
export type Weekday = (typeof weekdays)[number];

/** Minutes in a day as people write it; a day on which the clocks change is still written from 0:00 to 24:00. */
export const wholeDay = 24 * 60;

const earliest = Date.UTC(2020, 0, 1);
const latest = Date.UTC(2100, 0, 1);

/** False for an invalid date and for a machine whose clock was never set (it starts in 1970 or 2000). */
export function isUsableClock(moment: Date): boolean {
  const time = moment.getTime();
  return time >= earliest && time < latest;
}

export function dayOf(moment: Date): Day {
  return new TZDate(moment, zone).toISOString().slice(0, 10);
}

/** Minutes the clock on the wall shows past midnight, 0 to 1439. */
export function minuteOfDay(moment: Date): number {
  const there = new TZDate(moment, zone);
  return there.getHours() * 60 + there.getMinutes();
}

/**
 * The instant at which the clock on the wall shows this many minutes past midnight; 1440 is the end of the day.
 * In spring a time inside the lost hour becomes the one an hour later; in autumn a time that comes twice is the second.
 */
export function instantAt(day: Day, minute: number): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const first = new TZDate(year, month - 1, date, 0, minute, zone).getTime();
  const second = new Date(first + 3_600_000);
  const comesTwice = minuteOfDay(second) === minute && dayOf(second) === day;
  return comesTwice ? second : new Date(first);
}

/** The instant the day ends: midnight, which is already the next day. */
export function endOf(day: Day): Date {
  return instantAt(day, wholeDay);
}

export function daysLater(day: Day, days: number): Day {
  const there = new Date(day);
  there.setUTCDate(there.getUTCDate() + days);
  return there.toISOString().slice(0, 10);
}

export function weekdayOf(day: Day): Weekday {
  return weekdays[new Date(day).getUTCDay()] ?? 'sunday';
}

export function isWeekend(day: Day): boolean {
  const weekday = weekdayOf(day);
  return weekday === 'saturday' || weekday === 'sunday';
}
