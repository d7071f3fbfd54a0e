/** Bolt's app: which listener takes what. Bolt decides the kind of each payload; nothing here asks Slack or the store. */
import { App } from '@slack/bolt';
import type { Log } from '../../log.ts';
import type { Arriving } from './arriving.ts';
import type { SlackReceiver } from './receiver.ts';
import { shortcutId } from './translate.ts';
import type { Turns } from './turns.ts';
import { silentLogger } from './web-api.ts';

export interface AppOptions {
  readonly receiver: SlackReceiver;
  readonly turns: Pick<Turns, 'converse' | 'leave'>;
  readonly log: Log;
}

interface Listened {
  readonly context: Arriving & { readonly retryReason?: string };
}

export function createApp({ receiver, turns, log }: AppOptions): App<Arriving> {
  const app = new App<Arriving>({
    receiver,
    // Whoever sends an answer looks up the token then: no wait for the store stands in front of the step.
    authorize: async () => ({}),
    // What bots say is left out by translate.ts, with nothing known of who the bot is.
    ignoreSelf: false,
    // Bolt's own keeps one state a channel, and swallows the store's failures.
    convoStore: false,
    attachFunctionToken: false,
    logger: silentLogger(log),
  });
  app.error(async (error) => {
    throw error.original ?? error;
  });

  const converse = async ({ context: { arrival, until, answer, retryReason } }: Listened) =>
    answer(await turns.converse(arrival, until, retryReason));
  const leave = async ({ context: { arrival, answer } }: Listened) => answer(await turns.leave(arrival));

  app.event('message', converse);
  app.event('app_mention', converse);
  app.event('app_home_opened', converse);
  app.event('app_uninstalled', leave);
  app.event('tokens_revoked', leave);
  app.action({ type: 'block_actions' }, converse);
  app.shortcut(shortcutId, converse);
  // An administrator may have given the command another name in the manifest.
  app.command(/^\//, converse);
  return app;
}
