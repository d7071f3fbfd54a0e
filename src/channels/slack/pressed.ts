/** What a button says it does. */
import type { Action } from '../../../dialogs/message.ts';
import { decodeAction } from '../../seal/action-code.ts';

/** Not yet known to be ours: it may only say where an answer goes. The conversation checks the signature. */
export function pressedAction(token: string): Action | undefined {
  return decodeAction(token.split('.')[1] ?? '') ?? undefined;
}

const moving: readonly Action['do'][] = ['start', 'answer', 'ticks', 'back', 'restart', 'stop', 'show', 'go-through'];

/** It takes the conversation on: where it then stands is all that there is to see. */
export const movesOn = (token: string): boolean => moving.includes(pressedAction(token)?.do ?? 'help');
