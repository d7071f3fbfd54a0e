/** Typed words as they were typed: Slack writes mentions, links and three signs in mark-up of its own. Pure. */
import { z } from 'zod';

/** No name of anybody is taken in, and a link is what stood there to read. */
export function plainText(text: string): string {
  return text
    .replace(/<([^<>]*)>/g, (_, inside: string) => readable(inside))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim();
}

function readable(inside: string): string {
  const [target = '', label] = inside.split(/\|(.*)/s);
  if (/^[@#]/.test(target) || /^!(?!date)/.test(target)) return ' ';
  return label || target.replace(/^(mailto|tel):/, '');
}

/** What a message says in blocks, where it has no text: some clients and forms send it so. */
export function textInBlocks(blocks: readonly unknown[]): string {
  return blocks
    .map((block) => wordsIn(block, 0))
    .join(' ')
    .trim();
}

const elementSchema = z.object({
  type: z.string(),
  text: z
    .union([z.string(), z.object({ text: z.string() })])
    .optional()
    .catch(undefined),
  url: z.string().optional().catch(undefined),
  elements: z.array(z.unknown()).optional().catch(undefined),
});

/** Slack nests a list in a section in a block, and no deeper. */
const deepest = 6;

function wordsIn(value: unknown, depth: number): string {
  const element = elementSchema.safeParse(value).data;
  if (!element || depth > deepest) return '';
  const { type, text, url = '', elements = [] } = element;
  const own = typeof text === 'object' ? plainText(text.text) : (text ?? (type === 'link' ? url : ''));
  // Its parts are one sentence; sections and items of a list are several.
  const between = type === 'rich_text_section' ? '' : ' ';
  return [own, ...elements.map((each) => wordsIn(each, depth + 1))].join(between);
}
