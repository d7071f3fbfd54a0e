import { describe, expect, test } from 'vitest';
import { sayDate, sayDay, sayDue, sayOpening, saySum, sayTime, sayWhen } from '../../dialogs/said.ts';
import { committedCalendar } from '../../rules/calendar.ts';
import { dueBy } from '../../rules/deadlines.ts';
import type { Deadline } from '../../rules/outcome.ts';

const at = (moment: string) => new Date(moment);
const due = (deadline: Deadline, moment: string) => dueBy(deadline, at(moment), 'england-and-wales', committedCalendar);

test('days', () => {
  expect(sayDay('2026-11-27')).toBe('Friday 27 November');
  expect(sayDate('2027-01-04')).toBe('Monday 4 January 2027');
});

test.each([
  ['2026-11-27T16:30:00Z', '4.30pm'],
  ['2026-11-27T09:05:00Z', '9.05am'],
  ['2026-11-27T12:00:00Z', 'noon'],
  ['2026-11-27T12:15:00Z', '12.15pm'],
  ['2026-11-27T00:00:00Z', 'midnight'],
  ['2026-11-27T00:20:00Z', '12.20am'],
  ['2026-07-01T16:30:00Z', '5.30pm'],
])('%s is %s', (moment, said) => expect(sayTime(at(moment))).toBe(said));

test('when, seen from now', () => {
  const now = at('2026-11-27T18:30:00Z');
  expect(sayWhen(at('2026-11-27T20:00:00Z'), now)).toBe('today at 8pm');
  expect(sayWhen(at('2026-11-28T09:00:00Z'), now)).toBe('tomorrow at 9am');
  expect(sayWhen(at('2026-11-30T09:00:00Z'), now)).toBe('Monday 30 November at 9am');
  expect(sayWhen(at('2026-11-28T00:00:00Z'), now)).toBe('today at midnight');
  expect(sayWhen(at('2026-12-01T00:00:00Z'), now)).toBe('Monday 30 November at midnight');
});

describe('by when', () => {
  test.each<[Deadline, string, string]>([
    [{ kind: 'now' }, '2026-11-23T18:30:30Z', 'now'],
    [{ kind: 'today', urgent: false }, '2026-11-23T18:30:30Z', 'today'],
    [{ kind: 'today', urgent: true }, '2026-11-23T18:30:30Z', 'as soon as you can today'],
    [{ kind: 'workingDays', days: 5 }, '2024-03-28T12:00:00Z', 'by the end of Monday 8 April'],
    [{ kind: 'notStated', precaution: 'none' }, '2026-11-23T18:30:30Z', 'no time limit is given'],
    [{ kind: 'notStated', precaution: 'now' }, '2026-11-23T18:30:30Z', 'now'],
    [{ kind: 'notStated', precaution: 'today' }, '2026-11-23T18:30:30Z', 'today'],
    [{ kind: 'today', urgent: false }, '1970-01-01T00:00:00Z', 'today'],
    [{ kind: 'notStated', precaution: 'today' }, '1970-01-01T00:00:00Z', 'today'],
    [
      { kind: 'workingDays', days: 1 },
      '1970-01-01T00:00:00Z',
      'within 1 working day (we do not know the date, so count the days yourself)',
    ],
    [
      { kind: 'workingDays', days: 5 },
      '2028-12-28T12:00:00Z',
      'within 5 working days (we do not have the bank holidays for that time, so ring to ask for the date)',
    ],
  ])('%j at %s: %s', (deadline, moment, said) => expect(sayDue(due(deadline, moment))).toBe(said));

  test('the sum is shown, with the bank holidays that do not count', () => {
    const sum = (moment: string, days: number) => {
      const answer = due({ kind: 'workingDays', days }, moment);
      return answer.kind === 'workingDays' ? saySum(answer) : '';
    };
    expect(sum('2026-11-23T12:00:00Z', 2)).toBe('Day 1 is Tuesday 24 November. Day 2 is Wednesday 25 November.');
    expect(sum('2026-04-02T12:00:00Z', 1)).toBe(
      'Day 1 is Tuesday 7 April. Friday 3 April is a bank holiday (Good Friday) and does not count. ' +
        'Monday 6 April is a bank holiday (Easter Monday) and does not count.',
    );
  });
});

describe('open or not', () => {
  const now = at('2026-11-27T18:30:00Z');
  test.each([
    [{ openNow: true }, 'Open now.'],
    [{ openNow: true, closes: at('2026-11-27T20:00:00Z') }, 'Open now, until 8pm.'],
    [{ openNow: true, closes: at('2026-11-28T00:00:00Z') }, 'Open now, until midnight.'],
    [{ openNow: true, closes: at('2026-11-30T09:00:00Z') }, 'Open now, until Monday 30 November at 9am.'],
    [{ openNow: false, opens: at('2026-11-28T09:00:00Z') }, 'Closed now. Opens tomorrow at 9am.'],
    [{ openNow: false }, 'Closed now.'],
    [{ openNow: 'not known' }, 'We do not know if it is open now.'],
  ] as const)('%j: %s', (contact, said) => expect(sayOpening(contact, now)).toBe(said));
});
