/** The real program when its store or its own process fails, met through signed HTTP. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type SlackSpace, slackSpace, until } from '../support/slack-space.ts';

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

describe('while the store is down', () => {
  it('each way in says so within 1.5 seconds, with whom to ring, and what Slack sends again counts once', async () => {
    const [presser, typist, asker] = [await space.started(), space.somebody(), space.somebody()];
    await space.redis.kill();

    const press = await presser.presses('No');
    expect(press.status).toBe(200);
    expect(press.ms).toBeLessThan(1_900);
    await until(() => expect(told(presser.user).at(-1)).toContain('may not have been saved'));
    expect(told(presser.user).at(-1)).toContain('01632 960001');
    expect(space.questions(presser)).toHaveLength(1);

    const start = typist.message({ text: 'start' });
    const typed = await typist.event(start);
    expect(typed.status).toBe(503);
    expect(typed.ms).toBeLessThan(1_900);
    await until(() => expect(typist.messages()).toHaveLength(1));
    expect(typist.newest()?.text).toContain('may not have been saved');
    const again = { 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_error' };
    expect((await typist.event(start, again)).status).toBe(503);
    await sleep(200);
    expect(typist.messages()).toHaveLength(1);

    const command = await asker.command('');
    expect(command.status).toBe(200);
    expect(command.ms).toBeLessThan(1_900);
    expect(JSON.parse(command.body).text).toContain('01632 960001');

    expect(JSON.parse((await asker.command('childline')).body).text).toContain('0800 1111');
    await typist.says('number for childline');
    await until(() => expect(typist.newest()?.text).toContain('0800 1111'));

    await space.redis.restart();
    await until(async () => {
      expect((await typist.event(start, { ...again, 'x-slack-retry-num': '2' })).status).toBe(200);
    });
    await until(() => expect(space.questions(typist)).toHaveLength(1));
    await presser.presses('No');
    await until(() => expect(space.questions(presser).at(-1)?.text).toMatch(/^Question 2/));
  }, 30_000);
});

describe('what is stored and not yet sent', () => {
  it('arrives after a kill -9; and so does a step that timed out and landed later', async () => {
    const [killed, late] = [await space.started(), await space.started()];

    space.redis.freeze();
    const press = await late.presses('No');
    expect(press.status).toBe(200);
    expect(press.ms).toBeLessThan(1_900);
    await until(() => expect(told(late.user).at(-1)).toContain('may not have been saved'));
    space.redis.thaw();
    await sleep(3_000);

    space.api.trouble({ slowMs: 60_000 }, 'chat.postMessage');
    expect((await killed.presses('No')).status).toBe(200);
    await space.kill();
    space.api.well();
    await space.start();

    await until(() => {
      expect(space.questions(killed).at(-1)?.text).toMatch(/^Question 2/);
      expect(space.questions(late).at(-1)?.text).toMatch(/^Question 2/);
    }, 50_000);
    for (const person of [killed, late]) {
      expect(person.messages().filter(({ text }) => /^Question 2/.test(text))).toHaveLength(1);
      await person.ticks(['imagery']);
      await until(() => expect(space.questions(person).at(-1)?.text).toMatch(/^Question 3/));
    }
  }, 90_000);
});
