/** The Home tab, published afresh each time: the messages it holds one below the other. */
import type { HomeView, KnownBlock } from '@slack/types';
import type { Action, Message } from '../../../dialogs/message.ts';
import { emergency } from '../../../dialogs/screens/frame.ts';
import { renderSlack } from './render.ts';

/** Slack takes 100 blocks in a view. */
const most = 100;

/**
 * The emergency line stands once, on top. Where not all fits, the longest message is left out: the direct message has
 * it too.
 */
export function homeView(messages: readonly Message[], token: (action: Action) => string): HomeView {
  const drawn = messages.map(({ summary, blocks }) => draw({ summary, blocks: blocks.filter(isOther) }, token));
  const top = draw({ summary: '', blocks: [emergency] }, token);
  while (drawn.length > 1 && joined(top, drawn).length > most) drawn.splice(longestOf(drawn), 1);
  return { type: 'home', blocks: joined(top, drawn).slice(0, most) };
}

const isOther = (block: Message['blocks'][number]) => block !== emergency;

function draw(message: Message, token: (action: Action) => string): KnownBlock[] {
  return renderSlack(message, token).flatMap(({ blocks }) => blocks);
}

const joined = (top: readonly KnownBlock[], parts: readonly (readonly KnownBlock[])[]): KnownBlock[] => [
  ...top,
  ...parts.flatMap((blocks, i): readonly KnownBlock[] => (i > 0 ? [{ type: 'divider' }, ...blocks] : blocks)),
];

const longestOf = (parts: readonly (readonly KnownBlock[])[]): number =>
  parts.reduce((longest, { length }, i) => (length > (parts[longest]?.length ?? 0) ? i : longest), 0);
