/**
 * The lines of a decision. What one rule says is a line; two lines on one thing become one: the stronger, the sooner,
 * each with its own source, and the reasons of both. Equals pool their citations, so that order never matters.
 */
import { parentsIds } from './ids.ts';
import type { Advice, Because, Decision, Duty, NextStep, ParagraphId, Source } from './outcome.ts';
import { basisRank, dueRank, soonness, strengthRank } from './ranks.ts';

/** Adds a line, or makes it one with the line that is there on the same thing. */
export function add<Line>(
  lines: Line[],
  line: Line,
  nameOf: (line: Line) => string,
  merge: (a: Line, b: Line) => Line,
) {
  const name = nameOf(line);
  for (let at = 0; at < lines.length; at++) {
    const other = lines[at] as Line;
    if (nameOf(other) === name) {
      lines[at] = merge(other, line);
      return;
    }
  }
  lines.push(line);
}

export function mergedDuty(a: Duty, b: Duty): Duty {
  const strength =
    strengthRank(a.strength) - strengthRank(b.strength) || basisRank(a.strengthFrom) - basisRank(b.strengthFrom);
  const limit =
    dueRank(a.deadline, a.deadlineFrom) - dueRank(b.deadline, b.deadlineFrom) ||
    basisRank(a.deadlineFrom) - basisRank(b.deadlineFrom);
  const stronger = strength > 0 ? b : a;
  const sooner = limit > 0 ? b : a;
  const oneOf = a.oneOf ?? b.oneOf;
  const merged: Duty = {
    route: a.route,
    actor: a.actor === 'you' ? a.actor : b.actor === 'you' ? b.actor : stronger.actor,
    strength: stronger.strength,
    strengthFrom: strength === 0 ? pooled(a.strengthFrom, b.strengthFrom) : stronger.strengthFrom,
    deadline: sooner.deadline,
    deadlineFrom: limit === 0 ? pooled(a.deadlineFrom, b.deadlineFrom) : sooner.deadlineFrom,
    because: both(a.because, b.because),
    rules: both(a.rules, b.rules),
  };
  return oneOf ? { ...merged, oneOf } : merged;
}

export function mergedAdvice<Line extends Advice>(a: Line, b: Line): Line {
  const order = strengthRank(a.strength) - strengthRank(b.strength) || basisRank(a.from) - basisRank(b.from);
  const stronger = order > 0 ? b : a;
  return {
    ...stronger,
    from: order === 0 ? pooled(a.from, b.from) : stronger.from,
    because: both(a.because, b.because),
    rules: both(a.rules, b.rules),
  };
}

export function mergedNext(a: NextStep, b: NextStep): NextStep {
  const sooner = soonness(a.deadline) > soonness(b.deadline) ? b : a;
  return { ...mergedAdvice(a, b), deadline: sooner.deadline };
}

type Parents = Decision['parents'];

/** The more guarded one wins, with its own rules alone. */
export function mergedParents(a: Parents, b: Parents): Parents {
  const order = parentsIds.indexOf(b.id) - parentsIds.indexOf(a.id);
  if (order === 0) return mergedAdvice(a, b);
  return order > 0 ? b : a;
}

function pooled(a: Source, b: Source): Source {
  const cites = both(a.cites, b.cites);
  return cites === a.cites ? a : { basis: a.basis, cites: inOrder(cites) };
}

/** Paragraphs in the chapter's order. */
export function inOrder(cites: readonly ParagraphId[]): readonly ParagraphId[] {
  return cites.toSorted((a, b) => Number(a.slice(1)) - Number(b.slice(1)));
}

/** Each once. */
function both<T extends Because | string>(a: readonly T[], b: readonly T[]): readonly T[] {
  if (a === b) return a;
  let all: readonly T[] = a;
  for (const one of b) if (!all.includes(one)) all = [...all, one];
  return all;
}
