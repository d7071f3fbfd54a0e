/** Each of the chapter's 174 statements against what is said of it; what differs stands in one table, with its reason. */
import { expect, test, vi } from 'vitest';
import { decidedOn } from '../../dialogs/decided.ts';
import { walk } from '../../dialogs/flow.ts';
import { verbWords } from '../../dialogs/words/answer.ts';
import { differences } from '../../rules/differences.ts';
import { topics } from '../../rules/facts.ts';
import { finishedPaths } from '../../src/review/paths.ts';
import { type Decided, type Difference, differencesOf, everyStatement } from '../support/accounting.ts';

/** Every path of every topic takes seconds on a busy machine. */
vi.setConfig({ testTimeout: 60_000 });

const decided: readonly Decided[] = topics.flatMap((topic) =>
  [...finishedPaths([topic], 'no')].map((path) => {
    const facts = { ...walk(path).facts, setting: 'school' } as const;
    return { facts, decision: decidedOn(facts) };
  }),
);

const found = everyStatement.flatMap((statement) => differencesOf(statement, decided));
const name = ({ statement, line, field, ours, chapter }: Difference) =>
  `${statement} ${line}, ${field}: ours ${ours}, the chapter's ${chapter}`;
const rows = differences.flatMap(({ statements, ...row }) => statements.map((statement) => ({ statement, ...row })));

test('what differs from the chapter stands in the table', () => {
  expect(found.map(name).filter((each) => !rows.map(name).includes(each))).toEqual([]);
});

test('no row of the table is without need, or twice', () => {
  expect(rows.map(name).filter((each) => !found.map(name).includes(each))).toEqual([]);
  expect(new Set(rows.map(name)).size).toBe(rows.length);
});

test('where a line is stronger or sooner than the chapter, it says that this is ours', () => {
  const saidElsewhere = ['take-agreement-as-safe'];
  for (const { line, field, ours } of differences) {
    if (field !== 'verb' && field !== 'deadline') continue;
    const said =
      /\((ours|follows)\)$/.test(ours) || saidElsewhere.includes(line) || ours === 'must, "should" beside it';
    expect(said, `${line}: ${ours}`).toBe(true);
  }
  expect(verbWords.oneOf).toContain('the chapter: should');
});
