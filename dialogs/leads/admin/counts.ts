/**
 * Counts of people's worries, shown so that nobody can be picked out of them: numbers below five are not given, and
 * one table never lets another be worked out. Pure numbers.
 */

const fewest = 5;
const most = fewest - 1;

/** A number, or nothing where it is below five. */
export type Shown = number | undefined;

export function shownOf(count: number): Shown {
  return count < fewest ? undefined : count;
}

/**
 * Whether the outcomes may stand beside the topics. Every concern has one outcome and at least one topic, so either
 * table bounds the total of the other. They stand together only where each hidden number could still be anything from
 * none to four.
 */
export function tellNothing(topics: readonly Shown[], outcomes: readonly Shown[]): boolean {
  const [byTopic, byOutcome] = [sumOf(topics), sumOf(outcomes)];
  const least = Math.max(byOutcome.shown, ...topics.map((count) => count ?? 0));
  const highest = Math.min(byOutcome.shown + most * byOutcome.hidden, byTopic.shown + most * byTopic.hidden);
  const outcomesOpen =
    byOutcome.hidden === 0 ||
    (least - byOutcome.shown <= most * (byOutcome.hidden - 1) && highest - byOutcome.shown >= most);
  const topicsOpen = byTopic.hidden === 0 || (least <= byTopic.shown + most * (byTopic.hidden - 1) && highest >= most);
  return outcomesOpen && topicsOpen;
}

function sumOf(counts: readonly Shown[]): { shown: number; hidden: number } {
  return {
    shown: counts.reduce<number>((sum, count) => sum + (count ?? 0), 0),
    hidden: counts.filter((count) => count === undefined).length,
  };
}
