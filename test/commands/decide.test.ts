import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { needed } from '../../dialogs/flow.ts';
import { committedCalendar as calendar } from '../../rules/calendar.ts';
import { type Facts, facts, factValues, topics } from '../../rules/facts.ts';
import type { Decision } from '../../rules/outcome.ts';
import { FactsNotUsable, parseFacts } from '../../src/decide/input.ts';
import { answerInFull } from '../../src/decide/output.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

function run(input: unknown, ...options: string[]) {
  const text = typeof input === 'string' ? input : JSON.stringify(input);
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/commands/decide.ts', ...options], {
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

describe('answers that do not fit', () => {
  test('the more careful one wins, the answer says so, and what changes nothing is named', () => {
    const contradicted = { ...coach, adultKnown: 'no', childContact: 'livesWith', terrorContent: 'yes' };
    const { answer } = run({ ...contradicted, danger: 'yes' }, ...christmasEve, ...derby);
    expect(answer.parents).toMatchObject({ status: 'tell-nobody' });
    expect(answer.dos.map(({ id }: { id: string }) => id)).toContain('went-by-may-be-known');
    expect(answer.readAsNotSure).toEqual(['knownAfterAll']);
    expect(answer.withoutEffect).toEqual(['harmConcern', 'terrorContent']);
    expect(route(answer, 'emergency')).toMatchObject({ required: true });
  });

  test('every fact of a topic missing: all of it reads as not sure', () => {
    const { answer } = run({ topics: [...topics] });
    expect(answer.withoutEffect).toEqual([]);
    for (const name of ['emergency', 'police', 'childrens-social-care', 'lado'])
      expect(route(answer, name)).toMatchObject({ required: true });
    expect(answer.parents.status).toBe('tell-nobody');
  });
});

describe('whatever is given: a refusal that names what is wrong, or an answer that errs to safety', () => {
  type InFull = Pick<Decision, 'duties'> & { readonly facts: Facts; readonly readAsNotSure: readonly string[] };
  const inFull = (given: Facts) =>
    answerInFull({ facts: given, place: {}, moment: new Date('2026-12-24T18:30:00Z'), calendar }) as InFull;
  const anyValue = (fact: keyof typeof factValues) =>
    fc.oneof({ weight: 60, arbitrary: fc.constantFrom(...factValues[fact]) }, { weight: 1, arbitrary: fc.jsonValue() });
  const anyTopics = fc.oneof(
    { weight: 20, arbitrary: fc.subarray([...topics], { minLength: 1 }) },
    { weight: 1, arbitrary: fc.jsonValue() },
  );
  const known = fc.record(
    { topics: anyTopics, ...Object.fromEntries(facts.map((fact) => [fact, anyValue(fact)])) },
    { requiredKeys: [] },
  );
  const strange = fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 1 });
  const anyInput = fc.oneof(
    { weight: 10, arbitrary: known },
    { weight: 2, arbitrary: fc.tuple(known, strange).map(([one, other]) => ({ ...one, ...other })) },
    { weight: 1, arbitrary: fc.jsonValue() },
  );

  test('never a crash', () => {
    const seen = { refused: 0, answered: 0 };
    fc.assert(
      fc.property(anyInput, (input) => {
        let given: Facts;
        try {
          given = parseFacts(JSON.stringify(input));
        } catch (error) {
          expect(error).toBeInstanceOf(FactsNotUsable);
          expect((error as FactsNotUsable).problems.join()).toMatch(/: |one object/);
          seen.refused++;
          return;
        }
        seen.answered++;
        const answer = inFull(given);
        expect(given).toEqual(input);
        // Only what was said is no longer in doubt, and it stands as it was said.
        expect(answer.facts).toMatchObject(given);
        const missing = needed(given).filter((fact) => given[fact] === undefined);
        expect(answer.readAsNotSure).toEqual(missing);
        const unsure = Object.fromEntries(missing.map((fact) => [fact, 'unsure']));
        expect({ ...answer, readAsNotSure: [] }).toEqual(inFull({ ...given, ...unsure }));
        const due = answer.duties.filter(({ strength }) => strength !== 'may').map((one) => one.route);
        expect(due).toContain('safeguarding-lead');
        if (given.danger !== 'no') expect(due).toContain('emergency');
      }),
      { numRuns: 500 },
    );
    expect(Math.min(seen.refused, seen.answered)).toBeGreaterThan(50);
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
    [
      'a fact twice, mild and grave',
      '{"topics": ["other"], "danger": "yes", "d\\u0061nger": "no"}',
      [],
      /danger: say it once/,
    ],
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
