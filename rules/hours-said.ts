/** Hours in words: "Monday to Friday, 9am to 5pm. Closed on bank holidays." */
import type { Hours, Range } from './hours.ts';
import { weekdays, wholeDay } from './london.ts';

const fromMonday = [...weekdays.slice(1), 'sunday'] as const;

/** Minutes past midnight as a person says them: "4.30pm", "9am", "noon", "midnight". */
export function sayClock(minute: number): string {
  if (minute === 0 || minute === wholeDay) return 'midnight';
  if (minute === wholeDay / 2) return 'noon';
  const hour = Math.floor(minute / 60);
  const past = minute % 60;
  const shown = hour % 12 === 0 ? 12 : hour % 12;
  return `${shown}${past === 0 ? '' : `.${String(past).padStart(2, '0')}`}${hour < 12 ? 'am' : 'pm'}`;
}

export function sayHours(hours: Hours): string {
  if (hours.kind === 'always') return '24 hours, every day.';
  const said = fromMonday.map((day) => sayRanges(hours.days[day]));
  const groups: { first: number; last: number; text: string }[] = [];
  said.forEach((text, day) => {
    const group = groups.at(-1);
    if (group?.text === text) group.last = day;
    else groups.push({ first: day, last: day, text });
  });
  const week = groups
    .filter(({ text }) => text !== '')
    .map(({ first, last, text }) => `${sayDays(first, last)}, ${text}.`);
  return [...(week.length > 0 ? week : ['Closed all week.']), sayBankHolidays(hours.bankHolidays)]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

function sayBankHolidays(holidays: 'asUsual' | readonly Range[]): string {
  if (holidays === 'asUsual') return 'The same on bank holidays.';
  return holidays.length === 0 ? 'Closed on bank holidays.' : `Bank holidays, ${sayRanges(holidays)}.`;
}

function sayRanges(ranges: readonly Range[]): string {
  return ranges.map(sayRange).join(' and ');
}

function sayRange({ from, to }: Range): string {
  if (from === 0 && to === wholeDay) return 'all day';
  return `${sayClock(from)} to ${sayClock(to)}${to < from ? ' the next day' : ''}`;
}

function sayDays(first: number, last: number): string {
  if (first === 0 && last === 6) return 'Every day';
  const [from, to] = [capital(fromMonday[first] ?? ''), capital(fromMonday[last] ?? '')];
  if (first === last) return from;
  return `${from} ${last === first + 1 ? 'and' : 'to'} ${to}`;
}

export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
