/** One workspace, by the token in the settings. Which workspace that is, Slack says. */
import { z } from 'zod';
import type { Log } from '../../../log.ts';
import { codeOf } from '../faults.ts';
import type { WebApi } from '../web-api.ts';
import { type Installs, NotInstalled } from './installs.ts';

const identity = z.object({
  team_id: z.string(),
  enterprise_id: z.string().nullish(),
  is_enterprise_install: z.boolean().nullish(),
});

export interface SingleOptions {
  readonly api: WebApi;
  readonly botToken: string;
  readonly clock: () => number;
  readonly log: Log;
  /** How long Slack may take to say whose token it is, while somebody waits for an answer. */
  readonly waitMs?: number;
}

export function createSingle({ api, botToken, clock, log, waitMs = 400 }: SingleOptions): Installs {
  let known: string | undefined;
  let since: number | undefined;
  let asking: Promise<string | undefined> | undefined;

  async function ask(): Promise<string | undefined> {
    try {
      const { team_id, enterprise_id, is_enterprise_install } = identity.parse(
        await api.call(botToken, 'auth.test', {}),
      );
      known = (is_enterprise_install && enterprise_id) || team_id;
      since = clock();
    } catch (error) {
      log.warn('slack.identity', { reason: codeOf(error) ?? 'unreachable' });
    }
    asking = undefined;
    return known;
  }
  const whose = (): Promise<string | undefined> => {
    if (known !== undefined) return Promise.resolve(known);
    asking ??= ask();
    return asking;
  };

  return {
    async knows(workspace) {
      const answer = await Promise.race([whose(), after(waitMs)]);
      if (answer === undefined) return 'unsure';
      return answer === workspace ? 'yes' : 'no';
    },
    async tokenFor(workspace) {
      if (known !== undefined && known !== workspace) throw new NotInstalled('This token is of another workspace.');
      return botToken;
    },
    tokenRefused() {},
    appId: () => undefined,
    takenSince: (workspace) => (workspace === known ? since : undefined),
    async remove() {
      log.warn('slack.removed', { reason: 'set-a-new-SLACK_BOT_TOKEN' });
    },
  };
}

const after = (ms: number): Promise<undefined> =>
  new Promise((resolve) => void setTimeout(resolve, ms, undefined).unref());
