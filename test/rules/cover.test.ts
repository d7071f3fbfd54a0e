import { expect, test } from 'vitest';
import { gapsIn } from '../../rules/cover.ts';
import { hoursSchema } from '../../rules/hours-file.ts';

const gaps = (...written: unknown[]) => gapsIn(written.map((hours) => hoursSchema.parse(hours)));
const none = { week: [], bankHoliday: [], dayAfter: [] };

test('somebody is always there', () => {
  expect(gaps('always')).toEqual(none);
  expect(
    gaps(
      { weekdays: '08:00-18:00', bankHolidays: 'closed' },
      { weekdays: '18:00-08:00', weekends: 'all day', bankHolidays: 'all day' },
    ),
  ).toEqual(none);
});

test('nobody at all', () => {
  expect(gaps()).toEqual({
    week: [{ fromDay: 'monday', from: 0, toDay: 'sunday', to: 1440 }],
    bankHoliday: [{ from: 0, to: 1440 }],
    dayAfter: [],
  });
});

test('a weekend is one gap, over Sunday night into Monday', () => {
  const { week } = gaps({
    weekdays: 'all day',
    monday: '09:00-24:00',
    friday: '00:00-18:00',
    bankHolidays: 'as usual',
  });
  expect(week).toEqual([{ fromDay: 'friday', from: 18 * 60, toDay: 'monday', to: 9 * 60 }]);
});

test('one missing quarter of an hour is found', () => {
  const { week } = gaps(
    { everyDay: '00:00-12:00', bankHolidays: 'all day' },
    { everyDay: '12:15-24:00', bankHolidays: 'closed' },
  );
  expect(week).toHaveLength(7);
  expect(week[2]).toEqual({ fromDay: 'wednesday', from: 720, toDay: 'wednesday', to: 735 });
});

test('bank holidays are looked at on their own', () => {
  expect(gaps({ everyDay: 'all day', bankHolidays: '09:00-17:00' }).bankHoliday).toEqual([
    { from: 0, to: 540 },
    { from: 1020, to: 1440 },
  ]);
});

test('the morning after a bank holiday on which the night duty was off', () => {
  const { week, dayAfter } = gaps(
    { weekdays: '09:00-17:00', bankHolidays: 'all day' },
    { weekdays: '17:00-09:00', weekends: 'all day', bankHolidays: 'closed' },
  );
  expect(week).toEqual([]);
  expect(dayAfter).toEqual([{ from: 0, to: 540 }]);
});

const allWeek = { weekdays: 'all day', weekends: 'all day', bankHolidays: 'all day' };

test.each([
  ['the week begins covered', { sunday: '00:00-18:00' }, ['tuesday 720 tuesday 1440', 'sunday 1080 sunday 1440']],
  ['the week ends covered', { monday: '09:00-24:00' }, ['monday 0 monday 540', 'tuesday 720 tuesday 1440']],
  [
    'neither: they are one gap, said last',
    { monday: '09:00-24:00', sunday: '00:00-18:00' },
    ['tuesday 720 tuesday 1440', 'sunday 1080 monday 540'],
  ],
])('gaps at the ends of a week: %s', (_, days, expected) => {
  const { week } = gaps({ ...allWeek, tuesday: '00:00-12:00', ...days });
  expect(week.map(({ fromDay, from, toDay, to }) => `${fromDay} ${from} ${toDay} ${to}`)).toEqual(expected);
});

test('a night runs on into the day after it, and into no other', () => {
  const { week } = gaps({ thursday: '22:00-02:00', bankHolidays: 'all day' });
  expect(week).toEqual([{ fromDay: 'friday', from: 120, toDay: 'thursday', to: 1320 }]);
});

test('a bank holiday after an ordinary day, and one after another', () => {
  expect(gaps({ everyDay: '00:00-20:00', bankHolidays: '17:00-09:00' }).bankHoliday).toEqual([{ from: 0, to: 1020 }]);
  expect(gaps({ everyDay: '17:00-09:00', bankHolidays: '09:00-17:00' }).bankHoliday).toEqual([
    { from: 0, to: 540 },
    { from: 1020, to: 1440 },
  ]);
});

test('no day follows a bank holiday on a Sunday: one that falls there has a substitute', () => {
  const { week, dayAfter } = gaps(
    { sunday: '17:00-09:00', bankHolidays: 'closed' },
    { ...allWeek, monday: '09:00-24:00', sunday: '00:00-17:00' },
  );
  expect([week, dayAfter]).toEqual([[], []]);
});
