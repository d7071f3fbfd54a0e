/** The store: there, durable, ours, and letting us do all that the program does. Nothing that is stored is changed. */
import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import type { Config } from '../config/config.ts';
import { createIndex } from '../seal/index-key.ts';
import { type Keys, readKeys } from '../seal/keys.ts';
import { createSeal } from '../seal/seal.ts';
import { createKeyCheck, KeysWrong } from '../startup/key-check.ts';
import { durabilityOf, openStore, StoreNotDurable } from '../store/open.ts';
import { RedisUrlInvalid } from '../store/redis-url.ts';
import { type Durability, type Store, StoreCorrupt, StoreUnavailable } from '../store/store.ts';
import { type DoctorFinding, fine, unwise, wrong } from './finding.ts';

export interface StoreLook {
  /** Only where it can be used. Whoever gets it closes it. */
  readonly store?: Store;
  readonly keys: Keys;
  readonly findings: readonly DoctorFinding[];
}

const waitMs = 3_000;
const longMs = 30 * 24 * 3_600_000;

export async function storedOf(config: Config, clock: () => number): Promise<StoreLook> {
  const keys = readKeys(config.secrets);
  let store: Store | undefined;
  try {
    store = await open(config, clock);
    const durability = await durabilityOf(store, { waitMs });
    await doEverything(store, clock);
    await checkKeys(store, keys, clock);
    return { store, keys, findings: [...durable(durability), fine('keys', 'What is stored opens with these keys.')] };
  } catch (error) {
    await store?.close();
    return { keys, findings: [refused(error, config)] };
  }
}

function open(config: Config, clock: () => number): Promise<Store> {
  if (config.redisUrl === undefined) mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  return openStore({
    ...(config.redisUrl !== undefined && { redisUrl: config.redisUrl }),
    ...(config.redisCa !== undefined && { redisCa: config.redisCa }),
    dataDir: config.dataDir,
    clock,
  });
}

/** Each command once, on names of its own: a right that is missing shows now and not with somebody's first answer. */
async function doEverything(store: Store, clock: () => number): Promise<void> {
  const name = `{p00}:probe:${randomBytes(9).toString('base64url')}`;
  const [group, item] = [`${name}-group`, `${name}-item`];
  // Far ahead, so that no running program takes it up before it is taken away again.
  const due = clock() + longMs;
  try {
    await store.step({ key: name, delivery: name, expected: null, change: { do: 'append', entry: 'probe' } });
    await store.settle({ key: name, items: [{ key: item, payload: 'probe', due, expires: due + 1 }] });
    await store.claim(item);
    await store.due(1);
    await store.put(group, 'probe');
    await store.get(group);
    await store.remove(group);
    await store.enlist(group, name, 1);
    await store.members(group);
    await store.leave(group, name);
    await store.sample(1);
  } finally {
    await store.drop({ kind: 'item', key: item });
    for (const key of [item, name]) await store.forget(key);
  }
}

const checkKeys = (store: Store, keys: Keys, clock: () => number) =>
  createKeyCheck({
    store,
    keys,
    seal: createSeal(keys, randomBytes),
    index: createIndex(keys.index),
    clock,
    process: 'none',
  }).look();

function durable({ findings }: Durability): readonly DoctorFinding[] {
  if (findings.length === 0) return [fine('store', 'It takes writes, and keeps what it accepts.')];
  return findings.map((says) => unwise('store', says, 'What was accepted could be lost.', 'see docs/redis.md.'));
}

/** @throws what was not expected, as it is */
function refused(error: unknown, { redisUrl }: Config): DoctorFinding {
  const where = redisUrl === undefined ? 'DATA_DIR' : 'REDIS_URL';
  if (error instanceof KeysWrong) {
    return wrong('keys', error.message, 'The program would not start.', 'change SECRET_KEYS or INDEX_SECRET.');
  }
  if (error instanceof StoreNotDurable) {
    return wrong('store', error.message, 'The program would not start.', 'change it in redis.conf (docs/redis.md).');
  }
  if (error instanceof RedisUrlInvalid) {
    return wrong('store', error.message, 'The program would not start.', 'change REDIS_URL.');
  }
  if (error instanceof StoreUnavailable && /NOPERM|can't run this command/.test(String(error.cause))) {
    return wrong(
      'store',
      'Redis lets us in, but its user may not do all that is needed.',
      'Answers could not be kept.',
      'run the line "ACL SETUSER" of docs/redis.md.',
    );
  }
  if (error instanceof StoreUnavailable || error instanceof StoreCorrupt) {
    const isInUse = error.message.startsWith('Another Signpost');
    const fix = isInUse
      ? 'stop it first, or ask the running one: curl -s http://127.0.0.1:3978/readyz'
      : `check ${where}.`;
    return wrong('store', error.message, 'Nothing can be kept, and nobody is told.', fix);
  }
  throw error;
}
