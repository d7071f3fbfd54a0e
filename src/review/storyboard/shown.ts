/** Screens as the bot draws them from a state, and what one of them says more than another. */
import type { Answers } from '../../../dialogs/flow.ts';
import type { Message } from '../../../dialogs/message.ts';
import { fold, type State, startEntry } from '../../../dialogs/state.ts';
import type { Context } from '../../../dialogs/steps.ts';
import { show, type View } from '../../../dialogs/view.ts';
import type { Told } from '../../../dialogs/words/told.ts';
import { endingOf } from '../ending.ts';

export const begun = fold([startEntry(false)]);
export const asked = (answers: Answers): State => ({ ...begun, answers });
export const answered = (answers: Answers, context: Context): State => endingOf(answers, context);

/** The message of a view. */
export function shownScreen(view: View, state: State, context: Context, told: Told = 'sent'): Message {
  const [first] = show(view, state, context, told, { reference: 'AB12-CD34' }).messages;
  if (!first) throw new Error(`nothing is shown for ${view.show}`);
  return first;
}

/** Blocks that the other message has not. */
export function more(message: Message, than: Message): Message {
  const known = new Set(than.blocks.map((block) => JSON.stringify(block)));
  return { ...message, blocks: message.blocks.filter((block) => !known.has(JSON.stringify(block))) };
}
