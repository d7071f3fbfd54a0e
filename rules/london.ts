/** Days and clock times in the United Kingdom, whatever zone the machine is set to. */
import { tzOffset } from '@date-fns/tz';

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
  return wallOf(moment).toISOString().slice(0, 10);
}

/** Minutes the clock on the wall shows past midnight, 0 to 1439. */
export function minuteOfDay(moment: Date): number {
  const wall = wallOf(moment);
  return wall.getUTCHours() * 60 + wall.getUTCMinutes();
}

/**
 * The instant at which the clock on the wall shows this many minutes past midnight; 1440 is the end of the day.
 * In spring a time inside the lost hour becomes the one an hour later; in autumn a time that comes twice is the second.
 */
export function instantAt(day: Day, minute: number): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const inWinter = Date.UTC(year, month - 1, date, 0, minute);
  const inSummer = inWinter - hour;
  return new Date(minutesAhead(inWinter) === 60 && minutesAhead(inSummer) === 60 ? inSummer : inWinter);
}

/** What the clock on the wall shows, in the fields that a date has for UTC. */
function wallOf(moment: Date): Date {
  const time = moment.getTime();
  return new Date(time + minutesAhead(time) * 60_000);
}

const hour = 3_600_000;

/** How far London is ahead of UTC: 0 or 60. It changes on the hour, and a card asks for the same few days often. */
function minutesAhead(time: number): number {
  const name = Math.floor(time / hour);
  const known = ahead.get(name) ?? tzOffset(zone, new Date(name * hour));
  if (ahead.size >= mostKept) ahead.clear();
  ahead.set(name, known);
  return known;
}
const ahead = new Map<number, number>();
const mostKept = 5_000;

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
