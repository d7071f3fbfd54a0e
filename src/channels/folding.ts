/**
 * What is folded on a message, where not all of it has room or the platform does not fold: the rest comes by buttons,
 * each of which shows its part as a message of its own.
 */
import type { Action, Block, Message } from '../../dialogs/message.ts';

export type Fold = Extract<Block, { kind: 'fold' }>;

const isFold = (block: Block): block is Fold => block.kind === 'fold';

/** The message with its first `most` folds, and one row of buttons for the others. */
export function folding(message: Message, most: number): Message {
  const folds = message.blocks.filter(isFold);
  const byButton = folds.slice(most);
  const [first] = byButton;
  if (!first) return message;
  const buttons = byButton.map(({ title, opens }) => ({ label: title, action: opens }));
  return {
    ...message,
    blocks: message.blocks.flatMap((block): readonly Block[] => {
      if (block === first) return [{ kind: 'buttons', buttons }];
      return isFold(block) && byButton.includes(block) ? [] : [block];
    }),
  };
}

/** With as many folds as `fits` takes, in the order of reading. */
export function foldingThatFits(message: Message, fits: (message: Message) => boolean): Message {
  const folds = message.blocks.filter(isFold).length;
  for (let most = folds; most > 0; most--) {
    const tried = folding(message, most);
    if (fits(tried)) return tried;
  }
  return folding(message, 0);
}

/** Each value is made once: a message is measured with the values that it is then sent with. */
export function once(token: (action: Action) => string): (action: Action) => string {
  const made = new Map<Action, string>();
  return (action) => {
    const value = made.get(action) ?? token(action);
    made.set(action, value);
    return value;
  };
}
