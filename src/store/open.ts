/** Chooses the store: Redis where REDIS_URL is set, else one SQLite file in DATA_DIR. */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ClientOptions } from './redis-client.ts';
import { parseRedisUrl } from './redis-url.ts';
import { type Durability, type Store, type StoreTimes, StoreUnavailable } from './store.ts';

export interface OpenOptions extends StoreTimes, ClientOptions {
  /** REDIS_URL; the first choice. */
  readonly redisUrl?: string;
  /** DATA_DIR; the file in it is `signpost.sqlite`. `:memory:` keeps nothing. */
  readonly dataDir: string;
  /** Start although a restart or a full server can lose what was accepted: trials and tests only. */
  readonly acceptLoss?: boolean;
  readonly onTrouble?: (error: Error) => void;
}

/** The store would lose what it accepts. The message holds what to change. */
export class StoreNotDurable extends Error {
  override name = 'StoreNotDurable';
}

/** How long a start waits for Redis to answer. */
const startMs = 5_000;

/**
 * @returns the store and what it promises; tell the administrator of every finding.
 * @throws {StoreUnavailable} {StoreCorrupt} {StoreNotDurable} {RedisUrlInvalid}
 */
export async function openStore(options: OpenOptions): Promise<{ store: Store; durability: Durability }> {
  const store = await choose(options);
  try {
    const durability = await whenReady(store);
    if (durability.level === 'none' && options.acceptLoss !== true) {
      throw new StoreNotDurable(durability.findings.join(' '));
    }
    return { store, durability };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** Each adapter is loaded only where it is used. */
async function choose({ redisUrl, dataDir, ...rest }: OpenOptions): Promise<Store> {
  if (redisUrl !== undefined) {
    const target = parseRedisUrl(redisUrl);
    const { openRedisStore } = await import('./redis.ts');
    return openRedisStore({ ...rest, target });
  }
  const { openSqliteStore } = await import('./sqlite.ts');
  return openSqliteStore({ ...rest, file: dataDir === ':memory:' ? dataDir : join(dataDir, 'signpost.sqlite') });
}

async function whenReady(store: Store): Promise<Durability> {
  const end = performance.now() + startMs;
  for (;;) {
    try {
      return await store.ready();
    } catch (error) {
      if (!(error instanceof StoreUnavailable) || performance.now() > end) throw error;
      await sleep(50);
    }
  }
}
