/** The Home tab, published afresh each time: the messages it holds, one below the other. */
import type { HomeView, KnownBlock } from '@slack/types';
import type { Action, Message } from '../../../dialogs/message.ts';
import { emergency } from '../../../dialogs/screens/frame.ts';
import { renderSlack } from './render.ts';
import { notHere } from './words.ts';

/** Slack takes 100 blocks in a view. */
const most = 100;

type Drawn = readonly KnownBlock[];

/** Whether a view folds parts is not documented, so there they come by buttons. The emergency line stands once, on top. Where not all fits, the longest message gives way: it was sent as well. */
export function homeView(messages: readonly Message[], token: (action: Action) => string): HomeView {
  const draw = (blocks: Message['blocks']): Drawn =>
    renderSlack({ summary: '', blocks }, token, false).flatMap((part) => part.blocks);
  const top = draw([emergency]);
  const parts = messages.map(({ blocks }) => draw(blocks.filter((block) => block !== emergency)));
  return { type: 'home', blocks: [...top, ...joined(fitted(parts, most - top.length, draw(notHere)))] };
}

function fitted(parts: readonly Drawn[], room: number, instead: Drawn): readonly Drawn[] {
  const longest = parts.reduce((at, { length }, i) => (length > (parts[at]?.length ?? 0) ? i : at), 0);
  if (joined(parts).length <= room || parts[longest] === instead) return parts;
  return fitted(parts.with(longest, instead), room, instead);
}

const joined = (parts: readonly Drawn[]): KnownBlock[] =>
  parts.flatMap((blocks, i): Drawn => (i > 0 ? [{ type: 'divider' }, ...blocks] : blocks));
