/**
 * Slack over Socket Mode, for places that nothing outside can reach. An envelope is acknowledged only once its step is
 * durable; Slack sends the others again.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { SocketModeClient } from '@slack/socket-mode';
import { type Log, reasonOf } from '../../log.ts';
import type { Receive } from './arriving.ts';
import { codeOf } from './faults.ts';
import { silentLogger } from './web-api.ts';

export interface SocketOptions {
  readonly receive: Receive;
  readonly appToken: string;
  readonly apiUrl: string;
  readonly log: Log;
  /** Pause before connecting again: from 1 second, doubled to this at most. 30 s unless told. */
  readonly longestPauseMs?: number;
}

export interface Socket {
  /** Connects in the background and stays connected until stopped. */
  start(): void;
  stop(): Promise<void>;
}

/** What the SDK hands over with each envelope. */
interface Envelope {
  readonly ack: (body?: object) => Promise<void>;
  readonly type: string;
  readonly body: unknown;
  readonly retry_reason?: string;
}

const firstPauseMs = 1_000;
const kinds = ['events_api', 'interactive', 'slash_commands'];

export function createSocket({ receive, appToken, apiUrl, log, longestPauseMs = 30_000 }: SocketOptions): Socket {
  const stopping = new AbortController();
  let loop: Promise<void> | undefined;
  let client: SocketModeClient | undefined;

  /** The SDK's own way back ends the program when it cannot reach Slack: nothing catches what it throws. */
  async function run(): Promise<void> {
    let pauseMs = firstPauseMs;
    while (!stopping.signal.aborted) {
      const ended = await connectOnce();
      pauseMs = ended === 'after-hello' ? firstPauseMs : Math.min(pauseMs * 2, longestPauseMs);
      await sleep(pauseMs, undefined, { signal: stopping.signal }).catch(() => {});
    }
  }

  async function connectOnce(): Promise<'after-hello' | 'before-hello'> {
    // Loaded only where it is used.
    const { SocketModeClient } = await import('@slack/socket-mode');
    client = new SocketModeClient({
      appToken,
      logger: silentLogger(log),
      autoReconnectEnabled: false,
      clientOptions: { slackApiUrl: apiUrl, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true, timeout: 8_000 },
    });
    const { promise: closed, resolve } = Promise.withResolvers<void>();
    client.on('disconnected', () => resolve());
    client.on('slack_event', (envelope: Envelope) => void handle(envelope));
    try {
      await client.start();
    } catch (error) {
      log.warn('slack.socket', { reason: codeOf(error) ?? (error === undefined ? 'closed' : reasonOf(error)) });
      return 'before-hello';
    }
    log.info('slack.socket', { reason: 'connected' });
    await closed;
    return 'after-hello';
  }

  async function handle({ ack, type, body, retry_reason }: Envelope): Promise<void> {
    if (!kinds.includes(type)) return;
    const answer = await receive(body, retry_reason);
    if (answer.is === 'refused') log.info('slack.refused', { reason: answer.reason });
    if (answer.is !== 'done') return;
    try {
      await ack(answer.body);
    } catch (error) {
      // The connection went; Slack sends it again over the next, and the store knows it by its id.
      log.info('slack.socket', { reason: reasonOf(error) });
    }
  }

  return {
    start() {
      loop ??= run();
    },
    async stop() {
      stopping.abort();
      await client?.disconnect().catch(() => {});
      await loop;
    },
  };
}
