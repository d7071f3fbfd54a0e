import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import { deliveryMs, hourMs, type Store, StoreCorrupt, StoreUnavailable } from '../../src/store/store.ts';
import { openReady } from '../support/ready-store.ts';
import { storeContract } from './contract.ts';

describe('the store in one SQLite file', () => {
  storeContract(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'signpost-sqlite-'));
    const file = join(folder, 'data', 'signpost.sqlite');
    let store: Store | undefined;
    return {
      open: async (times) => {
        store ??= openSqliteStore({ ...times, file });
        return store;
      },
      crash: async (times) => {
        await store?.close();
        store = openSqliteStore({ ...times, file });
        return store;
      },
      damage: async (key, times) => {
        await store?.close();
        const db = new DatabaseSync(file);
        db.prepare('UPDATE conversation SET revision = -1 WHERE key = ?').run(key);
        db.close();
        store = openSqliteStore({ ...times, file });
        return store;
      },
      stop: async () => {
        await store?.close();
        rmSync(folder, { recursive: true });
      },
    };
  });
});

describe('the data file', () => {
  const clock = () => now;
  let now = 0;
  let folder: string;
  let file: string;
  beforeEach(() => {
    now = Date.UTC(2026, 10, 23);
    folder = mkdtempSync(join(tmpdir(), 'signpost-sqlite-'));
    file = join(folder, 'signpost.sqlite');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const otherProcess = () =>
    spawnSync(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `import { openSqliteStore } from ${JSON.stringify(new URL('../../src/store/sqlite.ts', import.meta.url).href)};
         try { openSqliteStore({ file: ${JSON.stringify(file)}, clock: Date.now }); console.log('opened'); }
         catch (error) { console.log(error.name + ': ' + error.message); }`,
      ],
      { encoding: 'utf8' },
    ).stdout;

  it('is refused to a second process, with what to do, and free again once the first has gone', async () => {
    const store = openSqliteStore({ file, clock });
    expect(otherProcess()).toMatch(/^StoreUnavailable: Another Signpost is using this data file\. .*DATA_DIR/);
    await store.close();
    expect(otherProcess()).toBe('opened\n');
  });

  it('is refused to a second store of the same process', async () => {
    const store = openSqliteStore({ file, clock });
    expect(() => openSqliteStore({ file, clock })).toThrow(StoreUnavailable);
    await store.close();
  });

  it('can be read by its owner alone', async () => {
    writeFileSync(file, '', { mode: 0o644 });
    const store = openSqliteStore({ file, clock });
    await store.put('{p01}:vault:own', 'k.kept');
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o777, name).toBe(0o600);
    expect(readdirSync(folder)).toContain('signpost.sqlite-wal');
    await store.close();
  });

  it('of the first version is brought up to date, and keeps what it holds', async () => {
    const before = openSqliteStore({ file, clock });
    const key = '{p01}:conversation:older';
    await before.step({ key, delivery: 'Ev1', expected: null, change: { do: 'append', entry: 'k.yes' } });
    await before.close();
    const db = new DatabaseSync(file);
    db.exec('DROP TABLE vault; DROP TABLE member; DROP TABLE line; PRAGMA user_version = 1');
    db.close();
    const after = openSqliteStore({ file, clock });
    await after.put('{p01}:vault:new', 'k.kept');
    expect(await after.read(key)).toMatchObject({ entries: ['k.yes'] });
    await after.close();
  });

  it('of the second version keeps what was put, and gives it an end once it is asked for', async () => {
    const before = openSqliteStore({ file, clock });
    await before.put('{p01}:vault:old', 'k.kept');
    await before.close();
    const db = new DatabaseSync(file);
    db.exec('ALTER TABLE vault DROP COLUMN until; DROP TABLE line; PRAGMA user_version = 2');
    db.close();
    const after = openSqliteStore({ file, clock });
    expect(await after.get('{p01}:vault:old')).toBe('k.kept');
    now += 401 * 24 * hourMs;
    expect(await after.get('{p01}:vault:old')).toBeNull();
    await after.close();
  });

  it('that is not a database, or of another version, is refused with what to do', () => {
    writeFileSync(file, 'not a database at all, but long enough to look at'.repeat(50));
    expect(() => openSqliteStore({ file, clock })).toThrow(StoreCorrupt);
    rmSync(file);
    const db = new DatabaseSync(file);
    db.exec('PRAGMA user_version = 99');
    db.close();
    expect(() => openSqliteStore({ file, clock })).toThrow('The data file is of version 99');
  });

  it('in a place that cannot be written is refused with what to do', () => {
    writeFileSync(join(folder, 'plain'), '');
    expect(() => openSqliteStore({ file: join(folder, 'plain', 'x.sqlite'), clock })).toThrow('Check DATA_DIR');
  });

  it('lets go of what has expired', async () => {
    const store = openSqliteStore({ file, clock });
    const key = '{p01}:conversation:abc';
    await store.step({ key, delivery: '1', expected: null, change: { do: 'append', entry: 'k.a' }, reply: 'k.to' });
    await store.settle({ key, items: [{ key: '{p01}:notice:x', payload: 'k.n', due: now, expires: now + 1 }] });
    now += deliveryMs + hourMs;
    await store.due(1);
    await store.close();
    const db = new DatabaseSync(file);
    const left = ['conversation', 'entry', 'delivery', 'item', 'due'].map(
      (table) => db.prepare(`SELECT count(*) AS rows FROM ${table}`).get()?.rows,
    );
    db.close();
    expect(left).toEqual([0, 0, 0, 0, 0]);
  });

  it('is chosen where there is no REDIS_URL', async () => {
    const { store, durability } = await openReady({ dataDir: folder, clock });
    expect(durability).toEqual({ level: 'full', findings: [] });
    expect(statSync(file).isFile()).toBe(true);
    await store.close();
  });

  it('can be done without only by saying so', async () => {
    await expect(openReady({ dataDir: ':memory:', clock })).rejects.toThrow('A restart loses it.');
    const { store } = await openReady({ dataDir: ':memory:', clock, acceptLoss: true });
    await store.close();
  });
});
