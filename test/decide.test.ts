import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { facts, factValues, topics } from '../rules/facts.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

function run(input: unknown, ...options: string[]) {
  const text = typeof input === 'string' ? input : JSON.stringify(input);
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/decide.ts', ...options], {
    cwd: root,
    input: text,
    encoding: 'utf8',
  });
  return { status, stderr, answer: status === 0 ? JSON.parse(stdout) : undefined };
}

const derby = ['--organisation', 'organisation.example.yaml', '--council', 'derby', '--lado-council', 'derby'];
const christmasEve = ['--at', '2026-12-24T18:30:00Z'];
const coach = {
  topics: ['adult'],
  danger: 'no',
  adultConduct: 'images',
  adultKnown: 'yes',
  positionOfTrust: 'yes',
  knownChildrenInImages: 'no',
  childContact: 'otherContact',
  harmConcern: 'no',
};
const route = (answer: { duties: { route: string }[] }, name: string) =>
  answer.duties.find((duty) => duty.route === name) as Record<string, unknown> | undefined;

describe('facts on standard input, the decision on standard output', () => {
  const { answer } = run(coach, ...christmasEve, ...derby);

  test('every duty says who acts, how strongly, whether it is required, by when, and where that comes from', () => {
    expect(route(answer, 'police')).toMatchObject({
      actor: 'you',
      strength: 'must',
      required: true,
      basis: 'chapter',
      citation: [{ id: 'p145', section: '2.2', paragraph: 2, headingInferred: false }],
      deadline: {
        kind: 'notStated',
        precaution: 'today',
        precautionIsOurs: true,
        byLondon: '2026-12-24 24:00',
        byInstant: '2026-12-25T00:00:00.000Z',
        minutesLeft: 330,
      },
    });
    expect(route(answer, 'service:iwf')).toMatchObject({ strength: 'may', required: false });
    for (const duty of answer.duties) expect(duty.say).toMatch(/^[A-Z]/);
  });

  test('the five working days belong to the LADO, with the sum: Christmas is passed over', () => {
    const meeting = answer.next.find(({ id }: { id: string }) => id === 'lado-meeting');
    expect(meeting).toMatchObject({ actor: 'lado', deadline: { kind: 'workingDays', days: 5 } });
    expect(meeting.deadline.counted).toHaveLength(5);
    expect(meeting.deadline.counted[0]).toBe('2026-12-29');
    expect(meeting.deadline.byLondon).toBe(`${meeting.deadline.counted[4]} 24:00`);
    expect(JSON.stringify(answer.duties.map(({ deadline }: { deadline: unknown }) => deadline))).not.toMatch(
      /workingDays/,
    );
  });

  test('local contacts come for every person to tell, worked out for that moment', () => {
    const care = route(answer, 'childrens-social-care') as { contacts: { who: string; openNow: boolean }[] };
    expect(care.contacts[0]).toMatchObject({ openNow: true, phone: expect.stringMatching(/^0/) });
    expect(route(answer, 'lado')?.contacts).not.toHaveLength(0);
  });

  test('advice, parents, what comes next, edition and rules', () => {
    expect(answer.parents).toMatchObject({ status: 'tell-nobody', basis: 'chapter' });
    expect(answer.donts.map(({ id }: { id: string }) => id)).toContain('tell-the-adult-or-those-around');
    for (const line of [...answer.dos, ...answer.donts, answer.parents, ...answer.next]) expect(line.say).toBeTruthy();
    expect(answer).toMatchObject({ edition: { version: 'v21' }, rulesVersion: expect.any(Number), readAsNotSure: [] });
  });
});

describe('what was left out', () => {
  test('reads as "not sure" wherever it can matter, and is listed', () => {
    const { answer } = run({ topics: ['other'] });
    const staff = ['staffConduct', 'staffHarmed', 'staffCrime', 'staffRisk', 'staffUnsuitable'];
    expect(answer.readAsNotSure).toEqual(['danger', ...staff, 'harmConcern']);
    expect(answer.facts).toEqual({
      topics: ['other'],
      danger: 'unsure',
      ...Object.fromEntries(staff.map((fact) => [fact, 'unsure'])),
      harmConcern: 'unsure',
    });
    expect(route(answer, 'emergency')).toMatchObject({ required: true, because: [{ precaution: true }] });
  });

  test('is left alone where it cannot matter', () => {
    const { answer } = run({
      topics: ['imagery'],
      danger: 'no',
      adultInvolved: 'no',
      blackmail: 'no',
      capacity: 'yes',
    });
    expect(answer.readAsNotSure).not.toContain('positionOfTrust');
    expect(route(answer, 'lado')).toBeUndefined();
  });

  test('never reads as no: nothing answered gives no reassurance', () => {
    const { answer } = run({ topics: ['imagery'] });
    expect(answer.reassurance).toEqual([]);
    expect(route(answer, 'police')).toMatchObject({ required: true });
  });

  test('without an organisation there are no local contacts, and the services stay', () => {
    const { answer } = run({ topics: ['content'], danger: 'no', contentKind: 'childAbuseImages', childKnown: 'no' });
    expect(route(answer, 'service:iwf')).toMatchObject({ required: true, service: { name: expect.any(String) } });
    expect(route(answer, 'safeguarding-lead')).not.toHaveProperty('contacts');
  });
});

describe('--schema', () => {
  const { answer } = run('', '--schema');

  test('describes every fact for somebody who has a case and not the chapter', () => {
    expect(Object.keys(answer.properties).toSorted()).toEqual(['setting', 'topics', ...facts].toSorted());
    for (const [name, { description }] of Object.entries<{ description: string }>(answer.properties)) {
      expect(description.length, name).toBeGreaterThan(30);
      expect(description, name).toMatch(/[.?]$/);
    }
    for (const topic of topics) expect(answer.properties.topics.description).toContain(`${topic} = `);
  });

  test('lists every value, and forbids any other field', () => {
    for (const fact of facts) expect(answer.properties[fact].enum).toEqual(factValues[fact]);
    expect(answer).toMatchObject({ additionalProperties: false, required: ['topics'] });
  });
});

describe('bad input is refused in plain words, with exit code 2', () => {
  test.each([
    ['no JSON', 'danger: yes', [], /this is not JSON/],
    ['nothing at all', '', [], /this is not JSON/],
    ['no object', [1], [], /write one object/],
    ['no topic', {}, [], /topics: write a list of one or more of: blackmail, imagery/],
    ['an empty list of topics', { topics: [] }, [], /topics: write a list of one or more/],
    ['a topic twice', { topics: ['other', 'other'] }, [], /topics: name each topic once/],
    ['a topic that is not there', { topics: ['weather'] }, [], /topics\[0\]: write one of: blackmail/],
    [
      'a value that is not there',
      { topics: ['other'], danger: 'perhaps' },
      [],
      /danger: write one of: yes, onlyAdult, no, unsure/,
    ],
    ['a fact that is not there', { topics: ['other'], age: 12 }, [], /age: there is no such fact/],
    ['a setting that is not there', { topics: ['other'], setting: 'shop' }, [], /setting: write one of: school/],
    ['a moment without a zone', { topics: ['other'] }, ['--at', '2026-12-24'], /--at: "2026-12-24" is not a moment/],
    ['an unknown option', { topics: ['other'] }, ['--when', 'now'], /The options are: --schema/],
    ['a file that is not there', { topics: ['other'] }, ['--organisation', 'nowhere.yaml'], /cannot be opened/],
    ['a council without a file', { topics: ['other'] }, ['--council', 'derby'], /--organisation FILE/],
    [
      'an unknown council',
      { topics: ['other'] },
      [...derby, '--council', 'york'],
      /"york" is not known. Write one of: derby/,
    ],
  ] as const)('%s', (_, input, options, said) => {
    const { status, stderr } = run(input, ...options);
    expect(status).toBe(2);
    expect(stderr).toMatch(said);
    expect(stderr).not.toMatch(/\n {4}at /);
  });
});
