/** What a message speaks of, and whether it gives the way there: a number, an address, or why there is none. */
import type { Block, ListLine, Message, Rich } from '../../dialogs/message.ts';
import { richText } from '../../dialogs/plain.ts';

/** One line as it is read. `reaches`: a number, an address, or why there is none, stands in it. */
export interface Line {
  readonly folded: boolean;
  readonly text: string;
  readonly reaches: boolean;
}

const noNumber = /in your organisation's file|is on cover now/;
/** Some LADOs publish nothing else. */
const email = /\S@\S+\.\w/;

function lineOf(rich: Rich, folded: boolean): Line {
  const text = richText(rich);
  const reaches = rich.some((span) => typeof span !== 'string' && ('phone' in span || 'link' in span));
  return { folded, text, reaches: reaches || noNumber.test(text) || email.test(text) };
}

export const ofList = (lines: readonly ListLine[], folded: boolean): readonly Line[] =>
  lines.map(({ text, note = [] }) => lineOf([...text, ' ', ...note], folded));

export function linesOf(blocks: readonly Block[], folded = false): readonly Line[] {
  return blocks.flatMap((block): readonly Line[] => {
    switch (block.kind) {
      case 'heading':
        return [lineOf([block.text], folded)];
      case 'text':
        return [lineOf(block.text, folded)];
      case 'list':
        return ofList(block.lines, folded);
      case 'fold':
        return linesOf(block.blocks, true);
      default:
        return [];
    }
  });
}

const sentencesOf = ({ text }: Line): readonly string[] => text.split(/(?<=[.?!])\s+|\n/);

/** To speak of it so that the reader has to do with it: to go to them, or to wait for their word. */
const sends = String.raw`(?:\b(?:ask|asks|ring|tell|told|until|still ring|report it to|refer it? ?to)\b[^.?!:]*)`;
const bodies: Readonly<Record<string, { readonly spoken: RegExp; readonly there: RegExp }>> = {
  'social care': { spoken: new RegExp(`${sends}social care`, 'i'), there: /social care/i },
  'the police': { spoken: new RegExp(`${sends}\\bpolice\\b`, 'i'), there: /\bpolice\b/i },
  'the LADO': { spoken: new RegExp(`${sends}\\bLADO\\b`), there: /\bLADO\b/ },
  'Report Remove': { spoken: /\bReport Remove\b/, there: /\bReport Remove\b/ },
  'a helpline': {
    spoken: /\b(Childline|Samaritans|Papyrus|Shout|Beat)\b/,
    there: /\b(Childline|Samaritans|Papyrus|Shout|Beat)\b/,
  },
};

/** A service says of itself what it is for and when the police come first, wherever it is named. */
const ofItself = /If police may need it/;

/** What a message speaks of and does not give. */
function missingFrom(lines: readonly Line[]): readonly string[] {
  return lines.flatMap((line) =>
    sentencesOf(line).flatMap((sentence) =>
      Object.entries(bodies).flatMap(([name, { spoken, there }]) => {
        if (!spoken.test(sentence) || ofItself.test(sentence)) return [];
        const given = lines.some((other) => other.reaches && there.test(other.text) && (line.folded || !other.folded));
        return given ? [] : [`${name}: ${sentence}`];
      }),
    ),
  );
}

/** Places on the card are not pointed at: what is folded is not above or below anything. */
const pointing = /\b(?:calls?|numbers?|people|ones?) (?:below|above)\b|\bother calls\b|\bnext person\b/i;

/** @param rest what is one press away: a part that is too long shows the rest by a button */
export function wrongIn(message: Pick<Message, 'blocks'>, rest: readonly Block[] = []): readonly string[] {
  const lines = [...linesOf(message.blocks), ...linesOf(rest, true)];
  return [
    ...missingFrom(lines),
    ...lines.flatMap((line) => sentencesOf(line).filter((sentence) => pointing.test(sentence))),
  ];
}
