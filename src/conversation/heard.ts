/**
 * What came in, as the conversation reads it: once. The button's token is checked here and nowhere else, and words that
 * came by a command or aloud become the look-up, the text or the mere beginning that they are.
 */
import { leadCommand } from '../../dialogs/leads/commands.ts';
import type { Action } from '../../dialogs/message.ts';
import { readTyped, surelyLookUp } from '../../dialogs/typed/read.ts';
import type { Incoming, Input } from '../contract.ts';
import type { NameIndex } from '../seal/index-key.ts';
import type { StepTokens } from '../seal/step-token.ts';
import { splitToken } from './carried.ts';

export interface Heard extends Incoming {
  readonly input: Exclude<Input, { kind: 'command' | 'aloud' }>;
  /** The store's name of this person's conversation. */
  readonly key: string;
  /** The button that was pressed, of this conversation. Nothing where it is none: forged, another's, or of a lead's card. */
  readonly press?: Pressed;
}

export interface Pressed {
  readonly action: Action;
  /** The revision its card was drawn for. */
  readonly revision: number;
  /** The answers that it carries, sealed. */
  readonly carried?: string;
}

export function hear(incoming: Incoming, { tokens, index }: { tokens: StepTokens; index: NameIndex }): Heard {
  const key = index.conversation(incoming.from);
  const input = asMeant(incoming.input);
  if (input.kind !== 'press') return { ...incoming, input, key };
  const { token, carried } = splitToken(input.token);
  const read = tokens.read(token, key);
  if (read === 'invalid') return { ...incoming, input, key };
  // The page shows where things stand, whatever is pressed on it.
  if (input.onPage && read.action.do === 'show') return { ...incoming, input: { kind: 'glance' }, key };
  return { ...incoming, input, key, press: { ...read, ...(carried !== undefined && { carried }) } };
}

function asMeant(input: Input): Heard['input'] {
  switch (input.kind) {
    case 'command': {
      const asked = askedByCommand(input.words);
      return asked === undefined ? { kind: 'text', text: input.words } : { kind: 'look-up', query: asked };
    }
    case 'aloud':
      return surelyLookUp(input.words) === undefined
        ? { kind: 'hello', ...(input.again && { again: true }) }
        : { kind: 'text', text: input.words };
    default:
      return input;
  }
}

/**
 * What is looked up by the words after a command, or asked for by a word of leads and administrators. Nothing when they
 * are a word like "help" or tell a story: both belong in the direct message.
 */
export function askedByCommand(text: string): string | undefined {
  const words = text.trim().replace(/^look[- ]?up\s+/i, '');
  if (leadCommand(words)) return words;
  const typed = readTyped(words, undefined, { lookingUp: true });
  const asked = typed.kind === 'look-up' || typed.kind === 'either';
  return asked || (typed.kind === 'do' && typed.action.do === 'look-up') ? words : undefined;
}

const moving: readonly Action['do'][] = ['start', 'answer', 'ticks', 'back', 'restart', 'stop', 'show', 'go-through'];

/** It takes the conversation on: where it then stands is all that there is to see. */
export const movesOn = ({ press }: Heard): boolean => press !== undefined && moving.includes(press.action.do);
