/** The store in one SQLite file: the embedded default. One process, durable: every step is on disk when it returns. */
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { asideName, checkEnlist, checkPut, checkSettle, checkStep, deliveryMark, tooManyEntries } from './limits.ts';
import { copyDatabase } from './sqlite-copy.ts';
import { claimDue, dueKeys, purge, retryDue, sampleOfFile, unmark } from './sqlite-due.ts';
import { openDatabase } from './sqlite-file.ts';
import {
  defaultIdleMs,
  deliveryMs,
  firstRevision,
  hourMs,
  type Key,
  type KeyState,
  leaseMs,
  mostEntries,
  type OwedMark,
  type Sealed,
  type StepRequest,
  type StepResult,
  type Store,
  type StoreChange,
  StoreCorrupt,
  type StoreTimes,
  StoreUnavailable,
  silentMs,
  unusedMs,
} from './store.ts';

export interface SqliteStoreOptions extends StoreTimes {
  /** A file; it and its folder are made if missing. `:memory:` is for tests. */
  readonly file: string;
}

/** @throws {StoreUnavailable} in use by another process, or not writable. @throws {StoreCorrupt} not our file */
export function openSqliteStore({ file, clock, idleMs = defaultIdleMs }: SqliteStoreOptions): Store {
  const db = openDatabase(file);
  let purged = 0;

  /** One transaction. Whatever fails leaves nothing behind. */
  async function whole<T>(work: (now: number) => T): Promise<T> {
    try {
      db.exec('BEGIN IMMEDIATE');
      try {
        const result = work(clock());
        db.exec('COMMIT');
        return result;
      } catch (error) {
        if (db.isTransaction) db.exec('ROLLBACK');
        throw error;
      }
    } catch (error) {
      throw asStoreError(error);
    }
  }

  return {
    async step(request) {
      checkStep(request);
      return whole((now) => step(db, request, now, request.keepMs ?? idleMs));
    },

    async read(key) {
      return whole((now) => readState(db, key, now));
    },

    async settle(request) {
      checkSettle(request);
      await whole((now) => {
        const { key, turn, cards, items = [] } = request;
        for (const item of items) {
          const added = run(
            db,
            'INSERT INTO item (key, payload, expires, attempts) VALUES (?, ?, ?, 0) ON CONFLICT DO NOTHING',
            item.key,
            item.payload,
            item.expires,
          );
          if (added > 0) setDue(db, item.key, item.due);
        }
        if (turn === undefined) return;
        if (cards !== undefined) {
          const newest = 'key = ? AND expires > ? AND cards_turn <= ?';
          run(db, `UPDATE conversation SET cards = ?, cards_turn = ? WHERE ${newest}`, cards, turn, key, now, turn);
        }
        unmark(db, key, turn);
      });
    },

    async due(limit) {
      return whole((now) => {
        if (now - purged >= hourMs || now < purged) {
          purge(db, now);
          purged = now;
        }
        return dueKeys(db, now, limit);
      });
    },

    async claim(key) {
      return whole((now) => claimDue(db, key, now, (owedKey) => readState(db, owedKey, now)));
    },

    async retry(owed, at) {
      await whole(() => retryDue(db, owed, at));
    },

    async drop(owed) {
      await whole(() => {
        if ('owed' in owed) return unmark(db, owed.key, owed.owed.turn);
        run(db, 'UPDATE item SET payload = NULL WHERE key = ?', owed.key);
        run(db, 'DELETE FROM due WHERE key = ?', owed.key);
      });
    },

    async forget(key) {
      await whole(() => forget(db, key));
    },

    async put(key, value) {
      checkPut(key, value);
      const sql = 'INSERT OR REPLACE INTO vault (key, sealed, until) VALUES (?, ?, ?)';
      await whole((now) => run(db, sql, key, value, now + unusedMs));
    },

    async get(key) {
      return whole((now) => {
        const row = db.prepare('SELECT sealed, until FROM vault WHERE key = ? AND until > ?').get(key, now);
        if (row === undefined) return null;
        const isEndSet = Number(row.until) <= now + unusedMs && Number(row.until) >= now + unusedMs / 2;
        if (!isEndSet) run(db, 'UPDATE vault SET until = ? WHERE key = ?', now + unusedMs, key);
        return String(row.sealed);
      });
    },

    async remove(key) {
      await whole(() => run(db, 'DELETE FROM vault WHERE key = ?', key));
    },

    async enlist(group, keys, keepMs = idleMs) {
      const each = [keys].flat();
      for (const key of each) checkEnlist(group, key);
      const sql = 'INSERT OR REPLACE INTO member (grp, key, until) VALUES (?, ?, ?)';
      await whole((now) => {
        for (const key of each) run(db, sql, group, key, now + keepMs + deliveryMs);
      });
    },

    async members(group) {
      return whole((now) => {
        const sql = 'SELECT key FROM member WHERE grp = ? AND until > ?';
        return db
          .prepare(sql)
          .all(group, now)
          .map(({ key }) => String(key));
      });
    },

    async leave(group, key) {
      await whole(() => run(db, 'DELETE FROM member WHERE grp = ? AND key = ?', group, key));
    },

    async note(group, key, { sealed, revision, keepMs }) {
      checkEnlist(group, key);
      const sql = `INSERT INTO line (grp, key, revision, until, sealed) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (grp, key) DO UPDATE SET revision = excluded.revision, until = excluded.until, sealed = excluded.sealed
        WHERE line.revision <= excluded.revision OR line.until <= ?`;
      await whole((now) => run(db, sql, group, key, revision, now + keepMs, sealed, now));
    },

    async notes(group) {
      return whole((now) => {
        const sql = 'SELECT key, sealed FROM line WHERE grp = ? AND until > ? AND sealed IS NOT NULL';
        return db
          .prepare(sql)
          .all(group, now)
          .map(({ key, sealed }) => ({ key: String(key), sealed: String(sealed) }));
      });
    },

    async readAll(keys) {
      return whole((now) => keys.map((key) => readState(db, key, now)));
    },

    async sample(limit) {
      return whole(() => sampleOfFile(db, limit));
    },

    async setAside(key) {
      await whole((now) => {
        const aside = asideName(key, now);
        for (const table of ['entry', 'delivery', 'conversation']) {
          run(db, `UPDATE ${table} SET key = ? WHERE key = ?`, aside, key);
        }
        run(db, 'DELETE FROM due WHERE key = ?', key);
      });
    },

    async ready() {
      // Written and taken back: the file must take a write, and keeps none of it.
      await whole((now) => {
        run(db, 'INSERT INTO vault (key, sealed, until) VALUES (?, ?, ?)', '{p00}:probe:ready', '1', now);
        run(db, 'DELETE FROM vault WHERE key = ?', '{p00}:probe:ready');
      });
      const findings = ['Everything is kept in memory. A restart loses it. Set DATA_DIR or REDIS_URL.'];
      return file === ':memory:' ? { level: 'none', findings } : { level: 'full', findings: [] };
    },

    ...(file !== ':memory:' && { copy: (to: string) => copyDatabase(db, to) }),

    async close() {
      if (db.isOpen) db.close();
    },
  };
}

function step(db: DatabaseSync, request: StepRequest, now: number, idleMs: number): StepResult {
  const { key, change, reply } = request;
  const delivery = deliveryMark(request.delivery);
  forgetExpired(db, key, now);
  const before = readState(db, key, now);
  run(db, 'DELETE FROM delivery WHERE key = ? AND until <= ?', key, now);
  if (db.prepare('SELECT 1 FROM delivery WHERE key = ? AND id = ?').get(key, delivery) !== undefined) {
    if (!before.owed || !isLeft(db, key, before.owed, now)) return { outcome: 'repeated', reply: 'none', ...before };
    owe(db, key, before.owed.to, before.owed, now);
    return { outcome: 'repeated', reply: 'yours', ...readState(db, key, now) };
  }
  const outcome = judge(request, before);
  run(db, 'INSERT INTO delivery (key, id, until) VALUES (?, ?, ?)', key, delivery, now + deliveryMs);
  run(
    db,
    `INSERT INTO conversation (key, revision, expires) VALUES (?, 0, ?)
     ON CONFLICT (key) DO UPDATE SET expires = excluded.expires`,
    key,
    now + idleMs,
  );
  if (outcome === 'taken' && change.do !== 'nothing')
    apply(db, { begins: firstRevision(now), ...request }, change, before);
  const owes = reply === undefined ? 'none' : mark(db, key, reply, outcome, before.owed, now);
  return { outcome, reply: owes, ...readState(db, key, now) };
}

function judge({ change, expected }: StepRequest, { revision }: KeyState): StepResult['outcome'] {
  if (change.do === 'nothing') return 'read';
  return expected === null || expected === revision ? 'taken' : 'stale';
}

function apply(
  db: DatabaseSync,
  { key, most = mostEntries, begins }: StepRequest & { readonly begins: number },
  change: EntryChange,
  before: KeyState,
): void {
  if (change.do === 'clear') run(db, 'DELETE FROM entry WHERE key = ?', key);
  const count = change.do === 'clear' ? 0 : before.entries.length;
  if (count >= most) throw tooManyEntries(most);
  const revision = before.revision === 0 ? begins : before.revision + 1;
  run(db, 'UPDATE conversation SET revision = ? WHERE key = ?', revision, key);
  run(db, 'INSERT INTO entry (key, n, sealed) VALUES (?, ?, ?)', key, count, change.entry);
}

function mark(
  db: DatabaseSync,
  key: Key,
  reply: Sealed,
  outcome: StepResult['outcome'],
  owed: OwedMark | null,
  now: number,
): StepResult['reply'] {
  const leased = db.prepare('SELECT 1 FROM due WHERE key = ? AND at > ?').get(key, now) !== undefined;
  if (outcome === 'stale' && owed?.attempts === 1 && leased && !isLeft(db, key, owed, now)) return 'on-its-way';
  const revision = Number(db.prepare('SELECT revision FROM conversation WHERE key = ?').get(key)?.revision);
  owe(db, key, reply, { revision, since: now }, now);
  return 'yours';
}

/** Taken on once, never put off, and nobody has said since that it is still being sent. */
function isLeft(db: DatabaseSync, key: Key, { attempts, since }: OwedMark, now: number): boolean {
  const due = Number(db.prepare('SELECT at FROM due WHERE key = ?').get(key)?.at ?? 0);
  return attempts === 1 && due >= since + leaseMs && due - leaseMs <= now - silentMs;
}

function owe(
  db: DatabaseSync,
  key: Key,
  to: Sealed,
  { revision, since }: Pick<OwedMark, 'revision' | 'since'>,
  now: number,
): void {
  run(
    db,
    `UPDATE conversation SET turn = max(turn + 1, ?), owed_turn = max(turn + 1, ?), owed_revision = ?, owed_to = ?, owed_since = ?, owed_attempts = 1
     WHERE key = ?`,
    now,
    now,
    revision,
    to,
    since,
    key,
  );
  setDue(db, key, now + leaseMs);
}

type EntryChange = Extract<StoreChange, { entry: Sealed }>;

interface Row {
  readonly revision: number;
  readonly cards: string | null;
  readonly owed_turn: number | null;
  readonly owed_revision: number;
  readonly owed_to: string;
  readonly owed_since: number;
  readonly owed_attempts: number;
}

function readState(db: DatabaseSync, key: Key, now: number): KeyState {
  const row = db.prepare('SELECT * FROM conversation WHERE key = ? AND expires > ?').get(key, now) as Row | undefined;
  if (row === undefined) return { revision: 0, entries: [], cards: null, owed: null };
  if (row.revision < 0) throw new StoreCorrupt('A stored conversation cannot be read. Forget it and start again.');
  const entries = db.prepare('SELECT sealed FROM entry WHERE key = ? ORDER BY n').all(key);
  return {
    revision: row.revision,
    entries: entries.map(({ sealed }) => String(sealed)),
    cards: row.cards,
    owed: owedMark(row),
  };
}

function owedMark(row: Row): OwedMark | null {
  if (row.owed_turn === null) return null;
  return {
    turn: row.owed_turn,
    revision: row.owed_revision,
    to: row.owed_to,
    since: row.owed_since,
    attempts: row.owed_attempts,
  };
}

function forget(db: DatabaseSync, key: Key): void {
  for (const table of ['entry', 'delivery', 'conversation', 'due']) run(db, `DELETE FROM ${table} WHERE key = ?`, key);
}

/** Delivery ids outlive the conversation they belong to. */
function forgetExpired(db: DatabaseSync, key: Key, now: number): void {
  if (run(db, 'DELETE FROM conversation WHERE key = ? AND expires <= ?', key, now) === 0) return;
  run(db, 'DELETE FROM entry WHERE key = ?', key);
  run(db, 'DELETE FROM due WHERE key = ?', key);
}

function setDue(db: DatabaseSync, key: Key, at: number): void {
  run(db, 'INSERT INTO due (key, at) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET at = excluded.at', key, at);
}

function run(db: DatabaseSync, sql: string, ...values: SQLInputValue[]): number {
  return Number(db.prepare(sql).run(...values).changes);
}

/** SQLite's own failures as the store's; ours pass through. */
function asStoreError(error: unknown): unknown {
  if (!(error instanceof Error && 'errcode' in error)) return error;
  // The low byte of an extended code: 11 CORRUPT, 26 NOTADB.
  const kind = Number(error.errcode) & 0xff;
  const cause = new Error(error.message);
  return kind === 11 || kind === 26
    ? new StoreCorrupt('The data file is damaged. Put a backup back, or move the file away and start again.', { cause })
    : new StoreUnavailable('no', 'The data file could not be written. Nothing was stored. Check the disk.', { cause });
}
