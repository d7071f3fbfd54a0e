/** A concern as its leads see it, worked out: what every card, list and record about it is drawn from. No store, no seal. */
import type { PeopleRoute } from '../../../rules/outcome.ts';
import type { State } from '../../state.ts';
import type { Context, Outcome } from '../../steps.ts';
import type { Under } from '../../under.ts';

/** What a lead can do with a concern. `detail` of the action: which duty, person, concern or reason. */
export const leadActs = [
  /** Show it to the one who asks: their card, at the bottom of their talk. */
  'open',
  /** Where their card stands: what was advised, or what else can be done, or their card again. */
  'advice',
  'more',
  'back',
  'take',
  'untake',
  /** Without a detail: ask to whom. With the mark of who stood on the button: ask why. With `mark!reason`: hand it over. */
  'hand',
  /** Without a detail: ask how long. With minutes: nobody is reminded for so long. */
  'snooze',
  /** Without a detail: ask which. With a task: show what can be said of it. */
  'task',
  /** With a task: it is done. With a minus before it, what was said of it last is taken back. */
  'done',
  /** With a task: they tried, and nobody answered. */
  'tried',
  /** With a task: ask why it is not needed. With a task and a reason: say so. */
  'not-needed',
  /** With a task: it is not theirs. */
  'not-mine',
  /** Without a detail: ask how it ended. With an outcome: note it. */
  'outcome',
  /** It is logged in their case system: the concern is closed. */
  'close',
  /** What was closed goes on, with whoever presses. */
  'reopen',
  /** Ask the person who raised it to get in touch. */
  'contact',
  /** Without a detail: ask which. With another concern's id: join this one to it. */
  'same',
  /** Without a detail: ask why. With a reason: ask if sure. With `reason!`: close it as not ours. */
  'not-us',
  'record',
  /** Once it is over, by two people. */
  'erase',
  /** By whoever raised it, where somebody picked is gone. Without a detail: ask who. With the mark of who stood on the button: tell them. */
  'pick',
] as const;
export type LeadAct = (typeof leadActs)[number];

/** Why a concern is not for this site's leads: a fixed list, no words of anybody. */
export const notForUsReasons = ['other-organisation', 'no-child', 'test', 'known-and-handled'] as const;
export type NotForUs = (typeof notForUsReasons)[number];

/** What a lead decides besides whom to tell. */
export const leadTasks = ['parents', 'support'] as const;
/** A person or body to tell, or something to decide. */
export type Task = PeopleRoute | (typeof leadTasks)[number];

/** Why something need not be done: a fixed list, no words of anybody. */
export const notNeededReasons = ['known', 'advised', 'another', 'facts', 'risk'] as const;
export type NotNeeded = (typeof notNeededReasons)[number];

/** How a concern ended, before it is closed. */
export const outcomes = ['referred', 'advice', 'in-school', 'no-action'] as const;
export type HowEnded = (typeof outcomes)[number];

/** Why a concern is handed over: a fixed list, too. */
export const handReasons = ['off', 'busy', 'knows', 'role', 'close'] as const;
export type HandReason = (typeof handReasons)[number];

/** In minutes: how long its holder can put it off. */
export const snoozes = [15, 30, 60] as const;

/** What was said last of a task, as it is. `tries`: when nobody answered, each time. */
export interface DutySaid {
  readonly how: 'done' | 'tried' | 'not-needed' | 'not-mine';
  readonly at: Date;
  readonly who: string;
  readonly reason?: NotNeeded;
  readonly tries: readonly Date[];
}

/** Nothing is left to do about it. To have tried, or that somebody else should, is no end of it. */
export const isSettled = (said: Pick<DutySaid, 'how'> | undefined): boolean =>
  said?.how === 'done' || said?.how === 'not-needed';

/** One thing that happened, for the history and the record. `who`: a name or role from the organisation file. */
export type Happening = { readonly at: Date } & (
  | { readonly what: 'raised' | 'changed' | 'withdrawn' | 'referred' | 'ended' }
  /** Whoever raised it rang these, and they did not answer. */
  | { readonly what: 'no-answer'; readonly who: readonly string[] }
  /** Nobody has it any more: its owner cannot be reached, the one it was joined to is over, or its site left the file. */
  | { readonly what: 'owner-gone' | 'parted' | 'site-gone' }
  /** These were told. `level` counts from 0; `places` are names of people, or the leads' channel. */
  | { readonly what: 'told'; readonly level: number; readonly places: readonly string[] }
  /** Somebody picked is no longer who they were. `left`: how many of those picked still are. */
  | { readonly what: 'gone'; readonly left: number }
  | { readonly what: 'not-reached'; readonly places: readonly string[] }
  /** `gained`: another one was joined to it. Which one stays out: that one may have been restricted since. */
  | { readonly what: 'taken' | 'untaken' | 'contact' | 'gained' | 'erase-asked'; readonly who: string }
  | { readonly what: 'handed'; readonly who: string; readonly to: string; readonly reason?: HandReason }
  | { readonly what: 'snoozed'; readonly who: string; readonly until: Date }
  /** Opened for the first time by this one. */
  | { readonly what: 'seen'; readonly who: string }
  | { readonly what: 'done' | 'undone' | 'tried' | 'not-mine'; readonly who: string; readonly duty: string }
  | { readonly what: 'not-needed'; readonly who: string; readonly duty: string; readonly reason: NotNeeded }
  | { readonly what: 'outcome'; readonly who: string; readonly outcome: HowEnded }
  /** All is dealt with and logged; or what was closed goes on with this one. */
  | { readonly what: 'closed' | 'reopened'; readonly who: string }
  | { readonly what: 'reminded'; readonly duty: string; readonly who: readonly string[] }
  /** What became of a text to them. */
  | { readonly what: 'text'; readonly who: string; readonly result: 'delivered' | 'failed' }
  /** It was joined to that other one. */
  | { readonly what: 'joined'; readonly who: string; readonly reference: string }
  | { readonly what: 'not-for-us'; readonly who: string; readonly reason: NotForUs }
);

/** How the places are called where people are named otherwise. */
export const leadsChannelName = 'the leads’ channel';
export const secondChannelName = 'the second channel';

export interface ConcernView {
  /** Names it in a button. 24 characters. */
  readonly id: string;
  /** `call`: "Get a lead to me now". Nothing but a reference and a time is ever shown of one. */
  readonly kind: 'concern' | 'call';
  /** Eight letters and digits that two people can read to each other. */
  readonly reference: string;
  /** Name of the site, when there is more than one. */
  readonly site?: string;
  /** Only people picked as safe know of it. */
  readonly restricted: boolean;
  /** Their names: those who still are who they were. */
  readonly picked?: readonly string[];
  readonly raisedAt: Date;
  /** `ended`: nobody took a call, and its time is over. */
  readonly stage: 'open' | 'owned' | 'done' | 'withdrawn' | 'not-for-us' | 'joined' | 'ended';
  readonly limit: 'now' | 'today';
  /** By when a lead is needed today, as the card says it to the reporter. */
  readonly by?: Date;
  /** How often nobody took it in time. */
  readonly level: number;
  /** The one who has it, as the organisation file names them. */
  readonly owner?: string;
  /** The platform account of the person who raised it. */
  readonly reporter: string;
  /** What is due: answers, decision, place, and the context of the moment it was raised or last changed. Not for a call. */
  readonly concern?: { readonly state: State; readonly outcome: Outcome; readonly context: Context };
  /** The same before the latest change of the answers. */
  readonly before?: { readonly state: State; readonly outcome: Outcome; readonly context: Context };
  /** What was said last of each task. Only tasks of the reporter and the lead are spoken of. */
  readonly said: ReadonlyMap<string, DutySaid>;
  /** By which edition and rules its leads were told first, or of the last change. */
  readonly raisedUnder?: Under;
  readonly outcome?: HowEnded;
  /** Its holder goes on with it then; nobody is reminded before. */
  readonly until?: Date;
  readonly history: readonly Happening[];
}
