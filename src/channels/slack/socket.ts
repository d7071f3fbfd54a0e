/**
 * Slack over Socket Mode, for places that nothing outside can reach. An envelope is acknowledged only once its step is
 * durable; Slack sends the others again. The line is made anew for as long as the program runs.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { WebAPIRateLimitedError } from '@slack/web-api';
import { z } from 'zod';
import { type Log, reasonOf } from '../../log.ts';
import type { Receive } from './arriving.ts';
import { codeOf } from './faults.ts';
import type { SocketEnvelope } from './socket-frames.ts';
import { type Acknowledge, type LineEnd, openLine, type SocketLine } from './socket-line.ts';
import { createWebApi } from './web-api.ts';

export interface SocketOptions {
  readonly receive: Receive;
  readonly appToken: string;
  readonly apiUrl: string;
  readonly log: Log;
  /** How long an attempt may take, and how long a line may be silent. 30 s unless told. */
  readonly patienceMs?: number;
  /** Pause before connecting again: from 1 second, doubled to this at most. 30 s unless told. */
  readonly longestPauseMs?: number;
}

export interface Socket {
  /** Connects in the background and stays connected until stopped. */
  start(): void;
  /** Slack has said hello, and the line is up: what people do reaches us. */
  isListening(): boolean;
  stop(): Promise<void>;
}

const firstPauseMs = 1_000;

const addressSchema = z.object({ url: z.url({ protocol: /^wss?$/ }) });

export function createSocket(options: SocketOptions): Socket {
  const { receive, appToken, apiUrl, log, patienceMs = 30_000, longestPauseMs = 30_000 } = options;
  const api = createWebApi(apiUrl, log);
  const stopping = new AbortController();
  let loop: Promise<void> | undefined;
  let line: SocketLine | undefined;
  let listeningSince: number | undefined;

  async function run(): Promise<void> {
    const shortest = Math.min(firstPauseMs, longestPauseMs);
    let pauseMs = shortest;
    while (!stopping.signal.aborted) {
      const { stayed, afterMs = 0 } = await connectOnce();
      if (stayed) pauseMs = shortest;
      await sleep(Math.max(pauseMs, afterMs), undefined, { signal: stopping.signal }).catch(() => {});
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
    }
  }

  /** @returns whether the line was good for a while, and how long Slack asks to be left alone. */
  async function connectOnce(): Promise<{ readonly stayed: boolean; readonly afterMs?: number }> {
    try {
      const url = await address();
      line = openLine({ url, patienceMs, onHello, onEnvelope: (...given) => void take(...given), onUnreadable });
      // Stopped while the address was asked for.
      if (stopping.signal.aborted) line.stop();
      const how = await line.ended;
      const stayed =
        how === 'goodbye' || (listeningSince ?? Number.POSITIVE_INFINITY) + patienceMs <= performance.now();
      tell(how);
      return { stayed };
    } catch (error) {
      log.warn('slack.socket', { reason: codeOf(error) ?? reasonOf(error) });
      return { stayed: false, ...(error instanceof WebAPIRateLimitedError && { afterMs: error.retryAfter * 1000 }) };
    } finally {
      line = undefined;
      listeningSince = undefined;
    }
  }

  /** Where this line goes; each address works once. */
  async function address(): Promise<string> {
    const signal = AbortSignal.any([stopping.signal, AbortSignal.timeout(patienceMs)]);
    return addressSchema.parse(await api.call(appToken, 'apps.connections.open', {}, signal)).url;
  }

  function onHello(): void {
    listeningSince ??= performance.now();
    log.info('slack.socket', { reason: 'connected' });
  }

  const onUnreadable = () => log.warn('slack.socket', { reason: 'unreadable-frame' });

  function tell(how: LineEnd): void {
    const write = how === 'goodbye' || how === 'stopped' ? log.info : log.warn;
    write('slack.socket', { reason: how });
  }

  async function take({ payload, retryReason }: SocketEnvelope, acknowledge: Acknowledge): Promise<void> {
    const answer = await receive(payload, retryReason);
    if (answer.is === 'refused') log.info('slack.refused', { reason: answer.reason });
    if (answer.is === 'done') acknowledge(answer.body);
  }

  return {
    start() {
      loop ??= run();
    },
    isListening: () => listeningSince !== undefined,
    async stop() {
      stopping.abort();
      line?.stop();
      await loop;
    },
  };
}
