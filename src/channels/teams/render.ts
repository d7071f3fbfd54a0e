/** A neutral message as Teams messages with one Adaptive Card each, of version 1.4: what phones draw. */
import type { Action, Block, Message, Rich } from '../../../dialogs/message.ts';
import { onceFor } from '../../../dialogs/once.ts';
import { alertWord, oneLine, plainTextWithin, summaryLine } from '../../../dialogs/plain.ts';
import { type Fold, foldingThatFits, once } from '../folding.ts';
import { type Breach, oneTickList, RenderLimitError } from '../limits.ts';
import { spare, split } from '../split.ts';
import type { CardElement } from './card.ts';
import { buttons, type Controls, folds, ticks } from './controls.ts';
import { teamsLimits as most } from './limits.ts';
import { isAccount, markdownFallback, mention } from './markdown.ts';
import { smallPrint, textBlock } from './text.ts';

export interface AdaptiveCard {
  readonly type: 'AdaptiveCard';
  readonly $schema: 'http://adaptivecards.io/schemas/adaptive-card.json';
  readonly version: '1.4';
  readonly fallbackText: string;
  readonly body: readonly CardElement[];
  readonly msteams?: { readonly entities: readonly Mention[] };
}

/** Whom a `<at>` in the text means. The name is ours: nobody's own is known. */
interface Mention {
  readonly type: 'mention';
  readonly text: string;
  readonly mentioned: { readonly id: string; readonly name: string };
}

export interface TeamsMessage {
  /** The whole message, to send by itself where the card is refused. Never beside the card: Teams shows both. */
  readonly text: string;
  /** One line for notifications. */
  readonly summary: string;
  readonly attachments: readonly [
    { readonly contentType: 'application/vnd.microsoft.card.adaptive'; readonly content: AdaptiveCard },
  ];
}

/**
 * One Teams message, or several when it is too long for one; then everything to press is on the last.
 * `token` gives the value that a button sends as `data.token`.
 *
 * @throws RenderLimitError where Teams would refuse it and cutting between blocks does not help.
 */
export function renderTeams(message: Message, token: (action: Action) => string): TeamsMessage[] {
  oneTickList('Teams', message);
  const value = once(token);
  const drawnOf = onceFor((part: Message) => draw(part, value));
  const fits = (part: Message) => breachOf(drawnOf(part), spare) === undefined;
  return split(foldingThatFits(message, fits), fits).map((part) => {
    const drawn = drawnOf(part);
    const breach = breachOf(drawn);
    if (breach) throw new RenderLimitError('Teams', breach);
    return drawn;
  });
}

/** The card holds what is folded already; the text is for where no card shows. */
const mostText = 6_000;

function draw(message: Message, token: (action: Action) => string): TeamsMessage {
  const controls: Controls = { token, unfolded: { count: 0 } };
  const body = separated(together(message.blocks), (block) => drawBlock(block, controls));
  const text = markdownFallback(plainTextWithin(message, (whole) => whole.length <= mostText));
  const mentions = mentionsIn(message.blocks);
  const content: AdaptiveCard = {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.4',
    fallbackText: text,
    body: body.length > 0 ? body : textBlock([message.summary]),
    ...(mentions.length > 0 && { msteams: { entities: mentions } }),
  };
  return {
    text,
    summary: summaryLine(message),
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }],
  };
}

function mentionsIn(blocks: readonly Block[]): readonly Mention[] {
  const spans = blocks.flatMap((block) => {
    if (block.kind === 'text') return block.text;
    return block.kind === 'list' ? block.lines.flatMap(({ text, note = [] }) => [...text, ...note]) : [];
  });
  return spans.flatMap((span) =>
    typeof span === 'object' && 'account' in span && isAccount(span.account)
      ? [{ type: 'mention', text: mention(span.label), mentioned: { id: span.account, name: span.label } } as const]
      : [],
  );
}

type Drawable = Exclude<Block, Fold> | { readonly kind: 'folds'; readonly folds: readonly Fold[] };

/** Parts that stand side by side share their row of buttons. */
function together(blocks: readonly Block[]): readonly Drawable[] {
  const all: Drawable[] = [];
  for (const block of blocks) {
    const last = all.at(-1);
    if (block.kind !== 'fold') all.push(block);
    else if (last?.kind === 'folds') all[all.length - 1] = { kind: 'folds', folds: [...last.folds, block] };
    else all.push({ kind: 'folds', folds: [block] });
  }
  return all;
}

/** A divider is a line above the element that follows it. */
function separated(blocks: readonly Drawable[], drawn: (block: Drawable) => readonly CardElement[]): CardElement[] {
  const body: CardElement[] = [];
  let line = false;
  for (const block of blocks) {
    const [first, ...rest] = drawn(block);
    if (first) body.push(line ? { ...first, separator: true, spacing: 'Medium' } : first, ...rest);
    line = block.kind === 'divider' || (line && !first);
  }
  return body;
}

function drawBlock(block: Drawable, controls: Controls): readonly CardElement[] {
  switch (block.kind) {
    case 'heading':
      return textBlock([oneLine(block.text)], { size: 'Medium', weight: 'Bolder' });
    case 'text':
      if (block.tone === 'quiet') return smallPrint(block.text);
      return block.tone === 'alert' ? alert(block.text) : textBlock(block.text);
    case 'list':
      return block.lines.flatMap((line, index) => [
        ...textBlock([block.numbered ? `${index + 1}. ` : '• ', ...line.text], { spacing: 'Small' }),
        ...(line.note ? smallPrint(line.note, { spacing: 'None' }) : []),
      ]);
    case 'divider':
      return [];
    case 'buttons':
      return buttons(block, controls);
    case 'folds':
      return folds(block.folds, controls, (still) => drawBlock(still, controls));
    case 'ticks':
      return ticks(block, controls);
  }
}

function alert(text: Rich): readonly CardElement[] {
  const items = textBlock(['⚠️ ', { bold: alertWord }, ' ', ...text]);
  return [{ type: 'Container', style: 'attention', items }];
}

function breachOf(message: TeamsMessage, toSpare = 0): Breach | undefined {
  const size = bytesOf(message);
  return size > most.bytes - toSpare ? { limit: 'bytes', most: most.bytes, block: 'the message', size } : undefined;
}

const bytesOf = onceFor(({ text: _, ...sent }: TeamsMessage) => Buffer.byteLength(JSON.stringify(sent)));
