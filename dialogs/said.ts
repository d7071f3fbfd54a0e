/** Dates and times as a person says them. Everything is told in London's time. */
import type { BankHoliday } from '../rules/calendar.ts';
import type { ContactNow } from '../rules/contacts.ts';
import type { Due, DueInWorkingDays, DueNotKnown } from '../rules/deadlines.ts';
import { capital, sayClock } from '../rules/hours-said.ts';
import { type Day, dayOf, daysLater, minuteOfDay, weekdayOf } from '../rules/london.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** "Friday 27 November". */
export function sayDay(day: Day): string {
  const [, month, date] = day.split('-').map(Number);
  return `${capital(weekdayOf(day))} ${date} ${months[(month ?? 1) - 1]}`;
}

/** "Friday 27 November 2026", for the record. */
export function sayDate(day: Day): string {
  return `${sayDay(day)} ${day.slice(0, 4)}`;
}

/** "4.30pm". */
export function sayTime(moment: Date): string {
  return sayClock(minuteOfDay(moment));
}

/** "today at 4.30pm", "tomorrow at 9am", "Friday 27 November at noon". Midnight is the end of the day it names. */
export function sayWhen(moment: Date, now: Date): string {
  const day = dayNamed(moment);
  const today = dayOf(now);
  const said = day === today ? 'today' : day === daysLater(today, 1) ? 'tomorrow' : sayDay(day);
  return `${said} at ${sayTime(moment)}`;
}

function dayNamed(moment: Date): Day {
  return minuteOfDay(moment) === 0 ? daysLater(dayOf(moment), -1) : dayOf(moment);
}

/** By when, to stand after a comma or alone: "now", "today". */
export function sayDue(due: Due): string {
  switch (due.kind) {
    case 'now':
      return 'now';
    case 'today':
      return due.urgent ? 'as soon as you can today' : 'today';
    case 'workingDays':
      return `by the end of ${sayDay(due.counted.at(-1) ?? '')}`;
    case 'notStated':
      return due.precaution === 'none' ? 'no time limit is given' : sayDue(due.precaution);
    case 'notKnown':
      return sayNotKnown(due);
  }
}

function sayNotKnown({ deadline, because }: DueNotKnown): string {
  if (deadline.kind === 'today') return 'today';
  if (deadline.kind !== 'workingDays') return 'now';
  const within = `within ${counted(deadline.days, 'working day')}`;
  return because === 'clock'
    ? `${within} (we do not know the date, so count the days yourself)`
    : `${within} (we do not have the bank holidays for that time, so ring to ask for the date)`;
}

/** The sum in the open: "Day 1 is Tuesday 24 November. Day 2 is Wednesday 25 November." */
export function saySum({ counted, skipped }: Pick<DueInWorkingDays, 'counted' | 'skipped'>): string {
  const days = counted.map((day, i) => `Day ${i + 1} is ${sayDay(day)}.`);
  return [...days, ...skipped.map(saySkipped)].join(' ');
}

function saySkipped({ date, title }: BankHoliday): string {
  return `${sayDay(date)} is a bank holiday (${title}) and does not count.`;
}

/** "Open now, until 5pm." "Closed now. Opens tomorrow at 9am." */
export function sayOpening(contact: Pick<ContactNow, 'openNow' | 'always' | 'opens' | 'closes'>, now: Date): string {
  const { openNow, always, opens, closes } = contact;
  if (always) return 'Day and night.';
  if (openNow === 'not known') return 'We do not know if it is open now.';
  if (!openNow) return opens ? `Closed now. Opens ${sayWhen(opens, now)}.` : 'Closed now.';
  if (!closes) return 'Open now.';
  return `Open now, until ${dayNamed(closes) === dayOf(now) ? sayTime(closes) : sayWhen(closes, now)}.`;
}

/** "10 minutes", "1 minute". */
export const sayMinutes = (minutes: number): string => counted(minutes, 'minute');

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}
