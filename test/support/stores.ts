/** Both stores for tests of what stands on them: a real file, a real Redis, and ways to damage, search and upset them. */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe } from 'vitest';
import type { Key, Store, StoreTimes } from '../../src/store/store.ts';
import { dataFolder } from './data-folder.ts';
import { openReady } from './ready-store.ts';
import { startRedis } from './redis.ts';

/** What can be spoilt in a stored conversation: something sealed, or the whole of it. */
export type Part = 'entries' | 'reply' | 'cards' | 'all';

/** A data set of its own, empty at the start of each test. */
export interface Data {
  /** A client of it. The file serves one process, so it gives the same one again. */
  open(): Promise<Store>;
  /** Spoil part of what is stored under this key. @returns a client of the damaged data */
  damage(key: Key, part: Part): Promise<Store>;
  /** Every byte stored, names and values. */
  everything(): Promise<string>;
  close(): Promise<void>;
}

/** Runs the same specification on the SQLite file and on Redis. `fresh` begins an empty data set. */
export function onBothStores(specify: (fresh: (times: StoreTimes) => Promise<Data>) => void): void {
  describe('on the SQLite file', () => {
    specify(async (times) => fileData(times));
  });
  describe('on Redis', () => {
    let server: Awaited<ReturnType<typeof startRedis>>;
    beforeAll(async () => {
      server = await startRedis();
    });
    afterAll(() => server.stop());
    specify(async (times) => redisData(server.url, times));
  });
}

/** Its own file. */
export async function fileData(times: StoreTimes): Promise<Data> {
  const folder = dataFolder('bot');
  const file = join(folder, 'signpost.sqlite');
  let store: Store | undefined;
  const open = async () => {
    store ??= (await openReady({ ...times, dataDir: folder })).store;
    return store;
  };
  const columns = { reply: 'owed_to', cards: 'cards', all: 'revision' } as const;
  return {
    open,
    async damage(key, part) {
      await store?.close();
      store = undefined;
      const db = new DatabaseSync(file);
      if (part === 'entries') db.prepare('UPDATE entry SET sealed = ? WHERE key = ?').run('trial.spoilt', key);
      else
        db.prepare(`UPDATE conversation SET ${columns[part]} = ? WHERE key = ?`).run(
          part === 'all' ? -1 : 'trial.spoilt',
          key,
        );
      db.close();
      return open();
    },
    async everything() {
      return readdirSync(folder)
        .map((name) => readFileSync(join(folder, name), 'latin1'))
        .join('\n');
    },
    async close() {
      await store?.close();
      rmSync(folder, { recursive: true });
    },
  };
}

async function redisData(url: string, times: StoreTimes): Promise<Data> {
  const client = new Redis(url);
  await client.flushall();
  const opened: Store[] = [];
  const open = async () => {
    const { store } = await openReady({ ...times, redisUrl: url, dataDir: '' });
    opened.push(store);
    return store;
  };
  return {
    open,
    async damage(key, part) {
      const fields = { reply: 'to', cards: 'c' } as const;
      if (part === 'all') await client.set(key, 'not a hash');
      else if (part !== 'entries') await client.hset(key, fields[part], 'trial.spoilt');
      else
        for (const field of await client.hkeys(key))
          if (/^e\d+$/.test(field)) await client.hset(key, field, 'trial.spoilt');
      return open();
    },
    async everything() {
      const values = async (key: string) => {
        const type = await client.type(key);
        if (type === 'hash') return JSON.stringify(await client.hgetall(key));
        if (type === 'set') return (await client.smembers(key)).join();
        return type === 'zset' ? (await client.zrange(key, '0', '-1')).join() : client.get(key);
      };
      const keys = await client.keys('*');
      return [...keys, ...(await Promise.all(keys.map(values)))].join('\n');
    },
    async close() {
      await Promise.all(opened.map((store) => store.close()));
      client.disconnect();
    },
  };
}
