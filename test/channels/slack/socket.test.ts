/** The line to Slack: how it is made, watched and made again. Its patience is short here, so that the tests are. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSocket, type Socket } from '../../../src/channels/slack/socket.ts';
import type { Log } from '../../../src/log.ts';
import { until } from '../../support/behaviour-space.ts';
import { type SlackApi, startSlackApi } from '../../support/slack-api.ts';
import { type SlackSocket, startSlackSocket } from '../../support/slack-socket.ts';

let api: SlackApi;
let slack: SlackSocket;
let socket: Socket;
let said: string[];
const received: unknown[] = [];

beforeEach(async () => {
  [api, slack, said] = [await startSlackApi([]), await startSlackSocket(), []];
  api.socketUrl = slack.url;
  const write = (_: string, fields: { reason?: unknown } = {}) => void said.push(String(fields.reason));
  const log: Log = { error: write, warn: write, info: write, debug: () => {} };
  socket = createSocket({
    receive: async (payload) => {
      received.push(payload);
      return { is: 'done' };
    },
    appToken: 'xapp-1-A0TEST-test',
    apiUrl: api.url,
    log,
    patienceMs: 300,
    longestPauseMs: 100,
  });
});
afterEach(async () => {
  await socket.stop();
  await slack.stop();
  await api.stop();
});

const listens = async () => {
  await until(() => expect(socket.isListening()).toBe(true));
  const id = slack.send('events_api', { type: 'app_rate_limited' });
  await until(() => expect(slack.acknowledged.has(id)).toBe(true));
};

describe('an attempt that leads nowhere is given up, said, and made again:', () => {
  it.each([
    ['the upgrade is never answered', 'unanswered', 'no-hello'],
    ['the greeting never comes', 'no-hello', 'no-hello'],
    ['the line is dead from the first byte', 'deaf', 'no-hello'],
  ] as const)('%s', async (_, welcome, reason) => {
    slack.welcomes.push(welcome, welcome);
    socket.start();
    await listens();
    expect(slack.met()).toBe(3);
    expect(said.filter((each) => each === reason)).toHaveLength(2);
  });

  it('Slack is slow to say where to connect, is over its limit, or says something else', async () => {
    api.trouble({ slowMs: 2_000 }, 'apps.connections.open', 1);
    api.trouble({ status: 429, retryAfter: 1 }, 'apps.connections.open', 1);
    api.trouble({ error: 'invalid_auth' }, 'apps.connections.open', 1);
    api.trouble({ status: 200, text: '{"ok":true,"url":"file:///etc/passwd"}' }, 'apps.connections.open', 1);
    socket.start();
    await listens();
    expect(said).toContain('invalid_auth');
  });
});

it('a line that falls silent is made again, and a quiet one that answers is not', async () => {
  socket.start();
  await listens();
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect([slack.met(), socket.isListening()]).toEqual([1, true]);
  slack.silence();
  await until(() => expect(slack.met()).toBe(2));
  await listens();
  expect(said).toContain('silent');
});

it('ends at once when it is stopped, wherever it stands', async () => {
  slack.welcomes.push('unanswered');
  socket.start();
  await until(() => expect(slack.met()).toBe(1));
  await socket.stop();
  expect(socket.isListening()).toBe(false);
  expect(slack.met()).toBe(1);
});
