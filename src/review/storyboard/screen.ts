/** One screen of the storyboard. */
import type { Message } from '../../../dialogs/message.ts';

export interface BoardScreen {
  /** When it is met. */
  readonly name: string;
  readonly message: Pick<Message, 'summary' | 'blocks'>;
  /** It is only what is added to another screen. */
  readonly added?: true;
}
