/** A deploy ends the program though its platform hangs, its store is silent and somebody holds a connection open. */
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { until } from '../support/behaviour-space.ts';
import { type SlackSpace, slackSpace } from '../support/slack-space.ts';

let space: SlackSpace;
beforeAll(async () => {
  space = await slackSpace();
});
afterAll(() => space.stop());

/** Before this the program waited for its send, 24 seconds, and for its connections. */
const mostMs = 8_000;
/** The machine may be busy. */
const busyMs = 6_000;

it('within eight seconds', async () => {
  const { hostname, port } = new URL(space.base());
  const held = connect(Number(port), hostname);
  held.on('error', () => {});
  held.write('POST /slack/events HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\nhalf');
  space.api.trouble({ slowMs: 60_000 }, 'chat.postMessage');
  const person = space.somebody();
  await person.command('');
  await until(() => expect(space.api.calls.map(({ method }) => method)).toContain('auth.test'));
  space.redis.freeze();
  const began = performance.now();
  await space.end();
  expect(performance.now() - began).toBeLessThan(mostMs + busyMs);
  expect(space.output()).toContain('"event":"stopped"');
  held.destroy();
  space.redis.thaw();
});
