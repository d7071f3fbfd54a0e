/** Lays an organisation's local duties over a decision. Proved in test/rules/apply-local.test.ts: it only adds and tightens. */

import { type Fact, type Facts, topics } from './facts.ts';
import type { LocalId } from './ids.ts';
import type { CouncilChoice, Organisation, Place } from './local.ts';
import type { LocalDuty } from './local-duties.ts';
import type { Because, Decision, Duty, LocalAdvice, Source } from './outcome.ts';
import { soonness, strengthRank } from './ranks.ts';

/**
 * The decision with this organisation's own duties laid over it.
 *
 * Each local duty that applies marks its line with the rule id `local:ID`, also where the line was already tight
 * enough, so that its text can be shown beside it (`localTexts`). Added do's and don'ts have the id `local:ID` too.
 * Where the council is not known ("not sure"), every council's local duties apply, as a precaution.
 */
export function applyLocal(decision: Decision, organisation: Organisation, place: Place, facts: Facts): Decision {
  return organisation.localDuties.reduce((sofar, duty) => {
    const because = whyItApplies(duty, decision, organisation, place, facts);
    return because ? applied(sofar, duty, because) : sofar;
  }, decision);
}

/** What people read for the `local:` ids of a line or a decision. */
export function localTexts(organisation: Organisation, ids: readonly string[]): readonly LocalDuty[] {
  return organisation.localDuties.filter((duty) => ids.includes(localId(duty)));
}

const localId = ({ id }: LocalDuty): LocalId => `local:${id}`;
const local: Source = { basis: 'local', cites: [] };

function whyItApplies(
  duty: LocalDuty,
  decision: Decision,
  organisation: Organisation,
  place: Place,
  facts: Facts,
): readonly Because[] | undefined {
  const route = 'route' in duty ? duty.route : undefined;
  const where: CouncilChoice = (route === 'lado' ? place.ladoCouncil : place.council) ?? onlyCouncil(organisation);
  if (duty.council && where !== duty.council && where !== 'notSure') return undefined;

  const { topics: wanted = topics, ...conditions } = duty.when ?? {};
  const chosen = facts.topics.filter((topic) => wanted.includes(topic));
  if (chosen.length === 0) return undefined;

  const because: Because[] = chosen.map((value) => ({ fact: 'topics', value, precaution: false }));
  for (const [fact, values] of Object.entries(conditions)) {
    const answer = answerThatFits(fact as Fact, values, decision, facts);
    if (!answer) return undefined;
    because.push(answer);
  }
  return because;
}

/** "Not sure" fits wherever something other than a clear no is asked for. */
function answerThatFits(
  fact: Fact,
  wanted: readonly string[] | undefined,
  decision: Decision,
  facts: Facts,
): Because | undefined {
  const value = facts[fact] ?? (countedInDoubt(decision, fact) ? 'unsure' : undefined);
  if (value === undefined || !wanted) return undefined;
  const precaution = value === 'unsure';
  const fits = wanted.includes(value) || (precaution && wanted.some((other) => other !== 'no'));
  return fits ? { fact, value, precaution } : undefined;
}

/** A missing fact is never "no": where a line of the decision rests on it, it was read as "not sure". */
function countedInDoubt({ duties, dos, donts }: Decision, fact: Fact): boolean {
  return [...duties, ...dos, ...donts].some(({ because }) => because.some((b) => b.fact === fact && b.precaution));
}

function onlyCouncil({ councils }: Organisation): CouncilChoice {
  const [only, ...others] = councils;
  return only && others.length === 0 ? only.id : 'notSure';
}

function applied(decision: Decision, duty: LocalDuty, because: readonly Because[]): Decision {
  const rules = [...decision.rules, localId(duty)];
  if (duty.kind === 'do' || duty.kind === 'dont') {
    const { actor, strength, text, source } = duty;
    const id = localId(duty);
    const advice: LocalAdvice = { id, actor, strength, text, source, from: local, because, rules: [id] };
    return duty.kind === 'do'
      ? { ...decision, rules, dos: [...decision.dos, advice] }
      : { ...decision, rules, donts: [...decision.donts, advice] };
  }
  const due = decision.duties.find(({ route }) => route === duty.route);
  if (due) {
    const others = decision.duties.filter((other) => other !== due);
    return { ...decision, rules, duties: placed(tightened(due, duty), others) };
  }
  if (duty.kind === 'tighten') return decision;
  const { route, actor, strength, deadline } = duty;
  const from = { strengthFrom: local, deadlineFrom: local };
  const added: Duty = { route, actor, strength, deadline, ...from, because, rules: [localId(duty)] };
  return { ...decision, rules, duties: placed(added, decision.duties) };
}

function tightened(due: Duty, duty: Exclude<LocalDuty, { kind: 'do' | 'dont' }>): Duty {
  const { oneOf, ...alone } = due;
  const marked = { ...due, rules: [...due.rules, `local:${duty.id}`] };
  const stronger = duty.strength && strengthRank(duty.strength) < strengthRank(due.strength);
  const sooner = duty.deadline && soonness(duty.deadline) < soonness(due.deadline);
  return {
    // Required by itself, it no longer stands for the other routes of its group.
    ...(stronger && duty.strength === 'must' ? { ...alone, rules: marked.rules } : marked),
    ...(stronger && duty.strength ? { strength: duty.strength, strengthFrom: local } : {}),
    ...(sooner && duty.deadline ? { deadline: duty.deadline, deadlineFrom: local } : {}),
  };
}

/** Put before the first duty that is less pressing; the others keep their order. */
function placed(duty: Duty, others: readonly Duty[]): readonly Duty[] {
  const after = others.findIndex(
    (other) =>
      soonness(other.deadline) > soonness(duty.deadline) ||
      (soonness(other.deadline) === soonness(duty.deadline) &&
        strengthRank(other.strength) > strengthRank(duty.strength)),
  );
  return after < 0 ? [...others, duty] : [...others.slice(0, after), duty, ...others.slice(after)];
}
