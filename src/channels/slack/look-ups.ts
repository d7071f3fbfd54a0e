/**
 * Which inputs the conversation will answer as a look-up: those need no store, so nobody waits for one, and they may
 * be answered where they were asked. Everything else is a concern's and belongs in the direct message.
 */
import { readTyped } from '../../../dialogs/typed/read.ts';
import type { Input } from '../../conversation/ports.ts';
import { decodeAction } from '../../seal/action-code.ts';

export function isLookUp(input: Input): boolean {
  switch (input.kind) {
    case 'press':
      // Not yet known to be ours; it only says where the answer goes. The conversation checks the signature.
      return decodeAction(input.token.split('.')[1] ?? '')?.do === 'look-up';
    case 'text':
      return isAsked(input.text);
    default:
      return false;
  }
}

/**
 * What is typed after the command as a question the conversation takes for a look-up: as it stands, or as somebody
 * would say it who wants a number. Nothing when it is a word like "help" or tells a story: both are for the direct
 * message.
 */
export function askedByCommand(text: string): string | undefined {
  const words = text.trim().replace(/^look[- ]?up\s+/i, '');
  if (isAsked(words)) return words;
  const wanted = `number for ${words}`;
  return readTyped(words, undefined).kind !== 'do' && isAsked(wanted) ? wanted : undefined;
}

function isAsked(text: string): boolean {
  const typed = readTyped(text, undefined);
  return typed.kind === 'look-up' || (typed.kind === 'do' && typed.action.do === 'look-up');
}
