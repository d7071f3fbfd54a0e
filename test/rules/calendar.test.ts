import { describe, expect, test } from 'vitest';
import {
  type BankHoliday,
  committedCalendar,
  dayKind,
  type nations,
  type WorkingCalendar,
  wholeYears,
  workingCalendarSchema,
} from '../../rules/calendar.ts';

const kind = (day: string, nation: (typeof nations)[number]) => dayKind(day, nation, committedCalendar);

describe('the committed calendar', () => {
  test('is sound: every year it claims is covered whole in every nation', () => {
    expect(workingCalendarSchema.safeParse(committedCalendar).success).toBe(true);
    expect([committedCalendar.firstYear, committedCalendar.lastYear]).toEqual([2024, 2028]);
  });

  test.each([
    ['2026-06-15', 'scotland', 'bankHoliday'],
    ['2026-06-15', 'england-and-wales', 'working'],
    ['2026-04-06', 'england-and-wales', 'bankHoliday'],
    ['2026-04-06', 'scotland', 'working'],
    ['2026-07-13', 'northern-ireland', 'bankHoliday'],
    ['2026-07-13', 'england-and-wales', 'working'],
    ['2026-12-26', 'england-and-wales', 'weekend'],
    ['2026-12-28', 'england-and-wales', 'bankHoliday'],
    ['2028-12-29', 'scotland', 'working'],
    ['2029-01-02', 'england-and-wales', 'notKnown'],
    ['2023-12-29', 'england-and-wales', 'notKnown'],
    ['2029-01-06', 'england-and-wales', 'weekend'],
  ] as const)('%s in %s is %s', (day, nation, expected) => expect(kind(day, nation)).toBe(expected));

  test('a year that was published only in part is refused', () => {
    const { scotland } = committedCalendar.holidays;
    const cut = scotland.filter(({ date }) => date < '2028-06-01');
    const checked = workingCalendarSchema.safeParse(withScotland(cut));
    expect(checked.error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
      ['holidays.scotland', '2028 is not covered whole'],
    ]);
  });

  test('days out of order, or twice, are refused', () => {
    const { scotland } = committedCalendar.holidays;
    expect(workingCalendarSchema.safeParse(withScotland(scotland)).success).toBe(true);
    expect(workingCalendarSchema.safeParse(withScotland(scotland.toReversed())).success).toBe(false);
    const twice = scotland.flatMap((holiday, i) => (i === 3 ? [holiday, holiday] : [holiday]));
    expect(workingCalendarSchema.safeParse(withScotland(twice)).success).toBe(false);
  });

  test.each<[string, readonly string[], readonly number[]]>([
    ['its first and last day off', ['2026-01-01', '2026-12-25'], [2026]],
    ['its substitutes at the very ends', ['2026-01-04', '2026-12-31'], [2026]],
    ['no New Year', ['2026-01-05', '2026-12-25'], []],
    ['New Year of another year', ['2025-12-26', '2026-12-25'], []],
    ['no Christmas', ['2026-01-01', '2026-12-24'], []],
    ['Christmas of another year', ['2026-01-01', '2027-12-25'], []],
  ])('a year is covered whole by New Year and Christmas: %s', (_, dates, years) => {
    expect(wholeYears(dates.map((date) => ({ date, title: 'A day off' })))).toEqual(years);
  });
});

function withScotland(scotland: readonly BankHoliday[]): WorkingCalendar {
  return { ...committedCalendar, holidays: { ...committedCalendar.holidays, scotland } };
}
