/** The whole finite space: every answer to every question, every finished path, every vector of facts. */
import { decidedOn } from '../../dialogs/decided.ts';
import { type Answers, type Asked, answer, isQuestion, walk } from '../../dialogs/flow.ts';
import { valuesOf } from '../../dialogs/questions.ts';
import { type Fact, type Facts, factValues, type Topic } from '../../rules/facts.ts';
import { isInDoubt } from '../../rules/in-doubt.ts';
import type { Deadline, Decision, Duty } from '../../rules/outcome.ts';
import { rules } from '../../rules/rules.ts';

/**
 * Every answer a question takes. A tick list takes every set of ticks (of a long one: one, two or all), "none", and
 * "unknown" alone or beside one tick or all; a list of doubts one, all or "cannot tell".
 */
export function everyAnswer(asked: Asked, facts: Facts): readonly (readonly string[])[] {
  if (!isQuestion(asked)) return asked.id === 'danger' ? factValues.danger.map((value) => [value]) : [];
  const values = valuesOf(asked, facts);
  if (asked.kind === 'one') return values.map((value) => [value]);
  const options = values.filter((value) => value !== 'none' && value !== 'unknown');
  const upTo = (most: number) => subsets(options).filter((set) => set.length <= most || set.length === options.length);
  const some = upTo(options.length > 4 ? 2 : options.length).filter((set) => set.length > 0);
  return asked.kind === 'doubt'
    ? [...upTo(1).filter((set) => set.length > 0), ['unknown']]
    : [...some, ['none'], ...upTo(1).map((set) => [...set, 'unknown'])];
}

export function subsets<T>(items: readonly T[]): T[][] {
  return items.reduce<T[][]>((sets, item) => sets.concat(sets.map((set) => [...set, item])), [[]]);
}

/**
 * Every finished path of these topics. Where an answer hands over to one more topic, one answer is followed each time, in
 * turn: those questions have the paths of their own topic. So is it with `colleague`, the last: what it says depends on
 * no other answer.
 *
 * @param colleague the one answer to follow there instead.
 */
export function* finishedPaths(topics: readonly Topic[], colleague?: 'yes' | 'no' | 'unsure'): Generator<Answers> {
  let turn = 0;
  yield* from(new Map());

  function* from(answers: Answers): Generator<Answers> {
    const { facts, next } = walk(answers);
    if (!next) {
      yield answers;
      return;
    }
    const all = next.id === 'topics' ? [topics] : everyAnswer(next, facts);
    const handedOver = facts.topics.length > topics.length && !('kind' in next && next.kind === 'doubt');
    const inTurn = () => [all[turn++ % all.length] as readonly string[]];
    const last = next.id === 'colleague';
    // Danger to an adult alone opens no question that "no" does not: one way through each topic is followed.
    const asNo = facts.danger === 'onlyAdult' && next.id !== 'topics';
    const choices = last && colleague ? [[colleague]] : last || handedOver || asNo ? inTurn() : all;
    for (const choice of choices) yield* from(answer(answers, next.id, choice));
  }
}

/** The decision at the end of a path: what was never asked takes its mildest value. */
export function decisionOf(answers: Answers): Decision {
  return decidedOn(walk(answers).facts);
}

/** How soon, as a person feels it: what the chapter says and what we add as a precaution count alike. */
export function effective(deadline: Deadline): string {
  if (deadline.kind === 'notStated') return deadline.precaution === 'none' ? 'no limit' : deadline.precaution;
  return deadline.kind === 'workingDays' ? `${deadline.days} working days` : deadline.kind;
}

/** Whose limit "today" is: the chapter's, or ours. */
const limitOf = ({ deadline, deadlineFrom }: Duty) =>
  deadline.kind === 'today' && ['chapter', 'follows'].includes(deadlineFrom.basis) ? 'by the chapter' : '';

/** Topics that its rules hand over to: their questions are asked as well. */
export const handedTo = ({ rules: fired }: Decision): readonly Topic[] =>
  [...handing].flatMap(([id, topic]) => (fired.includes(id) ? [topic] : []));
const handing = rules.flatMap(({ id, says }) =>
  says.flatMap((saying) => (saying.kind === 'goThrough' ? [[id, saying.topic] as const] : [])),
);

/** What a decision tells people to do: due routes with their time, advice, parents, what comes next. */
export function signature(decision: Decision): string {
  const ids = (items: readonly { id: string }[]) => items.map((item) => item.id).toSorted();
  return JSON.stringify({
    certain: decision.duties.some((duty) => duty.route === 'emergency' && !isInDoubt(duty)),
    due: decision.duties
      .map(
        (duty) =>
          `${duty.route} ${duty.strength === 'may' ? 'may' : 'due'} ${effective(duty.deadline)} ${limitOf(duty)}`,
      )
      .toSorted(),
    dos: ids(decision.dos),
    donts: ids(decision.donts),
    parents: decision.parents.id,
    guarded: decision.guarded,
    next: ids(decision.next),
    notRequired: ids(decision.notRequired),
    reassurance: ids(decision.reassurance),
  });
}

/**
 * The facts that rules guarded by these topics read. `colleague` is read on every topic, and what it says depends on no
 * other answer, so it stands apart.
 */
export const topicFacts: Readonly<Record<Topic, readonly Fact[]>> = {
  blackmail: ['danger', 'adultKnown', 'positionOfTrust', 'tellingParentsRisky'],
  imagery: [
    'danger',
    'adultInvolved',
    'adultKnown',
    'positionOfTrust',
    'blackmail',
    'pressureOrGrooming',
    'capacity',
    'contentConcern',
    'sexualActsUnder13',
    'under13',
    'passedOn',
    'harmConcern',
    'tellingParentsRisky',
  ],
  adult: [
    'danger',
    'adultConduct',
    'contactSigns',
    'adultKnown',
    'positionOfTrust',
    'knownChildrenInImages',
    'childContact',
    'knownAfterAll',
    'harmConcern',
    'tellingParentsRisky',
  ],
  exposure: ['danger', 'materialSeen', 'encouraged', 'byAdult', 'childrenAtHome', 'harmConcern', 'tellingParentsRisky'],
  bullying: ['danger', 'upskirting', 'possibleCrime', 'severe', 'nudesInvolved', 'sexualPressure', 'harmConcern'],
  extremism: [
    'danger',
    'exploitation',
    'extremistMaterial',
    'terrorContent',
    'supportsExtremism',
    'fixedOnViolence',
    'attackThreat',
    'harmConcern',
  ],
  harmfulSites: ['danger', 'obsessed', 'harmConcern'],
  content: ['danger', 'contentKind', 'childKnown', 'harmConcern'],
  domesticAbuse: ['danger', 'harmConcern'],
  other: [
    'danger',
    'staffConduct',
    'contactSigns',
    'staffHarmed',
    'staffCrime',
    'staffRisk',
    'staffUnsuitable',
    'harmConcern',
  ],
};

/** Every vector of these facts, laid over the others given. */
export function* everyVector(names: readonly Fact[], base: Facts): Generator<Facts> {
  const [first, ...rest] = names;
  if (!first) {
    yield base;
    return;
  }
  for (const value of factValues[first]) yield* everyVector(rest, { ...base, [first]: value });
}
