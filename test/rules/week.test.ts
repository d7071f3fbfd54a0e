/** What is shown of a week ahead is what will be so at each moment of it. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { committedCalendar } from '../../rules/calendar.ts';
import { ringOrder } from '../../rules/on-cover.ts';
import { weekAhead } from '../../rules/week.ts';
import { organisationWith, writtenOrganisation } from '../support/organisation.ts';

const [school] = writtenOrganisation.sites;
const away = (person: object | undefined, leave: object) => person && { ...person, away: [leave] };
const day = fc
  .integer({ min: 0, max: 40 })
  .map((ahead) => new Date(Date.UTC(2026, 11, 1 + ahead)).toISOString().slice(0, 10));
const leave = fc.tuple(day, day).map((days) => ({ from: days.toSorted()[0], to: days.toSorted()[1] }));

it('at every minute of the next seven days those stand in it who can be rung then, whatever leave and holidays', () => {
  const minute = 60_000;
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2026-12-01'), max: new Date('2027-01-10'), noInvalidDate: true }),
      leave,
      fc.array(fc.integer({ min: 0, max: 7 * 24 * 60 - 1 }), { minLength: 20, maxLength: 20 }),
      (moment, off, minutes) => {
        const organisation = organisationWith({
          sites: [{ ...school, leads: school?.leads.map((lead) => away(lead, off)), head: away(school?.head, off) }],
        });
        const [site] = organisation.sites;
        if (!site) throw new Error('No site');
        const known = { organisation, calendar: committedCalendar };
        const week = weekAhead(site, { ...known, moment });
        expect(week[0]?.from).toEqual(moment);
        for (const [i, { from }] of week.entries()) if (i > 0) expect(from).toEqual(week[i - 1]?.to);
        expect(week.at(-1)?.to.getTime()).toBe(moment.getTime() + 7 * 24 * 60 * minute);
        for (const passed of minutes) {
          const at = new Date(moment.getTime() + passed * minute);
          const shown = week.find(({ from, to }) => from <= at && at < to)?.now ?? [];
          const { now } = ringOrder(site, 'open', { ...known, moment: at });
          expect(shown.map(({ person }) => person.id)).toEqual(now.map(({ person }) => person.id));
        }
      },
    ),
    { numRuns: 60 },
  );
});
