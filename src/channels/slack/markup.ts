/** Typed words as they were typed: Slack writes mentions, links and three signs in mark-up of its own. Pure. */
import { z } from 'zod';

/** No name of anybody is taken in, and a link is what stood there to read. */
export function withoutMarkup(text: string): string {
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

/** What is forwarded or shared says, in whichever of its ways Slack sends it. Whose it is is not read. */
export function textInAttachments(attachments: readonly unknown[]): string {
  return attachments
    .map((attachment) => {
      const { title, pretext, text, fallback, blocks, message_blocks: messages } = attachmentSchema.parse(attachment);
      const inBlocks = [...blocks, ...messages.flatMap(({ message }) => message.blocks)];
      const own = [title, pretext, text].map(withoutMarkup).join(' ').trim();
      return [own, textInBlocks(inBlocks)].join(' ').trim() || withoutMarkup(fallback);
    })
    .join(' ')
    .trim();
}

const words = z.string().default('').catch('');
const blockList = z.array(z.unknown()).default([]).catch([]);
const none = { title: '', pretext: '', text: '', fallback: '', blocks: [], message_blocks: [] };
const attachmentSchema = z
  .object({
    title: words,
    pretext: words,
    text: words,
    fallback: words,
    blocks: blockList,
    message_blocks: z
      .array(z.object({ message: z.object({ blocks: blockList }) }))
      .default([])
      .catch([]),
  })
  .catch(none);

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
  const own = typeof text === 'object' ? withoutMarkup(text.text) : (text ?? (type === 'link' ? url : ''));
  // Its parts are one sentence; sections and items of a list are several.
  const between = type === 'rich_text_section' ? '' : ' ';
  return [own, ...elements.map((each) => wordsIn(each, depth + 1))].join(between);
}
