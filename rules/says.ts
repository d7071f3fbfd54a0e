/** What a rule says, each saying with its source. A rule never changes, so it is worked out once. */

import { inOrder } from './lines.ts';
import type { Route, Source } from './outcome.ts';
import type { Rule, RuleSaying } from './rule.ts';

export type DutySaying = Extract<RuleSaying, { kind: 'duty' }>;
export type NextSaying = Extract<RuleSaying, { kind: 'next' }>;
export type ParentsSaying = Extract<RuleSaying, { kind: 'parents' }>;

export interface Says {
  readonly duties: readonly { readonly saying: DutySaying; readonly source: Source }[];
  readonly others: readonly OtherSaid[];
  /** The rule's id alone. */
  readonly rules: readonly [string];
}

interface OtherSaid {
  readonly saying: Exclude<RuleSaying, DutySaying>;
  readonly source: Source;
  /** Left unsaid when any rule makes one of these due. */
  readonly unlessDue: readonly Route[] | undefined;
}

export function saysOf(rule: Rule): Says {
  const known = worked.get(rule) ?? workOut(rule);
  worked.set(rule, known);
  return known;
}
const worked = new WeakMap<Rule, Says>();

function workOut(rule: Rule): Says {
  return {
    duties: rule.says.flatMap((saying) => (saying.kind === 'duty' ? [{ saying, source: sourceOf(saying, rule) }] : [])),
    others: rule.says.flatMap((saying) => (saying.kind === 'duty' ? [] : [otherOf(saying, rule)])),
    rules: [rule.id],
  };
}

function otherOf(saying: OtherSaid['saying'], rule: Rule): OtherSaid {
  const unlessDue = 'unlessDue' in saying ? saying.unlessDue : undefined;
  return { saying, source: sourceOf(saying, rule), unlessDue };
}

function sourceOf(saying: RuleSaying, rule: Rule): Source {
  const from = 'from' in saying ? saying.from : undefined;
  const cites = from?.cites ?? (from?.basis === 'ours' ? [] : rule.cites);
  return { basis: from?.basis ?? rule.basis, cites: inOrder([...new Set(cites)]) };
}
