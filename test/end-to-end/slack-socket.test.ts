/** The real program over Socket Mode alone: no address of its own that Slack could reach. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { asked, questions, until } from '../support/behaviour-space.ts';
import { buttonValue } from '../support/slack-person.ts';
import { type SlackSocket, startSlackSocket } from '../support/slack-socket.ts';
import { type SlackSpace, slackSpace } from '../support/slack-space.ts';

let socket: SlackSocket;
let space: SlackSpace;
beforeAll(async () => {
  socket = await startSlackSocket();
  space = await slackSpace({ SLACK_APP_TOKEN: 'xapp-1-A0TEST-test', SLACK_SIGNING_SECRET: '' }, socket.url);
  await until(() => expect(socket.connections.size).toBe(1));
});
afterAll(async () => {
  await space.stop();
  await socket.stop();
});

it('takes events, presses and commands, and acknowledges each', async () => {
  const person = space.somebody();
  const event = socket.send('events_api', person.message({ text: 'start' }));
  await until(() => expect(questions(person)).toHaveLength(1));
  const press = socket.send('interactive', person.pressBody(buttonValue(person.newest()?.blocks, 'No')));
  await asked(person, 2);
  const command = socket.send('slash_commands', person.commandFields('helplines childline'));
  await until(() => expect([...socket.acknowledged.keys()]).toEqual(expect.arrayContaining([event, press, command])));
  expect(socket.acknowledged.get(command)).toMatchObject({
    response_type: 'ephemeral',
    text: expect.stringContaining('0800 1111'),
  });
});

it('is back after Slack ends the connection, and after the line is cut while Slack cannot be reached', async () => {
  socket.refresh();
  await until(() => expect(socket.connections.size).toBe(1));
  await space.api.down();
  socket.cut();
  await sleep(2_500);
  await space.api.up();
  await until(() => expect(socket.connections.size).toBe(1), 20_000);
  const person = space.somebody();
  socket.send('events_api', person.message({ text: 'start' }));
  await until(() => expect(questions(person)).toHaveLength(1));
});

it('leaves an envelope unacknowledged while nothing can be stored, and takes it when it comes again', async () => {
  const person = space.somebody();
  const start = person.message({ text: 'start' });
  await space.redis.kill();
  const lost = socket.send('events_api', start);
  await until(() => expect(person.newest()?.text).toContain('may not have been saved'));
  await sleep(300);
  expect(socket.acknowledged.has(lost)).toBe(false);
  await space.redis.restart();
  await sleep(1_000);
  const again = socket.send('events_api', start, { retry_attempt: 1, retry_reason: 'timeout' });
  await until(() => expect(socket.acknowledged.has(again)).toBe(true));
  await until(() => expect(questions(person)).toHaveLength(1));
});

it('lives through every frame, whatever stands in it, and takes the next', async () => {
  const odd = { type: 'events_api', envelope_id: 'limited', payload: { type: 'app_rate_limited', team_id: 'T1' } };
  const frames: readonly (string | Uint8Array)[] = [
    JSON.stringify(odd),
    ...['{}', 'null', '[]', '0', '"hello"', 'not json', '', '{"type":7}', '{"type":"events_api"}'],
    ...['events_api', 'interactive', 'slash_commands'].map((type) => JSON.stringify({ type, envelope_id: 'x' })),
    ...[
      'null',
      '{}',
      '[]',
      '7',
      '{"event":null}',
      '{"type":"event_callback","event":{}}',
      '{"type":"view_closed"}',
    ].map((payload) => `{"type":"events_api","envelope_id":"y","payload":${payload}}`),
    JSON.stringify({ type: 'a-kind-to-come', envelope_id: 'unknown' }),
    JSON.stringify({ type: 'disconnect', reason: 'warning' }),
    `{"a":${'['.repeat(100_000)}`,
    JSON.stringify({ type: 'events_api', envelope_id: 'large', payload: 'x'.repeat(5_000_000) }),
    new Uint8Array([0, 255, 7]),
  ];
  const before = socket.met();
  for (const frame of frames) socket.sendRaw(frame);
  const person = space.somebody();
  const next = socket.send('events_api', person.message({ text: 'start' }));
  await until(() => expect(questions(person)).toHaveLength(1));
  const acknowledged = ['limited', 'unknown', next];
  await until(() => expect([...socket.acknowledged.keys()]).toEqual(expect.arrayContaining(acknowledged)));
  expect(socket.met()).toBe(before);
});

it('is not ready while nobody is listening', async () => {
  const ready = async () => {
    const response = await fetch(`${space.base()}/readyz`);
    return { status: response.status, body: await response.json() };
  };
  expect(await ready()).toMatchObject({ status: 200, body: { checks: { store: 'ok', slack: 'ok' } } });
  await space.api.down();
  socket.cut();
  await until(async () => expect(await ready()).toMatchObject({ status: 503, body: { checks: { slack: 'failed' } } }));
  await space.api.up();
  await until(async () => expect((await ready()).status).toBe(200), 20_000);
});
