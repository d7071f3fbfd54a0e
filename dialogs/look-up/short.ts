/** Few words: a frightened person on a phone reads the first lines and no more. */
import type { Button, ListLine } from '../message.ts';
import { richText } from '../plain.ts';

/** Words that one result may have, its name, numbers and buttons counted. */
export const wordsAlone = 45;

/** Words of one result among several. */
export const wordsBeside = 24;

export function wordsIn(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

export function wordsOn(buttons: readonly Button[]): number {
  return buttons.reduce((sum, { label }) => sum + wordsIn(label), 0);
}

/** Whole lines in their order, as many as have room. The first always stands: it is what was asked for. */
export function fitting(lines: readonly ListLine[], room: number): readonly ListLine[] {
  const [first, ...others] = lines;
  if (!first) return [];
  const shown = [first];
  let left = room - wordsOf(first);
  for (const line of others) {
    left -= wordsOf(line);
    if (left < 0) break;
    shown.push(line);
  }
  return shown;
}

function wordsOf({ text, note = [] }: ListLine): number {
  return wordsIn(richText(text)) + wordsIn(richText(note));
}
