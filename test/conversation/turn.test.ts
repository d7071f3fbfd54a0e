import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plainText } from '../../dialogs/plain.ts';
import { again } from '../../dialogs/words/screens.ts';
import { readKeys, trialSecrets } from '../../src/seal/keys.ts';
import { createStepTokens } from '../../src/seal/step-token.ts';
import { hourMs } from '../../src/store/store.ts';
import { type Desk, openDesk } from '../support/bot.ts';
import { onBothStores } from '../support/stores.ts';
import { createTalker, type Talker } from '../support/talker.ts';

const yes = { do: 'answer', value: 'yes' } as const;
const no = { do: 'answer', value: 'no' } as const;

onBothStores((fresh) => {
  let desk: Desk;
  let staff: Talker;
  beforeEach(async () => {
    desk = await openDesk(fresh);
    staff = createTalker(desk);
  });
  afterEach(() => desk.data.close());

  const entries = async () => (await desk.store.read(staff.key)).entries.length;

  it('one step a turn: a press is one step and one settle, typed words one read more', async () => {
    await staff.start();
    await staff.press(no);
    await staff.choose(['school']);
    await staff.press({ do: 'back' });
    const methods: string[] = [];
    desk.before = (method) => void methods.push(method);
    await staff.press(no);
    expect(methods).toEqual(['step', 'settle']);
    methods.length = 0;
    await staff.type('1');
    expect(methods).toEqual(['read', 'step', 'settle']);
  });

  it('a reply is owed in the store before the channel is asked to send it', async () => {
    await staff.start();
    desk.platform = ['hang'];
    expect(await staff.pressOnly(no)).toMatchObject({ status: 'taken' });
    expect((await desk.store.read(staff.key)).owed).toMatchObject({ attempts: 1 });
  });

  it('a double press gives exactly one next question, 20 times of 20', async () => {
    for (let round = 0; round < 20; round++) {
      const somebody = createTalker(desk);
      await somebody.start();
      const before = somebody.posts().length;
      const results = await Promise.all([somebody.pressOnly(no), somebody.pressOnly(no)]);
      await desk.idle();
      expect(results.map(({ status }) => status).toSorted()).toEqual(['stale', 'taken']);
      const after = somebody.posts().slice(before);
      expect(somebody.asked()).toBe('site');
      // The second half is told where things stand only where the first half was done already.
      expect(after.length).toBeLessThanOrEqual(2);
      expect((await desk.store.read(somebody.key)).entries).toHaveLength(2);
    }
  });

  it('the second press waits for the first reply that is on its way, and adds nothing', async () => {
    await staff.start();
    const before = staff.posts().length;
    desk.platform = [60];
    await staff.pressOnly(no);
    expect(await staff.press(no)).toMatchObject({ status: 'stale' });
    expect(staff.posts()).toHaveLength(before + 1);
    expect(staff.asked()).toBe('site');
  });

  it('typed words that come again under another id, on another process, do not answer a question not yet seen', async () => {
    await staff.start();
    const other = desk.newBot(await desk.data.open());
    desk.platform = [400];
    const words = { kind: 'text', text: 'no' } as const;
    const before = staff.posts().length;
    await desk.send(staff.from, words);
    expect(await desk.send(staff.from, words, { bot: other })).toEqual({ status: 'stale' });
    await desk.idle();
    expect(staff.posts()).toHaveLength(before + 1);
    expect(staff.asked()).toBe('site');
    expect(await entries()).toBe(2);
    await staff.type('1');
    expect(staff.asked()).toBe('topics');
  });

  describe('words typed while a reply is on its way', () => {
    const words = (text: string, delivery?: string) =>
      desk.send(staff.from, { kind: 'text', text }, delivery === undefined ? {} : { delivery });

    it('speak of danger: the emergency card comes at once, though the first question has not arrived', async () => {
      desk.platform = [60];
      await words('start');
      await words('he says he will kill her');
      await desk.idle();
      expect(desk.posts.map(({ message }) => plainText(message)).join()).toContain('Is anyone in danger now?');
      expect(staff.posts().some(({ message }) => /Question 1\b/.test(plainText(message)))).toBe(true);
    });

    it('answer a question that may have been read: they count, whether the platform has confirmed it or not', async () => {
      await staff.start();
      desk.platform = [60];
      await words('no');
      desk.now += 1_500;
      await words('1');
      await desk.idle();
      expect(await entries()).toBe(3);
      // The slow one is the last to arrive here; on a platform it was shown before it was confirmed.
      expect(staff.posts().some(({ message }) => message.summary.startsWith('Question 2'))).toBe(true);
    });

    it('answer a question that nobody can have read: it is put again with a word, and nothing is counted', async () => {
      await staff.start();
      desk.platform = [60];
      await words('no');
      desk.now += 300;
      await words('1');
      await desk.idle();
      expect(await entries()).toBe(2);
      expect(staff.asked()).toBe('site');
      expect(staff.posts().some(({ message }) => plainText(message).includes(again.unread))).toBe(true);
      await staff.type('1');
      expect(staff.asked()).toBe('topics');
    });

    it('are the same words once more, later: the question again with a word, so that neither is lost in silence', async () => {
      await staff.start();
      const found = { danger: 'no', site: 'school', topics: ['content'], contentKind: 'harmful' };
      await staff.go(found, { until: 'childKnown' });
      desk.platform = ['hang'];
      await words('yes');
      const kept = await entries();
      desk.now += 20_000;
      await staff.type('yes');
      expect(await entries()).toBe(kept);
      expect(staff.reads()).toContain(again.unread);
      expect(staff.asked()).toBe('harmConcern');
      await staff.type('yes');
      expect(await entries()).toBe(kept + 1);
    });

    it('come again under another id with the moment of their platform: once, even when the reply has arrived', async () => {
      await staff.start();
      const sent = { from: staff.from, said: '2026-11-23T10:00:00.123Z', at: new Date(desk.now) };
      const address = { place: 'chat', to: staff.from.person };
      const input = { kind: 'text', text: 'no' } as const;
      expect(await desk.bot.take({ ...sent, delivery: 'a', address, input })).toMatchObject({ status: 'taken' });
      await desk.idle();
      const before = staff.posts().length;
      expect(await desk.bot.take({ ...sent, delivery: 'b', address, input })).toMatchObject({ status: 'repeated' });
      await desk.idle();
      expect(staff.posts()).toHaveLength(before);
      const later = { ...sent, said: '2026-11-23T10:00:09.000Z' };
      expect(await desk.bot.take({ ...later, delivery: 'c', address, input })).toMatchObject({ status: 'taken' });
    });

    it('help, stop, and where one stands: heard at once', async () => {
      await staff.start();
      for (const [text, reads] of [
        ['help', 'How this works'],
        ['stop', 'Stopped'],
      ] as const) {
        desk.platform = [60];
        await words('what must I do now?');
        await words(text);
        await desk.idle();
        expect(desk.posts.map(({ message }) => plainText(message)).join()).toContain(reads);
      }
    });
  });

  it('gives back the card of the question that was answered, with what was chosen and nothing to press', async () => {
    await staff.start();
    const card = staff.last();
    const first = await staff.pressOnly(no);
    expect(first).toMatchObject({ answered: { summary: expect.stringContaining('Answered: ') } });
    expect(JSON.stringify(first)).not.toContain('buttons');
    await desk.idle();
    // What was answered once stays answered, whatever is pressed on the old card.
    const late = await staff.pressOnly(yes, { on: card });
    expect(late).toEqual({ ...first, status: 'stale' });
  });

  it('gives no card back for what answers nothing: more beside the question, ticks without a tick', async () => {
    await staff.start();
    await staff.go({ danger: 'no' }, { until: 'topics' });
    expect(await staff.press({ do: 'ticks' }, { ticked: [] })).toMatchObject({ status: 'taken' });
    expect(await staff.press({ do: 'help' })).toEqual({ status: 'taken' });
  });

  it('"yes" and "no" at once, taken by two processes: one counts, and the next question comes', async () => {
    await staff.start();
    const other = desk.newBot(await desk.data.open());
    const results = await Promise.all([staff.pressOnly(yes), staff.pressOnly(no, { bot: other })]);
    await desk.idle();
    expect(results.map(({ status }) => status).toSorted()).toEqual(['stale', 'taken']);
    expect(await entries()).toBe(2);
    expect(staff.asked()).toBe('site');
  });

  it('the same delivery again changes nothing and says nothing: a start, an answer, typed words', async () => {
    await staff.hello();
    const first = staff.last();
    const start = () => staff.press({ do: 'start' }, { on: first, delivery: 'd1' });
    const danger = async () => staff.press(no, { on: staff.posts()[1] ?? first, delivery: 'd2' });
    const typed = () => staff.type('1', { delivery: 'd3' });
    for (const send of [start, danger, typed]) {
      expect(await send()).toMatchObject({ status: 'taken' });
      const before = [staff.posts().length, await entries()];
      expect(await send()).toMatchObject({ status: 'repeated' });
      expect([staff.posts().length, await entries()]).toEqual(before);
    }
  });

  it('presses out of order, and on a card three questions old, show where things stand now', async () => {
    await staff.start();
    const danger = staff.last();
    await staff.go({ danger: 'no', topics: ['imagery'], adultInvolved: 'no' }, { until: 'triggers' });
    const kept = await entries();
    expect(await staff.press(yes, { on: danger })).toMatchObject({ status: 'stale' });
    expect(staff.asked()).toBe('triggers');
    expect(staff.reads()).toContain(again.stale);
    expect(await entries()).toBe(kept);
    await staff.choose(['none']);
    expect(staff.asked()).not.toBe('triggers');
  });

  it('an old card can still be asked "why", "now" and "help"', async () => {
    await staff.start();
    const danger = staff.last();
    await staff.press(no);
    for (const word of ['why', 'now', 'help'] as const) {
      expect(await staff.press({ do: word }, { on: danger })).toMatchObject({ status: 'taken' });
    }
    expect(await entries()).toBe(2);
  });

  it('a lead asked for on a card three questions old is called, once, and not where a lead may be involved', async () => {
    await staff.start();
    const danger = staff.last();
    await staff.go({ danger: 'no', topics: ['imagery'], adultInvolved: 'no' }, { until: 'triggers' });
    const before = await entries();
    expect(await staff.press({ do: 'get-lead' }, { on: danger })).toMatchObject({ status: 'taken' });
    expect(await entries()).toBe(before + 1);
    await staff.press({ do: 'get-lead' }, { on: danger });
    expect(await entries()).toBe(before + 1);
    await staff.type('start again');
    await staff.go(
      { danger: 'no', topics: ['imagery'], adultInvolved: 'yes', adultKnown: 'yes' },
      { until: 'positionOfTrust' },
    );
    const held = await entries();
    await staff.press({ do: 'get-lead' }, { on: danger });
    expect(await entries()).toBe(held);
    expect(staff.reads()).toContain(again['lead-held']);
  });

  it('after 25 idle hours a press says that the talk has ended, and one can start again', async () => {
    await staff.start();
    await staff.press(no);
    desk.now += 25 * hourMs;
    expect(await staff.choose(['school'])).toMatchObject({ status: 'stale' });
    expect(staff.reads()).toContain(again.expired);
    await staff.press({ do: 'start' });
    expect(staff.asked()).toBe('danger');
  });

  it('after "stop" an old card changes nothing', async () => {
    await staff.start();
    const danger = staff.last();
    await staff.type('stop');
    await staff.press(yes, { on: danger });
    expect(staff.reads()).toContain(again.stale);
    expect(await entries()).toBe(1);
    await staff.press({ do: 'start' });
    expect(staff.asked()).toBe('danger');
  });

  it.each([
    ['another person', { channel: 'slack', tenant: 'T1', person: 'other' }],
    ['another tenant', { channel: 'slack', tenant: 'T2', person: 'staff' }],
    ['another channel', { channel: 'teams', tenant: 'T1', person: 'staff' }],
  ] as const)('a button signed for somebody else does nothing for %s', async (_, from) => {
    const owner = createTalker(desk, { channel: 'slack', tenant: 'T1', person: 'staff' });
    await owner.start();
    const other = createTalker(desk, from);
    await other.press(yes, { on: owner.last() });
    for (const { key } of [owner, other]) {
      expect((await desk.store.read(key)).entries).toHaveLength(key === owner.key ? 1 : 0);
    }
  });

  it('forged, cut and foreign buttons are answered with where things stand', async () => {
    await staff.start();
    const good = staff.last().token({ do: 'answer', question: 'danger', value: 'no' });
    const { revision } = await desk.store.read(staff.key);
    const step = { conversation: staff.key, revision, action: { do: 'stop' } as const };
    const foreign = createStepTokens(readKeys(trialSecrets(randomBytes))).sign(step);
    const forged = [
      `${good.slice(0, -2)}${good.at(-2) === 'A' ? 'B' : 'A'}${good.at(-1)}`,
      good.slice(0, 40),
      good.toUpperCase(),
      '',
      'x'.repeat(10_000),
      foreign,
    ];
    for (const token of forged) {
      await staff.token(token);
      expect(staff.asked()).toBe('danger');
    }
    expect(await entries()).toBe(1);
    await staff.token(good);
    expect(staff.asked()).toBe('site');
  });
});
