import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Organisation } from '../../rules/local.ts';
import { parseOrganisation, parseWritten, readOrganisation } from '../../src/organisation/file.ts';
import { OrganisationFileError } from '../../src/organisation/problems.ts';
import { warningsFor } from '../../src/organisation/warnings.ts';
import { organisationWith, writtenOrganisation } from '../support/organisation.ts';

const example = readFileSync(new URL('../../organisation.example.yaml', import.meta.url), 'utf8');
const checkedOn = new Date('2026-11-23T12:00:00Z');

/** The example with one passage changed, and the line on which that passage begins. */
function spoilt(passage: string, instead: string): { text: string; line: number } {
  const at = example.indexOf(passage);
  if (at < 0) throw new Error(`the example has no ${passage}`);
  return { text: example.replace(passage, () => instead), line: example.slice(0, at).split('\n').length };
}

function refused(text: string): OrganisationFileError {
  try {
    parseOrganisation(text, 'my.yaml');
  } catch (error) {
    if (error instanceof OrganisationFileError) return error;
    throw error;
  }
  throw new Error('this file should have been refused');
}

describe('the example', () => {
  const organisation = parseOrganisation(example);

  test('is accepted without a warning on the day it was checked', () => {
    expect(warningsFor(organisation, { moment: checkedOn, platforms: [] })).toEqual([]);
  });

  test("holds the two councils' published numbers, and not the one that nobody could confirm", () => {
    const numbers = organisation.councils.flatMap(
      ({ childrensSocialCare: { officeHours, outOfHours }, advice, lado }) =>
        [officeHours, outOfHours, advice, lado].map((contact) => contact?.phone ?? contact?.email),
    );
    expect(numbers).toEqual([
      '01332 641172',
      '01332 786968',
      undefined,
      '01332 642376',
      '01629 533190',
      undefined,
      '01629 535353',
      'professional.allegations@derbyshire.gov.uk',
    ]);
    expect(example).not.toContain('532600');
  });

  test("gives its invented people only Ofcom's numbers for drama", () => {
    const people = organisation.sites.flatMap((site) => [...site.leads, ...site.deputies, site.head, site.chair]);
    for (const person of people) expect(person?.phone).toMatch(/^(01632 960\d{3}|07700 900\d{3})$/);
  });
});

describe('a bad file: the line, the field and the fix', () => {
  test.each<[string, string, string, string, string]>([
    [
      'a number without quotes',
      '"01332 641172"',
      '01332641172',
      'councils[0].childrensSocialCare.officeHours.phone',
      'quotes',
    ],
    [
      'hours nobody can read',
      'weekdays: "17:00-09:00"',
      'weekdays: 5pm to 9am',
      'councils[0].childrensSocialCare.outOfHours.hours.weekdays',
      '"09:00-17:00"',
    ],
    [
      'an unknown nation',
      'nation: england-and-wales',
      'nation: england',
      'councils[0].nation',
      'england-and-wales, scotland, northern-ireland',
    ],
    ['an unknown kind of site', 'kind: school', 'kind: skool', 'sites[0].kind', 'school, socialCare'],
    [
      'a misspelt field',
      'weekends: all day',
      'weekend: all day',
      'councils[0].childrensSocialCare.outOfHours.hours.weekend',
      'no such field',
    ],
    [
      'a LADO area that is not there',
      'ladoArea: derby\n',
      'ladoArea: derbee\n',
      'sites[0].ladoArea',
      'derby, derbyshire',
    ],
    ['one id for two sites', 'id: peak-youth', 'id: riverside-school', 'sites[1].id', 'used twice'],
    [
      'no date',
      'lastChecked: 2026-11-23',
      'lastChecked: last week',
      'councils[0].childrensSocialCare.officeHours.lastChecked',
      '2026-11-23',
    ],
    ['an address that is none', 'email: CPMduty@derby.gov.uk', 'email: CPMduty', 'councils[0].lado.email', 'e-mail'],
    [
      'a name that nobody sees',
      'name: Peak Youth Project, Derbyshire',
      'name: " "',
      'sites[1].name',
      'write what people',
    ],
    ['too short a wait', 'nowMinutes: 10', 'nowMinutes: 0', 'escalation.nowMinutes', 'at least 1'],
    ['a list that is none', 'slack: []', 'slack: T1', 'workspaces.slack', 'a list'],
    [
      'an unknown kind of local duty',
      'kind: tighten',
      'kind: loosen',
      'localDuties[0].kind',
      'tighten, route, do, dont',
    ],
    ['a local duty that loosens', 'deadline: { workingDays: 1 }', 'strength: may', 'localDuties[0].strength', 'loosen'],
  ])('%s', (_, passage, instead, field, said) => {
    const { text, line } = spoilt(passage, instead);
    const { problems, message } = refused(text);
    expect(problems).toMatchObject([{ line, field, said: expect.stringContaining(said) }]);
    expect(message).toContain(`line ${line}, ${field}: `);
    expect(message).toContain('my.yaml');
  });

  test('a deadline later than the procedure', () => {
    const { text } = spoilt('route: lado', 'route: police');
    expect(refused(text).problems).toMatchObject([
      { field: 'localDuties[0].deadline', said: expect.stringContaining('a local rule may only be tighter') },
    ]);
  });

  test('something missing is placed where it belongs', () => {
    const { text, line } = spoilt('          bankHolidays: all day\n', '');
    expect(refused(text).problems).toMatchObject([
      { line: line - 3, field: 'councils[0].childrensSocialCare.outOfHours.hours.bankHolidays' },
    ]);
  });

  test('every problem is listed at once', () => {
    const once = spoilt('kind: school', 'kind: skool').text.replace('nowMinutes: 10', 'nowMinutes: soon');
    expect(refused(once).problems.map(({ field }) => field)).toEqual(['escalation.nowMinutes', 'sites[0].kind']);
  });

  test.each([
    ['not YAML', 'name: a: b'],
    ['a tab', 'councils:\n\t- id: x'],
    ['the same field twice', 'name: a\nname: b'],
    ['empty', ''],
    ['a list', '- a'],
    ['one word', 'hello'],
    [
      'aliases that grow',
      `a: &a [1]\n${'bcdefghij'.replaceAll(/./g, (key) => `${key}: &${key} [${Array(9).fill(`*${String.fromCharCode(key.charCodeAt(0) - 1)}`)}]\n`)}`,
    ],
  ])('%s is refused with a line', (_, text) => {
    const { problems } = refused(text);
    expect(problems.length).toBeGreaterThan(0);
    for (const { line, said } of problems) {
      expect(line).toBeGreaterThan(0);
      expect(said).not.toBe('');
    }
  });

  test('a file that is not there', async () => {
    await expect(readOrganisation('/no/such/file.yaml')).rejects.toThrow(
      /cannot be opened; check that ORGANISATION_FILE/,
    );
  });

  test('a file that is', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'organisation-'));
    try {
      await writeFile(join(folder, 'organisation.yaml'), example);
      expect((await readOrganisation(join(folder, 'organisation.yaml'))).sites).toHaveLength(3);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe('what is only unwise is a warning', () => {
  const warnings = (change: (file: typeof writtenOrganisation) => void): readonly string[] => {
    const file = structuredClone(writtenOrganisation);
    change(file);
    const moment = new Date('2026-11-10T12:00:00Z');
    return warningsFor(organisationWith(file) as Organisation, { moment, platforms: [] }).map(
      ({ at, said }) => `${at}: ${said}`,
    );
  };

  test('hours that nobody covers, bank holidays included', () => {
    expect(warnings(() => {})).toContain(
      'sites.school: nobody covers Monday 8pm to Tuesday 7am; Tuesday 8pm to Wednesday 7am; ' +
        'Wednesday 8pm to Thursday 7am; Thursday 8pm to Friday 7am; Friday 8pm to Monday 7am; ' +
        'bank holidays midnight to 10am; bank holidays noon to midnight. ' +
        "People are then told to ring children's social care themselves.",
    );
  });

  test('the chair does not count as cover', () => {
    expect(warnings(() => {}).filter((warning) => warning.startsWith('sites.team: nobody'))).toEqual([]);
    expect(warnings(() => {}).filter((warning) => warning.startsWith('sites.school: nobody'))).toHaveLength(1);
  });

  test('no head, no chair', () => {
    const said = warnings(() => {}).filter((warning) => warning.startsWith('sites.team'));
    expect(said).toMatchObject([expect.stringContaining('no head'), expect.stringContaining('no chair')]);
  });

  test.each([
    ['01632 960001', false],
    ['+44 1632 960001', false],
    ['07700 900123', false],
    ['0800 1111', false],
    ['101', false],
    ['(01632) 960-001', false],
    ['01632 9600', true],
    ['555 0100 000', true],
    ['+1 212 555 0100', true],
    ['ask at the desk', true],
  ])('does %s look wrong? %s', (phone, wrong) => {
    const said = warnings(({ sites }) => void (sites[0]?.head && Object.assign(sites[0].head, { phone })));
    expect(said.some((warning) => warning.startsWith('sites.school.head') && warning.includes(phone))).toBe(wrong);
  });

  test('contacts that nobody has checked for a while', () => {
    const said = warnings(
      ({ councils }) => void (councils[0]?.lado && Object.assign(councils[0].lado, { lastChecked: '2026-01-01' })),
    );
    expect(said).toContain(
      'councils.north.lado: North LADO was last checked 313 days ago. Read a page again, then change lastChecked.',
    );
  });

  describe('where people can meet the program', () => {
    const inSlack = (change: (file: WrittenFile) => void): readonly string[] => {
      const file = structuredClone(writtenOrganisation) as unknown as WrittenFile;
      for (const [i, site] of file.sites.entries()) {
        site.channel = { slack: `C0SITE${i}` };
        const people = [...site.leads, ...(site.deputies ?? []), site.head, site.chair];
        for (const [j, person] of people.entries()) if (person) person.slack = `U0${i}${j}`;
      }
      file.workspaces = { slack: ['T1'], teams: [] };
      change(file);
      const moment = new Date('2026-11-10T12:00:00Z');
      return warningsFor(organisationWith({ ...file }) as Organisation, { moment, platforms: ['slack'] })
        .map(({ at, said }) => `${at}: ${said}`)
        .filter((said) => !said.includes('drama') && !/nobody covers|no head|no chair/.test(said));
    };

    test('a file in order is not complained of', () => {
      expect(inSlack(() => {})).toEqual([]);
    });

    test.each<readonly [string, (file: WrittenFile) => void, RegExp]>([
      [
        'nobody may come in',
        (file) => void Object.assign(file, { workspaces: undefined }),
        /^workspaces.slack: nobody is named here/,
      ],
      [
        'a person without an account',
        ({ sites }) => void delete sites[0]?.leads[0]?.slack,
        /^sites.school.lead: .*no account/,
      ],
      [
        "a channel's id as a person",
        ({ sites }) => void Object.assign(sites[0]?.leads[0] ?? {}, { slack: 'C0SITE0' }),
        /^sites.school.lead.slack: C0SITE0 is not the id of a person/,
      ],
      [
        'a name as a person',
        ({ sites }) => void Object.assign(sites[0]?.leads[0] ?? {}, { slack: '@sam' }),
        /^sites.school.lead.slack: @sam is not the id/,
      ],
      [
        'two people with one account',
        ({ sites }) => void Object.assign(sites[0]?.deputies?.[0] ?? {}, { slack: 'U000' }),
        /^sites.school.deputy.slack: Deputy has the same account as Lead/,
      ],
      [
        "a person's id as a channel",
        ({ sites }) => void Object.assign(sites[0] ?? {}, { channel: { slack: 'U000' } }),
        /^sites.school.channel: U000 is not the id of a channel/,
      ],
      [
        'two sites with one channel',
        ({ sites }) => void Object.assign(sites[1] ?? {}, { channel: { slack: 'C0SITE0' } }),
        /^sites.[a-z-]+.channel: this is the channel of A school/,
      ],
      [
        "hours in which none of social care's teams answers",
        ({ councils }) =>
          void Object.assign(councils[0]?.childrensSocialCare.outOfHours ?? {}, {
            hours: { weekdays: '18:00-09:00', weekends: 'all day', bankHolidays: 'all day' },
          }),
        /^councils.north.childrensSocialCare: no team of children's social care answers Monday 5pm to 6pm/,
      ],
    ])('%s', (_, change, said) => {
      expect(inSlack(change)).toContainEqual(expect.stringMatching(said));
    });

    test.each([
      ['01632 960001', true],
      ['+44 7700 900123', true],
      ['020 7946 0123', true],
      ['01332 641172', false],
      ['0800 1111', false],
    ])('is %s a number that reaches nobody? %s', (phone, isDrama) => {
      const file = structuredClone(writtenOrganisation);
      if (file.sites[0]?.head) Object.assign(file.sites[0].head, { phone });
      const found = warningsFor(organisationWith(file) as Organisation, { moment: checkedOn, platforms: ['slack'] });
      expect(found.some(({ at, said }) => at === 'sites.school.head' && said.includes('drama'))).toBe(isDrama);
    });
  });

  test('each stands at a line of the file', () => {
    const { text, line } = spoilt('phone: "01632 960101"', 'phone: "ask at the desk"');
    const { organisation, lineOf } = parseWritten(text);
    const [warning] = warningsFor(organisation, { moment: checkedOn, platforms: [] });
    expect(warning?.at).toBe('sites.riverside-school.lead');
    // The person begins two lines above the number.
    expect(lineOf(warning?.path ?? [])).toBe(line - 2);
  });
});

type WrittenFile = {
  workspaces: unknown;
  councils: { childrensSocialCare: Record<string, unknown> }[];
  sites: { channel: unknown; leads: Account[]; deputies?: Account[]; head?: Account; chair?: Account }[];
};
type Account = { slack?: string };
