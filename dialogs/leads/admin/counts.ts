/**
 * Counts of people's worries, shown so that nobody can be picked out of them: numbers below five are not given, and what
 * is given never lets one of them be worked out. Pure numbers.
 */
import { type Topic, topics } from '../../../rules/facts.ts';
import { dealtWithin, type Ending, endings, type Tally, takenWithin } from './tally.ts';

const fewest = 5;
const most = fewest - 1;

/** A number, or nothing where it is below five. */
export type ShownCount = number | undefined;

export function shownOf(count: number): ShownCount {
  return count < fewest ? undefined : count;
}

/** What of a tally may be told to anybody. */
export interface ToldCounts {
  readonly total: ShownCount;
  /** Nothing where they would give a hidden number away beside the total. */
  readonly topics?: Readonly<Record<Topic, ShownCount>>;
  readonly endings?: Readonly<Record<Ending, ShownCount>>;
  /** Minutes within which half of them were; `longer` than all we look for; nothing where they are fewer than five. */
  readonly halfTaken?: number | 'longer';
  readonly halfDealt?: number | 'longer';
}

export function toldOf({ raised, topics: byTopic, endings: byEnding, taken, dealt }: Tally): ToldCounts {
  const total = shownOf(raised);
  if (total === undefined) return { total };
  const ofTopics = topics.map((topic) => shownOf(byTopic[topic]));
  const ofEndings = endings.map((ending) => shownOf(byEnding[ending]));
  const [halfTaken, halfDealt] = [halfWithin(taken, takenWithin), halfWithin(dealt, dealtWithin)];
  return {
    total,
    ...(tellsNothing(total, ofTopics, 'several') && { topics: named(topics, ofTopics) }),
    ...(tellsNothing(total, ofEndings, 'one') && { endings: named(endings, ofEndings) }),
    ...(halfTaken !== undefined && { halfTaken }),
    ...(halfDealt !== undefined && { halfDealt }),
  };
}

const named = <K extends string>(names: readonly K[], counts: readonly ShownCount[]): Readonly<Record<K, ShownCount>> =>
  Object.fromEntries(names.map((name, i) => [name, counts[i]])) as Record<K, ShownCount>;

/**
 * Whether these counts may stand beside the total: each hidden one could still be anything from none to four.
 *
 * @param places in how many of them a concern counts: in exactly `one`, or in one or `several`
 */
export function tellsNothing(total: number, counts: readonly ShownCount[], places: 'one' | 'several'): boolean {
  const hidden = counts.filter((count) => count === undefined).length;
  if (hidden === 0) return true;
  const left = total - counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  const mayBeNone = left <= most * (hidden - 1);
  return places === 'one' ? mayBeNone && left >= most : mayBeNone;
}

function halfWithin(counts: readonly number[], limits: readonly number[]): number | 'longer' | undefined {
  const all = counts.reduce((sum, count) => sum + count, 0);
  if (all < fewest) return undefined;
  let sofar = 0;
  for (const [i, limit] of limits.entries()) {
    sofar += counts[i] ?? 0;
    if (sofar * 2 >= all) return limit;
  }
  return 'longer';
}
