/** What every store does, whatever it is made of. Each adapter's test runs this on the real thing. */
import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createIndex } from '../../src/seal/index-key.ts';
import { readKeys, trialSecrets } from '../../src/seal/keys.ts';
import { createSeal, SealBroken } from '../../src/seal/seal.ts';
import {
  deliveryMs,
  hourMs,
  leaseMs,
  mostRoom,
  type OwedItem,
  type OwedMark,
  type OwedReply,
  type StepRequest,
  type Store,
  StoreCorrupt,
  StoreRefused,
  type StoreTimes,
  silentMs,
} from '../../src/store/store.ts';

export interface Subject {
  /** A client of the same data. An adapter for one process gives the same one again. */
  open(times: StoreTimes): Promise<Store>;
  /** The process, and the server if there is one, dies without a word; everything is opened again. */
  crash(times: StoreTimes): Promise<Store>;
  /** Damage the conversation stored under this key. */
  damage(key: string, times: StoreTimes): Promise<Store>;
  stop(): Promise<void>;
}

const seal = createSeal(readKeys(trialSecrets(randomBytes)), randomBytes);
const index = createIndex(randomBytes(32));

export function storeContract(start: () => Promise<Subject>): void {
  let subject: Subject;
  let store: Store;
  let other: Store;
  let now = 0;
  let day = 0;
  let key = '';
  const times: StoreTimes = { clock: () => now };
  const tenant = { channel: 'slack', tenant: 'T1' } as const;
  const noticeKey = (id: string) => index.name('notice', tenant, id);

  beforeAll(async () => {
    subject = await start();
    store = await subject.open(times);
    other = await subject.open(times);
  });
  afterAll(() => subject.stop());
  beforeEach(() => {
    // Days pass between tests, so that what one leaves behind has expired in the next.
    day += 3;
    now = Date.UTC(2026, 10, day, 9);
    key = index.conversation({ ...tenant, person: randomUUID() });
  });

  const step = (change: Partial<StepRequest> = {}, by = store) =>
    by.step({
      key,
      delivery: randomUUID(),
      expected: null,
      change: { do: 'append', entry: 'k.yes' },
      reply: 'k.to',
      ...change,
    });
  /** All that is due for this test's conversation or items, claimed. */
  const claimDue = async (by = store) => {
    const claimed = await Promise.all((await by.due(1_000)).map((due) => by.claim(due)));
    return claimed.filter((owed) => owed !== null);
  };
  const clearDue = async () => {
    now += leaseMs;
    for (const owed of await claimDue()) await store.drop(owed);
  };

  describe('a step', () => {
    it('appends one entry, raises the revision, owes a reply and returns it all', async () => {
      const first = await step({ change: { do: 'append', entry: 'k.one' } });
      const second = await step({ change: { do: 'append', entry: 'k.two' }, expected: first.revision });
      expect(second).toEqual({
        outcome: 'taken',
        reply: 'yours',
        revision: first.revision + 1,
        entries: ['k.one', 'k.two'],
        cards: null,
        owed: { turn: expect.any(Number), revision: first.revision + 1, to: 'k.to', since: now, attempts: 1 },
      });
      expect(second.owed?.turn).toBeGreaterThan(first.owed?.turn ?? 0);
    });

    it('begins at the revision that is asked for, and only where nothing is stored', async () => {
      const first = await step({ begins: 7, expected: 0 });
      expect(first).toMatchObject({ outcome: 'taken', revision: 7 });
      expect(await step({ begins: 3, expected: 7 })).toMatchObject({ outcome: 'taken', revision: 8 });
    });

    it('clears the entries and goes on counting revisions', async () => {
      const before = await step();
      const after = await step({ change: { do: 'clear', entry: 'k.start' } });
      expect(after).toMatchObject({ outcome: 'taken', revision: before.revision + 1, entries: ['k.start'] });
    });

    it('answers a stale press from what is stored, and owes it a reply', async () => {
      const before = await step();
      await store.settle({ key, turn: before.owed?.turn ?? 0 });
      const stale = await step({ expected: before.revision - 1, reply: 'k.elsewhere' });
      expect(stale).toMatchObject({ outcome: 'stale', reply: 'yours', revision: before.revision, entries: ['k.yes'] });
      expect(stale.owed).toMatchObject({ to: 'k.elsewhere', revision: before.revision });
    });

    it('changes nothing on a redelivery, and shows the state', async () => {
      const before = await step({ delivery: 'Ev1' });
      const again = await step({ delivery: 'Ev1', expected: before.revision });
      expect(again).toEqual({ ...before, outcome: 'repeated', reply: 'none' });
    });

    it('knows a delivery for 25 hours, also after the conversation expired', async () => {
      await step({ delivery: 'Ev1' });
      now += deliveryMs - 1;
      expect((await step({ delivery: 'Ev1' })).outcome).toBe('repeated');
      now += 1;
      expect((await step({ delivery: 'Ev1' })).outcome).toBe('taken');
    });

    it('can owe a reply without changing anything, whatever the revision of the card', async () => {
      const before = await step();
      const help = await step({ change: { do: 'nothing' }, expected: 1, reply: 'k.help' });
      expect(help).toMatchObject({ outcome: 'read', reply: 'yours', revision: before.revision, entries: ['k.yes'] });
      expect(help.owed).toMatchObject({ to: 'k.help', attempts: 1 });
    });

    it('can change something and owe nothing', async () => {
      const result = await store.step({
        key,
        delivery: 'quiet',
        expected: null,
        change: { do: 'append', entry: 'k.b' },
      });
      expect(result).toMatchObject({ outcome: 'taken', reply: 'none', owed: null });
    });

    it('takes exactly one of 20 identical presses at once, and answers the others with the full state', async () => {
      const { revision } = await step();
      const presses = await Promise.all(
        Array.from({ length: 20 }, (_, i) => step({ expected: revision }, i % 2 === 0 ? store : other)),
      );
      expect(presses.filter(({ outcome }) => outcome === 'taken')).toHaveLength(1);
      expect(presses.filter(({ outcome }) => outcome === 'stale')).toHaveLength(19);
      expect(presses.filter(({ reply }) => reply === 'yours')).toHaveLength(1);
      expect(presses.filter(({ reply }) => reply === 'on-its-way')).toHaveLength(19);
      for (const press of presses) {
        expect(press).toMatchObject({ revision: revision + 1, entries: ['k.yes', 'k.yes'] });
      }
    });

    it('takes exactly one of 20 deliveries of one press at once', async () => {
      const { revision } = await step();
      const presses = await Promise.all(
        Array.from({ length: 20 }, (_, i) =>
          step({ delivery: 'Ev20', expected: revision }, i % 2 === 0 ? store : other),
        ),
      );
      expect(presses.filter(({ outcome }) => outcome === 'taken')).toHaveLength(1);
      expect(presses.filter(({ outcome }) => outcome === 'repeated')).toHaveLength(19);
    });

    it('takes one of two different presses for one revision', async () => {
      const { revision } = await step();
      const [yes, no] = await Promise.all([
        step({ expected: revision, change: { do: 'append', entry: 'k.yes2' } }, store),
        step({ expected: revision, change: { do: 'append', entry: 'k.no2' } }, other),
      ]);
      expect([yes.outcome, no.outcome].sort()).toEqual(['stale', 'taken']);
      expect(yes.entries).toEqual(no.entries);
    });

    it('sends a stale press its own reply once the one on its way is late', async () => {
      const { revision } = await step();
      now += leaseMs;
      expect(await step({ expected: revision - 1, reply: 'k.new' })).toMatchObject({ reply: 'yours' });
    });

    describe('the sender of a reply has fallen silent', () => {
      it('the next press that comes too late takes it over; before that it is on its way', async () => {
        const { revision } = await step();
        now += silentMs - 1;
        expect(await step({ expected: revision - 1 })).toMatchObject({ outcome: 'stale', reply: 'on-its-way' });
        now += 1;
        const over = await step({ expected: revision - 1, reply: 'k.new' });
        expect(over).toMatchObject({ outcome: 'stale', reply: 'yours', owed: { to: 'k.new', attempts: 1 } });
        expect(await step({ expected: revision - 1 })).toMatchObject({ outcome: 'stale', reply: 'on-its-way' });
      });

      it('the same delivery again takes over what it owed, once', async () => {
        const first = await step({ delivery: 'Ev1', reply: 'k.first' });
        expect(await step({ delivery: 'Ev1' })).toMatchObject({ outcome: 'repeated', reply: 'none' });
        now += silentMs;
        const over = await step({ delivery: 'Ev1', reply: 'k.again' });
        const { revision, since } = first.owed ?? {};
        expect(over).toMatchObject({ outcome: 'repeated', reply: 'yours', owed: { to: 'k.first', revision, since } });
        expect(over.owed?.turn).toBeGreaterThan(first.owed?.turn ?? 0);
        expect(await step({ delivery: 'Ev1' })).toMatchObject({ outcome: 'repeated', reply: 'none' });
        await store.settle({ key, turn: first.owed?.turn ?? 0 });
        expect((await store.read(key)).owed).not.toBeNull();
      });

      it('not while it takes its lease anew, and not what the platform put off', async () => {
        const first = await step({ delivery: 'Ev1' });
        const owed = { kind: 'reply', key, ...first, owed: first.owed as OwedMark } as const;
        now += silentMs - 1;
        await store.retry(owed, now + leaseMs);
        now += silentMs - 1;
        expect(await step({ expected: first.revision - 1 })).toMatchObject({ reply: 'on-its-way' });
        await store.retry(owed, now + 15_000);
        now += silentMs;
        expect(await step({ expected: first.revision - 1 })).toMatchObject({ reply: 'on-its-way' });
        expect(await step({ delivery: 'Ev1' })).toMatchObject({ reply: 'none' });
      });

      it('what was sent and noted is owed by nobody', async () => {
        const { owed } = await step({ delivery: 'Ev1' });
        await store.settle({ key, turn: owed?.turn ?? 0 });
        now += silentMs;
        expect(await step({ delivery: 'Ev1' })).toMatchObject({ outcome: 'repeated', reply: 'none', owed: null });
      });
    });

    it('keeps conversations apart', async () => {
      await step();
      expect(await store.read(index.conversation({ ...tenant, person: 'other' }))).toMatchObject({ entries: [] });
    });

    it('what is harmless stops at its room, what asks for more goes on to its own', async () => {
      const append = { do: 'append', entry: 'k.e' } as const;
      for (let i = 0; i < 3; i++) await step({ change: append, most: 3 });
      await expect(step({ change: append, most: 3 })).rejects.toThrow(StoreRefused);
      expect((await step({ change: append, most: 4 })).entries).toHaveLength(4);
      await expect(step({ change: append, most: mostRoom + 1 })).rejects.toThrow(StoreRefused);
    });

    it('refuses values over size, empty ids and names that are not its own', async () => {
      const long = 'k'.repeat(8_193);
      await expect(step({ change: { do: 'append', entry: long } })).rejects.toThrow(StoreRefused);
      await expect(step({ reply: long })).rejects.toThrow(StoreRefused);
      await expect(step({ delivery: '' })).rejects.toThrow(StoreRefused);
      await expect(step({ key: 'somebody@example.org' })).rejects.toThrow(StoreRefused);
      expect(await store.read(key)).toMatchObject({ revision: 0 });
    });

    it('refuses the 501st entry, keeps the 500, and can be started again', async () => {
      for (let i = 0; i < 500; i++) await step();
      await expect(step()).rejects.toThrow(StoreRefused);
      expect((await store.read(key)).entries).toHaveLength(500);
      expect(await step({ change: { do: 'clear', entry: 'k.new' } })).toMatchObject({ entries: ['k.new'] });
    });
  });

  describe('expiry', () => {
    it('is as long after a step as the step says', async () => {
      await step({ keepMs: 48 * hourMs });
      now += 48 * hourMs - 1;
      expect(await store.read(key)).toMatchObject({ entries: ['k.yes'] });
      await step({ keepMs: hourMs, change: { do: 'nothing' } });
      now += hourMs;
      expect(await store.read(key)).toMatchObject({ revision: 0, entries: [] });
    });

    it('is 24 hours after the last step, and what is owed goes with it', async () => {
      await step();
      now += 23 * hourMs;
      await step();
      now += 24 * hourMs - 1;
      expect((await store.read(key)).entries).toHaveLength(2);
      now += 1;
      expect(await store.read(key)).toEqual({ revision: 0, entries: [], cards: null, owed: null });
      expect(await store.claim(key)).toBeNull();
    });

    it('leaves no revision that a card of the old conversation could fit', async () => {
      const old = [await step(), await step(), await step()];
      now += 24 * hourMs;
      const fresh = await step();
      expect(fresh.entries).toHaveLength(1);
      expect(old.map(({ revision }) => revision)).not.toContain(fresh.revision);
      expect(fresh.revision).toBeGreaterThan(old[2]?.revision ?? 0);
    });

    it('works from a clock in 1970', async () => {
      now = 1;
      expect(await step()).toMatchObject({ outcome: 'taken', revision: 1 });
    });
  });

  describe('settling', () => {
    it('keeps the cards for the next turn and clears the mark', async () => {
      const { owed } = await step();
      await store.settle({ key, turn: owed?.turn ?? 0, cards: 'k.cards' });
      expect(await step()).toMatchObject({ cards: 'k.cards' });
      expect((await store.read(key)).entries).toHaveLength(2);
    });

    it('of an older turn leaves a newer mark and newer cards', async () => {
      const older = await step();
      const newer = await step();
      await store.settle({ key, turn: newer.owed?.turn ?? 0, cards: 'k.newer' });
      const third = await step();
      await store.settle({ key, turn: older.owed?.turn ?? 0, cards: 'k.older' });
      expect(await store.read(key)).toMatchObject({ cards: 'k.newer', owed: third.owed });
    });

    it('does not bring a forgotten conversation back', async () => {
      const { owed } = await step();
      await store.forget(key);
      await store.settle({ key, turn: owed?.turn ?? 0, cards: 'k.cards' });
      expect(await store.read(key)).toEqual({ revision: 0, entries: [], cards: null, owed: null });
    });

    it('adds a notice once, however often it is told, also after it was sent', async () => {
      const { owed } = await step();
      const items = [{ key: noticeKey(key), payload: 'k.notice', due: now, expires: now + hourMs }];
      const settle = () => store.settle({ key, turn: owed?.turn ?? 0, items });
      await settle();
      await settle();
      expect(await store.due(1_000)).toContain(noticeKey(key));
      const item = await store.claim(noticeKey(key));
      expect(item).toEqual({
        kind: 'item',
        key: noticeKey(key),
        payload: 'k.notice',
        expires: now + hourMs,
        attempts: 1,
      });
      await store.drop({ kind: 'item', key: noticeKey(key) });
      await settle();
      now += leaseMs;
      expect(await store.claim(noticeKey(key))).toBeNull();
    });

    it('adds notices without clearing the mark when nothing was sent', async () => {
      const { owed } = await step();
      await store.settle({ key, items: [{ key: noticeKey(key), payload: 'k.n', due: now, expires: now + 1 }] });
      expect((await store.read(key)).owed).toEqual(owed);
      expect(await store.claim(noticeKey(key))).not.toBeNull();
    });

    it('refuses a notice of another tenant, over size, or that ends before it is due', async () => {
      const item = { key: noticeKey('x'), payload: 'k.n', due: now, expires: now + 1 };
      const settle = (change: object) => store.settle({ key, turn: 1, items: [{ ...item, ...change }] });
      const elsewhere = Array.from({ length: 9 }, (_, i) =>
        index.name('notice', { channel: 'teams', tenant: `T${i}` }),
      );
      const foreign = elsewhere.find((name) => name.slice(0, 5) !== key.slice(0, 5)) ?? '';
      await expect(settle({ key: foreign })).rejects.toThrow(StoreRefused);
      await expect(settle({ payload: 'k'.repeat(8_193) })).rejects.toThrow(StoreRefused);
      await expect(settle({ expires: now })).rejects.toThrow(StoreRefused);
    });
  });

  describe('what is owed', () => {
    beforeEach(clearDue);

    it('is left to the process that took the turn for 30 seconds, then due to anybody', async () => {
      const { revision } = await step();
      now += leaseMs - 1;
      expect(await store.due(10)).toEqual([]);
      expect(await store.claim(key)).toBeNull();
      now += 1;
      expect(await store.due(10)).toEqual([key]);
      const owed = (await store.claim(key)) as OwedReply;
      expect(owed).toMatchObject({
        kind: 'reply',
        key,
        revision,
        entries: ['k.yes'],
        owed: { to: 'k.to', attempts: 2 },
      });
    });

    it('is claimed once by two sweepers at the same time', async () => {
      await step();
      now += leaseMs;
      const claims = await Promise.all([claimDue(store), claimDue(other), claimDue(store)]);
      expect(claims.flat()).toHaveLength(1);
    });

    it('is due again when the one who claimed it vanished', async () => {
      await step();
      now += leaseMs;
      await claimDue();
      expect(await claimDue()).toEqual([]);
      now += leaseMs;
      expect(await claimDue(other)).toMatchObject([{ owed: { attempts: 3 } }]);
    });

    it('comes back when told, and not before', async () => {
      await step();
      now += leaseMs;
      const [owed] = await claimDue();
      if (owed === undefined) throw new Error('Nothing was due.');
      await store.retry(owed, now + hourMs);
      now += hourMs - 1;
      expect(await claimDue()).toEqual([]);
      now += 1;
      expect(await claimDue()).toHaveLength(1);
    });

    it('is not put off by somebody whose claim has lapsed', async () => {
      await step();
      now += leaseMs;
      const [late] = await claimDue();
      now += leaseMs;
      const [current] = await claimDue(other);
      if (late === undefined || current === undefined) throw new Error('Nothing was due.');
      await store.retry(late, now + hourMs);
      now += leaseMs;
      expect(await claimDue()).toHaveLength(1);
    });

    it('has one reply a conversation, the newest', async () => {
      await step({ reply: 'k.first' });
      await step({ reply: 'k.second' });
      now += leaseMs;
      expect(await claimDue()).toMatchObject([{ owed: { to: 'k.second' } }]);
    });

    it('is gone when dropped; a newer reply is not', async () => {
      await step();
      now += leaseMs;
      const [older] = await claimDue();
      const newer = await step();
      if (older === undefined) throw new Error('Nothing was due.');
      await store.drop(older);
      expect((await store.read(key)).owed).toEqual(newer.owed);
      await store.drop({ kind: 'reply', key, ...newer, owed: newer.owed } as OwedReply);
      now += leaseMs;
      expect(await claimDue()).toEqual([]);
    });

    it('comes out most overdue first, as many as asked for', async () => {
      const at = [3, 1, 2].map((minute) => ({
        key: noticeKey(`${key}${minute}`),
        payload: `k.${minute}`,
        due: now + minute * 60_000,
        expires: now + hourMs,
      }));
      await store.settle({ key, items: at });
      now += 10 * 60_000;
      expect(await store.due(2)).toEqual([at[1]?.key, at[2]?.key]);
    });

    it('still comes out after its end, so that it can be reported', async () => {
      await store.settle({ key, items: [{ key: noticeKey(key), payload: 'k.n', due: now, expires: now + 1 }] });
      now += hourMs;
      expect((await claimDue()) as OwedItem[]).toMatchObject([{ expires: now - hourMs + 1 }]);
    });

    it('survives a crash, as do the answers', async () => {
      const before = await step();
      await store.settle({ key, items: [{ key: noticeKey(key), payload: 'k.n', due: now, expires: now + hourMs }] });
      store = await subject.crash(times);
      other = await subject.open(times);
      expect(await store.read(key)).toMatchObject({ revision: before.revision, entries: ['k.yes'], owed: before.owed });
      now += leaseMs;
      expect((await claimDue()).map((owed) => owed.kind).sort()).toEqual(['item', 'reply']);
    });
  });

  describe('forgetting', () => {
    it('removes the entries, the cards, the delivery ids and the owed reply', async () => {
      const { owed } = await step({ delivery: 'Ev9' });
      await store.settle({ key, turn: owed?.turn ?? 0, cards: 'k.cards' });
      await step();
      await store.forget(key);
      expect(await store.read(key)).toEqual({ revision: 0, entries: [], cards: null, owed: null });
      now += leaseMs;
      expect(await store.due(1_000)).not.toContain(key);
      expect((await step({ delivery: 'Ev9' })).outcome).toBe('taken');
    });

    it('leaves a notice that leads are owed', async () => {
      await store.settle({ key, items: [{ key: noticeKey(key), payload: 'k.n', due: now, expires: now + 1 }] });
      await store.forget(key);
      expect(await store.claim(noticeKey(key))).not.toBeNull();
    });

    it('of nothing is harmless', async () => {
      await expect(store.forget(key)).resolves.toBeUndefined();
    });
  });

  describe('a value kept for a channel', () => {
    const place = (id: string) => index.name('vault', tenant, id);

    it('is there for as long as somebody asks for it, until it is removed, and the newest counts', async () => {
      const kept = place(key);
      expect(await store.get(kept)).toBeNull();
      await store.put(kept, 'k.first');
      await store.put(kept, 'k.second');
      for (let year = 0; year < 3; year++) {
        now += 365 * 24 * hourMs;
        await store.due(1);
        expect(await other.get(kept)).toBe('k.second');
      }
      await other.remove(kept);
      expect(await store.get(kept)).toBeNull();
      await expect(store.remove(kept)).resolves.toBeUndefined();
    });

    it('survives a crash', async () => {
      await store.put(place(key), 'k.kept');
      store = await subject.crash(times);
      other = await subject.open(times);
      expect(await store.get(place(key))).toBe('k.kept');
    });

    it('must be sealed text under one of our names', async () => {
      await expect(store.put(place(key), '')).rejects.toThrow(StoreRefused);
      await expect(store.put('anything', 'k.value')).rejects.toThrow(StoreRefused);
    });
  });

  describe('what cannot be read', () => {
    it('is put aside, and its name is free', async () => {
      await step();
      await store.setAside(key);
      await other.setAside(key);
      expect(await store.read(key)).toMatchObject({ revision: 0, entries: [], owed: null });
      now += leaseMs;
      expect((await claimDue()).filter((owed) => owed.key === key)).toEqual([]);
      const kept = (await store.sample(10_000)).filter((each) => each.key.startsWith(`${key}-aside-`));
      expect(kept.map(({ sealed }) => sealed)).toContain('k.yes');
      await step({ delivery: 'another' });
      expect(await store.read(key)).toMatchObject({ entries: ['k.yes'] });
    });

    it('is still there past its end, while it is tried again', async () => {
      const item = noticeKey(randomUUID());
      await store.settle({ key, items: [{ key: item, payload: 'k.notice', due: now, expires: now + hourMs }] });
      for (let day = 0; day < 4; day++) {
        const owed = await store.claim(item);
        expect(owed).toMatchObject({ payload: 'k.notice' });
        if (owed) await store.retry(owed, now + 20 * hourMs);
        now += 20 * hourMs;
        await store.due(1);
      }
    });
  });

  describe('a group', () => {
    const group = (id: string) => index.name('group', tenant, id);

    it('tells its members, until they leave', async () => {
      const mine = group(key);
      const second = index.conversation({ ...tenant, person: randomUUID() });
      const third = index.conversation({ ...tenant, person: randomUUID() });
      await store.enlist(mine, key);
      await store.enlist(mine, [second, third]);
      await store.leave(mine, third);
      expect([...(await other.members(mine))].sort()).toEqual([key, second].sort());
      await other.leave(mine, key);
      await other.leave(mine, key);
      expect(await store.members(mine)).toEqual([second]);
      expect(await store.members(group('nobody'))).toEqual([]);
    });

    it('is of one tenant', async () => {
      const elsewhere = ['T2', 'T3', 'T4'].map((id) => index.name('group', { channel: 'slack', tenant: id }));
      const [foreign = ''] = elsewhere.filter((name) => name.slice(0, 5) !== key.slice(0, 5));
      await expect(store.enlist(foreign, key)).rejects.toThrow(StoreRefused);
    });
  });

  describe('a group of lines', () => {
    const group = (id: string) => index.name('lines', tenant, id);
    const line = (sealed: string | null, revision: number, keepMs = hourMs) => ({ sealed, revision, keepMs });

    it('tells the newest line of each member, until it ends or there is none', async () => {
      const [mine, second] = [group(key), index.conversation({ ...tenant, person: randomUUID() })];
      await store.note(mine, key, line('k.old', 7));
      await other.note(mine, key, line('k.new', 8, 2 * hourMs));
      await store.note(mine, key, line('k.old', 7));
      await store.note(mine, second, line('k.second', 1));
      const said = async () => (await other.notes(mine)).map(({ key: of, sealed }) => `${of} ${sealed}`).sort();
      expect(await said()).toEqual([`${key} k.new`, `${second} k.second`].sort());
      now += hourMs;
      expect(await said()).toEqual([`${key} k.new`]);
      await store.note(mine, key, line(null, 9));
      expect(await said()).toEqual([]);
      await store.note(mine, key, line('k.new', 8));
      expect(await said()).toEqual([]);
      now += hourMs;
      await store.note(mine, key, line('k.begun anew', 1));
      expect(await said()).toEqual([`${key} k.begun anew`]);
      expect(await store.notes(group('nobody'))).toEqual([]);
    });

    it('is of one tenant', async () => {
      const elsewhere = ['T2', 'T3', 'T4'].map((id) => index.name('lines', { channel: 'slack', tenant: id }));
      const [foreign = ''] = elsewhere.filter((name) => name.slice(0, 5) !== key.slice(0, 5));
      await expect(store.note(foreign, key, line('k.line', 1))).rejects.toThrow(StoreRefused);
    });
  });

  it('reads many as it reads each', async () => {
    const second = index.conversation({ ...tenant, person: randomUUID() });
    await step();
    await step({ change: { do: 'append', entry: 'k.more' } });
    const all = [key, second];
    expect(await store.readAll(all)).toEqual(await Promise.all(all.map((each) => store.read(each))));
    expect(await store.readAll([])).toEqual([]);
  });

  describe('damage', () => {
    it('of one sealed entry is found when it is opened, as a typed error', async () => {
      const entry = seal.seal('{"do":"start"}', key);
      await step({ change: { do: 'append', entry: `${entry.slice(0, -2)}AA` } });
      const [stored = ''] = (await store.read(key)).entries;
      expect(() => seal.open(stored, key)).toThrow(SealBroken);
    });

    it('of the stored conversation is a typed error that names a remedy, and only for that conversation', async () => {
      await step();
      store = await subject.damage(key, times);
      other = await subject.open(times);
      await expect(store.read(key)).rejects.toThrow(StoreCorrupt);
      await expect(step()).rejects.toThrow(StoreCorrupt);
      const damaged = key;
      key = index.conversation({ ...tenant, person: randomUUID() });
      expect((await step()).outcome).toBe('taken');
      await store.forget(damaged);
      await expect(store.read(damaged)).resolves.toMatchObject({ revision: 0 });
    });
  });

  it('says whether it is there', async () => {
    expect(await store.ready()).toEqual({ level: 'full', findings: [] });
  });
}
