/** Who can be rung now, and in which order. Times are London's. */
import { describe, expect, it } from 'vitest';
import { committedCalendar } from '../../rules/calendar.ts';
import { coverOf, ringOrder } from '../../rules/on-cover.ts';
import { organisationWith, writtenOrganisation } from '../support/organisation.ts';

const winter = (text: string) => new Date(`${text}:00Z`);
const [school] = writtenOrganisation.sites;
const leave = (from: string, to: string) => ({ away: [{ from, to }] });

function order(moment: Date, allowed: 'open' | readonly string[] = 'open', people: Record<string, object> = {}) {
  const known = <T extends { readonly id: string }>(person: T | undefined) =>
    person && { ...person, ...people[person.id] };
  const organisation = organisationWith({
    sites: [
      {
        ...school,
        leads: school?.leads.map(known),
        deputies: school?.deputies?.map(known),
        head: known(school?.head),
        chair: known(school?.chair),
      },
    ],
  });
  const [site] = organisation.sites;
  if (!site) throw new Error('No site');
  const { now, later } = ringOrder(site, allowed, { organisation, calendar: committedCalendar, moment });
  const ids = (named: typeof now) => named.map(({ person }) => person.id);
  return { now: ids(now), later: ids(later), opens: later.map(({ opens }) => opens?.toISOString().slice(0, 16)) };
}

describe('the order to ring', () => {
  it('is by rank among those on cover', () => {
    expect(order(winter('2026-11-23T10:30'))).toMatchObject({ now: ['lead', 'deputy', 'head'], later: [] });
  });

  it('puts who is on before everybody who is off, and the soonest back first', () => {
    expect(order(winter('2026-11-27T18:30'))).toEqual({
      now: ['head'],
      later: ['lead', 'deputy'],
      opens: ['2026-11-30T08:00', '2026-11-30T10:00'],
    });
  });

  it('takes leave off the hours: on leave is off, and back on the first day of cover after it', () => {
    const away = { lead: leave('2026-11-23', '2026-11-27') };
    expect(order(winter('2026-11-23T10:30'), 'open', away)).toEqual({
      now: ['deputy', 'head'],
      later: ['lead'],
      opens: ['2026-11-30T08:00'],
    });
  });

  it('never has the chair unless picked, and of those picked nobody else', () => {
    expect(order(winter('2026-11-28T03:00'))).toMatchObject({ now: [] });
    expect(order(winter('2026-11-28T03:00'), ['chair', 'head'])).toMatchObject({ now: ['chair'], later: ['head'] });
    expect(order(winter('2026-11-23T10:30'), [])).toEqual({ now: [], later: [], opens: [] });
  });

  it('counts those of whom it is not known as able to answer, after those who are known to be on', () => {
    expect(order(new Date(0), 'open', { deputy: { cover: 'always' } })).toMatchObject({
      now: ['deputy', 'lead', 'head'],
      later: [],
    });
  });
});

describe('the cover of one person', () => {
  const person = (changes: object) => {
    const [lead] = organisationWith({
      sites: [{ ...school, leads: [{ ...school?.leads[0], ...changes }], deputies: [] }],
    }).sites.flatMap(({ leads }) => leads);
    if (!lead) throw new Error('No lead');
    return lead;
  };
  const cover = (changes: object, moment: Date) =>
    coverOf(person(changes), moment, 'england-and-wales', committedCalendar);

  it('ends when leave begins, where that is sooner', () => {
    const always = { cover: 'always', ...leave('2026-11-25', '2026-11-26') };
    expect(cover(always, winter('2026-11-24T10:00'))).toEqual({ openNow: true, closes: winter('2026-11-25T00:00') });
    expect(cover(always, winter('2026-11-26T10:00'))).toEqual({ openNow: false, opens: winter('2026-11-27T00:00') });
  });

  it('looks past one leave after the other', () => {
    const away = {
      away: [leave('2026-11-24', '2026-11-25'), leave('2026-11-26', '2026-11-27')].flatMap((each) => each.away),
    };
    expect(cover(away, winter('2026-11-24T10:00'))).toEqual({ openNow: false, opens: winter('2026-11-30T08:00') });
    expect(cover(away, winter('2026-11-23T17:00'))).toEqual({ openNow: false, opens: winter('2026-11-30T08:00') });
  });

  it('who never comes back on is off, without a day', () => {
    expect(cover(leave('2026-01-01', '2030-01-01'), winter('2026-11-24T10:00')).openNow).toBe(false);
  });
});
