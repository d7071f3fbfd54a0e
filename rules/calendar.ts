/**
 * Working days of the nations of the United Kingdom, from the bank holidays GOV.UK publishes.
 * A calendar is always an argument; the committed one is refreshed by `node src/commands/refresh-holidays.ts`.
 */
import { z } from 'zod';
import committed from './data/bank-holidays.json' with { type: 'json' };
import { type Day, isWeekend } from './london.ts';

export const nations = ['england-and-wales', 'scotland', 'northern-ireland'] as const;
export type Nation = (typeof nations)[number];

export interface BankHoliday {
  /** The day off itself: where a holiday falls on a weekend, its substitute. */
  readonly date: Day;
  readonly title: string;
}

export interface WorkingCalendar {
  readonly source: string;
  /** The day it was read from its source. */
  readonly checked: Day;
  /** First and last year known whole. Outside them no weekday is known to be a working day. */
  readonly firstYear: number;
  readonly lastYear: number;
  /** Sorted by date. */
  readonly holidays: Readonly<Record<Nation, readonly BankHoliday[]>>;
}

/** The calendar in this repository. */
export const committedCalendar: WorkingCalendar = committed;

export type DayKind = 'working' | 'weekend' | 'bankHoliday' | 'notKnown';

export function dayKind(day: Day, nation: Nation, calendar: WorkingCalendar): DayKind {
  if (bankHolidayOn(day, nation, calendar)) return 'bankHoliday';
  if (isWeekend(day)) return 'weekend';
  const year = Number(day.slice(0, 4));
  return year >= calendar.firstYear && year <= calendar.lastYear ? 'working' : 'notKnown';
}

export function bankHolidayOn(day: Day, nation: Nation, calendar: WorkingCalendar): BankHoliday | undefined {
  return calendar.holidays[nation].find((holiday) => holiday.date === day);
}

/**
 * Years a list of days off covers whole. GOV.UK always lists something for New Year and something for Christmas,
 * substitutes included, so a year without one of them was published only in part.
 */
export function wholeYears(holidays: readonly BankHoliday[]): readonly number[] {
  const years = [...new Set(holidays.map(({ date }) => Number(date.slice(0, 4))))];
  const dates = holidays.map(({ date }) => date);
  return years.filter(
    (year) =>
      dates.some((date) => date >= `${year}-01-01` && date <= `${year}-01-04`) &&
      dates.some((date) => date >= `${year}-12-25` && date <= `${year}-12-31`),
  );
}

const listSchema = z
  .array(z.strictObject({ date: z.iso.date(), title: z.string().min(1) }))
  .min(1)
  .refine(
    (list) => list.every((holiday, i) => i === 0 || (list[i - 1]?.date ?? '') < holiday.date),
    'list the days in order, each once',
  );

/** What a calendar file must hold. Every year from first to last is covered whole in every nation. */
export const workingCalendarSchema: z.ZodType<WorkingCalendar> = z
  .strictObject({
    source: z.url(),
    checked: z.iso.date(),
    firstYear: z.int(),
    lastYear: z.int(),
    holidays: z.strictObject({ 'england-and-wales': listSchema, scotland: listSchema, 'northern-ireland': listSchema }),
  })
  .superRefine((calendar, context) => {
    for (const nation of nations) {
      const covered = wholeYears(calendar.holidays[nation]);
      for (let year = calendar.firstYear; year <= calendar.lastYear; year++) {
        if (covered.includes(year)) continue;
        context.addIssue({ code: 'custom', path: ['holidays', nation], message: `${year} is not covered whole` });
      }
    }
  });
