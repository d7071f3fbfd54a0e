/** A neutral message as Slack messages in Block Kit. */
import type { ContainerBlock, KnownBlock, SectionBlock } from '@slack/types';
import type { Action, Block, Message, Rich } from '../../../dialogs/message.ts';
import { onceFor } from '../../../dialogs/once.ts';
import { alertWord, oneLine, plainTextWithin, summaryLine } from '../../../dialogs/plain.ts';
import { type Fold, folding, foldingThatFits, once } from '../folding.ts';
import { type Breach, oneTickList, RenderLimitError } from '../limits.ts';
import { spare, split } from '../split.ts';
import { buttons, type Controls, row, ticks } from './controls.ts';
import { slackLimits as most } from './limits.ts';
import { disarmed, mrkdwnFallback } from './mrkdwn.ts';
import { sections, smallPrint } from './text.ts';

/** Fields of `chat.postMessage` and `chat.update`. Send with `parse: 'none'` and without unfurling. */
export interface SlackMessage {
  /** The whole message as text: phone notifications and screen readers use it. Of a discreet one only what it is. */
  readonly text: string;
  readonly blocks: KnownBlock[];
}

/**
 * One Slack message, or several when it is too long for one; then everything to press is on the last.
 * `token` gives the value of a button. What is folded has no room in a part is shown by a button.
 *
 * @param folds false: this workspace knows no `container` block, so all of it comes by buttons.
 * @throws RenderLimitError where Slack would refuse it and cutting between blocks does not help.
 */
export function renderSlack(message: Message, token: (action: Action) => string, folds = true): SlackMessage[] {
  oneTickList('Slack', message);
  const value = once(token);
  const drawnOf = onceFor((part: Message) => draw(part, value));
  const fits = (part: Message) => breachOf(drawnOf(part), spare) === undefined;
  const whole = folds ? foldingThatFits(message, fits) : folding(message, 0);
  return split(whole, fits).map((part) => {
    const drawn = drawnOf(part);
    const breach = breachOf(drawn);
    if (breach) throw new RenderLimitError('Slack', breach);
    if (drawn.blocks.some(({ type }) => type === 'container')) withoutFolds.set(drawn, draw(folding(part, 0), value));
    return drawn;
  });
}

/** Beside what is sent, and not part of it. */
const withoutFolds = new WeakMap<SlackMessage, SlackMessage>();

/** The same with buttons in place of what is folded, for a workspace that knows no `container`; nothing without any. */
export const unfoldedOf = (message: SlackMessage): SlackMessage | undefined => withoutFolds.get(message);

function draw(message: Message, token: (action: Action) => string): SlackMessage {
  const controls: Controls = { token, pressed: { count: 0 } };
  const blocks = message.blocks.flatMap((block) => drawBlock(block, controls));
  return {
    text: message.discreet ? mrkdwnFallback(summaryLine(message)) : mrkdwnFallback(plainTextWithin(message, hasRoom)),
    blocks: blocks.length > 0 ? blocks : sections([message.summary]),
  };
}

/** An edit is refused for a longer text, and every message may be edited. */
const hasRoom = (text: string): boolean => sizeOf(mrkdwnFallback(text)) <= most.fallback - spare;
const sizeOf = (text: string): number => Buffer.byteLength(text);

function drawBlock(block: Block, controls: Controls): KnownBlock[] {
  switch (block.kind) {
    case 'heading':
      return heading(oneLine(block.text));
    case 'text':
      if (block.tone === 'quiet') return smallPrint(block.text);
      return sections(block.tone === 'alert' ? ['⚠️ ', { bold: alertWord }, ' ', ...block.text] : block.text);
    case 'list':
      return list(block);
    case 'divider':
      return [{ type: 'divider' }];
    case 'buttons':
      return [...buttons(block, controls)];
    case 'fold':
      return [fold(block, controls)];
    case 'ticks':
      return [...ticks(block, controls)];
  }
}

/** Slack folds it by itself: nobody is asked, and nothing is sent. */
function fold({ title, blocks, rest }: Fold, controls: Controls): ContainerBlock {
  return {
    type: 'container',
    title: { type: 'plain_text', text: title, emoji: false },
    child_blocks: [
      ...blocks.flatMap((block) => (block.kind === 'list' ? compact(block) : sections(block.text))),
      ...(rest ? [row([rest], controls)] : []),
    ],
    is_collapsible: true,
    default_collapsed: true,
  };
}

/** Ten blocks are all that a container holds, so small print stands in the line itself. */
function compact({ lines }: Block & { kind: 'list' }): SectionBlock[] {
  const together = lines.flatMap(({ text, note }): Rich => ['• ', ...text, ...(note ? ['\n', ...note] : []), '\n']);
  return sections(together.slice(0, -1));
}

function heading(text: string): KnownBlock[] {
  if (text === '') return [];
  return disarmed(text).length > most.header
    ? sections([{ bold: text }])
    : [{ type: 'header', text: { type: 'plain_text', text: disarmed(text), emoji: false } }];
}

/** Lines share a section. One with a note stands alone: Slack shows small print only in a block of its own below. */
function list({ lines, numbered }: Block & { kind: 'list' }): KnownBlock[] {
  const blocks: KnownBlock[] = [];
  let together: Rich = [];
  lines.forEach(({ text, note }, index) => {
    const line: Rich = [numbered ? `${index + 1}. ` : '• ', ...text];
    if (!note) {
      together = together.length > 0 ? [...together, '\n', ...line] : line;
      return;
    }
    blocks.push(...sections(together), ...sections(line), ...smallPrint(note));
    together = [];
  });
  return [...blocks, ...sections(together)];
}

/** The first limit that splitting may cure. What no splitting cures is refused where it is built. */
function breachOf({ text, blocks }: SlackMessage, toSpare = 0): Breach | undefined {
  const long = blocks.find((block) => block.type === 'section' && (block.text?.text.length ?? 0) > most.section);
  const small = blocks.find((block) => block.type === 'context' && textIn(block) > most.context);
  const found: Breach[] = [
    { limit: 'blocks', most: most.blocks, block: 'the message', size: blocks.length + childrenIn(blocks) },
    { limit: 'children', most: most.children, block: 'a folded part', size: Math.max(0, ...blocks.map(childrenOf)) },
    { limit: 'allText', most: most.allText - toSpare, block: 'the message', size: textIn(blocks) },
    { limit: 'fallback', most: most.fallback - toSpare, block: 'the text of the message', size: sizeOf(text) },
    { limit: 'section', most: most.section, block: 'a section', size: long ? textIn(long) : 0 },
    { limit: 'context', most: most.context, block: 'small print', size: small ? textIn(small) : 0 },
  ];
  return found.find(({ size, most: limit }) => size > limit);
}

const childrenOf = (block: KnownBlock): number => (block.type === 'container' ? block.child_blocks.length : 0);
const childrenIn = (blocks: readonly KnownBlock[]): number => blocks.reduce((sum, block) => sum + childrenOf(block), 0);

/** Characters in every `text` and `value` below: Slack counts more than it documents, so this does too. */
function textIn(node: unknown): number {
  if (typeof node !== 'object' || node === null) return 0;
  return Object.entries(node).reduce((sum, [key, value]) => {
    const counts = typeof value === 'string' && (key === 'text' || key === 'value');
    return sum + (counts ? value.length : textIn(value));
  }, 0);
}
