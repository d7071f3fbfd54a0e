import { describe, expect, test } from 'vitest';
import { committedCalendar } from '../../rules/calendar.ts';
import { siteOf } from '../../rules/local.ts';
import { isDayOver } from '../../rules/site-day.ts';
import { parseOrganisation } from '../../src/organisation/file.ts';
import { example } from '../support/every-message.ts';

const over = (moment: string, day?: unknown) => {
  const written = { ...example, localDuties: [], sites: example.sites.slice(0, 1) };
  const [site] = written.sites;
  const organisation = { ...written, sites: [{ ...site, day } as (typeof written.sites)[number]] };
  return isDayOver(siteOf(organisation, undefined), {
    organisation,
    calendar: committedCalendar,
    moment: new Date(moment),
  });
};
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
