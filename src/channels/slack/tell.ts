/**
 * Words for one person at once, past the store and the outbox: that something was not saved, to slow down, where the
 * answer is. Sent once; a miss goes to the log.
 */
import type { KnownBlock } from '@slack/types';
import type { Message } from '../../../dialogs/message.ts';
import { type Log, reasonOf } from '../../log.ts';
import { withoutButtons } from '../without-buttons.ts';
import { codeOf } from './faults.ts';
import type { Installs } from './installing/installs.ts';
import { renderSlack, type SlackMessage } from './render.ts';
import type { Respond } from './respond.ts';
import type { Arrival, Pointer } from './translate.ts';
import type { WebApi } from './web-api.ts';
import { openDirect, pointer } from './words.ts';

export interface TellOptions {
  readonly api: WebApi;
  readonly installs: Installs;
  readonly respond: Respond;
  readonly log: Log;
}

export interface Tell {
  /** Where the arrival allows it for this person alone, else as a direct message. Never throws. */
  words(arrival: Arrival, message: Message): Promise<void>;
  /** Shows the way to the direct message. Never throws. */
  way(arrival: Arrival, to: Exclude<Pointer, { by: 'answer' }>): Promise<void>;
}

const tellMs = 8_000;

export function createTell({ api, installs, respond, log }: TellOptions): Tell {
  const call = async ({ workspace }: Arrival, method: string, args: object) => {
    const signal = AbortSignal.timeout(tellMs);
    await api.call(await installs.tokenFor(workspace, signal), method, args, signal);
  };
  const safely = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      log.warn('slack.not-told', { reason: codeOf(error) ?? reasonOf(error) });
    }
  };
  return {
    words: (arrival, message) =>
      safely(async () => {
        const { responseUrl, from } = arrival;
        const said = drawnPlainly(message);
        if (responseUrl && (await respond(responseUrl, said, AbortSignal.timeout(tellMs))) === 'sent') return;
        await call(arrival, 'chat.postMessage', { channel: from.person, ...said, unfurl_links: false });
      }),
    way: (arrival, to) =>
      safely(async () => {
        const said = wayTo(arrival);
        const user = arrival.from.person;
        switch (to.by) {
          case 'response-url':
            await respond(to.url, said, AbortSignal.timeout(tellMs));
            return;
          case 'modal':
            return call(arrival, 'views.open', { trigger_id: to.trigger, view: modal(said) });
          case 'channel': {
            const { channel, thread } = to;
            return call(arrival, 'chat.postEphemeral', {
              channel,
              user,
              ...said,
              ...(thread && { thread_ts: thread }),
            });
          }
        }
      }),
  };
}

/** A message as it is drawn with nothing to press. */
export function drawnPlainly(message: Message): SlackMessage {
  const [said] = renderSlack(withoutButtons(message), () => 'none');
  return said ?? { text: message.summary, blocks: [] };
}

/** A link that opens the direct message with the app, wherever the person is. */
export function wayTo({ app, workspace }: Arrival): SlackMessage {
  const said = drawnPlainly(pointer);
  if (app === undefined) return said;
  const link: KnownBlock = {
    type: 'actions',
    elements: [
      {
        type: 'button',
        action_id: 'open-direct',
        text: { type: 'plain_text', text: openDirect },
        url: `https://slack.com/app_redirect?app=${app}&team=${workspace}`,
      },
    ],
  };
  return { ...said, blocks: [...said.blocks, link] };
}

const modal = ({ blocks }: SlackMessage) => ({
  type: 'modal',
  title: { type: 'plain_text', text: 'Signpost' },
  close: { type: 'plain_text', text: 'Close' },
  blocks,
});
