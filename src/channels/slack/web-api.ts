/**
 * Slack's Web API, called once: no retries, no waiting out a rate limit, an end in time. Only the outbox tries again.
 * The SDK would otherwise go on for half an hour in silence, and its log would hold what people are told.
 */
import { type WebAPICallResult, WebClient } from '@slack/web-api';
import type { Log } from '../../log.ts';

export interface WebApi {
  /** @throws the SDK's errors; see faults.ts. */
  call(token: string | undefined, method: string, args: object, signal?: AbortSignal): Promise<WebAPICallResult>;
}

/** Well below what the outbox gives a send. */
const callMs = 8_000;

export function createWebApi(apiUrl: string, log: Log): WebApi {
  const logger = silentLogger(log);
  return {
    call(token, method, args, signal) {
      // One client a call: it takes no signal, only a fetch. Making one costs 0.05 ms.
      const client = new WebClient(token, {
        slackApiUrl: apiUrl,
        allowAbsoluteUrls: false,
        retryConfig: { retries: 0 },
        rejectRateLimitedCalls: true,
        timeout: callMs,
        logger,
        fetch: (url, init) => fetch(url, { ...init, signal: joined(init?.signal, signal) }),
      });
      return client.apiCall(method, { ...args });
    },
  };
}

function joined(...signals: (AbortSignal | null | undefined)[]): AbortSignal {
  return AbortSignal.any(signals.filter((signal) => signal !== null && signal !== undefined));
}

/** The SDKs' loggers are told whole requests. Of a warning only that there was one is kept. */
export function silentLogger(log: Log) {
  const none = () => {};
  const told = () => log.debug('slack.sdk');
  return {
    debug: none,
    info: none,
    warn: told,
    error: told,
    setLevel: none,
    setName: none,
    getLevel: () => 'error' as never,
  };
}
