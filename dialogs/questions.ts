/**
 * Which questions there are, what each can set, and when it is still worth asking.
 * Wording lives in words/questions.ts. A test proves that nothing here is asked in vain and nothing is left out.
 */
import { type Fact, type Facts, factValues, type Topic, type ValueOf } from '../rules/facts.ts';
import type { Route } from '../rules/outcome.ts';
import type { Condition } from '../rules/when.ts';
import {
  anyAdult,
  mayBeKnown,
  nearChildren,
  sexualAnyway,
  sideOfNobodyKnown,
  strangerContradicted,
  worryingAdult,
} from '../rules/who.ts';
import { decidedOn, settledOnce } from './decided.ts';

/** One fact, one of its values. */
interface OneQuestion<F extends Fact = Fact> {
  readonly id: F;
  readonly kind: 'one';
  readonly fact: F;
  readonly askWhen: (facts: Facts) => boolean;
}

/** Several yes/no facts as one tick list, with "none of these" and "I do not know". */
interface TickQuestion<Id extends string = string> {
  readonly id: Id;
  readonly kind: 'ticks';
  readonly options: readonly { readonly fact: Fact; readonly showWhen?: (facts: Facts) => boolean }[];
  readonly askWhen: (facts: Facts) => boolean;
}

/** Which options of a tick list are in doubt, after "I do not know": the rest become "no". */
interface DoubtQuestion<Id extends string = string, F extends Fact = Fact> {
  readonly id: Id;
  readonly kind: 'doubt';
  readonly about: string;
  readonly options: readonly { readonly fact: F; readonly showWhen: (facts: Facts) => boolean }[];
}

type KnownQuestion = (typeof inOrder)[number];
type AskedFact = Extract<KnownQuestion, { readonly kind: 'one' }>['fact'];
type ListId = Exclude<KnownQuestion, { readonly kind: 'one' }>['id'];
type ListQuestion = TickQuestion<ListId> | DoubtQuestion<ListId>;
export type Question = OneQuestion<AskedFact> | ListQuestion;

/** Every question about the concern. Each must have its words. */
export type QuestionId = 'danger' | 'topics' | KnownQuestion['id'];

/** Every value that an answer to it can have. Each must have its words. */
export type OptionOf<Id extends QuestionId> = Id extends 'danger'
  ? ValueOf<'danger'>
  : Id extends 'topics'
    ? Topic
    : OptionIn<Extract<KnownQuestion, { readonly id: Id }>>;
type OptionIn<Known extends KnownQuestion> =
  Known extends OneQuestion<infer F>
    ? ValueOf<F>
    : Known extends { readonly kind: 'ticks'; readonly options: readonly { readonly fact: infer F }[] }
      ? F | 'none' | 'unknown'
      : Known extends { readonly kind: 'doubt'; readonly options: readonly { readonly fact: infer F }[] }
        ? F | 'unknown'
        : never;

const about = (facts: Facts, ...topics: readonly Topic[]) => facts.topics.some((topic) => topics.includes(topic));
const worry = (facts: Facts, fact: Fact) => facts[fact] === 'yes' || facts[fact] === 'unsure';
const unanswered = (facts: Facts, fact: Fact) => facts[fact] === undefined;

/** Already due on the answers so far, whatever the rest may be. */
function due(facts: Facts, ...routes: readonly Route[]): boolean {
  return decidedOn(facts).duties.some((duty) => duty.strength !== 'may' && routes.includes(duty.route));
}

/** Due today because the chapter says so, or because it follows: no other answer could put it better. */
function dueTodayByChapter(facts: Facts, route: Route): boolean {
  return decidedOn(facts).duties.some(
    (duty) => duty.route === route && duty.deadline.kind === 'today' && duty.deadlineFrom.basis !== 'ours',
  );
}

/** Whether a condition of the rules holds on the answers so far. */
const holds = (condition: Condition, facts: Facts) => condition.holds(settledOnce(facts));

const triggers = [
  'blackmail',
  'pressureOrGrooming',
  'capacity',
  'contentConcern',
  'sexualActsUnder13',
] as const satisfies readonly Fact[];
const softTriggers: readonly Fact[] = ['pressureOrGrooming', 'capacity', 'contentConcern'];

/** Keeping Children Safe in Education, part four. */
const staffTests = ['staffHarmed', 'staffCrime', 'staffRisk', 'staffUnsuitable'] as const satisfies readonly Fact[];

/** A picture where nothing yet gives the referral of line 113. */
const untriggered = (facts: Facts) =>
  about(facts, 'imagery') &&
  !about(facts, 'blackmail') &&
  !worry(facts, 'adultInvolved') &&
  !worry(facts, 'danger') &&
  !worry(facts, 'blackmail') &&
  !worry(facts, 'sexualActsUnder13') &&
  !softTriggers.some((fact) => facts[fact] === 'yes');
/** A picture where something already gives that referral, and blackmail would still change what to do. */
const blackmailOpen = (facts: Facts) => about(facts, 'imagery') && !untriggered(facts) && !about(facts, 'blackmail');
/** Contact and no pictures, where nothing told already says what kind of contact. */
const contactOnly = (facts: Facts) =>
  about(facts, 'adult') && facts.adultConduct === 'contact' && !holds(sexualAnyway, facts);
const staffBehaves = (facts: Facts) => about(facts, 'other') && worry(facts, 'staffConduct');
const adultImages = (facts: Facts) => about(facts, 'adult') && facts.adultConduct !== 'contact';
/** It can still bring line 143's same day, or contradict that the adult is a stranger. */
const contactOpen = (facts: Facts) =>
  adultImages(facts) &&
  (!dueTodayByChapter(facts, 'childrens-social-care') ||
    (facts.adultKnown === 'no' && !worry(facts, 'knownChildrenInImages')));
const childImagesSeen = (facts: Facts) => about(facts, 'exposure') && facts.materialSeen !== 'pornography';
const inDoubt = (facts: Facts) =>
  about(facts, 'imagery') && softTriggers.some((fact) => facts[fact] === 'unsure') && !due(facts, 'police');
/** `harmConcern` can still add a referral to social care. */
const harmOpen = (facts: Facts) => unanswered(facts, 'harmConcern') && !due(facts, 'childrens-social-care');
const leadIsNow = (facts: Facts) =>
  decidedOn(facts).duties.some(({ route, deadline }) => route === 'safeguarding-lead' && deadline.kind === 'now');
const silence = (facts: Facts) => holds(mayBeKnown, facts);

const one = <F extends Fact>(fact: F, askWhen: OneQuestion['askWhen']): OneQuestion<F> => ({
  id: fact,
  kind: 'one',
  fact,
  askWhen,
});

/** After "I do not know". Asked only where several are in doubt (flow.ts). */
function doubt<Id extends string, F extends Fact>(id: Id, list: string, facts: readonly F[]): DoubtQuestion<Id, F> {
  const options = facts.map((fact) => ({ fact, showWhen: (told: Facts) => told[fact] === 'unsure' }));
  return { id, kind: 'doubt', about: list, options };
}

const inOrder = [
  one('adultInvolved', (facts) => about(facts, 'imagery')),
  one('adultConduct', (facts) => about(facts, 'adult')),
  one('contactSigns', (facts) => contactOnly(facts) || (staffBehaves(facts) && facts.staffConduct === 'yes')),
  one('adultKnown', (facts) => holds(anyAdult, facts)),
  one('knownChildrenInImages', adultImages),
  one('childContact', contactOpen),
  one('knownAfterAll', (facts) => holds(strangerContradicted, facts)),
  one('positionOfTrust', (facts) => holds(mayBeKnown, facts) || holds(nearChildren, facts)),
  one('blackmail', blackmailOpen),
  {
    id: 'triggers',
    kind: 'ticks',
    options: triggers.map((fact) => ({ fact })),
    askWhen: untriggered,
  },
  doubt('inDoubt', 'triggers', triggers),
  {
    id: 'aboutPicture',
    kind: 'ticks',
    options: [
      { fact: 'under13', showWhen: (facts) => !due(facts, 'social-care-advice', 'childrens-social-care') },
      { fact: 'passedOn' },
      { fact: 'harmConcern', showWhen: harmOpen },
    ],
    askWhen: untriggered,
  },
  doubt('aboutPictureDoubt', 'aboutPicture', ['under13', 'passedOn', 'harmConcern']),
  one('materialSeen', (facts) => about(facts, 'exposure')),
  {
    id: 'aboutExposure',
    kind: 'ticks',
    options: [
      { fact: 'encouraged' },
      { fact: 'byAdult' },
      {
        fact: 'childrenAtHome',
        showWhen: (facts) => childImagesSeen(facts) && !due(facts, 'childrens-social-care'),
      },
      { fact: 'harmConcern', showWhen: harmOpen },
    ],
    askWhen: (facts) => about(facts, 'exposure'),
  },
  doubt('aboutExposureDoubt', 'aboutExposure', ['encouraged', 'byAdult', 'childrenAtHome', 'harmConcern']),
  // Before the lists that leave out what it makes due.
  one('contentKind', (facts) => about(facts, 'content')),
  one('childKnown', (facts) => about(facts, 'content')),
  {
    id: 'aboutBullying',
    kind: 'ticks',
    options: [
      { fact: 'upskirting' },
      { fact: 'possibleCrime', showWhen: (facts) => !due(facts, 'police') },
      { fact: 'severe' },
      { fact: 'nudesInvolved', showWhen: (facts) => !about(facts, 'imagery') },
      { fact: 'sexualPressure', showWhen: (facts) => !due(facts, 'procedure:exploitation') },
      { fact: 'harmConcern', showWhen: harmOpen },
    ],
    askWhen: (facts) => about(facts, 'bullying'),
  },
  doubt('aboutBullyingDoubt', 'aboutBullying', [
    'upskirting',
    'possibleCrime',
    'severe',
    'nudesInvolved',
    'sexualPressure',
    'harmConcern',
  ]),
  {
    id: 'aboutExtremism',
    kind: 'ticks',
    options: [
      { fact: 'exploitation', showWhen: (facts) => !due(facts, 'procedure:exploitation') },
      { fact: 'extremistMaterial' },
      { fact: 'terrorContent' },
      { fact: 'supportsExtremism' },
      { fact: 'fixedOnViolence' },
      { fact: 'attackThreat', showWhen: ({ danger }) => danger !== 'yes' },
      { fact: 'harmConcern', showWhen: harmOpen },
    ],
    askWhen: (facts) => about(facts, 'extremism'),
  },
  doubt('aboutExtremismDoubt', 'aboutExtremism', [
    'exploitation',
    'extremistMaterial',
    'terrorContent',
    'supportsExtremism',
    'fixedOnViolence',
    'attackThreat',
    'harmConcern',
  ]),
  one('obsessed', (facts) => about(facts, 'harmfulSites')),
  one('staffConduct', (facts) => about(facts, 'other')),
  {
    id: 'aboutStaff',
    kind: 'ticks',
    options: [...staffTests.map((fact) => ({ fact })), { fact: 'harmConcern', showWhen: harmOpen }],
    askWhen: staffBehaves,
  },
  doubt('aboutStaffDoubt', 'aboutStaff', [...staffTests, 'harmConcern']),
  one(
    'harmConcern',
    (facts) =>
      // Where self-harm may be spoken of it decides whether a lead is needed now, whoever else is told.
      (about(facts, 'harmfulSites') && !leadIsNow(facts)) ||
      (!due(facts, 'childrens-social-care') &&
        (about(facts, 'adult', 'harmfulSites', 'domesticAbuse', 'other') ||
          (about(facts, 'content') && worry(facts, 'childKnown')))),
  ),
  one(
    'tellingParentsRisky',
    (facts) =>
      !silence(facts) &&
      !about(facts, 'domesticAbuse') &&
      ((about(facts, 'imagery') && !inDoubt(facts)) ||
        about(facts, 'exposure', 'blackmail') ||
        holds(worryingAdult, facts)),
  ),
  // The last before anybody is told: the first screen promises that nobody who is part of it is.
  one('colleague', (facts) => holds(sideOfNobodyKnown, facts) && !decidedOn(facts).guarded),
] as const satisfies readonly (OneQuestion | TickQuestion | DoubtQuestion)[];

/** Every question about the concern, in the order asked. `danger` and `topics` come before these, in flow.ts. */
export const questions: readonly Question[] = inOrder;

/** The options of a tick list that are on show; values are fact names. */
export function shownOptions(question: ListQuestion, facts: Facts): readonly Fact[] {
  const options: TickQuestion['options'] = question.options;
  return options.filter((option) => option.showWhen?.(facts) ?? true).map((option) => option.fact);
}

/** Values a question takes as an answer: one of a fact's values, or ticked facts, `none` or `unknown`. */
export function valuesOf(question: Question, facts: Facts): readonly string[] {
  if (question.kind === 'one') return factValues[question.fact];
  const shown = shownOptions(question, facts);
  return question.kind === 'doubt' ? [...shown, 'unknown'] : [...shown, 'none', 'unknown'];
}
