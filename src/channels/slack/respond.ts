/** A response_url: words for one person alone, five times within half an hour, without a token. */
import type { SlackMessage } from './render.ts';

export type Responded = 'sent' | 'gone' | 'retry';

export type Respond = (url: string, message: SlackMessage, signal: AbortSignal) => Promise<Responded>;

/** The urls come signed by Slack; still nothing is sent to another place. */
const hosts = ['hooks.slack.com', 'hooks.slack-gov.com'];

/** @param apiUrl its own host is taken too, so that a stand-in can be tested against. */
export function createRespond(apiUrl: string): Respond {
  return async (url, message, signal) => {
    const target = new URL(url);
    const isSlack = target.protocol === 'https:' && hosts.includes(target.host);
    if (!isSlack && target.origin !== new URL(apiUrl).origin) return 'gone';
    try {
      const response = await fetch(target, {
        method: 'POST',
        redirect: 'error',
        signal,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ response_type: 'ephemeral', replace_original: false, ...message }),
      });
      await response.body?.cancel();
      if (response.ok) return 'sent';
      return response.status === 429 || response.status >= 500 ? 'retry' : 'gone';
    } catch {
      return 'retry';
    }
  };
}
