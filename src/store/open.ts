/** Chooses the store: Redis where REDIS_URL is set, else one SQLite file in DATA_DIR. */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ClientOptions } from './redis-client.ts';
import type { RedisTrouble } from './redis-trouble.ts';
import { parseRedisUrl } from './redis-url.ts';
import { type Durability, type Store, type StoreTimes, StoreUnavailable } from './store.ts';

export interface OpenOptions extends StoreTimes, ClientOptions {
  /** REDIS_URL; the first choice. */
  readonly redisUrl?: string;
  /** The certificate of the authority that signed Redis's own, as PEM. */
  readonly redisCa?: string;
  /** DATA_DIR; the file in it is `signpost.sqlite`. `:memory:` keeps nothing. */
  readonly dataDir: string;
  /** Told of Redis's troubles, once each until it is over. */
  readonly onTrouble?: (trouble: RedisTrouble) => void;
}

/** The store would lose what it accepts. The message holds what to change. */
export class StoreNotDurable extends Error {
  override name = 'StoreNotDurable';
}

export interface DurabilityOptions {
  /** Start although a restart or a full server can lose what was accepted: trials and tests only. */
  readonly acceptLoss?: boolean;
  /** How long a store that does not answer is waited for. */
  readonly waitMs?: number;
}

/** Each adapter is loaded only where it is used. @throws {StoreUnavailable} {StoreCorrupt} {RedisUrlInvalid} */
export async function openStore({ redisUrl, redisCa, dataDir, ...rest }: OpenOptions): Promise<Store> {
  if (redisUrl !== undefined) {
    const target = parseRedisUrl(redisUrl, redisCa);
    const { openRedisStore } = await import('./redis.ts');
    return openRedisStore({ ...rest, target });
  }
  const { openSqliteStore } = await import('./sqlite.ts');
  return openSqliteStore({ ...rest, file: dataDir === ':memory:' ? dataDir : join(dataDir, 'signpost.sqlite') });
}

/**
 * @returns what the store promises; tell the administrator of every finding
 * @throws {StoreUnavailable} {StoreCorrupt} {StoreNotDurable}
 */
export async function durabilityOf(
  store: Store,
  { acceptLoss = false, waitMs = 5_000 }: DurabilityOptions = {},
): Promise<Durability> {
  const durability = await whenReady(store, waitMs);
  if (durability.level === 'none' && !acceptLoss) throw new StoreNotDurable(durability.findings.join(' '));
  return durability;
}

async function whenReady(store: Store, waitMs: number): Promise<Durability> {
  const end = performance.now() + waitMs;
  for (;;) {
    try {
      return await store.ready();
    } catch (error) {
      if (!(error instanceof StoreUnavailable) || performance.now() > end) throw error;
      await sleep(50);
    }
  }
}
