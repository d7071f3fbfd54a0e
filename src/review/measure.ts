/** How much there is to read on a screen, and how hard it reads. */
import type { Block, Message, Rich } from '../../dialogs/message.ts';
import { gradeOf } from './reading-age.ts';
import { visibleWords } from './visible-words.ts';

export interface Measure {
  /** Seen before anything is opened. */
  readonly words: number;
  /** In years; of a screen without sentences nothing. */
  readonly age: number | undefined;
  readonly hardest: { readonly age: number; readonly text: string } | undefined;
}

export function measureOf(message: Pick<Message, 'summary' | 'blocks'>): Measure {
  const sentences = message.blocks.flatMap(sentencesOf).filter(isSentence);
  const ages = sentences.map((text) => ({ age: ageOf(text), text }));
  return {
    words: visibleWords(message),
    age: sentences.length === 0 ? undefined : ageOf(sentences.join(' ')),
    hardest: ages.toSorted((a, b) => b.age - a.age)[0],
  };
}

/** Grade 6 is read at eleven; nobody reads before five. */
const ageOf = (text: string) => Math.max(5, Math.round(gradeOf(text) + 5));

/** A formula for running text says nothing of a label of four words. */
const isSentence = (text: string) => (text.match(/[A-Za-z]+/g) ?? []).length >= 5;

function sentencesOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'text':
      return split(read(block.text));
    case 'list':
      return block.lines.flatMap(({ text, note }) => [...split(read(text)), ...(note ? split(read(note)) : [])]);
    case 'fold':
      return block.blocks.flatMap(sentencesOf);
    case 'ticks':
      return split(block.label);
    default:
      return [];
  }
}

/** As it is read out: addresses and numbers are dialled or pressed, and not read. */
const read = (rich: Rich): string =>
  rich
    .map((span) => {
      if (typeof span === 'string') return span;
      if ('bold' in span) return span.bold;
      return 'label' in span ? span.label : '';
    })
    .join('')
    .replace(/\S*(?:@|:\/\/|\w\.\w)\S*/g, '')
    .replace(/[°†]/g, '');

const split = (text: string): readonly string[] =>
  text.split(/(?<=[.!?])\s+/).map((sentence) => (/[.!?]$/.test(sentence) ? sentence : `${sentence}.`));
