import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Delivered, Outgoing } from '../../src/contract.ts';
import { type Composed, createOutbox, type OutboxEvent, type OutboxOptions } from '../../src/outbox/outbox.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import {
  hourMs,
  leaseMs,
  type NewItem,
  type Owed,
  type OwedReply,
  type Store,
  StoreUnavailable,
} from '../../src/store/store.ts';

let now = 0;
let key = '';
let store: Store;
let sent: Outgoing[];
let failed: [string, string][];
let events: OutboxEvent[];
/** What the platform says next; `sent` once the list is empty. */
let platform: (Delivered | Error | 'hang')[];

beforeEach(() => {
  now = Date.UTC(2026, 10, 23, 18, 30);
  key = `{p07}:conversation:${randomUUID()}`;
  store = openSqliteStore({ file: ':memory:', clock: () => now });
  [sent, failed, events, platform] = [[], [], [], []];
});
afterEach(() => store.close());

const channel: Composed['channel'] = {
  async deliver(outgoing) {
    const says = platform.shift() ?? { status: 'sent', cards: [{ ts: '1' }] };
    if (says === 'hang') return new Promise(() => {});
    if (says instanceof Error) throw says;
    if (says.status === 'sent') sent.push(outgoing);
    return says;
  },
};
const notice = (): NewItem => ({
  key: `{p07}:notice:${key.slice(-12)}`,
  payload: 'k.notice',
  due: now,
  expires: now + 2 * hourMs,
});
const outgoing = (owed: Owed): Outgoing => ({
  to: { for: owed.kind === 'reply' ? owed.owed.to : owed.payload },
  post: [{ summary: owed.kind === 'reply' ? `${owed.entries.length} entries` : 'notice', blocks: [] }],
  token: () => 'token',
});
const compose = (owed: Owed): Composed => ({
  channel,
  outgoing: outgoing(owed),
  ...(owed.kind === 'reply' && { keep: (cards) => `k.${JSON.stringify(cards)}` }),
});
const outbox = (options: Partial<OutboxOptions> = {}) =>
  createOutbox({
    store,
    compose,
    onFailed: (owed, reason) => void failed.push([owed.kind, reason]),
    onEvent: (event) => void events.push(event),
    clock: () => now,
    random: () => 0.5,
    ...options,
  });

async function turn(): Promise<OwedReply> {
  const change = { do: 'append', entry: 'k.yes' } as const;
  const result = await store.step({ key, delivery: randomUUID(), expected: null, change, reply: 'k.to' });
  if (result.owed === null) throw new Error('Nothing is owed.');
  return { kind: 'reply', key, ...result, owed: result.owed };
}

describe('a place that refuses', () => {
  const ofPlace: Delivered = { status: 'failed', reason: 'user_disabled', of: 'place' };
  const ofAll: Delivered = { status: 'failed', reason: 'ekm_access_denied', of: 'place-or-all' };

  it('what is owed whatever it says is tried again soon, then later and later, and counted meanwhile', async () => {
    platform = Array<Delivered>(8).fill(ofPlace);
    const box = outbox({ isOwedAnyhow: () => true });
    expect(await box.sendNow(await turn())).toBe('later');
    for (let passed = 0; platform.length > 0; passed += 1_500) {
      expect([failed, box.placesRefused(), passed < 60_000]).toEqual([[], 1, true]);
      now += 1_500;
      await box.sweep();
    }
    now += 15_000;
    await box.sweep();
    expect([sent.length, failed, box.placesRefused()]).toEqual([1, [], 0]);
  });

  it('is given up at the end of its life, and not before', async () => {
    const box = outbox({ isOwedAnyhow: () => true, lifeOf: () => 60_000 });
    platform = Array<Delivered>(200).fill(ofPlace);
    await box.sendNow(await turn());
    for (let at = 0; at < 60 && failed.length === 0; at++) {
      now += 2_000;
      await box.sweep();
    }
    expect([failed, box.placesRefused()]).toEqual([[['reply', 'user_disabled']], 0]);
  });

  it('in a word that may mean all of them is its own fault once something else got through, or it is alone for long', async () => {
    const box = outbox();
    for (const other of ['gets through', 'is not there']) {
      [failed, key] = [[], `{p07}:conversation:${randomUUID()}`];
      platform = [ofAll, ...(other === 'gets through' ? [] : [ofAll])];
      expect(await box.sendNow(await turn())).toBe('later');
      const owed = key;
      now += 1_000;
      key = `{p07}:conversation:${randomUUID()}`;
      if (other === 'gets through') expect(await box.sendNow(await turn())).toBe('sent');
      platform = [ofAll];
      now += other === 'gets through' ? 1_000 : 20_000;
      await box.sweep();
      expect(failed, other).toEqual([['reply', 'ekm_access_denied']]);
      expect((await store.read(owed)).owed).toBeNull();
    }
  });

  it('in such a word, while something else got through, is its own fault at once', async () => {
    const [begun, says] = [Promise.withResolvers<void>(), Promise.withResolvers<Delivered>()];
    const slowly: Composed['channel'] = {
      deliver() {
        begun.resolve();
        return says.promise;
      },
    };
    const owed = await turn();
    const lone = key;
    const box = outbox({ compose: (each) => ({ ...compose(each), ...(each.key === lone && { channel: slowly }) }) });
    const sending = box.sendNow(owed);
    await begun.promise;
    key = `{p07}:conversation:${randomUUID()}`;
    now += 10;
    expect(await box.sendNow(await turn())).toBe('sent');
    says.resolve(ofAll);
    expect(await sending).toBe('failed');
    expect(failed).toEqual([['reply', 'ekm_access_denied']]);
  });

  it('as others do, in the same word, is not: all wait for as long as that lasts, and each is sent once', async () => {
    const box = outbox();
    platform = [ofAll, ofAll];
    await box.sendNow(await turn());
    key = `{p07}:conversation:${randomUUID()}`;
    await box.sendNow(await turn());
    for (let at = 0; at < 100; at++) {
      platform = [ofAll, ofAll];
      now += 60_000;
      await box.sweep();
    }
    expect([failed, sent.length, box.placesRefused()]).toEqual([[], 0, 2]);
    platform = [];
    now += 10 * 60_000;
    await box.sweep();
    expect([failed, sent.length, box.placesRefused()]).toEqual([[], 2, 0]);
  });
});

describe('a reply', () => {
  it('is sent at once by the process that took the turn, its cards are kept, and it is owed no more', async () => {
    expect(await outbox().sendNow(await turn())).toBe('sent');
    expect(sent).toMatchObject([{ to: { for: 'k.to' }, post: [{ summary: '1 entries' }] }]);
    expect(await store.read(key)).toMatchObject({ cards: 'k.[{"ts":"1"}]', owed: null });
    expect(events).toEqual([{ kind: 'reply', what: 'reply', result: 'sent', attempts: 1 }]);
  });

  it('left behind by a crash is sent by the sweep after 30 seconds, once, made again from the entries', async () => {
    await turn();
    now += leaseMs - 1;
    expect(await outbox().sweep()).toBe(0);
    now += 1;
    expect(await Promise.all([outbox().sweep(), outbox().sweep()])).toEqual([1, 0]);
    expect(sent).toMatchObject([{ post: [{ summary: '1 entries' }] }]);
    now += leaseMs;
    expect(await outbox().sweep()).toBe(0);
  });

  it('that the platform refuses comes back later and later, with what was asked for as the least', async () => {
    platform = [
      { status: 'retry', reason: '503' },
      { status: 'retry', reason: 'ratelimited', afterMs: 60_000 },
    ];
    expect(await outbox().sendNow(await turn())).toBe('later');
    now += 1_499;
    expect(await outbox().sweep()).toBe(0);
    now += 1;
    expect(await outbox().sweep()).toBe(1);
    now += 60_000;
    expect(await outbox().sweep()).toBe(0);
    now += 1_000;
    expect(await outbox().sweep()).toBe(1);
    expect(sent).toHaveLength(1);
    expect(events.map(({ result, attempts, reason }) => [result, attempts, reason])).toEqual([
      ['later', 1, '503'],
      ['later', 2, 'ratelimited'],
      ['sent', 3, undefined],
    ]);
  });

  it('gets through after an hour of refusals', async () => {
    const box = outbox({
      compose: (owed) => ({
        ...compose(owed),
        channel: { deliver: async (out, signal) => (now < until ? refusal : channel.deliver(out, signal)) },
      }),
    });
    const refusal = { status: 'retry', reason: '503' } as const;
    const until = now + hourMs;
    await box.sendNow(await turn());
    for (let minute = 0; minute < 70; minute++) {
      now += 60_000;
      await box.sweep();
    }
    expect(sent).toHaveLength(1);
    expect(events.length).toBeLessThan(45);
  });

  it('that can never be sent is handed on and dropped', async () => {
    platform = [{ status: 'failed', reason: 'channel_not_found' }];
    expect(await outbox().sendNow(await turn())).toBe('failed');
    expect(failed).toEqual([['reply', 'channel_not_found']]);
    expect((await store.read(key)).owed).toBeNull();
  });

  it('is kept when it could not be handed on', async () => {
    platform = [{ status: 'failed', reason: 'channel_not_found' }];
    const refuse = () => Promise.reject(new StoreUnavailable('no', 'down'));
    expect(await outbox({ onFailed: refuse }).sendNow(await turn())).toBe('later');
    expect((await store.read(key)).owed).not.toBeNull();
  });

  it('refused in a word that nobody knows is believed to pass for its time, and is then given up', async () => {
    const strange = { status: 'retry', reason: 'something_new', unknown: true } as const;
    platform = [strange, strange, strange];
    const box = outbox({ patienceOf: () => 60_000 });
    expect(await box.sendNow(await turn())).toBe('later');
    now += 30_000;
    expect(await box.sweep()).toBe(1);
    expect(failed).toEqual([]);
    now += 30_000;
    expect(await box.sweep()).toBe(1);
    expect(failed).toEqual([['reply', 'something_new']]);
  });

  it('is kept however often and however long its line is down', async () => {
    const down = { status: 'down', reason: 'invalid_auth' } as const;
    const box = outbox({ mostAttempts: 3, lifeOf: () => 48 * hourMs });
    platform = Array.from({ length: 10 }, () => down);
    expect(await box.sendNow(await turn())).toBe('later');
    for (let i = 0; i < 9; i++) {
      now += 60_000;
      expect(await box.sweep()).toBe(1);
    }
    expect([failed, box.linesDown()]).toEqual([[], 1]);
    now += 60_000;
    expect(await box.sweep()).toBe(1);
    expect([sent.length, box.linesDown()]).toEqual([1, 0]);
  });

  it('is given up when it is too old or was tried too often', async () => {
    const first = await turn();
    now += 12 * hourMs;
    expect(await outbox().sendNow(first)).toBe('failed');
    platform = [{ status: 'retry', reason: '503' }];
    expect(await outbox({ mostAttempts: 1 }).sendNow(await turn())).toBe('failed');
    expect(failed).toEqual([
      ['reply', 'expired'],
      ['reply', '503'],
    ]);
  });

  it('takes its lease anew while it is being sent, and no more once that has ended', async () => {
    const signs: number[] = [];
    const watched: Store = {
      ...store,
      retry(owed, at) {
        signs.push(at);
        return store.retry(owed, at);
      },
    };
    platform = ['hang'];
    expect(await outbox({ store: watched, sendMs: 1_300 }).sendNow(await turn())).toBe('later');
    expect(signs).toEqual([now + leaseMs, now + 1_500]);
  });

  it('that hangs is let go at its limit, and tried again', async () => {
    platform = ['hang'];
    expect(await outbox({ sendMs: 20 }).sendNow(await turn())).toBe('later');
    expect(events).toMatchObject([{ result: 'later', reason: 'timeout' }]);
  });

  it('that the channel cannot draw is sent plainer, at once and once; the fault is told without its words', async () => {
    platform = [new TypeError('canary')];
    const faults: unknown[] = [];
    const plain = (owed: Owed): Composed => ({
      ...compose(owed),
      plain: () => ({ ...outgoing(owed), post: [{ summary: 'plain', blocks: [] }] }),
    });
    const onFault = (what: string) => void faults.push(what);
    expect(await outbox({ compose: plain, onFault }).sendNow(await turn())).toBe('sent');
    expect(sent).toMatchObject([{ post: [{ summary: 'plain' }] }]);
    expect(faults).toEqual(['drawing']);
    expect(JSON.stringify(events)).toBe('[{"kind":"reply","what":"reply","result":"sent","attempts":1}]');
    expect(await store.due(10)).toEqual([]);
  });

  it('that the channel cannot draw in any way is given up at once: the same would fail for hours', async () => {
    platform = [new TypeError('canary'), new TypeError('canary')];
    const plain = (owed: Owed): Composed => ({ ...compose(owed), plain: () => outgoing(owed) });
    expect(await outbox({ compose: plain }).sendNow(await turn())).toBe('failed');
    expect(failed).toEqual([['reply', 'not-drawn']]);
    expect(JSON.stringify(events)).not.toContain('canary');
  });

  it('that cannot be read, or that our own fault stops, is kept for whoever can', async () => {
    expect(await outbox({ compose: () => 'unreadable' }).sendNow(await turn())).toBe('later');
    const fault = () => {
      throw new Error('canary');
    };
    expect(await outbox({ compose: fault }).sendNow(await turn())).toBe('later');
    expect(JSON.stringify(events)).not.toContain('canary');
  });

  it('that needs no words any more is settled without sending', async () => {
    await outbox({ compose: () => null }).sendNow(await turn());
    expect(sent).toEqual([]);
    expect(await store.read(key)).toMatchObject({ owed: null, cards: null });
  });

  it('does not clear what a newer turn owes', async () => {
    const older = await turn();
    const newer = await turn();
    await outbox().sendNow(older);
    expect((await store.read(key)).owed).toEqual(newer.owed);
  });

  it('is sent once though the store falls silent right after', async () => {
    let refusals = 2;
    const moody: Store = {
      ...store,
      settle: async (request) => {
        if (refusals-- > 0) throw new StoreUnavailable('unknown', 'silent');
        return store.settle(request);
      },
    };
    expect(await outbox({ store: moody }).sendNow(await turn())).toBe('sent');
    expect(sent).toHaveLength(1);
    expect((await store.read(key)).owed).toBeNull();
  });
});

describe('a notice', () => {
  const noticing = (owed: Owed): Composed =>
    owed.kind === 'reply' ? { ...compose(owed), items: [notice()] } : compose(owed);

  it('is made due by the reply it belongs to, follows it at once, and is sent once', async () => {
    const box = outbox({ compose: noticing });
    await Promise.all([box.sendNow(await turn()), box.sweep()]);
    expect(await box.sweep()).toBe(0);
    expect(sent.map(({ post }) => post[0]?.summary)).toEqual(['1 entries', 'notice']);
    now += leaseMs;
    expect(await box.sweep()).toBe(0);
  });

  it('that the platform refuses is sent by a later sweep', async () => {
    platform = [
      { status: 'sent', cards: [] },
      { status: 'retry', reason: '503' },
    ];
    const box = outbox({ compose: noticing });
    expect(await box.sendNow(await turn())).toBe('sent');
    now += leaseMs;
    expect(await box.sweep()).toBe(1);
    expect(sent.map(({ post }) => post[0]?.summary)).toEqual(['1 entries', 'notice']);
  });

  it('is left to the sweep when it cannot be claimed just now', async () => {
    let refusals = 1;
    const moody: Store = {
      ...store,
      claim: async (owed) => {
        if (refusals-- > 0) throw new StoreUnavailable('no', 'down');
        return store.claim(owed);
      },
    };
    const box = outbox({ store: moody, compose: noticing });
    expect(await box.sendNow(await turn())).toBe('sent');
    expect(await box.sweep()).toBe(1);
    expect(sent.map(({ post }) => post[0]?.summary)).toEqual(['1 entries', 'notice']);
  });

  it('goes out although its reply came too late to be worth sending', async () => {
    const reply = await turn();
    now += 12 * hourMs;
    expect(await outbox({ compose: noticing }).sendNow(reply)).toBe('failed');
    expect(sent.map(({ post }) => post[0]?.summary)).toEqual(['notice']);
  });

  it.each([
    ['refused for now', { status: 'retry', reason: '503' }],
    ['refused for good', { status: 'failed', reason: 'user_disabled' }],
  ] as const)('goes out although the reply is %s', async (_, says) => {
    platform = [says];
    await outbox({ compose: noticing }).sendNow(await turn());
    expect(sent.map(({ post }) => post[0]?.summary)).toEqual(['notice']);
  });

  it('can make the next one due: a reminder after it', async () => {
    const reminder: NewItem = { ...notice(), key: '{p07}:reminder:x', payload: 'k.reminder', due: now + hourMs };
    const box = outbox({
      compose: (owed) => ({ ...compose(owed), items: owed.key === reminder.key ? [] : [notice(), reminder] }),
    });
    await box.sendNow(await turn());
    expect(sent).toHaveLength(2);
    now += hourMs;
    expect(await box.sweep()).toBe(1);
    expect(sent.map(({ to }) => to.for)).toEqual(['k.to', 'k.notice', 'k.reminder']);
  });

  it('that expired is reported, never silently lost', async () => {
    await store.settle({ key, items: [notice()] });
    now += 3 * hourMs;
    expect(await outbox().sweep()).toBe(1);
    expect(failed).toEqual([['item', 'expired']]);
    expect(sent).toEqual([]);
  });
});

describe('the sweep', () => {
  it('goes on by itself until stopped, and stopping waits for what is under way', async () => {
    await turn();
    now += leaseMs;
    let arrived = false;
    const slow: Composed['channel'] = {
      async deliver() {
        await sleep(50);
        arrived = true;
        return { status: 'sent', cards: [] };
      },
    };
    const box = outbox({ sweepMs: 5, compose: (owed) => ({ ...compose(owed), channel: slow }) });
    box.start();
    await sleep(20);
    await box.stop();
    expect(arrived).toBe(true);
    expect((await store.read(key)).owed).toBeNull();
  });

  it('outlives a store that is down', async () => {
    let down = true;
    const moody: Store = {
      ...store,
      due: (limit) => (down ? Promise.reject(new StoreUnavailable('no', 'down')) : store.due(limit)),
    };
    const box = outbox({ store: moody, sweepMs: 5 });
    await turn();
    now += leaseMs;
    box.start();
    await sleep(20);
    down = false;
    await expect.poll(() => sent.length).toBe(1);
    await box.stop();
    expect(events[0]).toMatchObject({ reason: 'StoreUnavailable' });
  });
});
