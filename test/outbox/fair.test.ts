/** One workspace that hangs, is refused or is slow does not hold up another, on each store; and waits for its own good. */
import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Delivered } from '../../src/contract.ts';
import { createOutbox, type Outbox } from '../../src/outbox/outbox.ts';
import { hourMs, leaseMs, type OwedReply, type Store } from '../../src/store/store.ts';
import { until } from '../support/behaviour-space.ts';
import { onBothStores } from '../support/stores.ts';

const ok: Delivered = { status: 'sent', cards: [] };
const late: Delivered = { status: 'retry', reason: 'timeout' };
const down: Delivered = { status: 'down', reason: 'invalid_auth' };

onBothStores((fresh) => {
  let ahead = 0;
  let store: Store;
  let boxes: Outbox[];
  let platform: (line: string, key: string) => Promise<Delivered> | Delivered;
  let tried: string[];
  let sent: string[];
  let under: Map<string, number>;
  let most: Map<string, number>;
  const clock = () => Date.now() + ahead;

  /** As many replies of one workspace as a crash left behind. */
  async function owedBy(line: string, count: number, kind = 'conversation'): Promise<readonly OwedReply[]> {
    return Promise.all(
      Array.from({ length: count }, async () => {
        const key = `{p07}:${kind}:${randomUUID()}`;
        const change = { do: 'append', entry: 'k.yes' } as const;
        const result = await store.step({ key, delivery: randomUUID(), expected: null, change, reply: line });
        if (!result.owed) throw new Error('Nothing is owed.');
        return { kind: 'reply' as const, key, ...result, owed: result.owed };
      }),
    );
  }

  const outbox = (): Outbox => {
    const box = createOutbox({
      store,
      compose: (owed) => {
        const line = owed.kind === 'reply' ? owed.owed.to : owed.payload;
        const deliver = async (): Promise<Delivered> => {
          tried.push(line);
          under.set(line, (under.get(line) ?? 0) + 1);
          most.set(line, Math.max(most.get(line) ?? 0, under.get(line) ?? 0));
          const delivered = await platform(line, owed.key);
          under.set(line, (under.get(line) ?? 0) - 1);
          if (delivered.status === 'sent') sent.push(line);
          return delivered;
        };
        return { channel: { deliver, lineOf: () => line }, outgoing: { to: {}, post: [], token: () => '' } };
      },
      onFailed: () => {
        throw new Error('Nothing is given up here.');
      },
      isUrgent: (key) => !key.includes(':conversation:'),
      clock,
      random: () => 0.5,
      sweepMs: 50,
    });
    boxes.push(box);
    return box;
  };
  const count = (list: readonly string[], line: string) => list.filter((each) => each === line).length;

  async function begin(): Promise<void> {
    [ahead, boxes, tried, sent, under, most] = [0, [], [], [], new Map(), new Map()];
    store = await (await fresh({ clock })).open();
  }
  const end = async () => {
    platform = () => ok;
    await Promise.all(boxes.map((box) => box.stop()));
  };

  it('150 replies hang in one workspace: another, and a notice of the same one, are sent meanwhile', async () => {
    await begin();
    const { promise: freed, resolve: free } = Promise.withResolvers<void>();
    platform = async (line, key) => {
      if (line !== 'k.hung' || !key.includes(':conversation:')) return ok;
      await freed;
      return late;
    };
    await owedBy('k.hung', 150);
    ahead += leaseMs;
    outbox().start();
    await until(() => expect(count(tried, 'k.hung')).toBeGreaterThan(0));
    await owedBy('k.other', 3);
    await owedBy('k.hung', 1, 'place');
    ahead += leaseMs;
    await until(() => expect([count(sent, 'k.other'), count(sent, 'k.hung')]).toEqual([3, 1]));
    expect(under.get('k.hung')).toBeGreaterThan(0);
    expect(most.get('k.hung')).toBeLessThan(8);
    free();
    await end();
  });

  it('one slow person does not hold up the others of their workspace', async () => {
    await begin();
    const [slow] = await owedBy('k.one', 1);
    const { promise: freed, resolve: free } = Promise.withResolvers<void>();
    platform = async (_, key) => {
      if (key !== slow?.key) return ok;
      await freed;
      return late;
    };
    await owedBy('k.one', 50);
    ahead += leaseMs;
    outbox().start();
    await until(() => expect(count(sent, 'k.one')).toBe(50), 5_000);
    free();
    await end();
  });

  it('a refused workspace is tried with one message at a time, gives nothing up, and sends each once when it heals', async () => {
    await begin();
    let refused = true;
    platform = (line) => (line === 'k.refused' && refused ? down : ok);
    await owedBy('k.refused', 60);
    ahead += leaseMs;
    const box = outbox();
    for (let i = 0; i < 20; i++) {
      await box.sweep();
      ahead += 5_000;
    }
    expect(box.linesDown()).toBe(1);
    // The first ones were under way before anybody knew.
    expect(count(tried, 'k.refused')).toBeLessThan(40);
    ahead += 10 * hourMs;
    refused = false;
    for (let i = 0; i < 10; i++) {
      await box.sweep();
      ahead += 5_000;
    }
    expect(count(sent, 'k.refused')).toBe(60);
    expect(box.linesDown()).toBe(0);
    await end();
  });
});
