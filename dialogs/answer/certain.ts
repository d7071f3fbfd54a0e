/** What is due already, whatever the open questions bring: the weakest that every way to go on has in common. */
import { applyLocal } from '../../rules/apply-local.ts';
import { type Fact, type Facts, factValues, settled, type Topic } from '../../rules/facts.ts';
import { withHandedOver } from '../../rules/hand-over.ts';
import { siteOf } from '../../rules/local.ts';
import type { Duty } from '../../rules/outcome.ts';
import { soonness, strengthRank } from '../../rules/ranks.ts';
import { decidedOn } from '../decided.ts';
import { isQuestion, walk } from '../flow.ts';
import type { State } from '../state.ts';
import { type Context, placeIn } from '../steps.ts';

/** Facts without a mildest value, each read under one topic alone: while one is open there, each of its values is tried. */
const withoutMildest: readonly (readonly [Fact, Topic])[] = [
  ['adultConduct', 'adult'],
  ['materialSeen', 'exposure'],
  ['contentKind', 'content'],
];

/**
 * Duties that hold on every completion of the answers so far, each at its weakest and latest. Everything else open is
 * taken at its mildest, which asks for least (test/rules proves it); a place not named yet brings no local duty.
 */
export function certainDuties(state: State, { organisation }: Context): readonly Duty[] {
  const place = placeIn(state, organisation);
  const site = siteOf(organisation, place.site);
  const told: Facts = { ...settledFacts(state), ...(site ? { setting: site.kind } : {}) };
  const [first = [], ...others] = completions(told).map(
    (facts) =>
      applyLocal(decidedOn(facts), organisation, { council: 'elsewhere', ladoCouncil: 'elsewhere', ...place }, told)
        .duties,
  );
  return first.flatMap((duty) => {
    const same = others.map((duties) => duties.find(({ route }) => route === duty.route));
    return same.every((other) => other !== undefined) ? [same.reduce(weaker, duty)] : [];
  });
}

/**
 * Doubt about which a question stands is not settled: its answer may still be a clear no. Nor is a topic that only this
 * doubt handed over.
 */
function settledFacts({ answers }: State): Facts {
  const { facts, next } = walk(answers);
  if (!next || !isQuestion(next) || next.kind !== 'doubt') return facts;
  const open: readonly string[] = next.options.map(({ fact }) => fact);
  const rest = Object.fromEntries(Object.entries(facts).filter(([fact]) => !open.includes(fact)));
  return withHandedOver({ ...rest, topics: answers.get('topics') ?? [] } as Facts);
}

function completions(told: Facts): readonly Facts[] {
  return withoutMildest
    .filter(([fact, topic]) => told[fact] === undefined && told.topics.includes(topic))
    .reduce<readonly Facts[]>(
      (all, [fact]) => all.flatMap((facts) => factValues[fact].map((value) => ({ ...facts, [fact]: value }))),
      [settled({ contactSigns: 'no', ...told })],
    );
}

function weaker(a: Duty, b: Duty): Duty {
  const strength = strengthRank(a.strength) >= strengthRank(b.strength) ? a : b;
  const deadline = soonness(a.deadline) >= soonness(b.deadline) ? a : b;
  return {
    ...a,
    strength: strength.strength,
    strengthFrom: strength.strengthFrom,
    deadline: deadline.deadline,
    deadlineFrom: deadline.deadlineFrom,
  };
}
