/**
 * The neutral message: what is said and what can be pressed, knowing no Slack and no Teams.
 * Renderers in src/channels draw it; plain.ts writes it as text.
 */
import type { Topic } from '../rules/facts.ts';

/** Part of a sentence. Plain strings are literal text: a renderer escapes them, nothing in them is markup. */
export type Span =
  | string
  | { readonly bold: string }
  /** A phone number as people write it; drawn as a `tel:` link and always readable as text. */
  | { readonly phone: string }
  | { readonly link: string; readonly label: string };
export type Rich = readonly Span[];

/** One line of a list: what to do, with small print under it (basis, citation, by when it counts). */
export interface ListLine {
  readonly text: Rich;
  readonly note?: Rich;
}

/** Everything a person can press. Renderers turn it into a signed value through the `seal` they are given. */
export type Action =
  | { readonly do: 'start'; readonly practice: boolean }
  | { readonly do: 'answer'; readonly question: string; readonly value: string }
  /** Submit of a tick list; the ticked values arrive beside it and are checked against the question's options. */
  | { readonly do: 'ticks'; readonly question: string }
  | { readonly do: 'back' }
  /** Without a question: list the answers that can be changed. */
  | { readonly do: 'change'; readonly question?: string }
  | { readonly do: 'restart' }
  | { readonly do: 'stop' }
  | { readonly do: 'help' }
  | { readonly do: 'why' }
  | { readonly do: 'now' }
  | { readonly do: 'details' }
  | { readonly do: 'record' }
  | { readonly do: 'go-through'; readonly topic: Topic }
  | { readonly do: 'look-up'; readonly query?: string }
  /** Show the current question or answer again, changing nothing. */
  | { readonly do: 'show' };

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
}

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  /** `alert`: cannot be missed. `quiet`: small print. */
  | { readonly kind: 'text'; readonly text: Rich; readonly tone?: 'alert' | 'quiet' }
  | { readonly kind: 'list'; readonly lines: readonly ListLine[]; readonly numbered?: boolean }
  | { readonly kind: 'divider' }
  | { readonly kind: 'buttons'; readonly buttons: readonly Button[] }
  /** At most 10 options. */
  | {
      readonly kind: 'ticks';
      readonly question: string;
      readonly label: string;
      readonly options: readonly TickOption[];
      readonly submit: Button;
    };

export interface Message {
  /** One line for notifications and lists; says what the message is, never what was answered. */
  readonly summary: string;
  readonly blocks: readonly Block[];
}
