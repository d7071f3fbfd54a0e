import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decide } from '../../rules/decide.ts';
import { facts as everyFact, type Fact, type Facts, factValues, type Topic, topics } from '../../rules/facts.ts';
import type { Decision, Route } from '../../rules/outcome.ts';
import { strengthRank } from '../../rules/ranks.ts';
import type { Rule, RuleSaying } from '../../rules/rule.ts';
import { rules } from '../../rules/rules.ts';
import { sexualAnyway } from '../../rules/who.ts';
import { subsets } from '../../src/review/paths.ts';
import { anyConcern, felt, ids } from '../support/decisions.ts';

/** Advice gives way to the referral to the same body. */
const coveredBy: Partial<Record<Route, Route>> = {
  'police-advice': 'police',
  'social-care-advice': 'childrens-social-care',
};

interface InShort {
  readonly due: readonly string[];
  readonly advice: readonly (readonly string[])[];
  readonly parents: string | undefined;
}

/** What is said about parents, from the least guarded to the most. */
const guarded: readonly string[] = [
  'parents-lead-decides',
  'parents-told-by-lead-today',
  'parents-involve',
  'parents-stranger',
  'parents-hold',
  'parents-lead-decides-in-doubt',
  'parents-own-people',
  'parents-domestic-abuse',
  'parents-tell-nobody',
];

describe('deciding several topics equals merging them', () => {
  /** Rules fire for a set of topics exactly where they fire for one of them ... */
  const firesAlone = (rule: Rule, facts: Facts) => facts.topics.some((topic) => rule.when.holds(alone(facts, topic)));
  /**
   * ... where the topic "blackmail" tells the questions about a picture that there is blackmail, and a picture that an
   * adult asked for or showed tells of a contact that it is sexual.
   */
  function alone(facts: Facts, topic: Topic): Facts {
    const blackmail = facts.topics.includes('blackmail') && facts.topics.includes('imagery');
    const sexual = topic === 'adult' && sexualAnyway.holds(facts);
    return {
      ...facts,
      ...(blackmail ? { blackmail: 'yes' } : {}),
      ...(sexual ? { contactSigns: 'yes' } : {}),
      topics: [topic],
    };
  }
  /** The picture's own rule on blackmail then says again what the blackmail rules say. */
  const same = 'imagery-blackmail';
  /** Where one topic speaks of self-harm, "do not question" gives way to one direct question, whatever else is told. */
  const givesWay = 'do-not-question';

  test.each(rules.filter(({ id }) => id !== same && id !== givesWay).map((rule) => [rule.id, rule] as const))(
    '%s',
    (_, rule) => {
      const names = everyFact.filter((fact) => rule.when.reads.includes(fact));
      const sets = (names.length > 4 ? pairs([...topics]) : subsets([...topics])).filter((set) => set.length > 1);
      for (const facts of sampledVectors(names)) {
        for (const chosen of sets) {
          const several = { ...facts, topics: chosen, setting: 'school' as const };
          if (rule.when.holds(several) !== firesAlone(rule, several)) expect.fail(JSON.stringify(several));
        }
      }
    },
  );

  /** All vectors of up to six facts; of more, every 13th and its neighbours by turns. */
  function* sampledVectors(names: readonly Fact[]): Generator<Partial<Facts>> {
    const size = names.reduce((n, fact) => n * factValues[fact].length, 1);
    for (let place = 0; place < size; place += size > 6_561 ? 13 : 1) {
      let rest = place;
      yield Object.fromEntries(
        names.map((fact) => {
          const value = factValues[fact][rest % factValues[fact].length];
          rest = Math.floor(rest / factValues[fact].length);
          return [fact, value];
        }),
      );
    }
  }

  const pairs = <T>(items: readonly T[]) => items.flatMap((a, i) => items.slice(i + 1).map((b) => [a, b]));

  /** The merge, written out: what each topic alone says, and then only what joining them asks for. */
  function merged(facts: Facts): InShort {
    const each = facts.topics.map((topic) => decide(alone(facts, topic)));
    const all = each.flatMap(({ duties }) => duties);
    const present = new Set(all.map(({ route }) => route));
    const kept = all.filter(({ route }) => !(coveredBy[route] && present.has(coveredBy[route])));
    const needed = new Set(kept.filter(({ strength }) => strength !== 'may').map(({ route }) => route));
    const asksDirectly = each.some(({ donts }) => donts.some(({ id }) => id === 'question-beyond-suicide'));
    const said = rules
      .filter((rule) => each.some((one) => one.rules.includes(rule.id)))
      .filter(({ id }) => !(asksDirectly && id === givesWay))
      .flatMap(({ says }) => says)
      .filter((saying) => !('unlessDue' in saying && saying.unlessDue?.some((route) => needed.has(route))));
    const idsOf = (kind: RuleSaying['kind']) =>
      said.flatMap((saying): string[] => (saying.kind === kind && 'id' in saying ? [saying.id] : [])).toSorted();
    return {
      due: [...Map.groupBy(kept, ({ route }) => route)]
        .map(([route, parts]) => {
          const strongest = Math.min(...parts.map(({ strength }) => strengthRank(strength)));
          const soonest = Math.min(...parts.map(({ deadline }) => felt(deadline)));
          return `${route} ${strongest} ${soonest}`;
        })
        .toSorted(),
      advice: (['do', 'dont', 'notRequired', 'reassurance', 'seeAlso', 'next'] as const).map((kind) => [
        ...new Set(idsOf(kind)),
      ]),
      parents: guarded.findLast((id) => idsOf('parents').includes(id)),
    };
  }

  function inShort(decision: Decision): InShort {
    const { dos, donts, notRequired, reassurance, seeAlso, next } = decision;
    return {
      due: decision.duties
        .map(({ route, strength, deadline }) => `${route} ${strengthRank(strength)} ${felt(deadline)}`)
        .toSorted(),
      advice: [dos, donts, notRequired, reassurance, seeAlso, next].map((list) => ids(list).toSorted()),
      parents: decision.parents.id,
    };
  }

  test('every line that a rule says about parents has its place in that order', () => {
    const lines = rules.flatMap(({ says }) => says.flatMap((one) => (one.kind === 'parents' ? [one.id] : [])));
    expect([...new Set(lines)].toSorted()).toEqual(guarded.toSorted());
  });

  test('routes united, strongest and soonest of each; advice that a referral makes needless left out; one line on parents', () => {
    fc.assert(
      fc.property(anyConcern, (facts) => {
        expect(inShort(decide(facts))).toEqual(merged(facts));
      }),
      { numRuns: 2_000 },
    );
  });
});
