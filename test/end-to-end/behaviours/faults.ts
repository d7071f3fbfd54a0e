/**
 * A fault of our own in the running program: in a copy of it neither the answer nor the notice can be drawn.
 */
import { rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { plainCardWords, plainNoticeWords } from '../../../dialogs/words/plain-card.ts';
import { questions, type Somebody, type Space, started, until } from '../../support/behaviour-space.ts';
import { dataFolder } from '../../support/data-folder.ts';

type Settings = Readonly<Record<string, string>>;

/** A function that draws fails whenever it is called. */
const broken = (name: string) => (text: string) =>
  text.replace(
    `export function ${name}(`,
    `export function ${name}() { throw new Error('planted'); }\nfunction sound(`,
  );

export function faults(spaceOf: (more: Settings) => Promise<Space>): void {
  it.concurrent.each(['Redis', 'the embedded store'])(
    'a fault of our own, on %s: whom to ring at once, a plain notice, counted and told to whoever runs it, once',
    async (store) => {
      const folder = dataFolder('faults');
      const space = await spaceOf(store === 'Redis' ? {} : { REDIS_URL: '', DATA_DIR: folder });
      try {
        await space.replaceBy({
          'dialogs/answer/card.ts': broken('answerCard'),
          'dialogs/leads/card/notice-card.ts': broken('noticeCard'),
        });
        const person = await started(space);
        const card = await plainCardAtTheEnd(person);
        for (const part of ['999', '101', '01632 960021', 'We are telling your safeguarding leads'])
          expect(card).toContain(part);
        await until(() => expect(space.notices()).toHaveLength(1));
        expect(space.notices()[0]?.text).toContain(plainNoticeWords.rest);
        expect(space.notices()[0]?.text).toMatch(/Reference [A-Z0-9]{4}-[A-Z0-9]{4}/);
        const ready = await fetch(`${space.base()}/readyz`);
        expect([ready.status, await ready.json()]).toMatchObject([
          200,
          { findings: { 'fault-reply': 1, 'fault-notice': 1 } },
        ]);

        // Long enough for a sweep.
        await sleep(6_000);
        expect(space.output().match(/"event":"fault"/g)).toHaveLength(2);
        expect(person.messages().filter(({ text }) => text.includes(plainCardWords.title))).toHaveLength(1);
        expect(space.notices()).toHaveLength(1);
        expect(space.platform.faults).toEqual([]);
      } finally {
        await space.stop();
        await rm(folder, { recursive: true });
      }
    },
    60_000,
  );
}

/** Answers whatever is asked until it comes. @returns it */
async function plainCardAtTheEnd(person: Somebody): Promise<string> {
  for (let i = 0; i < 15; i++) {
    const before = person.messages().length;
    const card = questions(person).at(-1);
    const lastTick = card?.ticks.at(-1);
    if (lastTick !== undefined) await person.ticks([lastTick]);
    else await person.presses(card?.buttons.includes('No') ? 'No' : (card?.buttons[0] ?? 'No'));
    await until(() => expect(person.messages().length).toBeGreaterThan(before));
    await sleep(50);
    const found = person.messages().find(({ text }) => text.startsWith(plainCardWords.summary));
    if (found) return found.text;
  }
  throw new Error('No plain card came.');
}
