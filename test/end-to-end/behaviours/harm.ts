/**
 * The thirteen faults that could harm somebody, and where each is proved on the running program. What is not named by a
 * file stands here, and runs on both stores and both platforms, in one program each.
 *
 * | fault                                              | proof                                                        |
 * | -------------------------------------------------- | ------------------------------------------------------------ |
 * | 1  a fault of ours is silence                      | faults.ts (both stores, both platforms)                      |
 * | 2  a concern can be frozen                         | here; that all that is vital still fits: leads/capacity        |
 * | 3  a pick means a person                           | slack-leads, teams-leads: "replaced in the file"             |
 * | 4  removing the app destroys every concern         | here; erasing: slack-leads, teams-leads "erased only"        |
 * | 5  one start with a wrong key                      | keys (both stores; no platform is in it)                     |
 * | 6  a hung workspace holds up another               | here                                                         |
 * | 7  a connection that is refused                    | here, for 10 s; trouble.ts for 25 s                          |
 * | 8  one frame ends the program                      | slack-socket (Slack alone; no store is in it)                |
 * | 9  one event told in two ways; promises about data | here                                                         |
 * | 10 the one on cover is told last                   | here                                                         |
 * | 11 home time, upskirting, helplines                | here                                                         |
 * | 12 danger in everyday words                        | here                                                         |
 * | 13 words while a reply is on its way               | here                                                         |
 */
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handReasonWords, leadCardWords, taskScreens } from '../../../dialogs/words/lead-tasks.ts';
import { leadActWords, refusals } from '../../../dialogs/words/leads.ts';
import { first } from '../../../dialogs/words/screens.ts';
import { asked, type Held, questions, type Somebody, until } from '../../support/behaviour-space.ts';
import { answersBy, type Chosen, deputies, type HarmSpace, onCover, raises } from '../../support/harm-space.ts';

const heard: { readonly reported: readonly string[] } = JSON.parse(
  readFileSync(new URL('../../hear/danger.json', import.meta.url), 'utf8'),
);

const knowThem = /know this person/;
/** Between children, with nobody near in it: leads may hear of it. */
const bullying: Chosen = { ticks: ['bullying'] };
/** An adult whom the child knows: only those picked may. */
const known = (...picked: string[]): Chosen => ({
  ticks: ['adult', ...picked],
  says: [[knowThem, 'Yes']],
});

const hungMs = 600_000;
/** Until the next people are told, as the file says; then a sweep, and the sending of it. */
const toldOnMs = 60_000;
const sweepMs = 6_250;
const sendingMs = 4_000;

export interface Sizes {
  /** How many replies hang in the first workspace: a line has room for far fewer. */
  readonly hung: number;
  /** Whether this is the platform on which 500 presses are sent: they are the same on each. */
  readonly presses: boolean;
}

export function harm({ hung, presses }: Sizes, spaceOf: () => Promise<HarmSpace>): void {
  let space: HarmSpace;
  /** The concern of the other workspace while the first hangs: when it was told, and when it was told on. */
  let elsewhere: { readonly told: number; readonly toldOn: Promise<number> };
  beforeAll(async () => {
    space = await spaceOf();
    elsewhere = await hangTheFirst();
  }, 240_000);
  afterAll(async () => {
    expect(space.platform.faults).toEqual([]);
    await space.stop();
  });

  const cards = (reference: string) => space.channel().filter((text) => text.includes(reference));
  const lastTo = (id: string) => space.lead(id).reads().at(-1) ?? '';
  const heardOf = (id: string, reference: string) =>
    space
      .lead(id)
      .reads()
      .filter((text) => text.includes(reference));
  const everyone = ['lead', 'deputy', 'head', 'chair', ...deputies];

  /** So many replies hang in the first workspace; then somebody in the other raises a concern that nobody takes. */
  async function hangTheFirst() {
    const people = Array.from({ length: hung }, () => space.somebody());
    for (const person of people) space.hang(person, hungMs);
    for (let at = 0; at < people.length; at += 8) {
      await Promise.all(people.slice(at, at + 8).map(saysUntilTaken));
    }
    const there = space.leadElsewhere(onCover);
    const reference = await raises(space, space.elsewhere(), bullying);
    const heardThere = () => there.reads().filter((text) => text.includes(reference)).length;
    const tellings = (times: number, ms: number) =>
      until(() => expect(heardThere()).toBeGreaterThanOrEqual(times), ms).then(() => Date.now());
    const told = await tellings(1, 15_000);
    const toldOn = tellings(2, 2 * toldOnMs);
    toldOn.catch(() => {});
    return { told, toldOn };
  }

  /** From screen to screen, until this can be pressed. A card that is drawn anew meanwhile leads there again. */
  async function reaches(id: string, steps: readonly string[], wanted: string) {
    const has = (label: string) => space.lead(id).labels().includes(label);
    for (let tries = 0; tries < 30 && !has(wanted); tries++) {
      const step = steps.findLast(has);
      if (step !== undefined) await space.lead(id).presses(step);
      // Nobody presses faster than they may.
      await until(() => expect(has(wanted)).toBe(true), 1_500).catch(() => {});
    }
    const { labels, reads } = space.lead(id);
    expect(labels(), reads().slice(-4).join('\n---\n')).toContain(wanted);
  }

  /** A platform sends again what it was not told was taken. */
  async function saysUntilTaken(person: Somebody) {
    let { status } = await person.says('start');
    for (let again = 0; status !== 200 && again < 5; again++) {
      ({ status } = (await person.redelivers())[0] ?? { status });
    }
    expect(status).toBe(200);
  }

  const frozen = () => {
    it('500 harmless presses are bounded, each person is told so, and it can still be handed over', async () => {
      const person = space.somebody();
      const reference = await raises(space, person, bullying);
      await until(() => expect(cards(reference)).not.toEqual([]));
      await space.lead('lead').pressesOnCard(leadActWords.take, reference);
      await until(() => expect(lastTo('lead')).toContain(leadCardWords.yours));
      await reaches('lead', [leadActWords.more, leadActWords.hand, 'Deputy'], handReasonWords.off);
      const over = space.lead('lead').holds(handReasonWords.off);

      let pressed = 0;
      const press = async (each: Held) => {
        pressed++;
        expect((await each()).status).toBe(200);
      };
      /** Ticks it, and what takes it back. */
      const both = async (id: string): Promise<readonly [Held, Held]> => {
        await space.lead(id).pressesOnCard(leadActWords.open, reference);
        await reaches(id, [leadActWords.task, 'Parents'], taskScreens.done);
        const one = space.lead(id).holds(taskScreens.done);
        await press(one);
        await reaches(id, [leadActWords.task, 'Parents'], taskScreens.takeBack);
        const other = space.lead(id).holds(taskScreens.takeBack);
        await press(other);
        return [one, other];
      };
      const [first = '', ...others] = deputies;
      const pairs: (readonly [Held, Held])[] = [];
      for (const id of others) pairs.push(await both(id));
      await Promise.all(
        pairs.map(async (pair) => {
          for (let each = 0; each < 14; each++) for (const one of pair) await press(one);
        }),
      );
      // And each person by their own measure; nobody presses faster than they may.
      const pair = await both(first);
      const isTold = () =>
        space
          .lead(first)
          .reads()
          .some((text) => text.includes(refusals.often));
      for (let each = 0; each < 40 && !isTold(); each++) {
        for (const one of pair) await press(one);
        if (each > 12) await sleep(1_000);
      }
      expect(isTold()).toBe(true);
      expect(pressed).toBeGreaterThan(480);
      // That it counts, however much is still to be drawn: test/leads/capacity.test.ts.
      await press(over);
    }, 240_000);
  };
  // It is the same on each platform.
  if (presses) describe('2: a concern cannot be frozen', frozen);

  describe('4: removing the app loses no concern', () => {
    it('what was raised stays and is taken afterwards; the removal told late changes nothing', async () => {
      const [reporter, talking] = [space.somebody(), space.somebody()];
      const reference = await raises(space, reporter, bullying);
      await until(() => expect(cards(reference)).not.toEqual([]));
      const removal = space.removal(reporter);
      expect((await removal.tell()).status).toBe(200);
      await removal.back();
      await talking.says('start');
      await asked(talking, 1);
      await space.lead('lead').pressesOnCard(leadActWords.take, reference);
      await until(() => has(cards(reference), 'Lead has it'));

      expect((await removal.tell()).status).toBe(200);
      await talking.presses('No');
      await asked(talking, 2);
      const before = heardOf('lead', reference).length;
      await space.lead('lead').pressesOnCard(leadActWords.open, reference);
      await until(() => expect(heardOf('lead', reference).length).toBeGreaterThan(before));
      expect(lastTo('lead')).toContain(leadCardWords.yours);
      await reporter.says('start');
      await asked(reporter, 1);
    }, 60_000);
  });

  describe('9: the same event, the same answer', () => {
    /** A picture of a child with an adult who may be known, told as a picture alone and as an adult's doing. */
    it.each<readonly [string, Chosen]>([
      [
        'a picture',
        {
          ticks: ['imagery', 'head'],
          says: [
            [/May an adult have/, 'Yes'],
            [knowThem, 'Yes'],
          ],
        },
      ],
      [
        'an adult',
        {
          ticks: ['adult', 'head'],
          says: [
            [/worry about this adult/, 'Abuse pictures'],
            [knowThem, 'Yes'],
          ],
        },
      ],
    ])(
      'a known adult and a picture, told as %s: police and social care, silence, only those picked',
      // Seen in two of three runs of everything, and in none alone: behind the card a screen did not open for a minute.
      { retry: 2 },
      async (_, chosen) => {
        const person = space.somebody();
        const reference = await raises(space, person, chosen);
        const answer = space.reads(person).find((text) => text.startsWith('Your answer')) ?? '';
        expect(answer).toMatch(/social care/);
        expect(answer).toMatch(/the police/);
        expect(answer).toContain('tell or confront the adult');
        await until(() => expect(heardOf('head', reference)).not.toEqual([]));
        expect(cards(reference)).toEqual([]);
        for (const id of everyone.filter((each) => each !== 'head')) expect(heardOf(id, reference)).toEqual([]);

        await space.lead('head').presses(leadActWords.open);
        await until(() => expect(lastTo('head')).toContain(leadCardWords.pickedAre));
        await reaches('head', [leadActWords.more], leadActWords.record);
        await space.lead('head').presses(leadActWords.record);
        await until(() => expect(lastTo('head')).toContain('Answers, as chosen'));
        expect(lastTo('head')).not.toMatch(/leads’ channel/);
      },
    );

    it('a stranger who has contact with a child here is asked about once more, and in doubt counts as known', async () => {
      const person = space.somebody();
      const chosen: Chosen = {
        ticks: ['adult', 'head'],
        says: [
          [/worry about this adult/, 'Abuse pictures'],
          [/What contact/, 'Lives with children'],
          [/after all/, 'Not sure'],
        ],
      };
      await raises(space, person, chosen);
      expect(
        person
          .messages()
          .map(({ text }) => text)
          .join('\n'),
      ).toContain('Who is it safe to tell?');
    });

    it('what is said about data is true: told before the first notice, and what stays is said', async () => {
      const person = space.somebody();
      await person.says('hi');
      await until(() => has(space.reads(person), first.told));
      const reference = await raises(space, person, bullying);
      await person.says('forget');
      await until(() => expect(person.told().join('\n')).toContain('so this concern stays'));
      await space.lead('lead').pressesOnCard(leadActWords.open, reference);
      await until(() => expect(lastTo('lead')).toMatch(/bullying/i));
    });
  });

  describe('10: whoever can act is told first', () => {
    it('the last of the deputies, alone on cover, in the first minute; the others later', async () => {
      const reference = await raises(space, space.somebody(), bullying);
      await until(() => expect(heardOf(onCover, reference)).not.toEqual([]));
      for (const id of ['lead', 'deputy', 'head']) expect(heardOf(id, reference)).toEqual([]);
    });

    it('nobody picked is on cover: nobody else is told, and the card begins with who outside can act', async () => {
      const person = space.somebody();
      const reference = await raises(space, person, known('head'));
      const answer = space.reads(person).find((text) => text.startsWith('Your answer')) ?? '';
      expect(answer).toMatch(/\b1\W+Ring (the police|social care)/);
      await until(() => expect(heardOf('head', reference)).not.toEqual([]));
      expect(cards(reference)).toEqual([]);
      expect(heardOf(onCover, reference)).toEqual([]);
    });
  });

  describe('11: what a card speaks of stands on it', () => {
    const answerTo = async (chosen: Chosen) => {
      const person = space.somebody();
      await raises(space, person, chosen);
      return space.reads(person).find((text) => text.startsWith('Your answer')) ?? '';
    };

    it('home time, where the adult may fetch the child and the day is not over', async () => {
      const answer = await answerTo(known('head'));
      expect(answer).toContain('Before home time ask social care');
      expect(answer).toContain('01632 96000');
    });

    it('upskirting: the picture is not looked at, kept or passed on', async () => {
      expect(await answerTo({ ticks: ['bullying', 'upskirting'] })).toMatch(/DO NOT .*look, copy/s);
    });

    it('a site about suicide: helplines for the child', async () => {
      const answer = await answerTo({ ticks: ['harmfulSites'] });
      for (const helpline of ['HOPELINE247', 'Samaritans', 'Childline']) expect(answer).toContain(helpline);
    });
  });

  describe('12: danger in everyday words', () => {
    it.each(heard.reported)('“%s” brings 999 at once', async (words) => {
      const person = space.somebody();
      await person.says(words);
      await until(() => expect(person.told().join('\n')).toContain('Is anyone in danger now?'));
      expect(space.reads(person).join('\n')).toContain('999');
    });
  });

  describe('13: words while a reply is on its way', () => {
    it('danger is answered at once, nothing is lost, and a repeat counts once', async () => {
      const [frightened, quick] = [space.somebody(), space.somebody()];
      for (const person of [frightened, quick]) space.hang(person, 3_000);
      await Promise.all([frightened.says('start'), quick.says('start')]);
      await sleep(600);
      for (const person of [frightened, quick]) space.hang(person, 0);
      await frightened.says('he says he will kill her');
      await until(() => expect(frightened.told().join()).toContain('Is anyone in danger now?'), 2_000);
      await sleep(900);
      await quick.says('no');
      await asked(quick, 2);
      for (const { status } of await quick.redelivers()) expect(status).toBe(200);
      await sleep(3_000);
      expect(count(quick, /^Question 2/)).toBe(1);
      await quick.ticks(['imagery']);
      await asked(quick, 3);
    }, 60_000);
  });

  describe('6: a hung workspace holds up no other', () => {
    it(`what nobody took in the other is told on in its time and one sweep, with ${hung} replies hung in the first`, async () => {
      expect((await elsewhere.toldOn) - elsewhere.told).toBeLessThan(toldOnMs + sweepMs + sendingMs);
      expect(space.output()).toContain('"reason":"timeout"');
    }, 150_000);
  });

  describe('7: a connection that is refused', () => {
    it('for 10 s: nothing is given up, nobody is crossed off, and each hears once when it heals', async () => {
      const [waiting, reporter] = [space.somebody(), space.somebody()];
      await waiting.says('start');
      await asked(waiting, 1);
      await reporter.says('start');
      await asked(reporter, 1);
      while (!/works, volunteers/.test(questions(reporter).at(-1)?.text ?? '')) {
        const standing = questions(reporter).at(-1)?.text;
        await answersBy(reporter, bullying);
        await until(() => expect(questions(reporter).at(-1)?.text).not.toBe(standing));
      }
      space.platform.refused();
      for (const person of [waiting, reporter]) expect((await person.presses('No')).status).toBe(200);
      await sleep(10_000);
      expect([count(waiting, /^Question 2/), count(reporter, /^Your answer/)]).toEqual([0, 0]);
      space.platform.well();
      await asked(waiting, 2, 40_000);
      await until(() => expect(count(reporter, /^Your answer/)).toBe(1), 40_000);
      expect(count(waiting, /^Question 2/)).toBe(1);
      expect(reporter.told().join()).not.toContain('could not reach');
      expect(space.output()).not.toContain('outbox.failed');
    }, 120_000);
  });
}

/** Says what it looked for, and not all that was there. */
const has = (texts: readonly string[], words: string | RegExp) =>
  expect([words, texts.some((text) => (typeof words === 'string' ? text.includes(words) : words.test(text)))]).toEqual([
    words,
    true,
  ]);

const count = (person: Somebody, summary: RegExp) => person.messages().filter(({ text }) => summary.test(text)).length;
