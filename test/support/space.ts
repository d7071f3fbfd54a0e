/** What a path decides, in short, and every vector of facts. */
import { decidedOn } from '../../dialogs/decided.ts';
import { type Answers, walk } from '../../dialogs/flow.ts';
import { type Fact, type Facts, factValues, type Topic } from '../../rules/facts.ts';
import { isInDoubt } from '../../rules/in-doubt.ts';
import type { Deadline, Decision, Duty } from '../../rules/outcome.ts';
import { rules } from '../../rules/rules.ts';

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
