/** Whether what came in speaks of immediate danger. Of words that are no answer nothing else is read, and none are kept. */
import { saysDanger } from '../../dialogs/typed/read.ts';
import type { Input } from '../contract.ts';

export const speaksOfDanger = (input: Input): boolean => wordsIn(input).some(saysDanger);

/** The person's own and those that came with them, each read by itself. */
function wordsIn(input: Input): readonly string[] {
  switch (input.kind) {
    case 'text':
      return [input.text, input.beside ?? ''];
    case 'look-up':
      return [input.query];
    case 'file':
    case 'illegible':
      return [input.beside ?? ''];
    default:
      return [];
  }
}
