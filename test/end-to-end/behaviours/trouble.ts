/**
 * What people see when something below fails, on every channel. Each hardship has a space of its own, so that they run
 * side by side: most of their time is waiting.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import {
  answers,
  answersOne,
  asked,
  questions,
  type Somebody,
  type Space,
  started,
  until,
} from '../../support/behaviour-space.ts';

/** Both platforms wait 3 seconds or more; what the store may take is 1.5 of them. */
const inTimeMs = 1_900;

const count = (person: Somebody, summary: RegExp) => person.messages().filter(({ text }) => summary.test(text)).length;
const mayBeLost = async (person: Somebody) => {
  await until(() => expect(person.told().some((text) => text.includes('may not have been saved'))).toBe(true));
  expect(person.told().find((text) => text.includes('may not have been saved'))).toContain('01632 960001');
};

/** @param bars words in which a place can refuse for a fault of all of the workspace */
export function trouble(spaceOf: () => Promise<Space>, bars: readonly string[]): void {
  async function within(act: (space: Space) => Promise<void>): Promise<void> {
    const space = await spaceOf();
    try {
      await act(space);
      expect(space.platform.faults).toEqual([]);
    } finally {
      await space.stop();
    }
  }

  /** Three at a question and one at the last of them, while everything is refused for so long; then it heals. */
  const waitsAndHeals = (ms: number, refuse: (space: Space) => void) =>
    within(async (space) => {
      const people = [await started(space), await started(space), await started(space)] as const;
      const [walker, reporter] = [await started(space), await started(space)];
      const steps = await answers(walker);
      await until(() => expect(space.notices().length).toBeGreaterThan(0));
      // The same walk, up to the last question.
      for (let step = 1; step < steps; step++) {
        const standing = questions(reporter).at(-1)?.text;
        await answersOne(reporter);
        await until(() => expect(questions(reporter).at(-1)?.text).not.toBe(standing));
      }
      const notices = space.notices().length;
      const lengths = [...people, reporter].map((person) => person.messages().length);

      refuse(space);
      await answersOne(reporter);
      for (const person of people) expect((await person.presses('No')).status).toBe(200);
      await sleep(ms);
      expect([...people, reporter].map((person) => person.messages().length)).toEqual(lengths);
      space.platform.well();

      await Promise.all(people.map((person) => asked(person, 2, 50_000)));
      await until(() => expect(space.notices()).toHaveLength(notices + 1), 50_000);
      await until(() => expect(count(reporter, /^Your answer/)).toBe(1), 50_000);
      for (const person of people) expect(count(person, /^Question 2/)).toBe(1);
      await sleep(6_000);
      expect(space.notices()).toHaveLength(notices + 1);
      expect(reporter.told().join()).not.toContain('could not reach');
      expect(space.output()).not.toContain('outbox.failed');
    });

  describe.concurrent('in trouble', () => {
    it(
      'the store is down: everybody is told so in time, with whom to ring; look-ups work; afterwards all goes on',
      () =>
        within(async (space) => {
          const [presser, typist, asker] = [await started(space), space.somebody(), space.somebody()];
          await space.redis.kill();

          expect((await presser.presses('No')).ms).toBeLessThan(inTimeMs);
          await mayBeLost(presser);
          expect(questions(presser)).toHaveLength(1);

          expect((await typist.says('start')).ms).toBeLessThan(inTimeMs);
          await mayBeLost(typist);
          expect(questions(typist)).toEqual([]);

          await asker.says('number for childline');
          await until(() => expect(asker.messages().at(-1)?.text).toContain('0800 1111'));

          await space.redis.restart();
          // The program looks for it again every moment, and every two seconds at the latest.
          await sleep(3_000);
          for (const { status } of await typist.redelivers()) expect(status).toBe(200);
          await asked(typist, 1);
          await presser.presses('No');
          await asked(presser, 2);
          await until(() => expect([questions(typist).length, questions(presser).length]).toEqual([1, 1]));
        }),
      60_000,
    );

    it(
      'what is stored and not yet sent arrives once: after a kill -9, and where a step timed out and landed later',
      () =>
        within(async (space) => {
          const [killed, late] = [await started(space), await started(space)];

          space.redis.freeze();
          expect((await late.presses('No')).ms).toBeLessThan(inTimeMs);
          await mayBeLost(late);
          space.redis.thaw();
          await sleep(3_000);

          space.platform.slow(60_000);
          expect((await killed.presses('No')).status).toBe(200);
          await space.kill();
          space.platform.well();
          await space.start();

          await Promise.all([asked(killed, 2, 50_000), asked(late, 2, 50_000)]);
          for (const person of [killed, late]) {
            expect(count(person, /^Question 2/)).toBe(1);
            await person.ticks(['imagery']);
            await asked(person, 3);
          }
        }),
      90_000,
    );

    it(
      'the next press after a kill -9, and after a step that timed out and landed, is answered at once, and once',
      () =>
        within(async (space) => {
          const [killed, late] = [await started(space), await started(space)];
          space.redis.freeze();
          await late.presses('No');
          await mayBeLost(late);
          space.redis.thaw();
          space.platform.slow(60_000);
          expect((await killed.presses('No')).status).toBe(200);
          await space.kill();
          space.platform.well();
          await space.start();

          // Since the store last heard of a sender.
          await sleep(3_000);
          for (const person of [killed, late]) {
            await person.presses('No');
            await asked(person, 2, 5_000);
          }
          await sleep(500);
          for (const person of [killed, late]) expect(count(person, /^Question 2/)).toBe(1);
        }),
      120_000,
    );

    it(
      'words typed before the platform has confirmed the question: danger at once, nothing lost, repeats once',
      () =>
        within(async (space) => {
          const [frightened, quick] = [space.somebody(), space.somebody()];
          space.platform.slow(4_000, 2);
          await Promise.all([frightened.says('start'), quick.says('start')]);
          await sleep(600);
          await frightened.says('he says he will kill her');
          await until(() => expect(frightened.told().join()).toContain('Is anyone in danger now?'));
          await sleep(900);
          await quick.says('no');
          await asked(quick, 2);
          for (const { status } of await quick.redelivers()) expect(status).toBe(200);
          await sleep(4_000);
          expect(count(quick, /^Question 2/)).toBe(1);
          await quick.ticks(['imagery']);
          await asked(quick, 3);
        }),
      120_000,
    );

    it(
      'the platform is slow, then wrong: requests are answered at once, and each reply comes once',
      () =>
        within(async (space) => {
          const [patient, unlucky, asker] = [await started(space), await started(space), space.somebody()];
          space.platform.slow(4_000, 2);
          const sent = await Promise.all([patient.presses('No'), asker.says('number for childline')]);
          for (const { status, ms } of sent) expect([status, ms < inTimeMs]).toEqual([200, true]);
          await asked(patient, 2);
          await until(() => expect(asker.messages()).toHaveLength(1));

          space.platform.wrong(2);
          expect((await unlucky.presses('No')).status).toBe(200);
          await asked(unlucky, 2, 20_000);
          await sleep(300);
          for (const person of [patient, unlucky]) expect(count(person, /^Question 2/)).toBe(1);
        }),
      60_000,
    );

    it(
      'the connection is refused for 25 s: all waits, nobody is crossed off, and each hears once when it heals',
      () => waitsAndHeals(25_000, ({ platform }) => platform.refused()),
      150_000,
    );

    it.each(bars)(
      'every place refuses for 6 s with %s: it is one fault, and each hears once when it heals',
      (code) => waitsAndHeals(6_000, ({ platform }) => platform.bars(code)),
      150_000,
    );

    it(
      'the platform is gone for a full minute: what was owed arrives once when it is back',
      () =>
        within(async (space) => {
          const people = [await started(space), await started(space), await started(space)] as const;
          const newcomer = space.somebody();
          await space.platform.gone();
          for (const person of people) {
            const { status, ms } = await person.presses('No');
            expect([status, ms < inTimeMs]).toEqual([200, true]);
          }
          await sleep(50_000);
          expect((await newcomer.says('start')).status).toBe(200);
          await sleep(10_000);
          await space.platform.back();

          await asked(newcomer, 1, 75_000);
          await Promise.all(people.map((person) => asked(person, 2, 75_000)));
          await sleep(500);
          for (const person of people) {
            expect(count(person, /^Question 2/)).toBe(1);
            await person.ticks(['imagery']);
            await asked(person, 3);
          }
          expect(questions(newcomer)).toHaveLength(1);
        }),
      180_000,
    );
  });
}
