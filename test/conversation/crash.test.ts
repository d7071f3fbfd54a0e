import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { StoreUnavailable, silentMs } from '../../src/store/store.ts';
import { type Desk, openDesk } from '../support/bot.ts';
import { onBothStores } from '../support/stores.ts';
import { createTalker, type Talker } from '../support/talker.ts';

const never = () => new Promise<never>(() => {});

onBothStores((fresh) => {
  let desk: Desk;
  let staff: Talker;
  beforeEach(async () => {
    desk = await openDesk(fresh);
    staff = createTalker(desk);
    await staff.start();
  });
  afterEach(() => desk.data.close());

  const owed = async () => (await desk.store.read(staff.key)).owed;

  it('dead after the step, before sending: the owed message arrives after the lease, once', async () => {
    const before = staff.posts().length;
    desk.platform = ['hang'];
    await staff.pressOnly({ do: 'answer', value: 'no' });
    desk.die();
    await desk.bot.outbox.sweep();
    expect(staff.posts()).toHaveLength(before);
    await desk.sweepLater();
    expect(staff.posts()).toHaveLength(before + 1);
    expect(staff.asked()).toBe('site');
    await desk.sweepLater();
    expect(staff.posts()).toHaveLength(before + 1);
    await staff.choose(['school']);
    expect(staff.asked()).toBe('topics');
  });

  it.each([
    ['a press', () => staff.press({ do: 'answer', value: 'yes' })],
    ['the same press again', () => staff.press({ do: 'answer', value: 'no' }, { delivery: 'd1' })],
    ['a word', () => staff.type('hello')],
  ] as const)(
    'dead after the step: the next thing from the person, %s, is answered at once, and once',
    async (_, next) => {
      const before = staff.posts().length;
      desk.platform = ['hang'];
      await staff.pressOnly({ do: 'answer', value: 'no' }, { delivery: 'd1' });
      desk.die();
      desk.now += silentMs;
      await next();
      expect(staff.asked()).toBe('site');
      await desk.sweepLater();
      await desk.sweepLater();
      expect(staff.posts()).toHaveLength(before + 1);
      expect(await owed()).toBeNull();
    },
  );

  it('the step timed out and landed all the same: the next press is answered at once, and once', async () => {
    const before = staff.posts().length;
    desk.after = (method) => {
      if (method === 'step') throw new StoreUnavailable('unknown', 'silent');
    };
    expect((await staff.press({ do: 'answer', value: 'no' })).status).toBe('unknown');
    desk.after = () => {};
    desk.now += silentMs;
    await staff.press({ do: 'answer', value: 'no' });
    expect(staff.asked()).toBe('site');
    await desk.sweepLater();
    expect(staff.posts()).toHaveLength(before + 1);
  });

  it('the step timed out and landed, and the platform sends it again at once: its reply comes without the sweep, once', async () => {
    const before = staff.posts().length;
    const press = () => staff.pressOnly({ do: 'answer', value: 'no' }, { delivery: 'd1' });
    desk.after = (method) => {
      if (method === 'step') throw new StoreUnavailable('unknown', 'silent');
    };
    expect((await press()).status).toBe('unknown');
    desk.after = () => {};
    expect((await press()).status).toBe('repeated');
    expect(staff.posts()).toHaveLength(before);
    desk.now += silentMs;
    await vi.waitFor(() => expect(staff.posts()).toHaveLength(before + 1), 20_000);
    expect(staff.asked()).toBe('site');
    await desk.sweepLater();
    expect(staff.posts()).toHaveLength(before + 1);
  });

  it('dead between sending and noting: one double at most, and its buttons work', async () => {
    const before = staff.posts().length;
    desk.before = (method) => (method === 'settle' ? never() : undefined);
    void staff.pressOnly({ do: 'answer', value: 'no' });
    await expect.poll(() => staff.posts().length).toBe(before + 1);
    desk.die();
    await desk.sweepLater();
    await desk.sweepLater();
    expect(staff.posts()).toHaveLength(before + 2);
    expect(
      staff
        .posts()
        .slice(before)
        .map(({ message }) => message.summary),
    ).toEqual(Array(2).fill(staff.last().message.summary));
    await staff.press({ do: 'answer', value: 'school' }, { on: staff.posts()[before] ?? staff.last() });
    expect(staff.asked()).toBe('topics');
    expect(await owed()).toBeNull();
  });

  it('dead before the step: nothing happened, and the same press counts then', async () => {
    desk.before = never;
    void staff.pressOnly({ do: 'answer', value: 'no' }, { delivery: 'd1' });
    desk.die();
    expect(await staff.press({ do: 'answer', value: 'no' }, { delivery: 'd1' })).toMatchObject({ status: 'taken' });
    expect(staff.asked()).toBe('site');
  });

  it('dead at the very answer: the answer and one notice arrive', async () => {
    await staff.go({ danger: 'no', topics: ['bullying'], aboutBullying: ['harmConcern'] }, { until: 'council' });
    desk.platform = ['hang'];
    await staff.pressOnly({ do: 'answer', value: 'north' });
    desk.die();
    await desk.sweepLater();
    await desk.sweepLater();
    expect(staff.hasAnswer()).toBe(true);
    expect(desk.notices()).toHaveLength(1);
  });

  it('dead at the very answer, and the person looks at something else before the sweep: the leads still hear', async () => {
    await staff.go({ danger: 'no', topics: ['bullying'], aboutBullying: ['harmConcern'] }, { until: 'council' });
    desk.platform = ['hang'];
    await staff.pressOnly({ do: 'answer', value: 'north' });
    desk.die();
    await staff.type('help');
    await desk.sweepLater();
    expect(desk.notices()).toHaveLength(1);
  });

  it('dead between the answer and its notice: the notice arrives, once', async () => {
    await staff.go({ danger: 'no', topics: ['bullying'], aboutBullying: ['harmConcern'] }, { until: 'council' });
    desk.before = (method) => (method === 'claim' ? never() : undefined);
    void staff.pressOnly({ do: 'answer', value: 'north' });
    await expect.poll(() => staff.hasAnswer()).toBe(true);
    desk.die();
    for (let sweep = 0; sweep < 3; sweep++) await desk.sweepLater();
    expect(desk.notices()).toHaveLength(1);
  });

  it('the platform refuses, and asks to wait: the message comes when it may, once', async () => {
    const before = staff.posts().length;
    desk.platform = [
      { status: 'retry', reason: 'ratelimited', afterMs: 60_000 },
      { status: 'retry', reason: 'broken-pipe' },
    ];
    await staff.press({ do: 'answer', value: 'no' });
    await desk.sweepLater();
    expect(staff.posts()).toHaveLength(before);
    desk.now += 60_000;
    for (let sweep = 0; sweep < 3; sweep++) await desk.sweepLater();
    expect(staff.posts()).toHaveLength(before + 1);
    expect(staff.asked()).toBe('site');
  });

  it('a message that can never be delivered does not stop the next one', async () => {
    desk.platform = [{ status: 'failed', reason: 'channel_not_found' }];
    await staff.press({ do: 'answer', value: 'no' });
    await staff.type('hello');
    expect(staff.asked()).toBe('site');
  });

  it('a newer turn replaces what an older one still owed; nothing old comes late', async () => {
    desk.platform = [{ status: 'retry', reason: '503' }];
    await staff.press({ do: 'answer', value: 'no' });
    const unsent = staff.posts().length;
    await staff.type('stop');
    const posts = staff.posts().length;
    expect(posts).toBe(unsent + 1);
    expect(staff.asked()).toBeUndefined();
    for (let sweep = 0; sweep < 3; sweep++) await desk.sweepLater();
    expect(staff.posts()).toHaveLength(posts);
  });

  it('a step whose answer was lost: "not known", then the owed message all the same', async () => {
    desk.after = (method) => {
      if (method === 'step') throw new StoreUnavailable('unknown', 'silent');
    };
    const taken = await staff.press({ do: 'answer', value: 'no' });
    expect(taken.status).toBe('unknown');
    desk.after = () => {};
    await desk.sweepLater();
    expect(staff.asked()).toBe('site');
  });
});
