/**
 * What a change to the rules does: two surveys over the whole space, each way with what both versions say to the same
 * answers. Worded for a safeguarding lead; whatever became weaker comes first.
 */
import { byGravity, changesBetween, type LineChange, type Turn } from './changes.ts';
import { sayTopic } from './conditions.ts';
import type { Line } from './lines.ts';
import { questionChanges, type Structural, tellings } from './structure.ts';
import type { Survey, SurveyPath } from './survey.ts';

/** One kind of change, on all ways that have it. */
export interface Change extends LineChange {
  /** Topics as chosen, joined. */
  readonly topic: string;
  readonly ways: number;
  readonly of: number;
  /** What these ways have in common that others of the topic have not; empty where nothing. */
  readonly where: readonly (readonly [question: string, value: string])[];
  /** Each of these ways has an answer "not sure", and others have none. */
  readonly onlyInDoubt: boolean;
  readonly example: SurveyPath;
  /** The same where the ways are the same. */
  readonly on: string;
}

export interface Ordered {
  readonly body: string;
  readonly before: number;
  readonly after: number;
}

export interface Comparison {
  readonly changes: readonly Change[];
  readonly structure: readonly Structural[];
  /** Ways of one topic in all, and of how many the decision changed. */
  readonly ways: { readonly before: number; readonly after: number; readonly changed: number };
  /** How often each body is told, of the ways of one topic. */
  readonly ordered: readonly Ordered[];
}

/** What one version says on the facts of the other's paths, in their order; nothing where it knows no such topic. */
export type OnOthers = readonly (readonly Line[] | undefined)[];

/**
 * @param beforeSays what the older version says on the newer one's ways
 * @param afterSays what the newer version says on the older one's ways
 */
export function compare(before: Survey, after: Survey, beforeSays: OnOthers, afterSays: OnOthers): Comparison {
  const known = new Set(after.paths.map(nameOf));
  const pairs = [
    ...after.paths.map((path, i) => ({ path, was: beforeSays[i], is: after.decisions[path.decision] })),
    ...before.paths
      .map((path, i) => ({ path, was: before.decisions[path.decision], is: afterSays[i] }))
      .filter(({ path }) => !known.has(nameOf(path))),
  ];
  const byTopic = Map.groupBy(pairs, ({ path: { topics } }) => (topics.length > 1 ? several : (topics[0] ?? '')));
  const changes = [...byTopic].flatMap(([topic, own]) => changesIn(topic, own));
  const single = pairs.filter(({ path }) => path.topics.length === 1);
  return {
    changes: changes.toSorted((a, b) => byGravity(a, b) || b.ways - a.ways),
    structure: [...questionChanges(before, after), ...tellings(before, after)],
    ways: {
      before: before.paths.filter(isSingle).length,
      after: after.paths.filter(isSingle).length,
      changed: single.filter(({ was, is }) => was && is && changesBetween(was, is).length > 0).length,
    },
    ordered: orders(before, after),
  };
}

const several = 'several topics at once';
const isSingle = ({ topics }: SurveyPath) => topics.length === 1;
const nameOf = ({ topics, answers }: SurveyPath) => JSON.stringify([topics, answers]);

interface Pair {
  readonly path: SurveyPath;
  readonly was: readonly Line[] | undefined;
  readonly is: readonly Line[] | undefined;
}

function changesIn(topic: string, pairs: readonly Pair[]): readonly Change[] {
  const found = new Map<string, { change: LineChange; ways: SurveyPath[] }>();
  const known = new Map<string, readonly LineChange[]>();
  for (const { path, was, is } of pairs) {
    if (!was || !is || was === is) continue;
    const key = JSON.stringify([was, is]);
    const changes = known.get(key) ?? changesBetween(was, is);
    known.set(key, changes);
    for (const change of changes) {
      const entry = found.get(change.says) ?? { change, ways: [] };
      entry.ways.push(path);
      found.set(change.says, entry);
    }
  }
  const all = pairs.map(({ path }) => path);
  const places = new Map(all.map((path, place) => [path, place]));
  return [...found.values()].map(({ change, ways }) => ({
    ...change,
    topic: topic === several ? several : sayTopic(topic),
    ways: ways.length,
    of: all.length,
    where: inCommon(ways, all),
    onlyInDoubt: ways.every(isInDoubt) && !all.every(isInDoubt),
    example: ways[0] as SurveyPath,
    on: ways.map((path) => places.get(path)).join(),
  }));
}

const isInDoubt = ({ answers }: SurveyPath) =>
  answers.some(([, values]) => values.includes('unsure') || values.includes('unknown'));

/** Answers that all of these have, and not all the others. */
function inCommon(ways: readonly SurveyPath[], all: readonly SurveyPath[]): Change['where'] {
  const [first] = ways;
  const answers = (first?.answers ?? []).flatMap(([id, values]) => values.map((value) => [id, value] as const));
  const has =
    ([id, value]: readonly [string, string]) =>
    (path: SurveyPath) =>
      path.answers.some(([other, values]) => other === id && values.includes(value));
  return answers.filter((answer) => ways.every(has(answer)) && !all.every(has(answer)));
}

const counted = [
  ['999', 'emergency'],
  ['The police', 'police'],
  ["Children's social care", 'childrens-social-care'],
  ['The LADO', 'lado'],
  ['The fostering service', 'fostering-service'],
  ['The police, for advice', 'police-advice'],
  ['Social care, for advice', 'social-care-advice'],
  ['CEOP', 'service:ceop'],
  ['The Internet Watch Foundation', 'service:iwf'],
  ['Prevent', 'service:prevent'],
] as const;

function orders(before: Survey, after: Survey): readonly Ordered[] {
  const count = ({ paths, decisions }: Survey, id: string) =>
    paths.filter(
      (path) =>
        isSingle(path) &&
        decisions[path.decision]?.some((line) => line.kind === 'duty' && line.id === id && line.strength !== 'may'),
    ).length;
  return counted.map(([body, id]) => ({ body, before: count(before, id), after: count(after, id) }));
}

/** Whether anything is weaker, in what is said or in what is asked. */
export function isWeaker({ changes, structure }: Comparison): boolean {
  const weaker = ({ turn }: { readonly turn: Turn }) => turn === 'weaker';
  return changes.some(weaker) || structure.some(weaker);
}
