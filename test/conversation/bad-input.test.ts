import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plainText } from '../../dialogs/plain.ts';
import type { Entry } from '../../dialogs/state.ts';
import { notSetUp, refused } from '../../dialogs/words/limits.ts';
import { again, file } from '../../dialogs/words/screens.ts';
import { createOwedSeal } from '../../src/conversation/owed.ts';
import { mostOfTalk } from '../../src/conversation/room.ts';
import { createSeal } from '../../src/seal/seal.ts';
import { createStepTokens } from '../../src/seal/step-token.ts';
import { type Desk, openDesk } from '../support/bot.ts';
import { organisationWith, writtenOrganisation } from '../support/organisation.ts';
import { onBothStores } from '../support/stores.ts';
import { createTalker, type Talker, tickedOn } from '../support/talker.ts';

const strange: readonly (readonly [string, string])[] = [
  ['unknown words', 'the quick brown fox'],
  ['nothing', ''],
  ['blanks', ' \n\t '],
  ['10,000 characters', 'lorem ipsum '.repeat(834)],
  ['10,000 of one letter', 'a'.repeat(10_000)],
  ['emoji', '👩🏽‍⚕️👨‍👩‍👧‍👦🏴󠁧󠁢󠁷󠁬󠁳󠁿'],
  ['Arabic', 'شخص بالغ يطلب صورًا'],
  ['Chinese', '儿童网络安全'],
  ['control characters', '\u0000\u0007\u001b[31m\u202e\ufeff'],
  ['half a character', '\ud83d'],
  ['markup', '<!channel> <script>alert(1)</script> {{7*7}}'],
  ['names of machinery', '__proto__ constructor toString'],
  ['a number that is no choice', '99'],
  ['two answers at once', 'yes and no'],
];

onBothStores((fresh) => {
  let desk: Desk;
  let staff: Talker;
  beforeEach(async () => {
    desk = await openDesk(fresh);
    staff = createTalker(desk);
  });
  afterEach(() => desk.data.close());

  const entries = async () => (await desk.store.read(staff.key)).entries.length;

  describe('words that mean nothing here are asked again with the choices', () => {
    it('before a concern', async () => {
      for (const [what, text] of strange) {
        await staff.type(text);
        expect(staff.reads(), what).toContain(again.describing);
      }
    });

    it('at a question, and nothing is stored', async () => {
      await staff.start();
      for (const [what, text] of strange) {
        await staff.type(text);
        expect([staff.asked(), await entries()], what).toEqual(['danger', 1]);
        expect(staff.reads(), what).toContain(again.unclear);
      }
    });

    it('at the answer, which stays', async () => {
      await staff.start();
      await staff.go({ danger: 'no', topics: ['bullying'] });
      const kept = await entries();
      for (const [what, text] of strange) {
        await staff.type(text);
        expect([staff.hasAnswer(), await entries()], what).toEqual([true, kept]);
      }
    });
  });

  describe('ticks', () => {
    beforeEach(async () => {
      await staff.start();
      await staff.go({ danger: 'no', topics: ['bullying'] }, { until: 'aboutBullying' });
    });

    it.each([
      ['not in the list', ['severe', 'made-up']],
      ['an object’s own name', ['__proto__']],
      ['"none" beside a tick', ['none', 'severe']],
      ['none at all', []],
      ['one twice', ['severe', 'severe']],
      ['very many', Array.from({ length: 500 }, (_, i) => `v${i}`)],
      ['very long', ['x'.repeat(10_000)]],
    ])('%s: asked again, nothing stored, good ticks stay', async (_, ticked) => {
      const kept = await entries();
      await staff.choose(ticked);
      expect(staff.asked()).toBe('aboutBullying');
      expect(staff.reads()).toContain(again.unclear);
      expect(await entries()).toBe(kept);
      for (const value of tickedOn(staff.last().message)) expect(ticked).toContain(value);
      await staff.choose(['severe']);
      expect(staff.asked()).not.toBe('aboutBullying');
    });
  });

  it('a concern begun under other rules keeps its answers and says that they were worked out again', async () => {
    const seal = createOwedSeal(createSeal(desk.keys, randomBytes));
    const before: readonly Entry[] = [
      { type: 'start', practice: false, edition: 'v1', rules: 999, site: 'school' },
      { type: 'answer', question: 'danger', values: ['no'] },
      { type: 'answer', question: 'a-question-of-then', values: ['x'] },
      { type: 'reopen', question: 'a-question-of-then' },
    ];
    for (const [i, entry] of before.entries()) {
      const change = { do: i === 0 ? 'clear' : 'append', entry: seal.entry(entry, staff.key, undefined) } as const;
      await desk.store.step({ key: staff.key, delivery: String(i), expected: null, change });
    }
    await staff.hello();
    expect(staff.asked()).toBe('topics');
    expect(staff.reads()).toContain(again.outdated);
    expect(staff.reads()).toContain('Question 2: ');
    await staff.go();
    expect(staff.hasAnswer()).toBe(true);
  });

  it.each([1970, 2150])('a clock in %i: a whole concern, its dates left to the person', async (year) => {
    desk.now = Date.UTC(year, 0, 1, 0, 0, 5);
    await staff.start();
    await staff.go({ danger: 'no', topics: ['adult'] });
    expect(staff.hasAnswer()).toBe(true);
    expect(desk.events.filter(({ result }) => result !== 'sent')).toEqual([]);
  });

  it('an organisation nobody knows gets look-ups, and is told plainly that there is no more', async () => {
    desk.organisation = undefined;
    await staff.hello();
    expect(staff.reads()).toContain(notSetUp.title);
    expect(staff.reads()).toContain('999');
    await staff.type('a girl in my class sent a nude, she wants to die');
    expect(staff.reads()).toMatch(/^.*\n.*in danger now\? Ring 999.*not set up/is);
    await staff.type('number for childline');
    expect(staff.reads()).toContain('0800 1111');
    await staff.file();
    expect(staff.reads()).toContain(file.title);
    expect((await desk.store.read(staff.key)).entries).toEqual([]);
  });

  describe('a place that has left the organisation’s file meanwhile', () => {
    const { sites, councils } = writtenOrganisation;

    it('is asked again where there is a choice', async () => {
      await staff.start();
      await staff.go({ danger: 'no', site: 'team', topics: ['bullying'], council: 'south' });
      desk.organisation = organisationWith({ sites: sites.slice(0, 2), councils });
      await staff.type('show');
      expect(staff.asked()).toBe('site');
      await staff.go({ site: 'school' });
      expect(staff.hasAnswer()).toBe(true);
    });

    it('gives way to the only one that is left', async () => {
      await staff.start();
      await staff.go({ danger: 'no', site: 'team', topics: ['bullying'], aboutBullying: ['none'], council: 'south' });
      desk.organisation = organisationWith({ sites: sites.slice(0, 1), councils: councils.slice(0, 1) });
      await staff.type('show');
      expect(staff.hasAnswer()).toBe(true);
      expect(plainText(staff.last().message)).toContain('01632 960021');
      expect(staff.reads()).toContain('01632 960001');
    });
  });

  it('a store put back to an older state is noticed by a newer card, said, and nothing is taken for an answer', async () => {
    await staff.start();
    await staff.go({ danger: 'no' }, { until: 'topics' });
    const { revision, entries: before } = await desk.store.read(staff.key);
    const newer = createStepTokens(desk.keys).sign({
      conversation: staff.key,
      revision: revision + 2,
      action: { do: 'answer', question: 'topics', value: 'imagery' },
    });
    await staff.token(newer);
    expect(staff.reads()).toContain(again['put-back']);
    expect(staff.asked()).toBe('topics');
    expect((await desk.store.read(staff.key)).entries).toEqual(before);
    expect(desk.faults).toEqual(['turn']);
  });

  it('as many entries as it holds: no more is added, what is there stays, and starting again goes on', async () => {
    await staff.start();
    const entry = createOwedSeal(createSeal(desk.keys, randomBytes)).entry({ type: 'back' }, staff.key, undefined);
    for (let i = 1; i < mostOfTalk; i++) {
      const change = { do: 'append', entry } as const;
      await desk.store.step({ key: staff.key, delivery: String(i), expected: null, change, most: mostOfTalk });
    }
    await staff.type('show');
    await staff.press({ do: 'answer', value: 'no' });
    expect(staff.asked()).toBe('danger');
    expect(staff.reads()).toContain(refused);
    expect(await entries()).toBe(mostOfTalk);
    await staff.press({ do: 'help' });
    await staff.press({ do: 'restart' });
    await staff.choose(['no']);
    expect(staff.asked()).toBe('site');
  });

  it('a file is refused at every point, and the place is kept', async () => {
    await staff.file();
    expect(staff.reads()).toContain(file.title);
    await staff.start();
    await staff.choose(['no']);
    await staff.file();
    expect(staff.reads()).toContain(file.lines[1]);
    expect(staff.asked()).toBe('site');
  });

  describe('words of danger', () => {
    const danger = 'she says she is going to kill herself';
    const emergencyFirst = /^.*\n(Practice.*\n)?Important: Is anyone in danger now\? Ring 999/;

    it('put the emergency card first, anywhere, and keep the place', async () => {
      await staff.type(danger);
      expect(plainText(staff.last().message)).toMatch(emergencyFirst);
      await staff.type('start');
      while (!staff.hasAnswer()) {
        const [question, kept] = [staff.asked(), await entries()];
        await staff.type(danger);
        expect(staff.reads()).toMatch(emergencyFirst);
        // Asked whether anybody may come to harm, they are the answer; elsewhere they answer nothing.
        const answers = question === 'danger';
        expect(await entries()).toBe(answers ? kept + 1 : kept);
        if (answers) continue;
        expect(staff.asked()).toBe(question);
        await staff.answerOne();
      }
      await staff.type(danger);
      expect(plainText(staff.last().message)).toMatch(emergencyFirst);
      expect(staff.hasAnswer()).toBe(true);
    });

    it.each([
      ['under a file', { kind: 'file', beside: danger }, file.title],
      ['in an edit', { kind: 'illegible', what: 'edit', beside: danger }, again.edited],
      ['in what is passed on beside words', { kind: 'text', text: 'mmm', beside: danger }, again.unclear],
    ] as const)(
      '%s: the emergency card, then the notice; they answer nothing, and none are kept',
      async (_, input, notice) => {
        await staff.start();
        const kept = await entries();
        desk.send(staff.from, input);
        await desk.idle();
        expect(staff.reads()).toMatch(emergencyFirst);
        expect(staff.reads()).toContain(notice);
        expect([staff.asked(), await entries()]).toEqual(['danger', kept]);
      },
    );

    it('in a later change of a message whose first change was told', async () => {
      await staff.start();
      const change = async (beside: string) => {
        await desk.send(staff.from, { kind: 'illegible', what: 'edit', beside }, { delivery: 'edit 1' });
        await desk.idle();
        return staff.posts().length;
      };
      const told = await change('it was on monday');
      expect(await change('it was on tuesday')).toBe(told);
      expect(await change(danger)).toBe(told + 1);
      expect(staff.reads()).toMatch(emergencyFirst);
      expect(await change(danger)).toBe(told + 1);
    });

    it('in a look-up too', async () => {
      await staff.type('look something up');
      await staff.type('samaritans, she has taken pills');
      expect(staff.reads()).toMatch(emergencyFirst);
      expect(staff.reads()).toContain('Samaritans');
    });
  });

  describe('a description', () => {
    it('on the first screen ticks topics that still stand when the topics question comes', async () => {
      await staff.type('a boy is being blackmailed over a nude picture');
      expect(staff.asked()).toBe('danger');
      await staff.go({ danger: 'no' }, { until: 'topics' });
      expect(tickedOn(staff.last().message)).toEqual(expect.arrayContaining(['blackmail', 'imagery']));
      await staff.type('back');
      await staff.go({ danger: 'no' }, { until: 'topics' });
      expect(tickedOn(staff.last().message)).toEqual(expect.arrayContaining(['blackmail', 'imagery']));
    });

    it('at the topics question ticks, and nothing counts before it is sent', async () => {
      await staff.start();
      await staff.go({ danger: 'no' }, { until: 'topics' });
      const kept = await entries();
      await staff.type('somebody is bullying him on snapchat');
      expect(tickedOn(staff.last().message)).toEqual(['bullying']);
      expect(await entries()).toBe(kept);
    });

    it('typed at the answer throws nothing away', async () => {
      await staff.start(true);
      await staff.go({ danger: 'no', topics: ['adult'] });
      const before = await desk.store.read(staff.key);
      await staff.type('he is being blackmailed over a nude picture');
      expect(staff.hasAnswer()).toBe(true);
      expect((await desk.store.read(staff.key)).entries).toEqual(before.entries);
    });
  });
});
