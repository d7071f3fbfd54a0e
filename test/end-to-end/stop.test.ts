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

/** None of these ends by itself. What each part may take until then: test/startup/stop.test.ts. */
it('waits for none of them', async () => {
  const { hostname, port } = new URL(space.base());
  const held = connect(Number(port), hostname);
  held.on('error', () => {});
  held.write('POST /slack/events HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\nhalf');
  space.api.trouble({ slowMs: 600_000 }, 'chat.postMessage');
  const person = space.somebody();
  await person.command('');
  await until(() => expect(space.api.calls.map(({ method }) => method)).toContain('auth.test'));
  space.redis.freeze();
  await space.end();
  expect(space.output()).toContain('"event":"stopped"');
  held.destroy();
  space.redis.thaw();
});
