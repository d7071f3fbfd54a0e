/**
 * Terms of a school year, in whole weeks: September to December, January to April, May to August. They never overlap and
 * each is told only once it is over, so that no smaller stretch can be had by taking one from another. Pure.
 */
import { type Day, daysLater, weekdayOf, weekdays } from '../../../rules/london.ts';
import { settleDays, weekCountsDays } from '../../keeping.ts';

export interface Term {
  /** "September to December 2026". */
  readonly name: string;
  /** The Mondays of its weeks: a week belongs to the month in which it begins. */
  readonly mondays: readonly Day[];
}

const thirds = ['January to April', 'May to August', 'September to December'] as const;

export function mondayOf(day: Day): Day {
  return daysLater(day, -((weekdays.indexOf(weekdayOf(day)) + 6) % 7));
}

/** Those that are over, and whose weeks are all kept still and change no more: the newest first. */
export function termsOver(today: Day): readonly Term[] {
  return allAround(today)
    .filter(({ mondays }) => isWeekSettled(mondays.at(-1) ?? today, today) && isKept(mondays[0] ?? today, today))
    .toReversed();
}

/** When the next term can be told. */
export function nextReport(today: Day): Day {
  const days = allAround(today).map(({ mondays }) => daysLater(mondays.at(-1) ?? today, settleDays));
  return days.find((day) => day > today) ?? today;
}

/** The counts of the week change no more. */
export const isWeekSettled = (monday: Day, today: Day): boolean => daysLater(monday, settleDays) <= today;
const isKept = (monday: Day, today: Day): boolean => daysLater(monday, weekCountsDays) > today;

function allAround(today: Day): readonly Term[] {
  const year = Number(today.slice(0, 4));
  return [year - 2, year - 1, year, year + 1].flatMap((each) =>
    thirds.map((name, third) => ({ name: `${name} ${each}`, mondays: mondaysIn(each, third) })),
  );
}

function mondaysIn(year: number, third: number): readonly Day[] {
  const begins = (month: number) => `${year}-${String(month + 1).padStart(2, '0')}-01`;
  const end = third === 2 ? `${year + 1}-01-01` : begins(third * 4 + 4);
  const first = begins(third * 4);
  const found: Day[] = [];
  for (let day = mondayOf(daysLater(first, 6)); day < end; day = daysLater(day, 7)) found.push(day);
  return found;
}
