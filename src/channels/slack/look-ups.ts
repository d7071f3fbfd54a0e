/**
 * Which inputs the conversation will answer as a look-up: those need no store, so nobody waits for one, and they may
 * be answered where they were asked. Everything else is a concern's and belongs in the direct message.
 */
import { leadCommand } from '../../../dialogs/leads/commands.ts';
import { readTyped, surelyLookUp } from '../../../dialogs/typed/read.ts';
import type { Input } from '../../contract.ts';
import { pressedAction } from './pressed.ts';

export function isLookUp(input: Input): boolean {
  switch (input.kind) {
    case 'press':
      return pressedAction(input.token)?.do === 'look-up';
    case 'look-up':
      return true;
    case 'text':
      return surelyLookUp(input.text) !== undefined;
    default:
      return false;
  }
}

/**
 * What is looked up by the words after the command, or asked for by a word of leads and administrators. Nothing when
 * they are a word like "help" or tell a story: both are for the direct message.
 */
export function askedByCommand(text: string): string | undefined {
  const words = text.trim().replace(/^look[- ]?up\s+/i, '');
  if (leadCommand(words)) return words;
  const typed = readTyped(words, undefined, { lookingUp: true });
  const asked = typed.kind === 'look-up' || typed.kind === 'either';
  return asked || (typed.kind === 'do' && typed.action.do === 'look-up') ? words : undefined;
}
