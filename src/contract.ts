/** What the conversation takes in and what it owes, as every channel speaks it. No Slack, no Teams, no store. */
import { z } from 'zod';
import type { Action, Message } from '../dialogs/message.ts';
import type { Site } from '../rules/local.ts';

export const channelName = z.enum(['web', 'slack', 'teams']);
export type ChannelName = z.infer<typeof channelName>;

/** Who is speaking: the platform's own identity, already verified at the door. Never a name. */
export interface Account {
  readonly channel: ChannelName;
  /** Workspace or directory. */
  readonly tenant: string;
  readonly person: string;
}

/** Where to reply. Only the channel that made it can read it; sealed at rest. */
export const addressSchema = z.record(z.string(), z.string());
export type Address = Readonly<z.infer<typeof addressSchema>>;

export type Input =
  /**
   * A button. `token` is what `Outgoing.token` returned for it, and says nothing to a channel; `ticked` comes from a tick
   * list. `card`: where it stood, where the channel draws what was pressed by itself.
   */
  | {
      readonly kind: 'press';
      readonly token: string;
      readonly ticked?: readonly string[];
      readonly card?: Address;
      /** Pressed on the bot's own page, which shows what there is anyway. */
      readonly onPage?: true;
    }
  | ({ readonly kind: 'text'; readonly text: string } & Beside)
  /** Somebody attached or passed on something. Nothing of it is passed on, not even its name. */
  | ({ readonly kind: 'file' } & Beside)
  /**
   * Something of theirs that says nothing to us: a button without the value we gave it, or a message that was changed
   * after it was sent. They are told, and nothing changes.
   */
  | ({ readonly kind: 'illegible'; readonly what: 'press' | 'edit' } & Beside)
  /** The bot was opened, installed or called by its name. `again`: from the same place, a moment ago. */
  | { readonly kind: 'hello'; readonly again?: true }
  /** The bot's own page was opened: it is drawn, and nothing is stored or owed for it. */
  | { readonly kind: 'glance' }
  /** The words after a command: looked up unless they are plainly something else, like "help" or a story. */
  | { readonly kind: 'command'; readonly words: string }
  /** Said where others can read along: looked up where it surely is a look-up. Nothing else of it is read. */
  | { readonly kind: 'aloud'; readonly words: string; readonly again?: true }
  /** A look-up asked for as one. Needs no store; nothing of it is kept. */
  | { readonly kind: 'look-up'; readonly query: string };

/** Words that answer nothing: under a file, in what is forwarded, of a message that was changed. Read for danger alone. */
interface Beside {
  readonly beside?: string;
}

export interface Incoming {
  readonly from: Account;
  /** The platform's id of this delivery; the same id again changes nothing. */
  readonly delivery: string;
  /** The platform's own moment of what was typed, where it sends the same words again under another id. */
  readonly said?: string;
  readonly address: Address;
  /** The moment of report, by the channel's clock (trial mode can set it). */
  readonly at: Date;
  readonly input: Input;
}

/** What the channel is to say once. Nobody owes it: whoever wants it again asks again. */
export interface Saying extends Pick<Outgoing, 'post' | 'token'> {
  /** Said where the channel cannot draw it. */
  readonly plain: Message;
  /** In the place of `post`: worked out once whoever asked is answered that it was heard. */
  readonly later?: () => Promise<Later>;
}

/** `on`: the card that the first of it takes the place of; where it is gone, all is said below. */
export interface Later extends Pick<Outgoing, 'post'>, Partial<Pick<Outgoing, 'token'>> {
  readonly on?: Address;
}

/** What became of one delivery. `unknown`: the store did not answer in time; it may or may not have been saved. */
export type Taken =
  | {
      readonly status: 'taken' | 'repeated' | 'stale';
      /** An answer was pressed: its card from now on, with nothing left to press. The same edit is owed. */
      readonly answered?: Message;
      /** The talk went on: where it stands now is all that there is to see. */
      readonly movedOn?: true;
      /** What comes of it is drawn on the card that was pressed, or below where that is not the newest. */
      readonly onCard?: true;
    }
  /**
   * Its answer is here, and nothing is owed. A look-up may be shown where it was asked: nothing was stored for it. The
   * bot's own page belongs on the page, everything else where the person is spoken to alone.
   */
  | {
      readonly status: 'said';
      readonly what: 'look-up' | 'page' | 'other';
      readonly saying: Saying;
      readonly onCard?: true;
    }
  /** Told in this message at once, because the store could not be asked. Safe to show without a store. */
  | { readonly status: 'unknown'; readonly say: Message };

/** What one turn owes to one address. A card's address stands for the thread under it, where the platform has one. */
export interface Outgoing {
  readonly to: Address;
  /** New messages, in order. */
  readonly post: readonly Message[];
  /**
   * The one message of `post` is a card that lives: it is drawn where this one stands, whose address is then its own.
   * Where that is gone, or the message takes more than one part, it is posted, and `moved` points to it.
   */
  readonly inPlace?: { readonly card: Address; readonly moved: Message };
  /** Cards that were answered or passed by, without their buttons; `card` is the address the channel gave for it. */
  readonly shrink?: readonly { readonly card: Address; readonly message: Message }[];
  /** Cards that move on, drawn anew where they stand, buttons included. Where one is gone: `failed`, reason `card-gone`. */
  readonly edit?: readonly { readonly card: Address; readonly message: Message }[];
  /** The signed, one-time value a button carries. At most 150 characters; 2,000 of one that opens a part or notes a call. */
  readonly token: (action: Action) => string;
}

/**
 * `sent` gives an address for each posted message, so that it can be edited later. `retry`: the same again may work;
 * `unknown`: nobody knows whether it will. `down`: nothing gets through on this line (see `Channel.lineOf`), so that it
 * says nothing of this message or this place. `failed`: this place, or this message, for good; `of` says that it is the
 * place, or perhaps everything by this line.
 */
export type Delivered =
  | { readonly status: 'sent'; readonly cards: readonly Address[] }
  | { readonly status: 'retry'; readonly afterMs?: number; readonly reason: string; readonly unknown?: true }
  | { readonly status: 'down'; readonly reason: string }
  | { readonly status: 'failed'; readonly reason: string; readonly of?: 'place' | 'place-or-all' };

export interface Channel {
  readonly name: ChannelName;
  /** A private message to the person of this account, seen from where the concern was raised. */
  personAddress(account: string, raisedAt: Address): Address | undefined;
  /** Where the leads of this site are told, seen from where the concern was raised. Nothing: nowhere is set up. */
  leadsAddress(site: Site | undefined, raisedAt: Address): Address | undefined;
  /** @throws where a message cannot be drawn: a fault of ours. Then nothing of it was sent. */
  deliver(outgoing: Outgoing, signal: AbortSignal): Promise<Delivered>;
  /** By which line something goes there: the workspace whose token it needs. What is slow or refused on one is so for all of it. */
  lineOf?(to: Address): string;
}

/** What could not be done for a fault of our own. */
export type WhatFailed =
  /** An input could not be understood, or its step not be made. */
  | 'turn'
  /** A reply, the card answered last, a look-up, or the bot's own page could not be worked out. */
  | 'reply'
  | 'answered-card'
  | 'look-up'
  | 'page'
  /** The leads could not be told of a concern, or their card, or what a lead asked for, could not be drawn. */
  | 'raise'
  | 'notice'
  | 'lead'
  /** The platform's own drawing of a message failed. */
  | 'drawing'
  /** Something due, such as a timer, could not be worked out. */
  | 'due';

/** @param id a name of the store, which reveals nobody. Of the cause nothing is kept but its kind and its line. */
export type OnFault = (what: WhatFailed, cause: unknown, id?: string) => void;
