/** "Forget": a person's own unfinished conversation is gone from the store at once, on both stores. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Desk, openDesk } from '../support/bot.ts';
import { onBothStores } from '../support/stores.ts';
import { createTalker, type Talker } from '../support/talker.ts';

onBothStores((fresh) => {
  let desk: Desk;
  let talker: Talker;
  const forgotten: string[] = [];
  beforeEach(async () => {
    desk = await openDesk(fresh);
    talker = createTalker(desk);
    forgotten.length = 0;
    desk.before = (method) => {
      if (method === 'forget') forgotten.push(method);
    };
  });
  afterEach(() => desk.data.close());

  const halfway = async () => {
    await talker.start();
    await talker.go({ danger: 'no', site: 'school' }, { until: 'topics' });
  };
  const stored = async () => (await desk.store.read(talker.key)).entries.length;

  it.each(['forget', 'Forget me', 'forget it'])('takes every answer away on "%s", and says so', async (words) => {
    await halfway();
    expect(await stored()).toBeGreaterThan(1);
    await talker.type(words);
    // The talk, and where the person works.
    expect([await stored(), forgotten.length]).toEqual([0, 2]);
    expect(talker.reads()).toContain('We have forgotten your answers');
  });

  it('leaves nothing by which the person could be asked to go on: the next talk begins anew', async () => {
    await halfway();
    const card = talker.last();
    await talker.type('forget');
    await talker.press({ do: 'ticks' }, { on: card, ticked: ['bullying'] });
    expect(await stored()).toBe(0);
    expect(talker.reads()).toContain('earlier talk that has ended');
  });

  it('says it once though the platform brings it twice', async () => {
    await halfway();
    await talker.type('forget', { delivery: 'd1' });
    const said = talker.posts().length;
    await talker.type('forget', { delivery: 'd1' });
    expect([talker.posts().length, forgotten.length]).toEqual([said, 2]);
  });

  it('is heard while a question is on its way', async () => {
    await talker.start();
    desk.platform = ['hang'];
    await talker.pressOnly({ do: 'answer', question: 'danger', value: 'no' });
    desk.platform = [];
    await talker.type('forget');
    expect(await stored()).toBe(0);
  });

  it('with nothing stored says the same and asks nothing of the store', async () => {
    await talker.type('forget');
    expect(talker.reads()).toContain('We have forgotten your answers');
    expect(forgotten).toEqual([]);
  });

  it('takes a finished practice run away', async () => {
    await talker.start(true);
    await talker.go();
    await talker.type('forget');
    expect(await stored()).toBe(0);
  });

  it('keeps a concern that has its answer, and says so and how to clear it here', async () => {
    await talker.start();
    await talker.go({ danger: 'no', site: 'school', topics: ['bullying'], aboutBullying: ['none'] });
    const before = await stored();
    await talker.type('forget');
    expect([await stored(), forgotten.length]).toEqual([before, 0]);
    const [first = ''] = talker
      .posts()
      .slice(-1)
      .map(({ message }) => JSON.stringify(message));
    expect(first).toContain('this concern stays');
    expect(first).toContain('30 days');
    await talker.type('stop');
    expect(talker.reads()).toContain('Stopped');
  });
});
