/** What Slack is answered while the store is down, so that it sends again what can be lost. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { asked, questions, until } from '../support/behaviour-space.ts';
import { type SlackSpace, slackSpace } from '../support/slack-space.ts';

let space: SlackSpace;
beforeAll(async () => {
  space = await slackSpace();
});
afterAll(() => space.stop());
afterEach(() => {
  space.api.well();
  expect(space.api.faults).toEqual([]);
});

const told = (user: string) => space.api.forOne.filter((message) => message.user === user).map(({ text }) => text);

const ready = async () => (await fetch(`${space.base()}/readyz`)).status;

it('each way in says so while the store is away, with whom to ring, and what Slack sends again counts once', async () => {
  const presser = await space.started();
  const [typist, asker, opener] = [space.somebody(), space.somebody(), space.somebody()];
  await space.redis.kill();

  const press = await presser.presses('No');
  expect(press.status).toBe(200);
  await until(() => expect(told(presser.user).at(-1)).toContain('may not have been saved'));
  expect(told(presser.user).at(-1)).toContain('01632 960001');
  expect(questions(presser)).toHaveLength(1);

  const start = typist.message({ text: 'start' });
  const typed = await typist.event(start);
  expect(typed.status).toBe(503);
  await until(() => expect(typist.messages()).toHaveLength(1));
  expect(typist.newest()?.text).toContain('may not have been saved');
  const again = { 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_error' };
  expect((await typist.event(start, again)).status).toBe(503);
  await sleep(200);
  expect(typist.messages()).toHaveLength(1);

  const command = await asker.command('');
  expect(command.status).toBe(200);
  expect(JSON.parse(command.body).text).toContain('01632 960001');

  expect(JSON.parse((await asker.command('childline')).body).text).toContain('0800 1111');
  await typist.says('number for childline');
  await until(() => expect(typist.newest()?.text).toContain('0800 1111'));

  expect((await opener.opensHome()).status).toBe(200);
  await until(() => expect(JSON.stringify(space.api.homes.get(opener.user))).toContain('We cannot save right now'));
  await opener.pressesOnHome('A helpline for a child');
  await until(() => expect(JSON.stringify(space.api.homes.get(opener.user))).toContain('0800 1111'));
  expect(opener.messages()).toEqual([]);

  const concerns = await space.named('lead').command('concerns');
  expect(concerns.status).toBe(200);
  const { user } = space.named('lead');
  const forLead = () => space.api.forOne.filter((each) => each.user === user).at(-1)?.text;
  await until(() => expect(forLead()).toContain('01632 960001'));

  await space.redis.restart();
  await until(async () => expect(await ready()).toBe(200));
  expect((await typist.event(start, { ...again, 'x-slack-retry-num': '2' })).status).toBe(200);
  await until(() => expect(questions(typist)).toHaveLength(1));
  await presser.presses('No');
  await asked(presser, 2);
});

it('Redis is away at the start: it listens, says whom to ring, and begins by itself when Redis is there', async () => {
  const before = await space.started();
  await space.end();
  await space.redis.kill();
  await space.start();
  expect(await ready()).toBe(503);
  expect(space.output()).toContain('nothing listens at the host and port in REDIS_URL');
  const asker = space.somebody();
  expect(JSON.parse((await asker.command('')).body).text).toContain('01632 960001');
  await before.presses('No');
  await until(() => expect(told(before.user).at(-1)).toContain('may not have been saved'));

  await space.redis.restart();
  await until(async () => expect(await ready()).toBe(200));
  expect(space.output()).toContain('Signpost has begun.');
  await before.presses('No');
  await asked(before, 2);
});
