/** Lines for what a case may turn out to be: each there where it fits, and nowhere else. All of them are ours. */
import { describe, expect, test } from 'vitest';
import { walk } from '../../dialogs/flow.ts';
import { settled } from '../../rules/facts.ts';
import type { DoId } from '../../rules/ids.ts';
import type { Decision } from '../../rules/outcome.ts';
import { pictureInIt } from '../../rules/who.ts';
import { dueRoutes } from '../support/decisions.ts';
import { singlePaths } from '../support/every-message.ts';
import { decisionOf } from '../support/space.ts';

const refers = (decision: Decision, ...routes: readonly string[]) =>
  dueRoutes(decision).some((route) => routes.includes(route));

const cases = singlePaths().map((path) => ({ facts: walk(path).facts, decision: decisionOf(path) }));
type Each = (typeof cases)[number];

const fits: readonly (readonly [DoId, (each: Each) => boolean])[] = [
  ['nobody-has-to-agree', ({ decision }) => refers(decision, 'police', 'childrens-social-care')],
  ['child-in-care', ({ decision }) => refers(decision, 'childrens-social-care')],
  ['child-elsewhere', ({ decision }) => refers(decision, 'childrens-social-care')],
  ['phone-in-hand', ({ facts }) => pictureInIt.holds(settled(facts))],
  ['eighteen-or-over', ({ facts }) => facts.topics.includes('imagery') || facts.topics.includes('blackmail')],
];

describe('is said wherever it fits, and nowhere else', () => {
  test.each(fits)('%s', (id, holds) => {
    const met = new Set<boolean>();
    for (const each of cases) {
      const line = each.decision.dos.find((one) => one.id === id);
      expect(line !== undefined, JSON.stringify(each.facts)).toBe(holds(each));
      if (line) expect(line.from.basis).toBe('ours');
      met.add(line !== undefined);
    }
    expect(met.size).toBe(2);
  });
});
