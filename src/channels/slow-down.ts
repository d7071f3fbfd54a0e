/** Who sends too much at once is told so now and then. Words of danger among it are answered all the same, first. */
import type { Message } from '../../dialogs/message.ts';
import { dangerNow } from '../../dialogs/screens/frame.ts';
import type { Input } from '../contract.ts';
import { speaksOfDanger } from '../conversation/danger.ts';
import { createRecent } from './recent.ts';

const againMs = 30_000;
const dangerAgainMs = 5_000;

/** @returns what to say now: `words`, after 999 where danger is spoken of. Nothing where it was just said. */
export function createSlowDown() {
  const told = createRecent(againMs);
  const dangerTold = createRecent(dangerAgainMs);
  return (who: string, input: Input | undefined, words: Message, now: number): Message | undefined => {
    if (input && speaksOfDanger(input)) {
      told.isNew(who, now);
      return dangerTold.isNew(who, now) ? { ...words, blocks: [dangerNow, ...words.blocks] } : undefined;
    }
    return told.isNew(who, now) ? words : undefined;
  };
}
