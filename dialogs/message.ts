/**
 * The neutral message: what is said and what can be pressed, knowing no Slack and no Teams.
 * Renderers in src/channels draw it; plain.ts writes it as text.
 */
import type { Topic } from '../rules/facts.ts';
import type { LeadAct } from './leads/concern/concern-view.ts';

/** Part of a sentence. Plain strings are literal text: a renderer escapes them, nothing in them is markup. */
export type Span =
  | string
  | { readonly bold: string }
  /** A phone number as people write it; drawn as a `tel:` link and always readable as text. */
  | { readonly phone: string }
  | { readonly link: string; readonly label: string }
  /** Somebody's account on the platform the message is for, drawn as a mention; `label` stands where that cannot be. */
  | { readonly account: string; readonly label: string };
export type Rich = readonly Span[];

/** One line of a list: what to do, with small print under it (basis, citation, by when it counts). */
export interface ListLine {
  readonly text: Rich;
  readonly note?: Rich;
}

/** Everything a person can press. Renderers turn it into a signed value through the `seal` they are given. */
export type Action =
  /** `topics`: those that typed words may be about, ticked when the question comes. */
  | { readonly do: 'start'; readonly practice: boolean; readonly topics?: readonly Topic[] }
  | { readonly do: 'answer'; readonly question: string; readonly value: string }
  /**
   * Submit of a tick list; the ticked values arrive beside it and are checked against the question's options.
   * `shown`: of a list of people, a mark of who stood in it when it was drawn.
   */
  | { readonly do: 'ticks'; readonly question: string; readonly shown?: string }
  | { readonly do: 'back' }
  /** Without a question: list the answers that can be changed. */
  | { readonly do: 'change'; readonly question?: string }
  | { readonly do: 'restart' }
  | { readonly do: 'stop' }
  /** Remove an unfinished conversation from the store, at once and wholly. */
  | { readonly do: 'forget' }
  | { readonly do: 'help' }
  | { readonly do: 'why' }
  | { readonly do: 'now' }
  | { readonly do: 'details' }
  | { readonly do: 'record' }
  | { readonly do: 'go-through'; readonly topic: Topic }
  | { readonly do: 'look-up'; readonly query?: string }
  /** Show the current question or answer again, changing nothing. */
  | { readonly do: 'show' }
  /** "Get a lead to me now", before the answer is reached. */
  | { readonly do: 'get-lead' }
  /** Raised by mistake. Without `sure`: ask if sure. */
  | { readonly do: 'withdraw'; readonly sure?: true }
  /** The person who raised it has made the referral. */
  | { readonly do: 'referred' }
  /** What is folded on the answer, as a message of its own: one part of it, or all. Stores nothing. */
  | { readonly do: 'part'; readonly part: PartName }
  /**
   * The reader has rung the one named: a person of the site by id, or a route. Without a name: whoever stands next.
   * `shown`: a mark of the person who stood on the button.
   */
  | { readonly do: 'called'; readonly result: 'rung' | 'no-answer'; readonly whom?: string; readonly shown?: string }
  /** A lead's press. `concern`: the 24 characters that name it. */
  | { readonly do: 'lead'; readonly act: LeadAct; readonly concern: string; readonly detail?: string }
  /**
   * The open concerns of the leads' own sites; or `filter` of them: `mine`, `untaken`, `late`, `month` (counts).
   * `page`: which, from 0; the first unless told.
   */
  | { readonly do: 'concerns'; readonly filter?: string; readonly page?: number }
  /**
   * Setting up the leads' channel. Without a site: the list, from this page on. With one alone: test its channel. `seen`: a lead acknowledges
   * the test notice. `texts`: test those. `week`: who is told when. `me`: the presser's own id here, for the file.
   */
  | { readonly do: 'setup'; readonly site?: string; readonly act?: SetUpAct; readonly page?: number };

export const setUpActs = ['seen', 'texts', 'week', 'me'] as const;
export type SetUpAct = (typeof setUpActs)[number];

/** The parts of the answer, in the order of reading. */
export const partNames = ['do', 'lead', 'next', 'report', 'ring', 'why', 'record', 'all'] as const;
export type PartName = (typeof partNames)[number];

export interface Button {
  /** At most 75 characters. */
  readonly label: string;
  readonly action: Action;
  readonly look?: 'primary' | 'danger';
}

export interface TickOption {
  readonly value: string;
  /** At most 75 characters. */
  readonly label: string;
  /** At most 75 characters. */
  readonly help?: string;
  readonly ticked?: boolean;
  /** Stands over it and those after it, until another does. Drawn as a list of its own; all are sent together. */
  readonly group?: string;
}

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  /** `alert`: cannot be missed. `quiet`: small print. */
  | { readonly kind: 'text'; readonly text: Rich; readonly tone?: 'alert' | 'quiet' }
  | { readonly kind: 'list'; readonly lines: readonly ListLine[]; readonly numbered?: boolean }
  | { readonly kind: 'divider' }
  /** `rare`: behind one menu, five at most. */
  | { readonly kind: 'buttons'; readonly buttons: readonly Button[]; readonly rare?: readonly Button[] }
  /** Folded until it is opened. `opens`: the same by a button, where a platform does not fold, or has no room for it. */
  | {
      readonly kind: 'fold';
      readonly title: string;
      readonly blocks: readonly Still[];
      readonly opens: Action;
      /** Below the blocks, where they are not all. */
      readonly rest?: Button;
    }
  /** At most 10 options in a group. */
  | {
      readonly kind: 'ticks';
      readonly question: string;
      readonly label: string;
      readonly options: readonly TickOption[];
      readonly submit: Button;
    };

/** What is only read. */
export type Still =
  | { readonly kind: 'text'; readonly text: Rich; readonly tone?: 'alert' | 'quiet' }
  | { readonly kind: 'list'; readonly lines: readonly ListLine[]; readonly numbered?: boolean };

export interface Message {
  /** One line for notifications and lists; says what the message is, never what was answered. */
  readonly summary: string;
  /** Notifications show the summary alone: phones lie on desks. Others may show all of it, for those who listen. */
  readonly discreet?: true;
  readonly blocks: readonly Block[];
}
