/** Moments as leads read them. A card stays for weeks, so it names the day and never says "today" of what is past. */
import { dayOf } from '../../../rules/london.ts';
import { sayDate, sayDay, sayTime } from '../../said.ts';

/** "Friday 27 November at 6.30pm". */
export function sayMoment(at: Date): string {
  return `${sayDay(dayOf(at))} at ${sayTime(at)}`;
}

/** "Friday 27 November 2026, 6.30pm", for the record. */
export function sayDateTime(at: Date): string {
  return `${sayDate(dayOf(at))}, ${sayTime(at)}`;
}

/** "10 minutes", "3 hours", "2 days": whole ones that have passed. */
export function sayAge(from: Date, to: Date): string {
  const minutes = Math.max(0, Math.floor((to.getTime() - from.getTime()) / 60_000));
  if (minutes < 60) return counted(minutes, 'minute');
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? counted(hours, 'hour') : counted(Math.floor(hours / 24), 'day');
}

export const counted = (count: number, thing: string) => `${count} ${thing}${count === 1 ? '' : 's'}`;
