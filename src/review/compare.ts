/**
 * What a change to the rules does: two surveys over the whole space, each way with what both versions say to the same
 * answers. Worded for a safeguarding lead; whatever became weaker comes first.
 */
import { byGravity, changesBetween, type LineChange, type Turn } from './changes.ts';
import { sayTopic } from './conditions.ts';
import { lineKey } from './lines.ts';
import { questionChanges, type Structural, tellings } from './structure.ts';
import type { SaidToAnswers, Survey, SurveyPath } from './survey.ts';

/** Rules by id: which hold no longer, which hold now, which say something else. */
export interface Cause {
  readonly lost: readonly string[];
  readonly gained: readonly string[];
  readonly said: readonly string[];
}

/** One kind of change with one cause, on all ways of a topic that have it. */
export interface RulesChange extends LineChange {
  readonly cause: Cause;
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

export interface RulesComparison {
  readonly changes: readonly RulesChange[];
  readonly structure: readonly Structural[];
  /** Ways of one topic in all, and of how many the decision changed. */
  readonly ways: { readonly before: number; readonly after: number; readonly changed: number };
  /** How often each body is told, of the ways of one topic. */
  readonly ordered: readonly Ordered[];
}

/** What one version says on the facts of the other's paths, in their order; nothing where it knows no such topic. */
export type OnOthers = readonly (SaidToAnswers | undefined)[];

/**
 * @param beforeSays what the older version says on the newer one's ways
 * @param afterSays what the newer version says on the older one's ways
 */
export function compareRules(
  before: Survey,
  after: Survey,
  beforeSays: OnOthers,
  afterSays: OnOthers,
): RulesComparison {
  const known = new Set(after.paths.map(nameOf));
  const pairs = [
    ...after.paths.map((path, i) => ({ path, was: beforeSays[i], is: saidOn(path, after) })),
    ...before.paths
      .map((path, i) => ({ path, was: saidOn(path, before), is: afterSays[i] }))
      .filter(({ path }) => !known.has(nameOf(path))),
  ];
  const byTopic = Map.groupBy(pairs, ({ path: { topics } }) => (topics.length > 1 ? several : (topics[0] ?? '')));
  const rules = rulesOf(before, after);
  const changes = [...byTopic].flatMap(([topic, own]) => changesIn(topic, own, rules));
  const single = pairs.filter(({ path }) => path.topics.length === 1);
  return {
    changes: changes.toSorted((a, b) => byGravity(a, b) || b.ways - a.ways),
    structure: [...questionChanges(before, after), ...tellings(before, after)],
    ways: {
      before: before.paths.filter(isSingle).length,
      after: after.paths.filter(isSingle).length,
      changed: single.filter(({ was, is }) => was && is && changesBetween(was.lines, is.lines).length > 0).length,
    },
    ordered: orders(before, after),
  };
}

const several = 'several topics at once';
const isSingle = ({ topics }: SurveyPath) => topics.length === 1;
const nameOf = ({ topics, answers }: SurveyPath) => JSON.stringify([topics, answers]);

interface Pair {
  readonly path: SurveyPath;
  readonly was: SaidToAnswers | undefined;
  readonly is: SaidToAnswers | undefined;
}

const saidOn = ({ decision, rules }: SurveyPath, { decisions }: Survey): SaidToAnswers => ({
  lines: decisions[decision] ?? [],
  rules,
});

/** Of the rules of both versions: which lines each speaks of, and which say something else now. */
interface Known {
  readonly speaks: ReadonlyMap<string, ReadonlySet<string>>;
  readonly reworked: ReadonlySet<string>;
}

function rulesOf(before: Survey, after: Survey): Known {
  const was = new Map(before.rules.map((rule) => [rule.id, JSON.stringify(rule.says)]));
  const isReworked = ({ id, says }: Survey['rules'][number]) => was.has(id) && was.get(id) !== JSON.stringify(says);
  const all = Map.groupBy([...before.rules, ...after.rules], ({ id }) => id);
  return {
    speaks: new Map([...all].map(([id, each]) => [id, new Set(each.flatMap(({ says }) => says.map(lineKey)))])),
    reworked: new Set(after.rules.filter(isReworked).map(({ id }) => id)),
  };
}

/**
 * Which rules make the difference to one line on a way: of those that hold there in one version alone, or say something
 * else now, the ones that speak of it. Where none does, all of them: a line can go because of what another rule says.
 */
function causeOf(key: string, was: SaidToAnswers, is: SaidToAnswers, { speaks, reworked }: Known): Cause {
  const lost = was.rules.filter((id) => !is.rules.includes(id));
  const gained = is.rules.filter((id) => !was.rules.includes(id));
  const said = is.rules.filter((id) => was.rules.includes(id) && reworked.has(id));
  const about = (ids: readonly string[]) => ids.filter((id) => speaks.get(id)?.has(key));
  const narrow = { lost: about(lost), gained: about(gained), said: about(said) };
  return Object.values(narrow).some((ids) => ids.length > 0) ? narrow : { lost, gained, said };
}

function changesIn(topic: string, pairs: readonly Pair[], rules: Known): readonly RulesChange[] {
  const found = new Map<string, { change: LineChange; cause: Cause; ways: SurveyPath[] }>();
  const known = new Map<string, readonly LineChange[]>();
  for (const { path, was, is } of pairs) {
    if (!was || !is) continue;
    const key = JSON.stringify([was.lines, is.lines]);
    const changes = known.get(key) ?? changesBetween(was.lines, is.lines);
    known.set(key, changes);
    for (const change of changes) {
      // The same words for two reasons are two things to read.
      const cause = causeOf(change.key, was, is, rules);
      const why = JSON.stringify(cause);
      const entry = found.get(change.says + why) ?? { change, cause, ways: [] };
      entry.ways.push(path);
      found.set(change.says + why, entry);
    }
  }
  const all = pairs.map(({ path }) => path);
  const places = new Map(all.map((path, place) => [path, place]));
  return [...found.values()].map(({ change, cause, ways }) => ({
    ...change,
    cause,
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
function inCommon(ways: readonly SurveyPath[], all: readonly SurveyPath[]): RulesChange['where'] {
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
export function isWeaker({ changes, structure }: RulesComparison): boolean {
  const weaker = ({ turn }: { readonly turn: Turn }) => turn === 'weaker';
  return changes.some(weaker) || structure.some(weaker);
}
