/** Concerns as leads see them, worked out from real answers, at every stage. */

import type { Answers } from '../../dialogs/flow.ts';
import type { ConcernView, Happening } from '../../dialogs/leads/concern/concern-view.ts';
import { after, fold, guardQuestion, startEntry } from '../../dialogs/state.ts';
import { type Context, outcomeOf, stepOf } from '../../dialogs/steps.ts';
import { becauseWords, routeNames } from '../../dialogs/words/decision.ts';
import { dutyWords, topicClass } from '../../dialogs/words/lead-duties.ts';
import { type OptionWords, questionWords } from '../../dialogs/words/questions.ts';
import type { Topic } from '../../rules/facts.ts';
import type { Organisation } from '../../rules/local.ts';
import { finishedPaths } from '../../src/review/paths.ts';
import { contextOf, example, type MomentName, moments, statesOn } from './every-message.ts';

const raisedAt = moments['Friday at 18:30'];
/** So many minutes after it was raised. */
export const minutesLater = (minutes: number): Date => new Date(raisedAt.getTime() + minutes * 60_000);
/** No name or number of anybody: an account as Slack writes them. */
export const reporter = 'U0REPORTER';

export type Worked = NonNullable<ConcernView['concern']>;

/** The answers of a path, worked out as the conversation does. */
export function workedOut(
  path: Answers,
  moment: MomentName = 'Friday at 18:30',
  organisation: Organisation = example,
): Worked {
  const context: Context = contextOf(organisation, moment);
  const begun = fold([startEntry(false)]);
  const state = [...statesOn(path, context, 0, { ...begun, answers: path })].at(-1);
  if (!state || stepOf(state, context).kind !== 'answer') throw new Error('The path does not reach an answer');
  return { state, outcome: outcomeOf(state, context), context };
}

/** The same with somebody else picked as safe to tell, by id. */
export function withPicked({ state, context }: Worked, ids: readonly string[]): Worked {
  const picked = after(state, { type: 'answer', question: guardQuestion, values: [...ids] });
  return { state: picked, outcome: outcomeOf(picked, context), context };
}

/** The first path of a topic whose answers hold all of these, as `fact: value`. */
export function pathWith(topic: Topic, wanted: Readonly<Record<string, string>> = {}): Answers {
  for (const path of finishedPaths([topic])) {
    if (Object.entries(wanted).every(([question, value]) => path.get(question)?.includes(value))) return path;
  }
  throw new Error(`No path of ${topic} has ${JSON.stringify(wanted)}`);
}

/** An open concern about an adult: four bodies to tell, and silence. */
export const adult = workedOut(pathWith('adult', { adultConduct: 'both', adultKnown: 'yes', positionOfTrust: 'yes' }));
/** An open concern about a picture, with an adult nobody knows. */
export const picture = workedOut(pathWith('imagery', { adultInvolved: 'yes', adultKnown: 'no', blackmail: 'no' }));

const raised: Happening = { at: raisedAt, what: 'raised' };
const told: Happening = { at: minutesLater(1), what: 'told', level: 0, places: ['the leads’ channel'] };

export function viewOf(changes: Partial<ConcernView> = {}): ConcernView {
  return {
    id: 'abcdefghijklmnopqrstuvwx',
    kind: 'concern',
    reference: 'AB12-CD34',
    site: 'Riverside School, Derby',
    restricted: false,
    raisedAt,
    stage: 'open',
    limit: 'now',
    level: 0,
    reporter,
    concern: picture,
    said: new Map(),
    history: [raised, told],
    ...changes,
  };
}

/** Nothing is known of it but that somebody pressed. */
export function callOf(changes: Partial<ConcernView> = {}): ConcernView {
  const { concern: _, ...call } = viewOf({ kind: 'call' });
  return { ...call, ...changes };
}

export const owner = 'Sam Okafor';
export const taken: Happening = { at: minutesLater(4), what: 'taken', who: owner };
export const owned = (changes: Partial<ConcernView> = {}): ConcernView =>
  viewOf({ stage: 'owned', owner, history: [raised, told, taken], ...changes });

export const stages: readonly ConcernView['stage'][] = [
  'open',
  'owned',
  'done',
  'withdrawn',
  'not-for-us',
  'joined',
  'ended',
];

/** One of everything that can happen. */
export const happenings: readonly Happening[] = [
  raised,
  { at: minutesLater(2), what: 'changed' },
  { at: minutesLater(2), what: 'withdrawn' },
  { at: minutesLater(2), what: 'referred' },
  { at: minutesLater(2), what: 'no-answer', who: ['Jo Marsh'] },
  { at: minutesLater(60), what: 'ended' },
  told,
  { at: minutesLater(11), what: 'told', level: 1, places: ['Priya Nair', 'the second channel'] },
  { at: minutesLater(1), what: 'not-reached', places: ['the leads’ channel'] },
  taken,
  { at: minutesLater(5), what: 'untaken', who: owner },
  { at: minutesLater(5), what: 'contact', who: owner },
  { at: minutesLater(6), what: 'handed', who: owner, to: 'Priya Nair' },
  { at: minutesLater(7), what: 'done', who: owner, duty: 'police' },
  { at: minutesLater(8), what: 'undone', who: owner, duty: 'police' },
  { at: minutesLater(9), what: 'reminded', duty: 'police', who: [owner] },
  { at: minutesLater(10), what: 'joined', who: owner, reference: 'EF56-GH78' },
  { at: minutesLater(10), what: 'gained', who: owner },
  { at: minutesLater(11), what: 'erase-asked', who: owner },
  { at: minutesLater(10), what: 'not-for-us', who: owner, reason: 'other-organisation' },
];

/** Said of nothing in particular. */
const commonWords = ['yes', 'no', 'both', 'not sure', 'none of these', 'what is it about?'];

/** What nobody who passes may read: topics, answers, reasons, duties, and who raised it. In small letters. */
export const secrets: readonly string[] = [
  ...Object.values(topicClass),
  ...Object.values(questionWords).flatMap(({ ask, options }) => [
    ask,
    ...Object.values<OptionWords>(options).flatMap(({ label, help }) => [label, ...(help ? [help] : [])]),
  ]),
  ...Object.values(becauseWords).flatMap((words) => (typeof words === 'string' ? [words] : Object.values(words))),
  ...Object.values(dutyWords).flatMap(({ order, ticked }) => [order, ticked]),
  ...Object.values(routeNames).filter((name) => name !== routeNames['safeguarding-lead']),
  reporter,
]
  .map((words) => words.toLowerCase())
  .filter((words) => !commonWords.includes(words));
