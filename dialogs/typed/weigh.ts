/**
 * How likely a line tells of danger, by all its words together: a sum of weights learnt from the sentences in
 * test/hear/ (`npm run -s learn`), so that wording that no phrase foresaw is heard, and a harmless sentence with one
 * dangerous word in it is not.
 */
import { featuresOf } from './features.ts';
import weights from './lexicon/weights.json' with { type: 'json' };
import type { WordToken } from './tokens.ts';

/** By feature. */
export type Weights = ReadonlyMap<string, number>;

const known: Weights = new Map(Object.entries(weights));

/**
 * 0 to 1.
 *
 * @param phrases the kinds of phrases of danger found in it.
 */
export function likelihoodOf(tokens: readonly WordToken[], phrases: ReadonlySet<string>, by: Weights = known): number {
  const sum = weighed(tokens, phrases, by).reduce((all, [, weight]) => all + weight, 0);
  return 1 / (1 + Math.exp(-sum));
}

/** What speaks for danger and, below zero, against it. */
export function weighed(
  tokens: readonly WordToken[],
  phrases: ReadonlySet<string>,
  by: Weights = known,
): readonly (readonly [feature: string, weight: number])[] {
  return [...featuresOf(tokens), ...phrases].flatMap((feature) => {
    const weight = by.get(feature);
    return weight === undefined ? [] : [[feature, weight] as const];
  });
}
