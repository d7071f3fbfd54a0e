/** By which the store and we know something that came in again. */
import type { NameIndex } from '../seal/index-key.ts';
import { speaksOfDanger } from './danger.ts';
import type { Heard } from './heard.ts';

/** Names what was typed and reveals nothing of it. What its platform gives a moment is the same only at that moment. */
export const nameOfWords = ({ from, said = '' }: Heard, text: string, index: NameIndex): string =>
  index.name('typed', from, from.person, said, text).slice(-24);

/** The store's id of this delivery. */
export function deliveryOf(heard: Heard, index: NameIndex): string {
  const { input, delivery, said } = heard;
  // A change is told once for each message; but danger that is written into it later is answered as well.
  if (input.kind === 'illegible' && input.beside !== undefined && speaksOfDanger(input)) {
    return `danger:${delivery}:${nameOfWords(heard, input.beside, index)}`;
  }
  return `${input.kind}:${input.kind === 'text' && said ? nameOfWords(heard, input.text, index) : delivery}`;
}
