import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { committedCalendar as calendar } from '../../rules/calendar.ts';
import { type ContactLine, type ContactMoment, contactsFor, councilFinder } from '../../rules/contacts.ts';
import { type PeopleRoute, peopleRoutes } from '../../rules/outcome.ts';
import { organisationWith, writtenOrganisation } from '../support/organisation.ts';

type WrittenCouncil = (typeof writtenOrganisation.councils)[number];

const organisation = organisationWith();
const mondayNoon = '2026-11-23T12:00:00Z';
const mondayEvening = '2026-11-23T18:40:00Z';
const christmasDay = '2026-12-25T11:00:00Z';

function lines(route: PeopleRoute, moment: string, place: Partial<ContactMoment> = {}): readonly ContactLine[] {
  return contactsFor(route, { organisation, calendar, moment: new Date(moment), site: 'school', ...place });
}
const names = (found: readonly ContactLine[]) =>
  found.map((line) => (line.kind === 'missing' ? `missing: ${line.who}` : `${line.who} ${line.openNow}`));

describe('safeguarding lead: lead, deputy, head, whoever has cover', () => {
  test.each([
    ['at noon all three, in order', mondayNoon, ['Lead true', 'Deputy true', 'Head true']],
    ['early: the deputy is not there yet', '2026-11-23T08:30:00Z', ['Lead true', 'Head true', 'Deputy false']],
    ['in the evening only the head', mondayEvening, ['Head true', 'Lead false', 'Deputy false']],
    ['on Christmas Day only the head, in the morning', christmasDay, ['Head true', 'Lead false', 'Deputy false']],
    [
      'at night nobody: said first, then who is back soonest',
      '2026-11-23T23:00:00Z',
      ['missing: Safeguarding lead', 'Head false', 'Lead false', 'Deputy false'],
    ],
  ])('%s', (_, moment, expected) => expect(names(lines('safeguarding-lead', moment))).toEqual(expected));

  test('whoever has no cover is named with the time they are next there', () => {
    const lead = lines('safeguarding-lead', mondayEvening).find(
      (line) => line.kind === 'contact' && line.who === 'Lead',
    );
    expect(lead).toMatchObject({ openNow: false, opens: new Date('2026-11-24T08:00:00Z'), phone: '01632 960021' });
  });

  test('nobody on cover: ring social care yourself', () => {
    expect(lines('safeguarding-lead', '2026-11-23T23:00:00Z')[0]).toMatchObject({
      kind: 'missing',
      said: expect.stringContaining("Ring children's social care yourself"),
    });
  });

  test('the chair is never in this list', () => {
    expect(names(lines('safeguarding-lead', mondayNoon)).join()).not.toContain('Chair');
  });

  test("the site's own nation decides its bank holidays", () => {
    const standrews = '2026-11-30T12:00:00Z';
    expect(names(lines('safeguarding-lead', standrews, { site: 'scottish-fostering' }))[0]).toBe(
      'missing: Safeguarding lead',
    );
    expect(names(lines('safeguarding-lead', standrews))[0]).toBe('Lead true');
  });

  test('no site, of several: said', () => {
    const { site: _, ...nowhere } = { organisation, calendar, moment: new Date(mondayNoon), site: 'school' };
    expect(contactsFor('safeguarding-lead', nowhere)).toMatchObject([{ kind: 'missing' }]);
  });
});

describe("children's social care", () => {
  test('in office hours the office comes first, at night and on holidays the night line', () => {
    expect(names(lines('childrens-social-care', mondayNoon, { council: 'north' }))).toEqual([
      'North office true',
      'North night false',
    ]);
    for (const moment of [mondayEvening, christmasDay, '2026-11-28T12:00:00Z'])
      expect(names(lines('childrens-social-care', moment, { council: 'north' }))[0]).toBe('North night true');
  });

  test('a referral by phone is confirmed in writing; asking for advice is not', () => {
    expect(lines('childrens-social-care', mondayNoon, { council: 'north' })[0]).toMatchObject({
      note: 'Then confirm it in writing within 48 hours: use the form.',
    });
    expect(JSON.stringify(lines('social-care-advice', mondayNoon, { council: 'north' }))).not.toContain('in writing');
  });

  test('hours that are not in the file are not known, and a missing night line is said', () => {
    const found = lines('childrens-social-care', mondayEvening, { council: 'south' });
    expect(names(found)).toEqual(['South office not known', 'missing: South Council, out of hours']);
    expect(found[0]).not.toHaveProperty('hoursSaid');
  });

  test('a council without any number: said, with the finder', () => {
    const found = lines('childrens-social-care', mondayNoon, { council: 'bare' });
    expect(found).toMatchObject([{ kind: 'missing' }, { kind: 'contact', url: councilFinder }]);
  });

  test('somewhere else: the finder first, then the local team, who pass it on', () => {
    const found = lines('childrens-social-care', mondayNoon, { council: 'elsewhere' });
    expect(found[0]).toMatchObject({ url: councilFinder });
    expect(found[1]).toMatchObject({ who: 'North office', note: expect.stringContaining('They pass it on.') });
  });

  test('not sure, or not asked: the local team first, the finder last', () => {
    for (const place of [{ council: 'notSure' }, {}]) {
      const found = lines('childrens-social-care', mondayNoon, place);
      expect(found[0]).toMatchObject({ who: 'North office', note: expect.stringContaining('They pass it on.') });
      expect(found.at(-1)).toMatchObject({ url: councilFinder });
    }
  });

  test('with one council nobody needs to be asked', () => {
    const one = organisationWith({
      councils: writtenOrganisation.councils.slice(0, 1),
      sites: writtenOrganisation.sites.slice(0, 1),
    });
    const found = contactsFor('childrens-social-care', { organisation: one, calendar, moment: new Date(mondayNoon) });
    expect(names(found)).toEqual(['North office true', 'North night false']);
  });

  test('in a social work team it begins with the duty manager', () => {
    expect(names(lines('childrens-social-care', mondayNoon, { site: 'team', council: 'north' }))[0]).toBe(
      'Duty manager true',
    );
  });
});

describe('advice', () => {
  test('the advice line while it is open, otherwise after the numbers that may answer', () => {
    expect(names(lines('social-care-advice', '2026-11-23T11:00:00Z', { council: 'north' }))[0]).toBe(
      'North advice true',
    );
    const evening = lines('social-care-advice', mondayEvening, { council: 'north' });
    expect(names(evening)).toEqual(['North night true', 'North office false', 'North advice false']);
    expect(evening[0]).toMatchObject({ note: 'Say that you want advice.' });
  });

  test('police advice is 101, which answers day and night, and 999 stands beside it', () => {
    for (const moment of [mondayNoon, mondayEvening])
      expect(names(lines('police-advice', moment, { council: 'south' }))).toEqual([
        'Police true',
        'Police, ambulance true',
      ]);
  });

  test("101 answers day and night where a council's own entry gives no hours", () => {
    expect(lines('police', mondayEvening, { council: 'north' })[0]).toMatchObject({
      who: 'North Police',
      phone: '101',
      openNow: true,
      hoursSaid: '24 hours, every day.',
    });
  });
});

describe('LADO', () => {
  test('where the adult works; a line not known to be open is never the only contact', () => {
    expect(names(lines('lado', mondayNoon, { ladoCouncil: 'north', council: 'south' }))).toEqual([
      'North LADO not known',
      'North office true',
      'North night false',
    ]);
  });
  test.each([
    ['known to answer now: alone', mondayNoon, ['North LADO true']],
    [
      'closed: social care, to ask for the LADO, stands beside it',
      mondayEvening,
      ['North LADO false', 'North night true', 'North office false'],
    ],
  ])('%s', (_, moment, expected) => {
    const [north, ...others] = writtenOrganisation.councils;
    const lado = { ...north?.lado, hours: { weekdays: '09:00-17:00', bankHolidays: 'closed' } };
    const staffed = organisationWith({ councils: [{ ...north, lado }, ...others] });
    expect(names(lines('lado', moment, { organisation: staffed, ladoCouncil: 'north' }))).toEqual(expected);
  });
  test('only what never closes is said to answer day and night', () => {
    for (const route of peopleRoutes)
      for (const line of lines(route, mondayNoon, { council: 'north', ladoCouncil: 'north' }))
        if (line.kind === 'contact' && line.always) expect(line.hoursSaid).toBe('24 hours, every day.');
  });
  test('none in the file: said, and social care is asked', () => {
    const found = lines('lado', mondayNoon, { ladoCouncil: 'south' });
    expect(found[0]).toMatchObject({ kind: 'missing', who: 'South Council, LADO' });
    expect(found[1]).toMatchObject({ who: 'South office', note: 'Ask for the LADO.' });
  });
  test('somewhere else: the finder, then the local LADO', () => {
    const found = lines('lado', mondayNoon, { ladoCouncil: 'elsewhere' });
    expect(found[0]).toMatchObject({ url: councilFinder });
    expect(found[1]).toMatchObject({ who: 'North LADO' });
  });
});

describe('what the file gives of one council', () => {
  const [north, ...others] = writtenOrganisation.councils as [WrittenCouncil, ...WrittenCouncil[]];
  /** The first council as it is, but for this. */
  const northWith = (changes: Record<string, unknown>) =>
    organisationWith({ councils: [{ ...north, ...changes }, ...others] });
  const line = { name: 'Line', lastChecked: '2026-11-01', source: 'a page' };
  const officeHours = { weekdays: '09:00-17:00', bankHolidays: 'closed' };
  const care = (parts: Record<string, unknown>, moment = mondayNoon) =>
    lines('childrens-social-care', moment, {
      organisation: northWith({ childrensSocialCare: parts }),
      council: 'north',
    });

  test('each way of reaching somebody, and nothing that is not there', () => {
    const mail = { ...line, email: 'team@example.org', url: 'https://example.org/form' };
    const [contact] = lines('lado', mondayNoon, { organisation: northWith({ lado: mail }), ladoCouncil: 'north' });
    expect(contact).toEqual({
      kind: 'contact',
      who: 'Line',
      email: 'team@example.org',
      url: 'https://example.org/form',
      lastChecked: '2026-11-01',
      openNow: 'not known',
    });
  });

  test('open: until when; closed: from when; day and night: neither', () => {
    const at = (hours: unknown, moment: string) =>
      lines('lado', moment, {
        organisation: northWith({ lado: { ...line, phone: '01632 960004', hours } }),
        ladoCouncil: 'north',
      })[0];
    const open = at(officeHours, mondayNoon);
    expect(open).toMatchObject({ openNow: true, closes: new Date('2026-11-23T17:00:00Z') });
    for (const key of ['opens', 'always']) expect(open).not.toHaveProperty(key);
    const closed = at(officeHours, mondayEvening);
    expect(closed).toMatchObject({ openNow: false, opens: new Date('2026-11-24T09:00:00Z') });
    for (const key of ['closes', 'always']) expect(closed).not.toHaveProperty(key);
    const always = at('always', mondayEvening);
    expect(always).toMatchObject({ openNow: true, always: true });
    for (const key of ['opens', 'closes']) expect(always).not.toHaveProperty(key);
  });

  test('a night line alone: that the office is missing is said', () => {
    const night = { ...line, phone: '01632 960002', hours: 'always' };
    expect(names(care({ outOfHours: night }))).toEqual(['Line true', 'missing: North Council, office hours']);
  });

  test('an office that never closes needs no night line; one that does is said to lack it', () => {
    const office = { ...line, phone: '01632 960001' };
    expect(names(care({ officeHours: { ...office, hours: 'always' } }))).toEqual(['Line true']);
    expect(names(care({ officeHours: { ...office, hours: officeHours } }))).toEqual([
      'Line true',
      'missing: North Council, out of hours',
    ]);
  });

  test('open, then not known, then closed', () => {
    const office = { ...line, name: 'Office', phone: '01632 960001', hours: officeHours };
    const night = { ...line, name: 'Night', phone: '01632 960002' };
    const order = (moment: string) => names(care({ officeHours: office, outOfHours: night }, moment));
    expect(order(mondayNoon)).toEqual(['Office true', 'Night not known']);
    expect(order(mondayEvening)).toEqual(['Night not known', 'Office false']);
  });

  test("a police number of the council's own is not 101: when it answers is said only where the file says so", () => {
    const police = (entry: Record<string, unknown>) =>
      lines('police', mondayEvening, { organisation: northWith({ police: entry }), council: 'north' })[0];
    expect(police({ ...line, phone: '01632 960005' })).toMatchObject({ openNow: 'not known' });
    expect(police({ ...line, phone: '01632 960005', hours: officeHours })).toMatchObject({ openNow: false });
    expect(police({ ...line, phone: '101', hours: officeHours })).toMatchObject({ openNow: false });
    expect(police({ ...line, phone: '101' })).toMatchObject({ openNow: true, always: true });
  });

  test('the child’s own council is asked for advice, not the nearest', () => {
    expect(names(lines('social-care-advice', mondayNoon, { council: 'south' })).join()).not.toContain('North');
    expect(names(lines('social-care-advice', mondayNoon, { council: 'notSure' })).join()).toContain('North advice');
  });

  test('only what can be rung is asked for the LADO', () => {
    const [, ...asked] = lines('lado', mondayEvening, { ladoCouncil: 'south' });
    expect(asked.find(({ kind }) => kind === 'missing')).toEqual({
      kind: 'missing',
      who: 'South Council, out of hours',
      said: expect.not.stringContaining('Ask for the LADO'),
    });
  });

  test('where the adult works is not known: the LADO here first, then how to find theirs', () => {
    for (const place of [{ ladoCouncil: 'notSure' }, {}]) {
      const found = lines('lado', mondayNoon, place);
      expect(found[0]).toMatchObject({ who: 'North LADO', note: expect.stringContaining('who to tell') });
      expect(found.at(-1)).toMatchObject({ url: councilFinder });
    }
  });

  test('the nearest is the council of the site, else the first in the file', () => {
    const nearest = (site: string) => names(lines('childrens-social-care', mondayNoon, { site }))[0];
    expect(nearest('scottish-fostering')).toBe('South office not known');
    expect(nearest('school')).toBe('North office true');
    expect(nearest('no-such-site')).toBe('North office true');
    const bare = lines('lado', mondayNoon, { organisation: northWith({ lado: undefined }) });
    expect(bare[0]).toMatchObject({ who: 'North office', note: expect.stringContaining('Ask for the LADO.') });
  });
});

test('fostering service: its own people inside one, otherwise said to be missing', () => {
  expect(names(lines('fostering-service', mondayNoon, { site: 'scottish-fostering' }))).toEqual(['Duty true']);
  expect(lines('fostering-service', mondayNoon)).toMatchObject([{ kind: 'missing' }]);
});

test('emergency is 999, at any time', () => {
  expect(lines('emergency', '1970-01-01T00:00:00Z')).toMatchObject([{ phone: '999', openNow: true }]);
});

test('every route, place and clock has an answer without a blank, and each contact can be reached', () => {
  const councils = fc.constantFrom('north', 'south', 'bare', 'elsewhere', 'notSure', 'no-such-council');
  const sites = fc.constantFrom('school', 'scottish-fostering', 'team', 'no-such-site');
  fc.assert(
    fc.property(
      fc.constantFrom(...peopleRoutes),
      councils,
      councils,
      sites,
      fc.date(),
      (route, council, ladoCouncil, site, moment) => {
        const found = contactsFor(route, { organisation, calendar, moment, council, ladoCouncil, site });
        expect(found).not.toHaveLength(0);
        for (const line of found) {
          expect(line.who).not.toBe('');
          const reach = line.kind === 'missing' ? line.said : (line.phone ?? line.email ?? line.url);
          expect(reach).toBeTruthy();
          expect(JSON.stringify(line)).not.toMatch(/undefined|NaN|null|""/);
        }
      },
    ),
  );
});
