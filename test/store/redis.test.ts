import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { StoreNotDurable } from '../../src/store/open.ts';
import { openRedisStore } from '../../src/store/redis.ts';
import { parseRedisUrl } from '../../src/store/redis-url.ts';
import { hourMs, type Store, type StoreTimes, StoreUnavailable } from '../../src/store/store.ts';
import { openReady } from '../support/ready-store.ts';
import { type RedisServer, startFailover, startRedis } from '../support/redis.ts';
import { storeContract } from './contract.ts';

const fresh = () => `{p07}:conversation:${randomUUID()}`;
const press = (key: string, delivery: string = randomUUID()) => ({
  key,
  delivery,
  expected: null,
  change: { do: 'append', entry: 'k.yes' } as const,
  reply: 'k.to',
});
const failure = (work: Promise<unknown>) =>
  work.then(
    () => expect.fail('It should have failed.'),
    (error: StoreUnavailable) => error,
  );

/** What docs/redis.md gives the program: the whole contract is kept with these rights and no more. */
const [least = ''] = /^ACL SETUSER .*$/m.exec(readFileSync('docs/redis.md', 'utf8')) ?? [];

describe('the store on Redis, with the least rights', () => {
  storeContract(async () => {
    const server = await startRedis(['--user', ...least.replace('PASSWORD', 'ours').split(' ').slice(2)]);
    const url = server.url.replace('//', '//signpost:ours@');
    const opened: Store[] = [];
    const open = async (times: StoreTimes) => {
      const { store } = await openReady({ ...times, redisUrl: url, dataDir: '' });
      opened.push(store);
      return store;
    };
    return {
      open,
      crash: async (times) => {
        await server.kill();
        await server.restart();
        return open(times);
      },
      damage: async (key, times) => {
        const client = new Redis(server.url);
        await client.set(key, 'not a hash');
        client.disconnect();
        return open(times);
      },
      stop: async () => {
        await Promise.all(opened.map((store) => store.close()));
        await server.stop();
      },
    };
  });
});

describe('a Redis that misbehaves', () => {
  let server: RedisServer;
  let store: Store;
  let client: Redis;
  beforeAll(async () => {
    server = await startRedis();
    ({ store } = await openReady({ clock: Date.now, redisUrl: server.url, dataDir: '', commandTimeoutMs: 400 }));
    client = new Redis(server.url);
    client.on('error', () => {});
  });
  afterAll(async () => {
    await server.stop();
    await store.close();
    client.disconnect();
  });

  it.each([
    ['since Redis 7', "READONLY You can't write against a read only replica. script: x, on @user_script:1."],
    [
      'before Redis 7',
      "ERR Error running script (call to f_x): @user_script:1: @user_script: 1: -READONLY You can't write against a read only replica.",
    ],
  ])(
    'is left for the new primary when the old one is demoted under an open connection, in the words of %s',
    async (_, words) => {
      const failover = await startFailover(server.port, words);
      const open = openRedisStore({ clock: Date.now, target: parseRedisUrl(failover.url) });
      try {
        await vi.waitFor(() => open.step(press(fresh())), 5_000);
        failover.demote();
        const refused = await failure(open.step(press(fresh())));
        expect(refused).toMatchObject({ name: 'StoreUnavailable', landed: 'no' });
        await vi.waitFor(() => open.step(press(fresh())), 5_000);
      } finally {
        await open.close();
        await failover.stop();
      }
    },
  );

  it('is asked one command a step, once it knows the script', async () => {
    const key = fresh();
    await store.step(press(key));
    await client.config('RESETSTAT');
    await store.step(press(key));
    await store.step(press(key));
    const stats = await client.info('commandstats');
    expect(stats).toMatch(/cmdstat_evalsha:calls=2,/);
    expect(stats).not.toMatch(/cmdstat_(?:eval|script\S*|multi|exec|wait):/);
  });

  it('is asked one command for all that is due, whatever the number of partitions', async () => {
    const keys = ['{p03}:conversation:due', '{p41}:conversation:due'];
    for (const key of keys) {
      const item = { key: key.replace('conversation', 'notice'), payload: 'k.n', due: Date.now() - 1 };
      await store.settle({ key, items: [{ ...item, expires: Date.now() + hourMs }] });
    }
    await store.due(10);
    await client.config('RESETSTAT');
    expect(await store.due(1_000)).toEqual(expect.arrayContaining(['{p03}:notice:due', '{p41}:notice:due']));
    const stats = await client.info('commandstats');
    expect(stats).toMatch(/cmdstat_evalsha:calls=1,/);
    // The sets are walked inside that one command.
    expect([...stats.matchAll(/^cmdstat_([^:|]+)/gm)].map(([, name]) => name).sort()).toEqual([
      'config',
      'evalsha',
      'zrangebyscore',
    ]);
  });

  it('is asked once for what several want to know at one moment, and anew after that', async () => {
    const key = fresh();
    await Promise.all([store.step(press(key)), store.read(key)]);
    await client.config('RESETSTAT');
    const [one, two] = await Promise.all([store.read(key), store.read(key)]);
    expect(one.revision).toBe(two.revision);
    await store.step(press(key));
    expect((await store.read(key)).revision).toBe(one.revision + 1);
    expect(await client.info('commandstats')).toMatch(/cmdstat_evalsha:calls=3,/);
  });

  it('holds no key without an end, and no name of anybody', async () => {
    const key = fresh();
    const { owed } = await store.step(press(key));
    const now = Date.now();
    const items = [{ key: '{p07}:notice:abc', payload: 'k.n', due: now, expires: now + 100 * hourMs }];
    await store.settle({ key, turn: (owed?.turn ?? 0) - 1, items });
    const keys = await client.keys('*');
    expect(keys).toEqual(expect.arrayContaining([key, '{p07}:due', '{p07}:notice:abc']));
    for (const name of keys) expect(await client.pttl(name), name).toBeGreaterThan(23 * hourMs);
    expect(await client.pttl('{p07}:due')).toBeGreaterThan(100 * hourMs);
  });

  it('has forgotten its scripts: the step is taken all the same', async () => {
    await client.script('FLUSH');
    expect((await store.step(press(fresh()))).outcome).toBe('taken');
  });

  it('does not answer: the step is "unknown" within the limit, and may land later', async () => {
    const key = fresh();
    await store.step(press(key));
    server.freeze();
    // It is thawed only after the step has been given up.
    const error = await failure(store.step(press(key, 'late')));
    server.thaw();
    expect(error).toBeInstanceOf(StoreUnavailable);
    expect(error.landed).toBe('unknown');
    await expect
      .poll(() => store.step(press(key, 'late')).catch(() => null))
      .toMatchObject({
        outcome: 'repeated',
        entries: ['k.yes', 'k.yes'],
        owed: { attempts: 1 },
      });
  });

  it('is dead: it says so at once, that nothing was stored; back again, it works without a restart of ours', async () => {
    const key = fresh();
    await store.step(press(key));
    await server.kill();
    await failure(store.read(key));
    const error = await failure(store.step(press(key)));
    expect(error).toBeInstanceOf(StoreUnavailable);
    // Refused, and not waited for: what was waited for in vain may have landed.
    expect(error.landed).toBe('no');
    await expect(store.ready()).rejects.toThrow(StoreUnavailable);
    await server.restart();
    await expect
      .poll(() => store.read(key).catch(() => null), { timeout: 5_000 })
      .toMatchObject({ entries: ['k.yes'] });
  });

  it('reaches its memory limit: nothing was stored', async () => {
    await client.config('SET', 'maxmemory', '1');
    const error = await failure(store.step(press(fresh())));
    await client.config('SET', 'maxmemory', '0');
    expect(error).toBeInstanceOf(StoreUnavailable);
    expect(error.landed).toBe('no');
  });

  it('shows no secret and no stored text in its errors', async () => {
    await client.config('SET', 'maxmemory', '1');
    const error = await failure(store.step({ ...press(fresh()), reply: 'k.canary' }));
    await client.config('SET', 'maxmemory', '0');
    expect(JSON.stringify([error.message, error.stack, String(error.cause)])).not.toContain('canary');
  });
});

describe('durability', () => {
  const report = async (settings: readonly string[], query = '') => {
    const server = await startRedis(settings);
    const store = openRedisStore({ clock: Date.now, target: parseRedisUrl(`${server.url}${query}`) });
    await expect.poll(() => store.ready().then(Boolean, () => false)).toBe(true);
    const found = await store.ready();
    await store.close();
    const start = openReady({ clock: Date.now, redisUrl: server.url, dataDir: '' }).then(
      async (opened) => {
        await opened.store.close();
        return 'started';
      },
      (error: unknown) => error,
    );
    return { found, start: await start.finally(() => server.stop()) };
  };

  it('without an append-only file is refused at start, with what to set', async () => {
    const { found, start } = await report(['--appendonly', 'no']);
    expect(found.level).toBe('none');
    expect(start).toBeInstanceOf(StoreNotDurable);
    expect(String(start)).toContain('Set "appendonly yes".');
  });

  it('with a server that may drop keys when full is refused at start', async () => {
    const { start } = await report(['--maxmemory', '100mb', '--maxmemory-policy', 'volatile-lru']);
    expect(String(start)).toContain('Set "maxmemory-policy noeviction".');
  });

  it('of about a second starts, and is said', async () => {
    const { found, start } = await report(['--appendfsync', 'everysec']);
    expect(found).toEqual({ level: 'weak', findings: [expect.stringContaining('"appendfsync" is everysec')] });
    expect(start).toBe('started');
  });

  it('with fewer replicas than were asked for is not ready: no step counts', async () => {
    const server = await startRedis();
    const store = openRedisStore({ clock: Date.now, target: parseRedisUrl(`${server.url}?replicas=1`) });
    await expect.poll(() => store.ready().catch((error: Error) => error.message)).toMatch(/no replica has it yet/);
    await expect(store.step(press(fresh()))).rejects.toMatchObject({ landed: 'unknown' });
    await store.close();
    await server.stop();
  });
});

describe('with a replica', () => {
  let primary: RedisServer;
  let replica: RedisServer;
  let store: Store;
  let client: Redis;
  beforeAll(async () => {
    primary = await startRedis();
    replica = await startRedis(['--replicaof', `127.0.0.1 ${primary.port}`]);
    client = new Redis(primary.url);
    // "online" comes before the replica has loaded its copy; from its first confirmation on it keeps up.
    await vi.waitFor(async () => {
      await client.set('warm', 'up', 'PX', 60_000);
      expect(await client.wait(1, 1_000)).toBe(1);
    }, 20_000);
    ({ store } = await openReady({ clock: Date.now, redisUrl: primary.url, dataDir: '' }));
  });
  afterAll(async () => {
    await Promise.all([primary.stop(), replica.stop()]);
    await store.close();
    client.disconnect();
  });
  let key = '';
  beforeEach(() => {
    key = fresh();
  });

  it('a step has reached it when it is taken', async () => {
    await store.step(press(key));
    const reader = new Redis(replica.url);
    expect(await reader.hget(key, 'e1')).toBe('k.yes');
    reader.disconnect();
  });

  it('survives a flush of scripts with its guarantee', async () => {
    await client.script('FLUSH');
    expect((await store.step(press(key))).outcome).toBe('taken');
  });

  it('a step it never got is "unknown", and its redelivery shows it', async () => {
    replica.freeze();
    const error = await failure(store.step(press(key, 'Ev1')));
    expect(error.landed).toBe('unknown');
    expect(error.message).toContain('no replica');
    replica.thaw();
    await expect
      .poll(() => store.step(press(key, 'Ev1')).catch(() => null), { timeout: 5_000 })
      .toMatchObject({
        outcome: 'repeated',
        entries: ['k.yes'],
      });
  });
});

describe('a primary whose replica is gone', () => {
  it('is trusted alone, says so, and waits for a replica once there is one again', async () => {
    const primary = await startRedis();
    const replicaOf = ['--replicaof', `127.0.0.1 ${primary.port}`];
    let replica = await startRedis(replicaOf);
    const client = new Redis(primary.url);
    const isFollowed = () =>
      vi.waitFor(async () => {
        await client.set('warm', 'up', 'PX', 60_000);
        expect(await client.wait(1, 1_000)).toBe(1);
      }, 20_000);
    await isFollowed();
    const { store } = await openReady({ clock: Date.now, redisUrl: primary.url, dataDir: '' });
    const waits = async () => {
      const { outcome } = await store.step(press(fresh()));
      expect(outcome).toBe('taken');
      return Number(/cmdstat_wait:calls=(\d+)/.exec(await client.info('commandstats'))?.[1] ?? 0);
    };
    await waits();
    await client.config('RESETSTAT');
    expect(await waits()).toBe(1);
    await replica.stop();
    await vi.waitFor(async () => expect(await client.role()).toMatchObject(['master', expect.anything(), []]));
    expect(await waits()).toBe(2);
    expect(await waits()).toBe(2);
    expect(await store.ready()).toMatchObject({ level: 'weak', findings: [expect.stringContaining('0 of 1')] });
    replica = await startRedis(replicaOf);
    await isFollowed();
    await client.config('RESETSTAT');
    await vi.waitFor(async () => expect(await waits()).toBeGreaterThan(0), { timeout: 20_000, interval: 500 });
    client.disconnect();
    await store.close();
    await Promise.all([primary.stop(), replica.stop()]);
  });
});

describe('what an earlier version left', () => {
  it('a group that was a plain set keeps its members, and a value without an end gets one', async () => {
    const server = await startRedis();
    const client = new Redis(server.url);
    const group = '{p07}:group:older';
    await client.sadd(group, '{p07}:conversation:a', '{p07}:conversation:b');
    await client.pexpire(group, hourMs);
    await client.set('{p07}:vault:older', 'k.kept');
    let now = Date.now();
    const { store } = await openReady({ clock: () => now, redisUrl: server.url, dataDir: '' });
    await store.enlist(group, '{p07}:conversation:c', 2 * hourMs);
    expect([...(await store.members(group))].sort()).toEqual(['a', 'b', 'c'].map((id) => `{p07}:conversation:${id}`));
    now += hourMs + 1;
    expect(await store.members(group)).toEqual(['{p07}:conversation:c']);
    expect(await store.get('{p07}:vault:older')).toBe('k.kept');
    expect(await client.pttl('{p07}:vault:older')).toBeGreaterThan(hourMs);
    client.disconnect();
    await store.close();
    await server.stop();
  });
});

describe('on Redis Cluster', () => {
  let nodes: RedisServer[];
  let store: Store;
  let first: Redis;
  beforeAll(async () => {
    nodes = await Promise.all([0, 1].map(() => startRedis(['--cluster-enabled', 'yes'])));
    const clients = nodes.map(({ url }) => new Redis(url));
    first = clients[0] as Redis;
    await first.call('CLUSTER', 'ADDSLOTSRANGE', 0, 8_191);
    await clients[1]?.call('CLUSTER', 'ADDSLOTSRANGE', 8_192, 16_383);
    await clients[1]?.call('CLUSTER', 'SET-CONFIG-EPOCH', 2);
    await first.call('CLUSTER', 'MEET', '127.0.0.1', nodes[1]?.port ?? 0);
    await vi.waitFor(
      async () =>
        expect(await Promise.all(clients.map((node) => node.call('CLUSTER', 'INFO')))).toEqual([
          expect.stringContaining('cluster_state:ok'),
          expect.stringContaining('cluster_state:ok'),
        ]),
      15_000,
    );
    clients[1]?.disconnect();
    const url = `redis+cluster://127.0.0.1:${nodes[0]?.port}?replicas=0`;
    ({ store } = await openReady({ clock: () => now, redisUrl: url, dataDir: '' }));
  });
  afterAll(async () => {
    await Promise.all(nodes.map((node) => node.stop()));
    await store.close();
    first.disconnect();
  });
  let now = Date.now();

  it('every partition works, whichever node holds it, and all that is due is found', async () => {
    const keys = Array.from({ length: 64 }, (_, i) => `{p${String(i).padStart(2, '0')}}:conversation:abc`);
    for (const key of keys) {
      const { outcome } = await store.step(press(key));
      expect(outcome).toBe('taken');
      await store.settle({
        key,
        items: [{ key: key.replace('conversation', 'notice'), payload: 'k.n', due: now + 1, expires: now + hourMs }],
      });
    }
    now += 60_000;
    const due = await store.due(1_000);
    expect(due).toHaveLength(128);
    const owed = await Promise.all(due.map((key) => store.claim(key)));
    expect(owed.filter((claimed) => claimed?.kind === 'item')).toHaveLength(64);
    expect(owed.filter((claimed) => claimed?.kind === 'reply')).toHaveLength(64);
    expect(await first.dbsize()).toBeGreaterThan(0);
  });

  it('a server that holds all but keeps to the rules of a Cluster is asked for each partition', async () => {
    const alone = await startRedis(['--cluster-enabled', 'yes']);
    const client = new Redis(alone.url);
    await client.call('CLUSTER', 'ADDSLOTSRANGE', 0, 16_383);
    await vi.waitFor(async () => expect(await client.call('CLUSTER', 'INFO')).toContain('cluster_state:ok'), 15_000);
    const open = openRedisStore({ clock: () => now, target: parseRedisUrl(alone.url) });
    const items = [{ key: '{p05}:notice:one', payload: 'k.n', due: now - 1, expires: now + hourMs }];
    await vi.waitFor(() => open.settle({ key: '{p05}:conversation:one', items }), 5_000);
    expect(await open.due(10)).toEqual(['{p05}:notice:one']);
    expect(await open.due(10)).toEqual(['{p05}:notice:one']);
    await open.close();
    client.disconnect();
    await alone.stop();
  });
});
