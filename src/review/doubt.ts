/** Where "not sure" is no worry: a rule that takes "yes" to a question and not the doubt beside it. */
import { type Fact, factValues } from '../../rules/facts.ts';
import type { Rule } from '../../rules/rule.ts';
import type { Shape } from '../../rules/when.ts';
import { isNamed } from './conditions.ts';

/** The facts whose doubt this rule does not count, each once. */
export function doubtLeftOut({ when }: Pick<Rule, 'when'>): readonly Fact[] {
  return [...new Set(leftOut(when.shape))];
}

function leftOut(shape: Shape): readonly Fact[] {
  // What several answers come to is read where it is told, once for all rules.
  if (isNamed(shape)) return [];
  if ('fact' in shape) {
    const { fact, values } = shape;
    const offered: readonly string[] = factValues[fact];
    const taken: readonly string[] = values;
    return offered.includes('unsure') && taken.includes('yes') && !taken.includes('unsure') ? [fact] : [];
  }
  if ('all' in shape) return shape.all.flatMap(leftOut);
  if ('any' in shape) return shape.any.flatMap(leftOut);
  return [];
}
