/** A neutral message as Slack messages in Block Kit. */
import type { KnownBlock } from '@slack/types';
import type { Action, Block, Message, Rich } from '../../../dialogs/message.ts';
import { alertWord, numbersOf, oneLine, plainText, summaryLine } from '../../../dialogs/plain.ts';
import { type Breach, oneTickList, RenderLimitError } from '../limits.ts';
import { spare, split } from '../split.ts';
import { buttons, type Controls, ticks } from './controls.ts';
import { slackLimits as most } from './limits.ts';
import { disarmed, fallback } from './mrkdwn.ts';
import { sections, smallPrint } from './text.ts';

/** Fields of `chat.postMessage` and `chat.update`. Send with `parse: 'none'` and without unfurling. */
export interface SlackMessage {
  /** The whole message as text: phone notifications and screen readers use it. Of a discreet one only what it is. */
  readonly text: string;
  readonly blocks: KnownBlock[];
}

/** While measuring: as long as a token may be (ports.ts). */
const placeholder = 'x'.repeat(150);

/**
 * One Slack message, or several when it is too long for one; then everything to press is on the last.
 * `token` gives the value of a button.
 *
 * @throws RenderLimitError where Slack would refuse it and cutting between blocks does not help.
 */
export function renderSlack(message: Message, token: (action: Action) => string): SlackMessage[] {
  oneTickList('Slack', message);
  const measured = (part: Message) => draw(part, () => placeholder);
  const fits = (part: Message) => breachOf(measured(part), spare) === undefined;
  return split(message, fits).map((part) => {
    const drawn = draw(part, token);
    const breach = breachOf(drawn);
    if (breach) throw new RenderLimitError('Slack', breach);
    return drawn;
  });
}

function draw(message: Message, token: (action: Action) => string): SlackMessage {
  const controls: Controls = { numbers: numbersOf(message), token, pressed: { count: 0 } };
  const blocks = message.blocks.flatMap((block) => drawBlock(block, controls));
  return {
    text: fallback(message.discreet ? summaryLine(message) : plainText(message)),
    blocks: blocks.length > 0 ? blocks : sections([message.summary]),
  };
}

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
      return [...buttons(block.buttons, controls)];
    case 'ticks':
      return [...ticks(block, controls)];
  }
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
    { limit: 'blocks', most: most.blocks, block: 'the message', size: blocks.length },
    { limit: 'allText', most: most.allText - toSpare, block: 'the message', size: textIn(blocks) },
    { limit: 'fallback', most: most.fallback - toSpare, block: 'the text of the message', size: text.length },
    { limit: 'section', most: most.section, block: 'a section', size: long ? textIn(long) : 0 },
    { limit: 'context', most: most.context, block: 'small print', size: small ? textIn(small) : 0 },
  ];
  return found.find(({ size, most: limit }) => size > limit);
}

/** Characters in every `text` and `value` below: Slack counts more than it documents, so this does too. */
function textIn(node: unknown): number {
  if (typeof node !== 'object' || node === null) return 0;
  return Object.entries(node).reduce((sum, [key, value]) => {
    const counts = typeof value === 'string' && (key === 'text' || key === 'value');
    return sum + (counts ? value.length : textIn(value));
  }, 0);
}
