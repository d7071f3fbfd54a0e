/**
 * Whether all that a card says is there. A word that is missing when the program runs would be drawn as a gap: on an act
 * or a number somebody frightened would read past it. What is folded is not looked at: a reason that is missing there is
 * worth no card.
 */
import type { Block, Button, ListLine, Message, Rich, Span } from './message.ts';

/** Words are missing where somebody acts by them: a fault of ours. The plain card goes in its place. */
class WordsMissing extends Error {
  override name = 'WordsMissing';
}

/** @throws {WordsMissing} */
export function whole(message: Message): Message {
  if (!isSaid(message.summary) || !message.blocks.every(isWhole))
    throw new WordsMissing('A word of a card is missing.');
  return message;
}

/** Parts of one sentence. @throws {WordsMissing} where one is not there */
export function joined(parts: readonly string[], between: string): string {
  if (!parts.every(isSaid)) throw new WordsMissing('A word of a sentence is missing.');
  return parts.join(between);
}

function isWhole(block: Block): boolean {
  switch (block.kind) {
    case 'heading':
      return isSaid(block.text);
    case 'text':
      return isRich(block.text);
    case 'list':
      return block.lines.every(isLine);
    case 'buttons':
      return [...block.buttons, ...(block.rare ?? [])].every(isButton);
    case 'fold':
      return isSaid(block.title);
    case 'ticks':
      return isSaid(block.label) && isButton(block.submit) && block.options.every(({ label }) => isSaid(label));
    case 'divider':
      return true;
  }
}

const isLine = ({ text, note = [] }: ListLine) => isRich(text) && note.every(isSpan);
const isRich = (rich: Rich) => rich.length > 0 && rich.every(isSpan) && rich.some((span) => span !== '');
const isButton = ({ label }: Button) => isSaid(label);

function isSpan(span: Span): boolean {
  if (typeof span === 'string') return !hasHole(span);
  if (typeof span !== 'object' || span === null) return false;
  return Object.values(span).every(isSaid);
}

/** Text that stands for itself. */
const isSaid = (text: unknown): boolean => typeof text === 'string' && text.trim() !== '' && !hasHole(text);

/** What a sentence says where one of its words was not there. */
const hasHole = (text: string) => /undefined|\bNaN\b|Invalid Date|\[object /.test(text);
