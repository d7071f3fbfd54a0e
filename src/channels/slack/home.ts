/** The Home tab: where the conversation stands, and what can be looked up. Published afresh each time it is opened. */
import type { HomeView, KnownBlock } from '@slack/types';
import { menuButtons } from '../../../dialogs/look-up/pages.ts';
import type { Action, Message } from '../../../dialogs/message.ts';
import { renderSlack } from './render.ts';

/** Slack takes 100 blocks in a view. */
const most = 100;

const lookUps: Message = {
  summary: 'Look something up',
  blocks: [
    { kind: 'divider' },
    { kind: 'heading', text: 'Look something up' },
    { kind: 'buttons', buttons: menuButtons },
  ],
};

/** Where an answer is so long that not all fits, the look-ups give way first. The direct message has room for all. */
export function homeView(messages: readonly Message[], token: (action: Action) => string): HomeView {
  const parts = messages.map((message) => renderSlack(message, token).flatMap(({ blocks }) => blocks));
  const menu = renderSlack(lookUps, token).flatMap(({ blocks }) => blocks);
  const shown = parts.flatMap((blocks, i): KnownBlock[] => (i > 0 ? [{ type: 'divider' }, ...blocks] : blocks));
  return { type: 'home', blocks: shown.length + menu.length > most ? shown.slice(0, most) : [...shown, ...menu] };
}
