import { describe, expect, test } from 'vitest';
import { committedCalendar } from '../../rules/calendar.ts';
import { hoursSchema } from '../../rules/hours-file.ts';
import { siteOf } from '../../rules/local.ts';
import { dayEnds, isDayOver } from '../../rules/site-day.ts';
import { parseOrganisation } from '../../src/organisation/file.ts';
import { example } from '../support/every-message.ts';

const asked = <T>(ask: (...given: Parameters<typeof isDayOver>) => T, moment: string, day?: unknown) => {
  const written = { ...example, localDuties: [], sites: example.sites.slice(0, 1) };
  const [site] = written.sites;
  const organisation = { ...written, sites: [{ ...site, day } as (typeof written.sites)[number]] };
  return ask(siteOf(organisation, undefined), { organisation, calendar: committedCalendar, moment: new Date(moment) });
};
const over = (moment: string, day?: unknown) => asked(isDayOver, moment, day);
const ends = (moment: string, day?: unknown) => asked(dayEnds, moment, day)?.toISOString();
const school = example.sites[0]?.day;

describe('the day at a site', () => {
  test('is over once it has closed, and not before it opens', () => {
    expect(over('2026-11-25T07:00:00Z', school)).toBe(false);
    expect(over('2026-11-25T15:10:00Z', school)).toBe(false);
    expect(over('2026-11-25T16:29:00Z', school)).toBe(false);
    expect(over('2026-11-25T16:30:00Z', school)).toBe(true);
  });

  test('is none at the weekend and on a bank holiday', () => {
    expect(over('2026-11-28T11:00:00Z', school)).toBe(true);
    expect(over('2026-12-25T11:00:00Z', school)).toBe(true);
  });

  test('is the one of London, in summer too', () => {
    expect(over('2026-07-01T15:29:00Z', school)).toBe(false);
    expect(over('2026-07-01T15:30:00Z', school)).toBe(true);
  });

  test('runs until six in the evening where the file does not say', () => {
    expect(over('2026-11-25T17:59:00Z')).toBe(false);
    expect(over('2026-11-25T18:00:00Z')).toBe(true);
  });

  test('is not over where nobody can know: a clock that cannot be right, a year whose holidays are not known', () => {
    expect(over('1970-01-01T23:00:00Z', school)).toBe(false);
    expect(over('2090-06-14T11:00:00Z', school)).toBe(false);
  });
});

describe('the end of the day at a site', () => {
  const split = hoursSchema.parse({ weekdays: '08:00-12:00, 13:00-15:00', bankHolidays: 'closed' });
  const night = hoursSchema.parse({ weekdays: '20:00-08:00', bankHolidays: 'closed' });

  test.each([
    ['in the middle of it', '2026-11-25T10:00:00Z', school, '2026-11-25T16:30:00.000Z'],
    ['before it begins', '2026-11-25T07:00:00Z', school, '2026-11-25T16:30:00.000Z'],
    ['by the clock on the wall in summer', '2026-07-01T10:00:00Z', school, '2026-07-01T15:30:00.000Z'],
    ['the last part counts', '2026-11-25T09:00:00Z', split, '2026-11-25T15:00:00.000Z'],
    ['in the gap', '2026-11-25T12:30:00Z', split, '2026-11-25T15:00:00.000Z'],
    ['six where the file does not say', '2026-11-25T09:00:00Z', undefined, '2026-11-25T18:00:00.000Z'],
  ])('%s', (_, moment, day, expected) => expect(ends(moment, day)).toBe(expected));

  test.each([
    ['it is over', '2026-11-25T16:30:00Z', school],
    ['there is none', '2026-11-28T10:00:00Z', school],
    ['it is over where the file does not say', '2026-11-25T18:00:00Z', undefined],
    ['it runs on past midnight', '2026-11-25T21:00:00Z', night],
    ['nobody knows whether there is one', '2090-06-14T11:00:00Z', school],
    ['the clock cannot be right', '1970-01-01T10:00:00Z', undefined],
  ])('nothing: %s', (_, moment, day) => expect(ends(moment, day)).toBeUndefined());

  test('nobody knows where: the day is taken to end at six', () => {
    const at = { organisation: example, calendar: committedCalendar, moment: new Date('2026-11-25T09:00:00Z') };
    expect(dayEnds(undefined, at)).toEqual(new Date('2026-11-25T18:00:00Z'));
  });
});

test('a day that cannot be read is refused with its place and the way to write it', () => {
  const written = (day: string) => `
name: One
councils: [{ id: here, name: Here, nation: scotland, childrensSocialCare: {} }]
sites:
  - id: one
    name: One
    kind: school
    ladoArea: here
    day: ${day}
    leads: [{ id: lead, name: Lead, phone: "01632 960101", cover: always }]
`;
  expect(parseOrganisation(written('{ weekdays: "08:00-15:00", bankHolidays: closed }')).sites[0]?.day).toBeDefined();
  for (const bad of ['school hours', '{ weekdays: "3pm", bankHolidays: closed }', '{ weekdays: "08:00-15:00" }'])
    expect(() => parseOrganisation(written(bad)), bad).toThrow(/day/);
});
