import { describe, expect, test } from 'vitest';
import {
  councilOf,
  manualLink,
  nationOf,
  nationsFor,
  organisationSchema,
  siteOf,
  staleContacts,
} from '../../rules/local.ts';
import { organisationWith, writtenOrganisation } from '../support/organisation.ts';

const organisation = organisationWith();

describe('contacts that nobody has checked for a while', () => {
  test.each([
    ['2027-01-30T12:00:00Z', 90, 0],
    ['2027-01-31T12:00:00Z', 90, 6],
    ['2026-11-12T00:30:00Z', 10, 6],
    ['1970-01-01T00:00:00Z', 90, 0],
  ])('at %s with a limit of %i days: %i', (moment, limit, count) => {
    expect(staleContacts(organisation, new Date(moment), limit)).toHaveLength(count);
  });

  test('each says where it stands and how old it is; the limit comes from the file', () => {
    const strict = organisationWith({ checkContactsEveryDays: 5 });
    expect(staleContacts(strict, new Date('2026-11-23T12:00:00Z'))[0]).toMatchObject({
      at: 'councils.north.officeHours',
      days: 22,
      contact: { name: 'North office' },
    });
    expect(staleContacts(organisation, new Date('2026-11-23T12:00:00Z'))).toEqual([]);
  });
});

test('defaults', () => {
  expect(organisation).toMatchObject({
    escalation: { nowMinutes: 10, todayMinutes: 30 },
    retention: { concernDays: 30 },
    workspaces: { slack: [], teams: [] },
    administrators: [],
    localDuties: [],
    checkContactsEveryDays: 90,
  });
});

test('one site or council needs no asking; of several, the one named', () => {
  expect(siteOf(organisation, undefined)).toBeUndefined();
  expect(siteOf(organisation, 'team')?.name).toBe('A social work team');
  expect(councilOf(organisation, undefined)).toBeUndefined();
  expect(nationOf(organisation, siteOf(organisation, 'scottish-fostering'))).toBe('scotland');
  const one = organisationWith({
    councils: writtenOrganisation.councils.slice(0, 1),
    sites: writtenOrganisation.sites.slice(0, 1),
  });
  expect(siteOf(one, undefined)?.id).toBe('school');
  expect(councilOf(one, undefined)?.id).toBe('north');
  expect(councilOf(one, 'elsewhere')).toBeUndefined();
});

describe('by whose bank holidays a limit is counted', () => {
  const place = { site: 'scottish-fostering', council: 'north', ladoCouncil: 'north' };

  test.each([
    ['lado', place, ['england-and-wales']],
    ['lado-meeting', place, ['england-and-wales']],
    ['lado', { site: 'scottish-fostering' }, ['scotland']],
    ['childrens-social-care', place, ['england-and-wales']],
    ['police', place, ['scotland']],
    ['lado', { ...place, ladoCouncil: 'notSure' }, ['england-and-wales', 'scotland', 'northern-ireland']],
    ['lado', { ...place, ladoCouncil: 'elsewhere' }, ['england-and-wales', 'scotland', 'northern-ireland']],
  ] as const)('%s, %o', (whose, where, expected) => {
    expect(nationsFor(organisation, where, whose).toSorted()).toEqual(expected.toSorted());
  });
});

test("a procedure is read at its chapter, or at the manual's first page", () => {
  const manual = {
    name: 'Manual',
    url: 'https://example.org/',
    chapters: { 'procedure:exploitation': 'https://example.org/cre' },
  };
  const withManual = organisationWith({ manual });
  expect(manualLink(withManual, 'procedure:exploitation')).toEqual({
    name: 'Manual',
    url: 'https://example.org/cre',
    exact: true,
  });
  expect(manualLink(withManual, 'procedure:allegations')).toEqual({
    name: 'Manual',
    url: 'https://example.org/',
    exact: false,
  });
  expect(manualLink(organisation, 'procedure:allegations')).toBeUndefined();
});

test.each<[string, (file: typeof writtenOrganisation) => void, string]>([
  [
    'two councils with one id',
    ({ councils }) => void (councils[1] && Object.assign(councils[1], { id: 'north' })),
    'used twice',
  ],
  [
    'a council called elsewhere',
    ({ councils }) => void (councils[2] && Object.assign(councils[2], { id: 'elsewhere' })),
    'taken',
  ],
  [
    'two people with one id',
    ({ sites }) => void (sites[0]?.head && Object.assign(sites[0].head, { id: 'lead' })),
    'two people',
  ],
  [
    'a LADO area nobody knows',
    ({ sites }) => void (sites[0] && Object.assign(sites[0], { ladoArea: 'west' })),
    'north, south, bare',
  ],
  ['a site without leads', ({ sites }) => void (sites[0] && Object.assign(sites[0], { leads: [] })), 'at least one'],
])('%s is refused', (_, spoil, said) => {
  const file = structuredClone(writtenOrganisation);
  spoil(file);
  expect(organisationSchema.safeParse(file).error?.issues[0]?.message).toContain(said);
});

describe('a name', () => {
  const named = (name: string) => {
    const file = structuredClone(writtenOrganisation);
    for (const lead of file.sites[0]?.leads ?? []) Object.assign(lead, { name });
    return organisationSchema.safeParse(file);
  };

  test.each(['', ' ', '\t\n', '\u00a0', '\u200b', '\u2060\ufeff', '\u0007', '\u3164', '\u2800', '\u00ad \u202e'])(
    'that nobody can see (%j) is refused',
    (name) => {
      const [problem] = named(name).error?.issues ?? [];
      expect(problem).toMatchObject({ path: ['sites', 0, 'leads', 0, 'name'] });
      expect(problem?.message).toContain('write what people should read here');
    },
  );

  test('loses what nobody sees at its ends, and keeps the rest', () => {
    expect(named('\u200b Anne  O\u2019Neil\t').data?.sites[0]?.leads[0]?.name).toBe('Anne  O\u2019Neil');
  });

  test('a number that nobody can see is no number', () => {
    const file = structuredClone(writtenOrganisation);
    Object.assign(file.sites[0]?.leads[0] ?? {}, { phone: '    ' });
    expect(organisationSchema.safeParse(file).error?.issues[0]?.message).toContain('write it in full');
  });
});
