/**
 * The conversation as a list of small entries, and what they add up to. Only closed values: nobody's words.
 * Answers are the state; which question comes next is never stored.
 */
import { z } from 'zod';
import { type Topic, topics } from '../rules/facts.ts';
import { decidedOn } from './decided.ts';
import { type Answers, answer, walk } from './flow.ts';
import { isNow, type Under, underNow } from './under.ts';

/** Places are asked only where the organisation leaves a choice; steps.ts says when. */
export const placeIds = ['site', 'council', 'ladoCouncil'] as const;
export type PlaceId = (typeof placeIds)[number];

/** Who it is safe to tell, asked last and only of a guarded concern; guard.ts says when and what it means. */
export const guardQuestion = 'safeToTell';
/** Its answer when nobody is picked. */
export const nobody = 'none';

const short = z.string().min(1).max(64);
/** Of one answer: more people than any site names as safe to tell, and few enough for a report to be stored. */
const mostValues = 30;
export const entrySchema = z.discriminatedUnion('type', [
  /** Begins a concern, or a practice run. `edition` and `rules` say by which rules it began. */
  z.strictObject({
    type: z.literal('start'),
    practice: z.boolean(),
    edition: short,
    rules: z.int(),
    site: short.optional(),
    /** Topics that a typed description may be about; ticked when the question comes, never taken as an answer. */
    suggested: z.array(z.enum(topics)).max(topics.length).optional(),
  }),
  z.strictObject({
    type: z.literal('answer'),
    question: short,
    values: z.array(short).min(1).max(mostValues),
    /** Of people picked: a mark of who stood behind each id then. */
    marks: z.array(short).max(mostValues).optional(),
  }),
  z.strictObject({ type: z.literal('back') }),
  /** Asks one answered question again; the old answer stands until a new one is given. */
  z.strictObject({ type: z.literal('reopen'), question: short }),
  z.strictObject({ type: z.literal('stop'), site: short.optional() }),
  /** "Get a lead to me now", before the answer is reached. */
  z.strictObject({ type: z.literal('get-lead') }),
  /** Raised by mistake. */
  z.strictObject({ type: z.literal('withdraw') }),
  /** The reporter has made the referral. */
  z.strictObject({ type: z.literal('referred') }),
  /** A call of the answer was made, or nobody answered it. `whom`: a person of the site by id, or a route. */
  z.strictObject({
    type: z.literal('called'),
    whom: short,
    /** Of a person: a mark of who stood behind that id then. */
    mark: short.optional(),
    result: z.enum(['rung', 'no-answer']),
    at: z.int(),
  }),
]);
export type Entry = z.infer<typeof entrySchema>;

export interface Tried {
  readonly whom: string;
  readonly mark?: string;
  readonly result: 'rung' | 'no-answer';
  readonly at: Date;
}

export interface State {
  readonly stage: 'new' | 'open' | 'stopped';
  readonly practice: boolean;
  readonly answers: Answers;
  readonly places: ReadonlyMap<PlaceId, string>;
  /** The answer to `guardQuestion` as given: ids of people, or `nobody` alone. Empty: not answered. */
  readonly safe: readonly string[];
  /** Who stood behind each of these ids when they were picked, as a mark. */
  readonly marks: ReadonlyMap<string, string>;
  /** A lead was asked for before the answer. */
  readonly early: boolean;
  readonly withdrawn: boolean;
  readonly referred: boolean;
  /** Calls that the reporter says were made, oldest first; the last word on each counts. */
  readonly tried: readonly Tried[];
  readonly suggested: readonly Topic[];
  /** Being asked again. */
  readonly reopened: string | undefined;
  /** It began under another edition or other rules; everything has been worked out afresh. */
  readonly outdated: boolean;
  /** The edition and the rules version by which it began. */
  readonly begun?: Under;
}

export const newState: State = {
  stage: 'new',
  practice: false,
  answers: new Map(),
  places: new Map(),
  safe: [],
  marks: new Map(),
  early: false,
  withdrawn: false,
  referred: false,
  tried: [],
  suggested: [],
  reopened: undefined,
  outdated: false,
};

/** Before anything is said, where it is remembered where somebody works. */
export const startingAt = (site: string | undefined): State => ({ ...newState, places: placed(site) });

/** How a concern begins today. */
export function startEntry(practice: boolean, site?: string, suggested: readonly Topic[] = []): Entry {
  return {
    type: 'start',
    practice,
    ...underNow,
    ...(site ? { site } : {}),
    ...(suggested.length > 0 ? { suggested: [...suggested] } : {}),
  };
}

export function fold(entries: readonly Entry[]): State {
  return entries.reduce(after, newState);
}

/** The state after one more entry. Never throws: an answer that is no longer on the path simply drops out. */
export function after(state: State, entry: Entry): State {
  switch (entry.type) {
    case 'start':
      return {
        ...newState,
        stage: 'open',
        practice: entry.practice,
        places: placed(entry.site),
        suggested: entry.suggested ?? [],
        outdated: !isNow(entry),
        begun: { edition: entry.edition, rules: entry.rules },
      };
    case 'answer':
      return answered(state, entry.question, entry.values, entry.marks);
    case 'back':
      return back(state);
    case 'reopen':
      return isPlace(entry.question) || entry.question === guardQuestion || state.answers.has(entry.question)
        ? { ...state, reopened: entry.question }
        : state;
    case 'stop':
      return { ...newState, stage: 'stopped', practice: state.practice, places: placed(entry.site) };
    case 'get-lead':
      return forReal(state) ? { ...state, early: true } : state;
    case 'withdraw':
      return forReal(state) ? { ...state, withdrawn: true } : state;
    case 'referred':
      return forReal(state) ? { ...state, referred: true } : state;
    case 'called': {
      const { whom, mark, result, at } = entry;
      const tried = { whom, ...(mark === undefined ? {} : { mark }), result, at: new Date(at) };
      return { ...state, tried: [...state.tried, tried] };
    }
  }
}

const forReal = ({ stage, practice }: State) => stage === 'open' && !practice;

/** Whether the answers so far forbid a word to anybody who was not picked as safe (line 153). Places never change that. */
export function keepsSilent(answers: Answers): boolean {
  return decidedOn(walk(answers).facts).guarded;
}

/** Where somebody works is remembered from one concern to the next. */
const placed = (site: string | undefined): ReadonlyMap<PlaceId, string> => new Map(site ? [['site', site]] : []);

export function isPlace(question: string): question is PlaceId {
  return (placeIds as readonly string[]).includes(question);
}

function answered(state: State, question: string, values: readonly string[], marks: readonly string[] = []): State {
  if (question === guardQuestion) {
    const known = new Map(values.flatMap((id, i) => (marks[i] === undefined ? [] : [[id, marks[i]] as const])));
    return { ...state, safe: values, marks: known, reopened: undefined };
  }
  if (isPlace(question)) {
    const [choice = ''] = values;
    // Another place has other people, and some have the same id.
    const moved = question === 'site' && state.places.get('site') !== choice;
    const places = new Map([...state.places, [question, choice] as const]);
    return { ...state, places, safe: moved ? [] : state.safe, reopened: undefined };
  }
  return { ...state, answers: answer(state.answers, question, values), reopened: undefined };
}

/** Takes back the last answer still on the path; while a question is open again, just closes it. */
function back(state: State): State {
  if (state.reopened) return { ...state, reopened: undefined };
  const { answered, next } = walk(state.answers);
  if (!next && state.safe.length > 0 && keepsSilent(state.answers)) return { ...state, safe: [] };
  // Places are asked last, so one named before a change opened new questions is not the last answer.
  const lastPlace = next ? undefined : (['ladoCouncil', 'council'] as const).find((place) => state.places.has(place));
  if (lastPlace) {
    return { ...state, places: new Map([...state.places].filter(([place]) => place !== lastPlace)) };
  }
  const last = answered.at(-1);
  return last ? { ...state, answers: new Map([...state.answers].filter(([id]) => id !== last.id)) } : state;
}
