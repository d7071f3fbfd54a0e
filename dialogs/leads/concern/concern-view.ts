/** A concern as its leads see it, worked out: what every card, list and record about it is drawn from. No store, no seal. */
import type { State } from '../../state.ts';
import type { Context, Outcome } from '../../steps.ts';

/** What a lead can do with a concern. `detail` of the action: which duty, person, concern or reason. */
export const leadActs = [
  /** Show what it is about, to the one who asks. */
  'open',
  'take',
  'untake',
  /** Without a detail: ask to whom. With the mark of who stood on the button: hand it over to them. */
  'hand',
  /** With a duty's route: tick it, or take the tick back. */
  'done',
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

/** One thing that happened, for the history and the record. `who`: a name or role from the organisation file. */
export type Happening = { readonly at: Date } & (
  | { readonly what: 'raised' | 'changed' | 'withdrawn' | 'referred' | 'ended' }
  /** Whoever raised it rang these, and they did not answer. Without names where only some may know of it. */
  | { readonly what: 'no-answer'; readonly who?: readonly string[] }
  /** Nobody has it any more: its owner cannot be reached, the one it was joined to is over, or its site left the file. */
  | { readonly what: 'owner-gone' | 'parted' | 'site-gone' }
  /** These were told. `level` counts from 0; `places` are names of people, or the leads' channel. */
  | { readonly what: 'told'; readonly level: number; readonly places: readonly string[] }
  /** Somebody picked is no longer who they were. `left`: how many of those picked still are. */
  | { readonly what: 'gone'; readonly left: number }
  | { readonly what: 'not-reached'; readonly places: readonly string[] }
  /** `gained`: another one was joined to it. Which one stays out: that one may have been restricted since. */
  | { readonly what: 'taken' | 'untaken' | 'contact' | 'gained' | 'erase-asked'; readonly who: string }
  | { readonly what: 'handed'; readonly who: string; readonly to: string }
  | { readonly what: 'done' | 'undone'; readonly who: string; readonly duty: string }
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
  /** Ticked duties: route to when and by whom. Only duties of the reporter and the lead are ticked. */
  readonly done: ReadonlyMap<string, { readonly at: Date; readonly who: string }>;
  readonly history: readonly Happening[];
}
