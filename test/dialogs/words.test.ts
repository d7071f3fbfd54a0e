import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { questions } from '../../dialogs/questions.ts';
import { isPlace, placeIds } from '../../dialogs/state.ts';
import { viewSchema } from '../../dialogs/view.ts';
import { actorWords } from '../../dialogs/words/answer.ts';
import {
  becauseWords,
  dontWords,
  doWords,
  nextWords,
  notRequiredWords,
  parentsActor,
  parentsWords,
  reassuranceWords,
  routeWords,
  saidBy,
} from '../../dialogs/words/decision.ts';
import { placeWords } from '../../dialogs/words/places.ts';
import { questionWords } from '../../dialogs/words/questions.ts';
import { again } from '../../dialogs/words/screens.ts';
import { paragraph } from '../../rules/chapter.ts';
import { factValues, topics } from '../../rules/facts.ts';
import type { RuleSaying } from '../../rules/rule.ts';
import { rules } from '../../rules/rules.ts';
import { singlePaths } from '../support/every-message.ts';
import { decisionOf } from '../support/space.ts';

const sayings = rules.flatMap(({ says }) => says);
const saidAs = (kind: RuleSaying['kind']): Set<string> =>
  new Set(sayings.flatMap((saying) => (saying.kind === kind && 'id' in saying ? [saying.id] : [])));
const keys = (words: object): Set<string> => new Set(Object.keys(words));

describe('every string exists, none is unused: what the rules say', () => {
  test.each([
    ['do', doWords],
    ['dont', dontWords],
    ['parents', parentsWords],
    ['next', nextWords],
    ['notRequired', notRequiredWords],
    ['reassurance', reassuranceWords],
  ] as const)('%s', (kind, words) => {
    expect(keys(words)).toEqual(saidAs(kind));
  });

  test('a route and an actor for each that a rule names', () => {
    const duties = sayings.filter((saying) => saying.kind === 'duty');
    expect(keys(routeWords)).toEqual(new Set(duties.map(({ route }) => route)));
    const actors = sayings.flatMap((saying) => ('actor' in saying ? [saying.actor] : []));
    for (const actor of actors) expect(actorWords).toHaveProperty(actor);
  });

  test('who acts on parents, and what is said already, name advice that exists', () => {
    for (const id of Object.keys(parentsActor)) expect(parentsWords).toHaveProperty(id);
    for (const [id, others] of Object.entries(saidBy))
      for (const one of [id, ...(others ?? [])])
        expect({ ...doWords, ...dontWords, ...parentsWords }).toHaveProperty(one);
  });

  test('a reason for every answer that a duty or silence rests on, none of them a clear no, and no others', () => {
    const decisions = singlePaths().map(decisionOf);
    const behindDuties = decisions.flatMap(({ duties }) => duties.flatMap(({ because }) => because));
    for (const { fact, value } of behindDuties) expect(['no', 'none'], `${fact}=${value}`).not.toContain(value);
    const behindSilence = decisions.flatMap(({ parents }) => (parents.status === 'involve' ? [] : parents.because));
    const said = [...behindDuties, ...behindSilence.filter(({ value }) => value !== 'no')];
    const used = said.map(({ fact, value }) => (typeof becauseWords[fact] === 'string' ? fact : `${fact}=${value}`));
    const written = Object.entries(becauseWords).flatMap(([fact, words]) =>
      typeof words === 'string' ? [fact] : Object.keys(words).map((value) => `${fact}=${value}`),
    );
    expect(new Set(written)).toEqual(new Set(used));
  });
});

describe('every string exists, none is unused: what is asked', () => {
  const asked = ['danger', 'topics', ...questions.map(({ id }) => id)];

  test('words for each question, and no others', () => {
    expect(keys(questionWords)).toEqual(new Set(asked));
    expect(keys(placeWords)).toEqual(new Set(placeIds));
    expect(asked.filter(isPlace)).toEqual([]);
  });

  test('words for each answer of each question, and no others', () => {
    for (const question of questions) {
      const values =
        question.kind === 'one'
          ? factValues[question.fact]
          : [...question.options.map(({ fact }) => fact), ...(question.kind === 'doubt' ? [] : ['none']), 'unknown'];
      expect(keys(questionWords[question.id]?.options ?? {}), question.id).toEqual(new Set(values));
    }
    expect(keys(questionWords.topics?.options ?? {})).toEqual(new Set(topics));
    expect(keys(questionWords.danger?.options ?? {})).toEqual(new Set(factValues.danger));
  });

  test('no two questions ask the same, so that a list of answers is clear; only doubts about a list do', () => {
    const doubts = questions.filter(({ kind }) => kind === 'doubt').map(({ id }) => id as string);
    const own = Object.entries(questionWords).flatMap(([id, words]) => (doubts.includes(id) ? [] : [words]));
    const asks = [...own, ...Object.values(placeWords)].map(({ ask }) => ask);
    expect(new Set(asks).size).toBe(asks.length);
  });

  test('each says why it is asked, and cites paragraphs that exist', () => {
    for (const { why, cites } of [...Object.values(questionWords), ...Object.values(placeWords)]) {
      expect(why).toMatch(/\w\.$/);
      for (const id of cites) expect(paragraph(id).id).toBe(id);
    }
  });
});

describe('labels fit where they stand', () => {
  const options = Object.entries(questionWords).flatMap(([id, { options: each }]) =>
    Object.values(each).map((option) => ({ id, ...option })),
  );

  test.each(options)('$id: $label', ({ label, help }) => {
    expect(label.length).toBeLessThanOrEqual(75);
    expect((help ?? '').length).toBeLessThanOrEqual(75);
    expect(label).not.toMatch(/\.$/);
  });

  test('ten options at most', () => {
    for (const { options: each } of Object.values(questionWords))
      expect(Object.keys(each).length).toBeLessThanOrEqual(10);
  });
});

test('a notice for each that a view can carry, and no others', () => {
  const notices = viewSchema.shape.notice
    .unwrap()
    .options.filter((notice) => !['file', 'refused', 'kept'].includes(notice));
  expect(keys(again)).toEqual(new Set([...notices, 'outdated']));
});

test('no fixed sentence is written and never used', () => {
  const directory = new URL('../../dialogs/', import.meta.url);
  const files = ['dialogs', 'src'].flatMap((root) =>
    readdirSync(new URL(`../../${root}/`, import.meta.url), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !name.startsWith('words/'))
      .map((name) => readFileSync(new URL(`../${root}/${name}`, directory), 'utf8')),
  );
  const code = files.join('\n');
  for (const file of ['answer', 'screens', 'limits', 'told'])
    for (const key of readFileSync(new URL(`words/${file}.ts`, directory), 'utf8').matchAll(/^ {2}(\w+):/gm))
      expect(code, `${file}: ${key[1]}`).toMatch(new RegExp(`\\b${key[1]}\\b`));
});
