/** Concerns as numbers: how many, about what, how soon they were taken and dealt with, how they ended. No people. Pure. */
import { type Topic, topics } from '../../../rules/facts.ts';
import { outcomes } from '../concern/concern-view.ts';

/** `not-ours`: withdrawn, joined to another, or not for these leads. `open`: not closed, or no end was noted. */
export const endings = [...outcomes, 'not-ours', 'open'] as const;
export type Ending = (typeof endings)[number];

/** Minutes. What took longer than the last counts after it. */
export const takenWithin = [10, 30, 60, 240, 1_440] as const;
export const dealtWithin = [60, 240, 1_440, 2_880, 10_080] as const;

/** One concern. */
export interface Counted {
  readonly topics: readonly Topic[];
  readonly ending: Ending;
  /** Minutes from when it was raised; nothing where it never was. */
  readonly takenAfter?: number;
  readonly dealtAfter?: number;
}

export interface Tally {
  readonly raised: number;
  /** A concern with two sides counts under both. */
  readonly topics: Readonly<Record<Topic, number>>;
  /** Each concern once. */
  readonly endings: Readonly<Record<Ending, number>>;
  /** How many within each limit and not within the one before; at the end those that took longer. */
  readonly taken: readonly number[];
  readonly dealt: readonly number[];
}

export function tallyOf(all: readonly Counted[]): Tally {
  return {
    raised: all.length,
    topics: each(topics, (topic) => all.filter((one) => one.topics.includes(topic)).length),
    endings: each(endings, (ending) => all.filter((one) => one.ending === ending).length),
    taken: within(
      takenWithin,
      all.map(({ takenAfter }) => takenAfter),
    ),
    dealt: within(
      dealtWithin,
      all.map(({ dealtAfter }) => dealtAfter),
    ),
  };
}

export function tallied(tallies: readonly Tally[]): Tally {
  const sum = (read: (tally: Tally) => number) => tallies.reduce((total, tally) => total + read(tally), 0);
  return {
    raised: sum(({ raised }) => raised),
    topics: each(topics, (topic) => sum((tally) => tally.topics[topic])),
    endings: each(endings, (ending) => sum((tally) => tally.endings[ending])),
    taken: [...takenWithin, 0].map((_, i) => sum(({ taken }) => taken[i] ?? 0)),
    dealt: [...dealtWithin, 0].map((_, i) => sum(({ dealt }) => dealt[i] ?? 0)),
  };
}

function each<K extends string>(names: readonly K[], count: (name: K) => number): Readonly<Record<K, number>> {
  return Object.fromEntries(names.map((name) => [name, count(name)])) as Record<K, number>;
}

function within(limits: readonly number[], minutes: readonly (number | undefined)[]): readonly number[] {
  const placeOf = (after: number) =>
    (limits.findIndex((limit) => after <= limit) + limits.length + 1) % (limits.length + 1);
  const places = minutes.flatMap((after) => (after === undefined ? [] : [placeOf(after)]));
  return [...limits, 0].map((_, i) => places.filter((place) => place === i).length);
}
