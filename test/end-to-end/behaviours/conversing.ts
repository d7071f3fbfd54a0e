/**
 * How a concern goes, on every channel: met only through verified requests of the platform, judged only by what people
 * and leads have before them.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { answers, asked, questions, type Somebody, type Space, started, until } from '../../support/behaviour-space.ts';

const beginnings = (person: Somebody) => person.messages().map(({ text }) => text.slice(0, 10));
const statuses = (sent: readonly { readonly status: number }[]) => [...new Set(sent.map(({ status }) => status))];

export function conversing(spaceOf: () => Promise<Space>): void {
  let space: Space;
  beforeAll(async () => {
    space = await spaceOf();
  });
  afterAll(() => space.stop());
  afterEach(() => {
    space.platform.well();
    expect(space.platform.faults).toEqual([]);
  });

  describe('a whole concern', () => {
    it('goes to the answer and one notice, each answered card without its buttons, and leaves no word behind', async () => {
      const person = space.somebody();
      const before = space.notices().length;
      const talker = space.somebody();
      await talker.says('CANARY-WORDS: he is called CANARY-NAME');
      await talker.sendsFile();
      await until(() => expect(talker.messages().length).toBeGreaterThan(0));
      await person.says('start');
      await asked(person, 1);
      await answers(person);
      await until(() => expect(space.notices()).toHaveLength(before + 1));

      const answered = person.messages().filter(({ text }) => text.startsWith('Answered'));
      expect(answered.length).toBeGreaterThan(2);
      for (const { edits, buttons } of answered) expect([edits > 0, buttons]).toEqual([true, []]);
      expect(questions(person)).toEqual([]);
      expect(space.notices().at(-1)?.text).not.toContain(person.user);

      await sleep(300);
      expect(space.notices()).toHaveLength(before + 1);
      expect(space.output()).toContain('"event"');
      for (const kept of [space.output(), await everythingStored(space)]) {
        expect(kept).not.toContain('CANARY');
        expect(kept).not.toContain(person.user);
      }
    });

    it.each(['captions', 'forwards', 'edits'] as const)('words of danger that come as %s: 999 first', async (way) => {
      const person = await started(space);
      const before = person.messages().length;
      await person[way]('CANARY he says he will kill her tonight');
      await until(() => expect(person.messages().length).toBeGreaterThan(before));
      expect(person.messages().at(-1)?.text).toMatch(/^Question 1[^.]*?in danger now\? Ring 999/s);
      await asked(person, 1);
      for (const kept of [space.output(), await everythingStored(space)]) expect(kept).not.toContain('CANARY');
    });

    it('a call that nobody answered is noted on the answer itself, where it was pressed, twice pressed once', async () => {
      const person = await started(space);
      await answers(person);
      const given = () => person.messages().filter(({ text }) => text.startsWith('Your answer'));
      const noAnswer = person.holds('No answer');
      expect(statuses(await Promise.all([noAnswer(), noAnswer()]))).toEqual([200]);
      await until(() => expect(given().at(-1)?.text).toMatch(/No answer from/));
      expect(given()).toHaveLength(1);
      expect(given()[0]?.edits).toBeGreaterThan(0);
    });

    it('can be typed, and a file is refused', async () => {
      const person = await started(space);
      await person.says('no');
      await asked(person, 2);
      await person.sendsFile();
      await until(() => expect(person.messages().at(-1)?.text).toContain('Do not send pictures or files'));
      await person.says('1');
      await asked(person, 3);
    });
  });

  describe('presses that come twice, late or crossed', () => {
    it('20 of 20 double clicks give one next question', async () => {
      const people = await Promise.all(Array.from({ length: 20 }, () => started(space)));
      const clicks = people.map((person) => person.holds('No'));
      // As real ones are: a reply is still on its way when the second click comes, on a busy machine too.
      space.platform.slow(2_000);
      expect(statuses(await Promise.all(clicks.flatMap((click) => [click(), click()])))).toEqual([200]);
      const once = (person: Somebody) => expect(beginnings(person)).toEqual(['Answered: ', 'Question 2']);
      await Promise.all(people.map((person) => until(() => once(person))));
      space.platform.well();
      await sleep(500);
      for (const person of people) once(person);
    });

    it('"yes" and "no" at once on two processes give one next question', async () => {
      const second = await space.secondProcess();
      try {
        const people = await Promise.all(Array.from({ length: 10 }, () => started(space)));
        space.platform.slow(100);
        const presses = people.flatMap((person) => [person.holds('Yes'), person.at(second).holds('No')]);
        await Promise.all(presses.map((press) => press()));
        await Promise.all(people.map((person) => asked(person, 2)));
        await sleep(500);
        for (const person of people) {
          expect(beginnings(person).filter((text) => text === 'Question 2')).toHaveLength(1);
          expect(beginnings(person).filter((text) => text === 'Answered: ')).toHaveLength(1);
          expect(questions(person)).toHaveLength(1);
        }
      } finally {
        await second.stop();
      }
    });

    it('a start and an answer that the platform sends again count once', async () => {
      const person = await started(space);
      expect(statuses(await person.redelivers())).toEqual([200]);
      await sleep(300);
      expect(questions(person)).toHaveLength(1);
      await person.presses('No');
      await asked(person, 2);
      expect(statuses(await person.redelivers())).toEqual([200]);
      await sleep(300);
      expect(beginnings(person).filter((text) => text === 'Question 2')).toHaveLength(1);
      expect(questions(person)).toHaveLength(1);
    });

    it('presses on cards answered long ago, in any order, change nothing and show where the person is', async () => {
      const person = await started(space);
      const onFirst = [person.holds('Yes'), person.holds('No')];
      await person.presses('No');
      await asked(person, 2);
      await person.ticks(['imagery']);
      await asked(person, 3);
      const onThird = person.holds('No');
      await person.presses('Yes');
      await until(() => expect(questions(person).at(-1)?.text).not.toMatch(/^Question [123]\b/));
      const standing = titleOf(questions(person).at(-1)?.text);
      for (const late of [onThird, ...onFirst]) {
        // While a reply is on its way, a late press adds no other.
        await sleep(300);
        const before = person.messages().length;
        expect((await late()).status).toBe(200);
        await until(() => expect(person.messages().length).toBeGreaterThan(before));
        expect(person.messages().at(-1)?.text).toContain('older card');
        expect(person.messages().at(-1)?.text).toContain(standing);
      }
    });
  });

  describe('a press that comes much later', () => {
    it('after the conversation was idle too long is answered with a new start', async () => {
      const person = await started(space);
      await idleTooLong(space);
      await person.presses('No');
      await until(() => expect(person.messages().at(-1)?.text).toContain('Worried about a child online?'));
    });

    it('after a deploy with other rules is kept, and the person is told', async () => {
      const person = await started(space);
      const deployed = await space.deployedWithOtherRules();
      try {
        await person.at(deployed).presses('No');
        await until(() =>
          expect(person.messages().at(-1)?.text).toContain('The questions have changed since you began'),
        );
      } finally {
        await deployed.stop();
      }
    });
  });

  it('200 people at once: nobody lost, nothing doubled, and what was not saved in time is asked for again', async () => {
    const people = Array.from({ length: 200 }, () => space.somebody());
    await Promise.all(
      people.map(async (person) => {
        const { status } = await person.says('start');
        expect([200, 503]).toContain(status);
        // On a machine too busy to save it in time, the platform sends it again.
        if (status === 503) await until(async () => expect(statuses(await person.redelivers())).toEqual([200]));
      }),
    );
    await until(() => expect(people.filter((person) => questions(person).length === 0)).toEqual([]));
    await sleep(500);
    expect(people.filter((person) => questions(person).length !== 1)).toEqual([]);
  });
}

/** "Is an adult involved?" of "Question 3: Is an adult involved?". */
const titleOf = (text = '') => (text.split('\n')[0] ?? '').replace(/^[^:]*: /, '');

/**
 * Brings the end of each conversation's idle time into the past. The setting counts in hours, so what the store noted
 * as the end is moved; each must have been given one within a day, or nothing would ever end it.
 */
async function idleTooLong({ redis }: Space): Promise<void> {
  const client = new Redis(redis.url);
  try {
    for (const key of await client.keys('*:conversation:*')) {
      const ends = Number(await client.hget(key, 'x')) - Date.now();
      expect(ends).toBeGreaterThan(23 * 3_600_000);
      expect(ends).toBeLessThanOrEqual(24 * 3_600_000);
      await client.hset(key, 'x', String(Date.now() - 1));
    }
  } finally {
    client.disconnect();
  }
}

/** Every name and value in the store. */
async function everythingStored({ redis }: Space): Promise<string> {
  const client = new Redis(redis.url);
  try {
    const keys = await client.keys('*');
    expect(keys).not.toEqual([]);
    const values = await Promise.all(
      keys.map(async (key) => {
        const type = await client.type(key);
        if (type === 'hash') return client.hgetall(key);
        if (type === 'set') return client.smembers(key);
        return type === 'zset' ? client.zrange(key, '0', '-1') : client.get(key);
      }),
    );
    return JSON.stringify([keys, values]);
  } finally {
    client.disconnect();
  }
}
