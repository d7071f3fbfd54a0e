/**
 * A message too long for one post becomes several: cut between blocks, everything to press on the last.
 * A renderer measures with a little to spare (`spare`), because the number of a part is known only at the end.
 */
import type { Block, ListLine, Message, Rich, Span } from '../../dialogs/message.ts';

/** In the unit of the limit. */
export const spare = 100;

/** How much text a block that is too long by itself is cut into. Escaping can make it five times longer. */
const cutAt = 500;

/**
 * Parts that each satisfy `fits`, in reading order. A part that cannot be made smaller is returned as it is:
 * the renderer then refuses it.
 */
export function split(message: Message, fits: (part: Message) => boolean): readonly Message[] {
  if (fits(message)) return [message];
  const parts: Block[][] = [[]];
  const room = (blocks: readonly Block[]) => fits({ summary: titled(message, 99, 99), blocks });
  const place = (block: Block): void => {
    const part = parts.at(-1) ?? [];
    const title = part.length > 1 && part.at(-1)?.kind === 'heading' ? part.slice(-1) : [];
    if (room([...part, block])) {
      part.push(block);
    } else if (room([...title, block])) {
      // A heading at the foot of a part belongs to what follows it.
      parts.push([...part.splice(part.length - title.length), block]);
    } else {
      const pieces = room([block]) ? [block] : smaller(block);
      if (pieces[0] === block) parts.push([block]);
      else pieces.forEach(place);
    }
  };
  message.blocks.filter((block) => !isControl(block)).forEach(place);
  const controls = message.blocks.filter(isControl);
  const last = parts.at(-1) ?? [];
  if (room([...last, ...controls])) last.push(...controls);
  else parts.push(controls);
  const filled = parts.filter((blocks) => blocks.length > 0);
  return filled.map((blocks, index) => ({
    summary: filled.length > 1 ? titled(message, index + 1, filled.length) : message.summary,
    blocks,
  }));
}

const titled = (message: Message, number: number, of: number): string => `Part ${number} of ${of}: ${message.summary}`;

/**
 * The same text in pieces of at most `most`, as `sizeOf` measures them, cut between words where there are any.
 * Links are never cut, so a piece that is one link can be longer.
 */
export function cutRich(rich: Rich, most: number, sizeOf: (piece: Rich) => number): readonly Rich[] {
  if (sizeOf(rich) <= most) return [rich];
  const pieces: Span[][] = [];
  let room = 0;
  for (const word of rich.flatMap(words)) {
    const size = sizeOf([word]);
    const piece = pieces.at(-1);
    if (piece && size <= room) {
      piece.push(word);
      room -= size;
    } else {
      pieces.push([word]);
      room = most - size;
    }
  }
  return pieces.map(joinedSpans);
}

/** Neighbouring spans of one kind as one span, so that markup is judged over the whole of it. */
export function joinedSpans(rich: Rich): Span[] {
  const spans: Span[] = [];
  for (const span of rich) {
    const before = spans.at(-1);
    if (typeof span === 'string' && typeof before === 'string') spans[spans.length - 1] = before + span;
    else if (isBold(span) && isBold(before)) spans[spans.length - 1] = { bold: before.bold + span.bold };
    else spans.push(span);
  }
  return spans;
}

/** A block in pieces that may fit where it does not; the block itself when it cannot be made smaller. */
function smaller(block: Block): readonly Block[] {
  if (block.kind === 'list') {
    if (block.lines.length === 1 && !block.numbered && block.lines.every((line) => sizeOfLine(line) <= cutAt))
      return [block];
    return block.lines.flatMap((line, index) => listPiece(line, block.numbered ? `${index + 1}. ` : undefined));
  }
  const title: Rich = block.kind === 'heading' ? [{ bold: block.text }] : [];
  const rich = block.kind === 'text' ? block.text : title;
  const pieces = cutRich(rich, cutAt, lengthOf);
  if (pieces.length === 1) return [block];
  const tone = block.kind === 'text' && block.tone ? { tone: block.tone } : {};
  return pieces.map((text) => ({ kind: 'text', text, ...tone }));
}

/** One line of a list by itself. A numbered one becomes text, because a list by itself would start at 1 again. */
function listPiece(line: ListLine, number: string | undefined): readonly Block[] {
  if (number === undefined && sizeOfLine(line) <= cutAt) return [{ kind: 'list', lines: [line] }];
  const text: Block = { kind: 'text', text: [number ?? '• ', ...line.text] };
  return line.note ? [text, { kind: 'text', tone: 'quiet', text: line.note }] : [text];
}

const sizeOfLine = (line: ListLine): number => lengthOf(line.text) + lengthOf(line.note ?? []);

function words(span: Span): readonly Span[] {
  if (typeof span === 'string') return wordsOf(span);
  return isBold(span) ? wordsOf(span.bold).map((bold) => ({ bold })) : [span];
}

/** Words with the space after them; a run without any space is cut by characters, never inside one. */
const wordsOf = (text: string): readonly string[] => text.match(/\s*\S{1,100}\s*|\s+/gu) ?? [];

const isBold = (span: Span | undefined): span is { readonly bold: string } =>
  typeof span === 'object' && 'bold' in span;
const isControl = (block: Block): boolean => block.kind === 'buttons' || block.kind === 'ticks';

function lengthOf(rich: Rich): number {
  return rich.reduce((sum, span) => {
    if (typeof span === 'string') return sum + span.length;
    if ('bold' in span) return sum + span.bold.length;
    if ('phone' in span) return sum + span.phone.length;
    return sum + span.label.length + ('link' in span ? span.link : span.account).length;
  }, 0);
}
