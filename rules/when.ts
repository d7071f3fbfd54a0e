/**
 * Conditions, as small combinators that say which facts they read and which answers made them hold.
 * Only positive atoms: a missing fact reads as "not sure", and "not sure" counts as worry.
 */
import { type Fact, type Facts, factValues, type Setting, type Topic, topics, type ValueOf } from './facts.ts';
import type { Because } from './outcome.ts';

export interface Condition {
  readonly reads: readonly (Fact | 'topics' | 'setting')[];
  readonly holds: (facts: Facts) => boolean;
  /** The answers that made it hold. Call only when it holds. */
  readonly because: (facts: Facts) => readonly Because[];
}

/** The value of a fact, where a missing one is in doubt. */
function read<F extends Fact>(facts: Facts, fact: F): ValueOf<F> {
  return (facts[fact] ?? 'unsure') as ValueOf<F>;
}

function atom<F extends Fact>(fact: F, accepts: (value: ValueOf<F>) => boolean): Condition {
  return {
    reads: [fact],
    holds: (facts) => accepts(read(facts, fact)),
    because: (facts) => answerOf(fact, read(facts, fact)),
  };
}

/** One object for each answer there can be, so that the same reason given twice is one. */
const answers: ReadonlyMap<string, ReadonlyMap<string, Because>> = new Map(
  Object.entries({ topics, ...factValues }).map(([name, values]) => {
    const fact = name as Because['fact'];
    return [fact, new Map(values.map((value) => [value, { fact, value, precaution: value === 'unsure' }]))];
  }),
);

function answerOf(fact: Because['fact'], value: string): readonly Because[] {
  const known = answers.get(fact)?.get(value);
  return known ? [known] : [];
}

/** Any of these topics was chosen. */
export function topic(...wanted: readonly Topic[]): Condition {
  const chosen = (facts: Facts) => facts.topics.filter((t) => wanted.includes(t));
  return {
    reads: ['topics'],
    holds: (facts) => chosen(facts).length > 0,
    because: (facts) => chosen(facts).flatMap((value) => answerOf('topics', value)),
  };
}

/** Yes, or not sure. */
export function worried(fact: Fact): Condition {
  return atom(fact, (value) => value === 'yes' || value === 'unsure');
}

/** A clear no. Never for a missing answer. */
export function clear(fact: Fact): Condition {
  return atom(fact, (value) => value === 'no');
}

/** One of these values. Name `unsure` too, unless practice names the exception. */
export function is<F extends Fact>(fact: F, ...values: readonly ValueOf<F>[]): Condition {
  const unknown = values.find((value) => !(factValues[fact] as readonly string[]).includes(value));
  if (unknown !== undefined) throw new Error(`${fact} has no value ${unknown}`);
  return atom(fact, (value) => values.includes(value));
}

export function setting(...kinds: readonly Setting[]): Condition {
  return {
    reads: ['setting'],
    holds: (facts) => facts.setting !== undefined && kinds.includes(facts.setting),
    because: () => [],
  };
}

export function all(...parts: readonly Condition[]): Condition {
  return {
    reads: parts.flatMap((part) => part.reads),
    holds: (facts) => parts.every((part) => part.holds(facts)),
    because: (facts) => parts.flatMap((part) => part.because(facts)),
  };
}

export function any(...parts: readonly Condition[]): Condition {
  return {
    reads: parts.flatMap((part) => part.reads),
    holds: (facts) => parts.some((part) => part.holds(facts)),
    because: (facts) => parts.filter((part) => part.holds(facts)).flatMap((part) => part.because(facts)),
  };
}

/** The clear opposite of a worry. Doubt and a missing answer keep the worry standing, so this never holds on them. */
export function not(worry: Condition): Condition {
  return { reads: worry.reads, holds: (facts) => !worry.holds(facts), because: () => [] };
}

export const always: Condition = { reads: [], holds: () => true, because: () => [] };
