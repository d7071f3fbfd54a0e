/** The bot's own page is opened: drawn from what is stored, and nothing else becomes of it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plainText } from '../../dialogs/plain.ts';
import { buttonWords } from '../../dialogs/words/screens.ts';
import { StoreUnavailable } from '../../src/store/store.ts';
import { type Desk, openDesk } from '../support/bot.ts';
import { onBothStores } from '../support/stores.ts';
import { buttonsOn, createTalker, type Talker } from '../support/talker.ts';

onBothStores((fresh) => {
  let desk: Desk;
  let staff: Talker;
  beforeEach(async () => {
    desk = await openDesk(fresh);
    staff = createTalker(desk);
  });
  afterEach(() => desk.data.close());

  const page = () => desk.posts.filter(({ to }) => to.place === 'page');
  const labels = () => page().flatMap(({ message }) => buttonsOn(message).map(({ label }) => label));
  /** @returns what is on it */
  async function opens() {
    desk.posts.splice(0, desk.posts.length, ...desk.posts.filter(({ to }) => to.place !== 'page'));
    const taken = await desk.bot.take({
      from: staff.from,
      delivery: crypto.randomUUID(),
      address: { place: 'page', to: staff.from.person },
      at: new Date(desk.now),
      input: { kind: 'glance' },
    });
    await desk.idle();
    expect(taken).toEqual({ status: 'taken' });
    return page()
      .map(({ message }) => plainText(message))
      .join('\n');
  }

  it('shows the start and the look-ups, then the question that stands', async () => {
    expect(await opens()).toContain('Look something up');
    expect(labels()).toContain('Start');
    await staff.start();
    expect(await opens()).toMatch(/Question 1\b/);
    expect(labels()).toContain('A helpline for a child');
    await staff.answerOne();
    expect(await opens()).toMatch(/Where do you work/);
  });

  it('takes nothing from the direct message: a reply that is owed still comes, and its card is tidied as ever', async () => {
    await staff.start();
    desk.platform = [{ status: 'retry', reason: 'ratelimited' }];
    await staff.press({ do: 'answer' });
    await opens();
    expect(staff.posts().filter(({ message }) => /Where do you work/.test(message.summary))).toHaveLength(0);
    await desk.sweepLater();
    await desk.sweepLater();
    expect(staff.reads()).toMatch(/Where do you work/);
    expect(desk.shrunk.size).toBe(1);
    await opens();
    await staff.answerOne();
    expect(desk.shrunk.size).toBe(2);
  });

  it('what is pressed there is a step like any other', async () => {
    await opens();
    const start = page().find(({ message }) => buttonsOn(message).some(({ label }) => label === 'Start'));
    const button = start && buttonsOn(start.message).find(({ label }) => label === 'Start');
    if (!start || !button) throw new Error('There is no start.');
    await staff.token(start.token(button.action));
    expect(staff.reads()).toMatch(/Question 1\b/);
  });

  it('is not tried again where the platform refuses it: opening it draws it', async () => {
    desk.platform = [{ status: 'failed', reason: 'not-installed' }];
    await opens();
    expect(desk.lost).toEqual(['not-installed']);
    await desk.sweepLater();
    expect(page()).toEqual([]);
    expect(await opens()).toContain('Look something up');
  });

  describe('with the store down', () => {
    it('says whom to ring, and what can be looked up all the same', async () => {
      desk.before = (method) => {
        if (method === 'read') throw new StoreUnavailable('no', 'It is down.');
      };
      expect(await opens()).toContain('We cannot save right now');
      expect(labels()).toContain('A helpline for a child');
      expect(labels()).not.toContain(buttonWords.send);
    });

    it('waits no longer than anybody would', async () => {
      desk.before = (method) => (method === 'read' ? new Promise(() => {}) : undefined);
      const taken = desk.bot.take({
        from: staff.from,
        delivery: 'd1',
        address: { place: 'page', to: staff.from.person },
        at: new Date(desk.now),
        input: { kind: 'glance' },
      });
      expect(await taken).toEqual({ status: 'taken' });
      expect(page()[0]?.message.summary).toContain('cannot save');
    });
  });

  describe('to a workspace that nobody named', () => {
    it('is the look-ups, and that it is not set up', async () => {
      desk.organisation = undefined;
      expect(await opens()).toMatch(/not set up/i);
      expect(labels()).not.toContain('Start');
    });
  });
});
