/**
 * Conditions, as small combinators that say which facts they read and which answers made them hold.
 * Only positive atoms: a missing fact reads as "not sure", and "not sure" counts as worry.
 */
import { type Fact, type Facts, factValues, type Setting, type Topic, topics, type ValueOf } from './facts.ts';
import type { Because } from './outcome.ts';

/** A condition as data, for whoever reads or compares it: which answers make it hold. Nothing in `all` always holds. */
export type Shape =
  | { readonly fact: Fact; readonly values: readonly string[] }
  | { readonly topics: readonly Topic[] }
  | { readonly settings: readonly Setting[] }
  | { readonly all: readonly Shape[] }
  | { readonly any: readonly Shape[] }
  | { readonly not: Shape };

export interface Condition {
  readonly shape: Shape;
  readonly reads: readonly (Fact | 'topics' | 'setting')[];
  readonly holds: (facts: Facts) => boolean;
  /** Whether it holds; if so, adds the answers that made it, each once. */
  readonly explain: (facts: Facts, because: Because[]) => boolean;
}

/** The answers that made it hold, each once. Call only when it holds. */
export function because(condition: Condition, facts: Facts): readonly Because[] {
  const found: Because[] = [];
  condition.explain(facts, found);
  return found;
}

/** The value of a fact, where a missing one is in doubt. */
function read<F extends Fact>(facts: Facts, fact: F): ValueOf<F> {
  return (facts[fact] ?? 'unsure') as ValueOf<F>;
}

/** One object for each answer there can be, so that the same reason given twice is one. */
const answers: ReadonlyMap<string, ReadonlyMap<string, Because>> = new Map(
  Object.entries({ topics, ...factValues }).map(([name, values]) => {
    const fact = name as Because['fact'];
    return [fact, new Map(values.map((value) => [value, { fact, value, precaution: value === 'unsure' }]))];
  }),
);

function atom<F extends Fact>(fact: F, accepts: (value: ValueOf<F>) => boolean): Condition {
  const known = answers.get(fact);
  const values: readonly ValueOf<F>[] = factValues[fact];
  return {
    shape: { fact, values: values.filter(accepts) },
    reads: [fact],
    holds: (facts) => accepts(read(facts, fact)),
    explain: (facts, because) => {
      const value = read(facts, fact);
      return accepts(value) && addOnce(because, known?.get(value));
    },
  };
}

function addOnce(because: Because[], answer: Because | undefined): true {
  if (answer && !because.includes(answer)) because.push(answer);
  return true;
}

/** Any of these topics was chosen. */
export function topic(...wanted: readonly Topic[]): Condition {
  const known = answers.get('topics');
  return {
    shape: { topics: wanted },
    reads: ['topics'],
    holds: (facts) => {
      for (const chosen of facts.topics) if (wanted.includes(chosen)) return true;
      return false;
    },
    explain: (facts, because) => {
      let holds = false;
      for (const chosen of facts.topics) if (wanted.includes(chosen)) holds = addOnce(because, known?.get(chosen));
      return holds;
    },
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
  const holds = (facts: Facts) => facts.setting !== undefined && kinds.includes(facts.setting);
  return { shape: { settings: kinds }, reads: ['setting'], holds, explain: holds };
}

export function all(...parts: readonly Condition[]): Condition {
  return {
    shape: { all: parts.map(({ shape }) => shape) },
    reads: parts.flatMap((part) => part.reads),
    holds: (facts) => {
      for (const part of parts) if (!part.holds(facts)) return false;
      return true;
    },
    explain: (facts, because) => {
      const before = because.length;
      for (const part of parts) {
        if (part.explain(facts, because)) continue;
        while (because.length > before) because.pop();
        return false;
      }
      return true;
    },
  };
}

export function any(...parts: readonly Condition[]): Condition {
  return {
    shape: { any: parts.map(({ shape }) => shape) },
    reads: parts.flatMap((part) => part.reads),
    holds: (facts) => {
      for (const part of parts) if (part.holds(facts)) return true;
      return false;
    },
    explain: (facts, because) => {
      let holds = false;
      for (const part of parts) if (part.explain(facts, because)) holds = true;
      return holds;
    },
  };
}

/** The clear opposite of a worry. Doubt and a missing answer keep the worry standing, so this never holds on them. */
export function not(worry: Condition): Condition {
  const holds = (facts: Facts) => !worry.holds(facts);
  return { shape: { not: worry.shape }, reads: worry.reads, holds, explain: holds };
}

export const always: Condition = { shape: { all: [] }, reads: [], holds: () => true, explain: () => true };
