/**
 * Facts in, decision out. Every rule that fires counts: what they say of one thing becomes one line (lines.ts). Nothing
 * is ever matched "first".
 */
import type { Facts } from './facts.ts';
import type { DoId, DontId, NotRequiredId, ReadingId, ReassuranceId } from './ids.ts';
import { add, mergedAdvice, mergedDuty, mergedNext, mergedParents } from './lines.ts';
import type { Advice, Because, Decision, Duty, NextStep, Route, Source } from './outcome.ts';
import { routeRank, soonness, strengthRank } from './ranks.ts';
import { type Rule, todayUrgently } from './rule.ts';
import { rules as allRules } from './rules.ts';
import { type DutySaying, type NextSaying, type ParentsSaying, type Says, saysOf } from './says.ts';
import { because } from './when.ts';

/** A referral makes asking the same body for advice needless. */
const covers: Partial<Record<Route, Route>> = {
  'police-advice': 'police',
  'social-care-advice': 'childrens-social-care',
};

/** Decides one concern. Pure: the same facts give the same decision. A missing fact reads as "not sure". */
export function decide(facts: Facts, rules: readonly Rule[] = allRules): Decision {
  const fired: Fired[] = [];
  for (const rule of rules) if (rule.when.holds(facts)) fired.push(firedOn(facts, rule));
  const duties = dutiesOf(fired);
  const due = duties.filter(({ strength }) => strength !== 'may').map(({ route }) => route);

  const dos: Advice<DoId>[] = [];
  const donts: Advice<DontId>[] = [];
  const next: NextStep[] = [];
  const notRequired: Advice<NotRequiredId>[] = [];
  const reassurance: Advice<ReassuranceId>[] = [];
  const seeAlso: Advice<ReadingId>[] = [];
  const parents: Decision['parents'][] = [];
  let guarded = false;
  for (const by of fired) {
    for (const { saying, source, unlessDue } of by.others) {
      if (unlessDue?.some((route) => due.includes(route))) continue;
      switch (saying.kind) {
        case 'do':
          add(dos, adviceOf(saying, source, by), idOf, mergedAdvice);
          break;
        case 'dont':
          add(donts, adviceOf(saying, source, by), idOf, mergedAdvice);
          break;
        case 'next':
          add(next, nextOf(saying, source, by), idOf, mergedNext);
          break;
        case 'notRequired':
          add(notRequired, adviceOf(saying, source, by), idOf, mergedAdvice);
          break;
        case 'reassurance':
          add(reassurance, adviceOf(saying, source, by), idOf, mergedAdvice);
          break;
        case 'seeAlso':
          add(seeAlso, adviceOf(saying, source, by), idOf, mergedAdvice);
          break;
        case 'goThrough':
          // Handed over before anything is decided (hand-over.ts).
          break;
        case 'parents':
          add(parents, parentsOf(saying, source, by), () => 'parents', mergedParents);
          break;
        case 'guard':
          guarded = true;
      }
    }
  }
  const [onParents] = parents;
  if (!onParents) throw new Error('Nothing to say of the parents: no rule says this');
  return {
    duties,
    dos,
    donts,
    parents: onParents,
    guarded,
    next: next.sort((a, b) => soonness(a.deadline) - soonness(b.deadline)),
    notRequired,
    reassurance,
    seeAlso,
    rules: fired.map(({ rules }) => rules[0]),
  };
}

const idOf = ({ id }: Advice) => id;

/** A rule that fires: what it says, and the answers that made it fire. */
interface Fired extends Says {
  readonly because: readonly Because[];
}

function firedOn(facts: Facts, rule: Rule): Fired {
  const { duties, others, rules } = saysOf(rule);
  return { duties, others, rules, because: because(rule.when, facts) };
}

function dutiesOf(fired: readonly Fired[]): readonly Duty[] {
  const duties: Duty[] = [];
  const urgent: Route[] = [];
  for (const by of fired) {
    for (const { saying, source } of by.duties) {
      add(duties, dutyOf(saying, source, by), routeOf, mergedDuty);
      if (saying.deadline.kind === 'today' && saying.deadline.urgent) urgent.push(saying.route);
    }
  }
  return duties
    .filter(({ route }) => !isCovered(route, duties))
    .map((duty) => (urgent.includes(duty.route) ? urgently(duty) : duty))
    .sort(
      (a, b) =>
        soonness(a.deadline) - soonness(b.deadline) ||
        strengthRank(a.strength) - strengthRank(b.strength) ||
        routeRank(a.route) - routeRank(b.route),
    );
}

const routeOf = ({ route }: Duty) => route;

function isCovered(route: Route, duties: readonly Duty[]): boolean {
  const covering = covers[route];
  return covering !== undefined && duties.some((duty) => duty.route === covering);
}

/** Urgent once any rule says so, whoever set the day. */
function urgently(duty: Duty): Duty {
  return duty.deadline.kind === 'today' ? { ...duty, deadline: todayUrgently } : duty;
}

function dutyOf(saying: DutySaying, from: Source, { because, rules }: Fired): Duty {
  const { route, actor, strength, deadline, oneOf } = saying;
  const duty: Duty = { route, actor, strength, strengthFrom: from, deadline, deadlineFrom: from, because, rules };
  return oneOf ? { ...duty, oneOf } : duty;
}

function adviceOf<Id extends string>(
  { id, actor, strength }: Pick<Advice<Id>, 'id' | 'actor' | 'strength'>,
  from: Source,
  { because, rules }: Fired,
): Advice<Id> {
  return { id, actor, strength, from, because, rules };
}

function nextOf(saying: NextSaying, from: Source, { because, rules }: Fired): NextStep {
  const { id, actor, strength, deadline } = saying;
  return { id, actor, strength, from, because, rules, deadline };
}

function parentsOf({ id, status }: ParentsSaying, from: Source, { because, rules }: Fired): Decision['parents'] {
  return { id, status, actor: 'lead', strength: 'should', from, because, rules };
}
