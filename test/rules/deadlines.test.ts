import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { committedCalendar, dayKind, type Nation, nations } from '../../rules/calendar.ts';
import { type Due, dueBy, soonestDue } from '../../rules/deadlines.ts';
import { dayOf, daysLater } from '../../rules/london.ts';

const calendar = committedCalendar;
const today = { kind: 'today', urgent: false } as const;

function due(deadline: Parameters<typeof dueBy>[0], moment: string, nation: Nation = 'england-and-wales'): Due {
  return dueBy(deadline, new Date(moment), nation, calendar);
}

function counted(moment: string, days: number, nation?: Nation): readonly string[] {
  const answer = due({ kind: 'workingDays', days }, moment, nation);
  return answer.kind === 'workingDays' ? answer.counted : [];
}

describe('today ends at midnight in London, with the time that really is left', () => {
  test.each([
    ['a Monday evening', '2026-11-23T18:30:31Z', '2026-11-23', '2026-11-24T00:00:00Z', 5 * 60 + 29],
    ['Friday at 23:59', '2026-11-27T23:59:00Z', '2026-11-27', '2026-11-28T00:00:00Z', 1],
    ['half a minute before midnight', '2026-11-27T23:59:30Z', '2026-11-27', '2026-11-28T00:00:00Z', 0],
    ['midnight itself is the new day', '2026-11-28T00:00:00Z', '2026-11-28', '2026-11-29T00:00:00Z', 24 * 60],
    ['in summer, 23:30 UTC is tomorrow', '2026-07-01T23:30:00Z', '2026-07-02', '2026-07-02T23:00:00Z', 23 * 60 + 30],
    ['the spring day has 23 hours', '2026-03-29T00:00:00Z', '2026-03-29', '2026-03-29T23:00:00Z', 23 * 60],
    ['the evening before the clocks go forward', '2026-03-28T23:30:00Z', '2026-03-28', '2026-03-29T00:00:00Z', 30],
    ['the autumn day has 25 hours', '2026-10-24T23:00:00Z', '2026-10-25', '2026-10-26T00:00:00Z', 25 * 60],
    ['the second 1.30 of the autumn night', '2026-10-25T01:30:00Z', '2026-10-25', '2026-10-26T00:00:00Z', 22 * 60 + 30],
    ['Christmas Eve', '2026-12-24T18:30:00Z', '2026-12-24', '2026-12-25T00:00:00Z', 5 * 60 + 30],
    ['past the calendar, which it does not need', '2031-05-01T11:00:00Z', '2031-05-01', '2031-05-01T23:00:00Z', 720],
  ])('%s', (_, moment, day, end, minutesLeft) => {
    expect(due(today, moment)).toEqual({ kind: 'today', urgent: false, day, end: new Date(end), minutesLeft });
  });

  test('of several nations, the one where a limit ends soonest', () => {
    const limit = { kind: 'workingDays', days: 1 } as const;
    // Saint Andrew's day is a bank holiday in Scotland alone.
    const moment = new Date('2026-11-27T12:00:00Z');
    const ends = (candidates: readonly Nation[]) => soonestDue(limit, moment, candidates, calendar);
    expect(ends(['scotland'])).toMatchObject({ counted: ['2026-12-01'] });
    expect(ends(['scotland', 'england-and-wales'])).toMatchObject({ counted: ['2026-11-30'] });
    expect(() => ends([])).toThrow(RangeError);
  });

  test('urgency is kept', () => {
    expect(due({ kind: 'today', urgent: true }, '2026-11-23T18:30:00Z')).toMatchObject({ kind: 'today', urgent: true });
  });
});

describe('within working days: day 1 is the first working day after the day of the report', () => {
  test.each([
    ['an ordinary Monday', '2026-11-23T18:30:00Z', 2, ['2026-11-24', '2026-11-25']],
    ['Friday at 23:59', '2026-11-27T23:59:59Z', 1, ['2026-11-30']],
    ['Saturday', '2026-11-28T09:00:00Z', 1, ['2026-11-30']],
    [
      'the Thursday before Easter',
      '2024-03-28T12:00:00Z',
      5,
      ['2024-04-02', '2024-04-03', '2024-04-04', '2024-04-05', '2024-04-08'],
    ],
    [
      'Christmas Eve',
      '2025-12-24T16:00:00Z',
      5,
      ['2025-12-29', '2025-12-30', '2025-12-31', '2026-01-02', '2026-01-05'],
    ],
    ['Christmas with a substitute Boxing Day', '2026-12-24T16:00:00Z', 1, ['2026-12-29']],
    ['a summer evening that is already tomorrow', '2026-07-01T23:30:00Z', 1, ['2026-07-03']],
    ['the weekend the clocks go forward', '2026-03-27T12:00:00Z', 2, ['2026-03-30', '2026-03-31']],
    ['the weekend the clocks go back', '2026-10-23T12:00:00Z', 2, ['2026-10-26', '2026-10-27']],
  ])('%s', (_, moment, days, expected) => expect(counted(moment, days)).toEqual(expected));

  test.each([
    [
      '2026-04-02T12:00:00Z',
      { 'england-and-wales': '2026-04-07', scotland: '2026-04-06', 'northern-ireland': '2026-04-07' },
    ],
    [
      '2026-01-01T12:00:00Z',
      { 'england-and-wales': '2026-01-02', scotland: '2026-01-05', 'northern-ireland': '2026-01-02' },
    ],
    [
      '2026-07-10T12:00:00Z',
      { 'england-and-wales': '2026-07-13', scotland: '2026-07-13', 'northern-ireland': '2026-07-14' },
    ],
    [
      '2026-06-12T12:00:00Z',
      { 'england-and-wales': '2026-06-15', scotland: '2026-06-16', 'northern-ireland': '2026-06-15' },
    ],
  ])('the nations differ: day 1 after %s', (moment, expected) => {
    expect(Object.fromEntries(nations.map((nation) => [nation, counted(moment, 1, nation)[0]]))).toEqual(expected);
  });

  test('the limit is the end of the last day, and bank holidays passed over are named', () => {
    expect(due({ kind: 'workingDays', days: 1 }, '2026-12-24T16:00:00Z')).toMatchObject({
      end: new Date('2026-12-30T00:00:00Z'),
      skipped: [
        { date: '2026-12-25', title: 'Christmas Day' },
        { date: '2026-12-28', title: 'Boxing Day' },
      ],
    });
  });

  test('past the calendar the answer is "not known", with the days that could be counted', () => {
    const deadline = { kind: 'workingDays', days: 5 } as const;
    expect(due(deadline, '2028-12-27T12:00:00Z')).toEqual({
      kind: 'notKnown',
      because: 'calendar',
      deadline,
      counted: ['2028-12-28', '2028-12-29'],
    });
    expect(due(deadline, '2035-06-01T12:00:00Z')).toMatchObject({ kind: 'notKnown', because: 'calendar', counted: [] });
  });

  test('only a whole number from 1 can be counted', () => {
    for (const days of [0, -1, 1.5, Number.NaN, 261])
      expect(() => due({ kind: 'workingDays', days }, '2026-11-23T12:00:00Z')).toThrow(RangeError);
  });

  test.each([
    [0, false],
    [1, true],
    [260, true],
    [261, false],
    [1.5, false],
  ])('%s working days can be counted: %s', (days, can) => {
    const count = () => dueBy({ kind: 'workingDays', days }, new Date('2026-11-23T12:00:00Z'), 'scotland', calendar);
    if (can) expect(count).not.toThrow();
    else expect(count).toThrow(RangeError);
  });

  test('n working days later is a working day, and exactly n working days lie between', () => {
    const moments = fc.date({ min: new Date('2024-01-01'), max: new Date('2028-10-01'), noInvalidDate: true });
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 20 }), fc.constantFrom(...nations), (moment, days, nation) => {
        const answer = dueBy({ kind: 'workingDays', days }, moment, nation, calendar);
        if (answer.kind !== 'workingDays') throw new Error('this lies within the calendar');
        const last = answer.counted.at(-1) ?? '';
        const between: string[] = [];
        for (let day = daysLater(dayOf(moment), 1); day <= last; day = daysLater(day, 1)) between.push(day);
        const working = between.filter((day) => dayKind(day, nation, calendar) === 'working');
        expect(answer.counted).toEqual(working);
        expect(working).toHaveLength(days);
        expect(dayOf(new Date(answer.end.getTime() - 1))).toBe(last);
      }),
    );
  });
});

describe('no limit stated', () => {
  test('our precaution comes with its instant', () => {
    expect(due({ kind: 'notStated', precaution: 'today' }, '2026-11-23T18:30:00Z')).toMatchObject({
      kind: 'notStated',
      precaution: { kind: 'today', minutesLeft: 330 },
    });
  });
  test.each([
    ['now', { kind: 'now' }],
    ['none', 'none'],
  ] as const)('precaution %s', (precaution, expected) => {
    expect(due({ kind: 'notStated', precaution }, '2026-11-23T18:30:00Z')).toEqual({
      kind: 'notStated',
      precaution: expected,
    });
  });
});

describe('a clock that cannot be right', () => {
  test.each([['1970-01-01T00:00:00Z'], ['2000-01-01T00:00:00Z'], ['not a date'], ['+275760-09-13T00:00:00Z']])(
    '%s is said, and nothing crashes',
    (moment) => {
      const clock = { kind: 'notKnown', because: 'clock', counted: [] };
      expect(due(today, moment)).toEqual({ ...clock, deadline: today });
      expect(due({ kind: 'workingDays', days: 5 }, moment)).toMatchObject(clock);
      expect(due({ kind: 'notStated', precaution: 'today' }, moment)).toMatchObject({ precaution: clock });
      expect(due({ kind: 'now' }, moment)).toEqual({ kind: 'now' });
    },
  );
});
