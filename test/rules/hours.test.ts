import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { committedCalendar as calendar, nations } from '../../rules/calendar.ts';
import { closesAt, type Hours, isOpen, merged, nextOpening } from '../../rules/hours.ts';
import { hoursSchema } from '../../rules/hours-file.ts';
import { sayHours } from '../../rules/hours-said.ts';

const nation = 'england-and-wales';
const hours = (written: unknown): Hours => hoursSchema.parse(written);
const at = (moment: string) => new Date(moment);

const careLine = hours({ weekdays: '17:00-09:00', weekends: 'all day', bankHolidays: 'all day' });
const office = hours({ weekdays: '09:00-17:00', bankHolidays: 'closed' });
const shop = hours({ everyDay: '10:00-12:30, 13:30-18:00', sunday: 'closed', bankHolidays: '11:00-15:00' });
const asUsual = hours({ weekdays: '09:00-17:00', bankHolidays: 'as usual' });
const fridayNight = hours({ friday: '22:00-02:00', bankHolidays: 'closed' });
const thursdayNight = hours({ thursday: '22:00-02:00', bankHolidays: 'closed' });
const afterADay = hours({ thursday: '09:00-17:00', friday: '22:00-02:00', bankHolidays: 'closed' });
/** Three weeks lie between the one before and Christmas Day. */
const onBankHolidays = hours({ bankHolidays: '10:00-12:00' });
const butBankHolidays = hours({ everyDay: 'all day', bankHolidays: 'closed' });

describe('open now', () => {
  test.each([
    ['an evening line on Monday evening', careLine, '2026-11-23T18:30:00Z', true],
    ['at the minute it opens', careLine, '2026-11-23T17:00:00Z', true],
    ['the minute before', careLine, '2026-11-23T16:59:59Z', false],
    ['at 3 on Tuesday morning, run on from Monday', careLine, '2026-11-24T03:00:00Z', true],
    ['at 9 it has closed', careLine, '2026-11-24T09:00:00Z', false],
    ['at 3 on Monday morning, after a whole Sunday', careLine, '2026-11-23T03:00:00Z', true],
    ['at noon on Saturday', careLine, '2026-11-28T12:00:00Z', true],
    ['at noon on Christmas Day, a Friday', careLine, '2026-12-25T12:00:00Z', true],
    ['at noon on the substitute for Boxing Day', careLine, '2026-12-28T12:00:00Z', true],
    ['the morning after bank holidays', careLine, '2026-12-29T08:59:00Z', true],
    ['the office on Christmas Day', office, '2026-12-25T12:00:00Z', false],
    ['the office as usual on Christmas Day', asUsual, '2026-12-25T12:00:00Z', true],
    ['own hours on a bank holiday', shop, '2026-12-28T10:30:00Z', false],
    ['within them', shop, '2026-12-28T14:59:00Z', true],
    ['in the lunch break', shop, '2026-11-23T13:00:00Z', false],
    ['Friday night runs into Saturday', fridayNight, '2026-11-28T01:59:00Z', true],
    ['but Friday does not begin with it', fridayNight, '2026-11-27T01:00:00Z', false],
    ['nor after a Thursday that closed at five', afterADay, '2026-11-27T01:00:00Z', false],
    ['nor does a night run on into a bank holiday that is closed', thursdayNight, '2026-12-25T01:00:00Z', false],
    ['in summer, by the clock on the wall', office, '2026-07-01T08:00:00Z', true],
    ['at the end of a summer day', office, '2026-07-01T16:00:00Z', false],
    ['on the Sunday the clocks go forward', careLine, '2026-03-29T01:30:00Z', true],
    ['on the Monday after the clocks went back', careLine, '2026-10-26T09:00:00Z', false],
  ])('%s', (_, line, moment, expected) => expect(isOpen(line, at(moment), nation, calendar)).toBe(expected));

  test('the nation decides the bank holiday', () => {
    const standrews = at('2026-11-30T12:00:00Z');
    expect(isOpen(office, standrews, 'scotland', calendar)).toBe(false);
    expect(isOpen(office, standrews, 'england-and-wales', calendar)).toBe(true);
  });

  test('past the calendar it is known only where a bank holiday would change nothing', () => {
    expect(isOpen(office, at('2029-06-04T12:00:00Z'), nation, calendar)).toBe('not known');
    expect(isOpen(office, at('2029-06-04T20:00:00Z'), nation, calendar)).toBe(false);
    expect(isOpen(asUsual, at('2029-06-04T12:00:00Z'), nation, calendar)).toBe(true);
    expect(nextOpening(office, at('2029-06-04T07:00:00Z'), nation, calendar)).toBe('not known');
    expect(closesAt(careLine, at('2029-06-04T20:00:00Z'), nation, calendar)).toBe('not known');
  });

  test('a clock that cannot be right: only a line that never closes is known to be open', () => {
    for (const moment of [new Date(0), new Date(Number.NaN)]) {
      expect(isOpen(office, moment, nation, calendar)).toBe('not known');
      expect(nextOpening(office, moment, nation, calendar)).toBe('not known');
      expect(closesAt(office, moment, nation, calendar)).toBe('not known');
      expect(isOpen({ kind: 'always' }, moment, nation, calendar)).toBe(true);
    }
  });
});

describe('next opening and closing', () => {
  test.each([
    ['the office on Friday evening opens on Monday', office, '2026-11-27T18:30:00Z', '2026-11-30T09:00:00Z'],
    ['before opening, the same day', office, '2026-11-27T06:00:00Z', '2026-11-27T09:00:00Z'],
    ['over Christmas', office, '2026-12-24T18:30:00Z', '2026-12-29T09:00:00Z'],
    ['over Easter', office, '2026-04-02T18:30:00Z', '2026-04-07T08:00:00Z'],
    ['after the lunch break', shop, '2026-11-23T12:45:00Z', '2026-11-23T13:30:00Z'],
    ['open now: the moment itself', office, '2026-11-23T12:00:00Z', '2026-11-23T12:00:00Z'],
    ['the clocks go back on the way', office, '2026-10-23T18:00:00Z', '2026-10-26T09:00:00Z'],
    [
      'inside the hour that is lost in spring',
      hours({ sunday: '01:30-05:00', bankHolidays: 'closed' }),
      '2026-03-29T00:10:00Z',
      '2026-03-29T01:30:00Z',
    ],
  ])('%s', (_, line, moment, expected) => {
    expect(nextOpening(line, at(moment), nation, calendar)).toEqual(at(expected));
  });

  test.each([
    ['the office at five', office, '2026-11-23T12:00:00Z', '2026-11-23T17:00:00Z'],
    ['a summer office at five British Summer Time', office, '2026-07-01T12:00:00Z', '2026-07-01T16:00:00Z'],
    ['the evening line at nine the next day', careLine, '2026-11-23T18:30:00Z', '2026-11-24T09:00:00Z'],
    ['the weekend through to Monday', careLine, '2026-11-27T18:30:00Z', '2026-11-30T09:00:00Z'],
    ['Christmas through to Tuesday', careLine, '2026-12-24T18:30:00Z', '2026-12-29T09:00:00Z'],
    [
      'a day that ends at midnight',
      hours({ saturday: 'all day', bankHolidays: 'closed' }),
      '2026-11-28T12:00:00Z',
      '2026-11-29T00:00:00Z',
    ],
    [
      'a day that ends at midnight, though the next one opens later',
      hours({ friday: 'all day', saturday: '10:00-12:00', bankHolidays: 'closed' }),
      '2026-11-27T12:00:00Z',
      '2026-11-28T00:00:00Z',
    ],
  ])('closes: %s', (_, line, moment, expected) => {
    expect(closesAt(line, at(moment), nation, calendar)).toEqual(at(expected));
  });

  test('a line that never closes, and one that never opens', () => {
    const never = hours({ bankHolidays: 'closed' });
    const everyDay = hours({ everyDay: 'all day', bankHolidays: 'all day' });
    const moment = at('2026-11-23T12:00:00Z');
    expect(closesAt({ kind: 'always' }, moment, nation, calendar)).toBe('never');
    expect(closesAt(everyDay, moment, nation, calendar)).toBe('never');
    expect(nextOpening(never, moment, nation, calendar)).toBe('never');
    expect(closesAt(never, moment, nation, calendar)).toBe('closed');
  });

  test('looks three weeks ahead, and no further', () => {
    const [within, beyond] = [at('2026-12-04T13:00:00Z'), at('2026-12-03T13:00:00Z')];
    expect(nextOpening(onBankHolidays, within, nation, calendar)).toEqual(at('2026-12-25T10:00:00Z'));
    expect(nextOpening(onBankHolidays, beyond, nation, calendar)).toBe('never');
    expect(closesAt(butBankHolidays, within, nation, calendar)).toEqual(at('2026-12-25T00:00:00Z'));
    expect(closesAt(butBankHolidays, beyond, nation, calendar)).toBe('never');
  });

  test('what touches is one; what is empty is nothing', () => {
    const range = (from: number, to: number) => ({ from, to });
    expect(merged([range(600, 700), range(0, 0), range(500, 600), range(800, 900)])).toEqual([
      range(500, 700),
      range(800, 900),
    ]);
    expect(merged([range(500, 900), range(600, 700)])).toEqual([range(500, 900)]);
  });

  const lines = fc.constantFrom(careLine, office, shop, asUsual, fridayNight);
  const moments = fc.date({ min: new Date('2024-01-02'), max: new Date('2028-11-01'), noInvalidDate: true });

  test('a line is open when it opens, closed when it closes, and neither lies in the past', () => {
    fc.assert(
      fc.property(lines, moments, fc.constantFrom(...nations), (line, moment, where) => {
        const opens = nextOpening(line, moment, where, calendar);
        if (!(opens instanceof Date)) throw new Error('every one of these lines opens within a week');
        expect(opens.getTime()).toBeGreaterThanOrEqual(moment.getTime());
        expect(isOpen(line, opens, where, calendar)).toBe(true);
        const closes = closesAt(line, opens, where, calendar);
        if (!(closes instanceof Date)) throw new Error('every one of these lines closes within a week');
        expect(closes.getTime()).toBeGreaterThan(opens.getTime());
        expect(isOpen(line, closes, where, calendar)).toBe(false);
        expect(isOpen(line, new Date(closes.getTime() - 1), where, calendar)).toBe(true);
      }),
    );
  });
});

describe('hours as they are written', () => {
  test.each([
    ['5pm-9am'],
    ['25:00-26:00'],
    ['09:60-10:00'],
    ['09:00'],
    ['09:00-09:00'],
    ['24:00-09:00'],
    [''],
    ['09:00-17:00,'],
  ])('"%s" is refused', (text) => {
    expect(hoursSchema.safeParse({ weekdays: text, bankHolidays: 'closed' }).success).toBe(false);
  });

  test('bank holidays must be given', () => {
    expect(hoursSchema.safeParse({ weekdays: '09:00-17:00' }).error?.issues[0]).toMatchObject({
      path: ['bankHolidays'],
      message: expect.stringContaining('bank holidays'),
    });
  });

  test('a day named on its own wins', () => {
    const friday = hours({ weekdays: '09:00-17:00', friday: '09:00-16:30', bankHolidays: 'closed' });
    expect(isOpen(friday, at('2026-11-27T16:45:00Z'), nation, calendar)).toBe(false);
    expect(isOpen(friday, at('2026-11-26T16:45:00Z'), nation, calendar)).toBe(true);
  });
});

describe('hours in words', () => {
  test.each([
    [{ kind: 'always' } as Hours, '24 hours, every day.'],
    [office, 'Monday to Friday, 9am to 5pm. Closed on bank holidays.'],
    [careLine, 'Monday to Friday, 5pm to 9am the next day. Saturday and Sunday, all day. Bank holidays, all day.'],
    [shop, 'Monday to Saturday, 10am to 12.30pm and 1.30pm to 6pm. Bank holidays, 11am to 3pm.'],
    [asUsual, 'Monday to Friday, 9am to 5pm. The same on bank holidays.'],
    [fridayNight, 'Friday, 10pm to 2am the next day. Closed on bank holidays.'],
    [
      hours({ everyDay: '08:00-24:00', bankHolidays: 'as usual' }),
      'Every day, 8am to midnight. The same on bank holidays.',
    ],
    [hours({ bankHolidays: '09:00-12:00' }), 'Closed all week. Bank holidays, 9am to noon.'],
  ])('%#', (line, said) => expect(sayHours(line)).toBe(said));
});
