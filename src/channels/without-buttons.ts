/** What is said without a store has no signed values, so nothing in it could be pressed. */
import type { Message } from '../../dialogs/message.ts';

export function withoutButtons(message: Message): Message {
  return { ...message, blocks: message.blocks.filter(({ kind }) => kind !== 'buttons' && kind !== 'ticks') };
}
