/** What is due, in the SQLite file. Runs inside the caller's transaction. */
import type { DatabaseSync } from 'node:sqlite';
import { deliveryMs, type Key, type KeyState, leaseMs, type Owed, type Sample } from './store.ts';

export function dueKeys(db: DatabaseSync, now: number, limit: number): readonly Key[] {
  const rows = db.prepare('SELECT key FROM due WHERE at <= ? ORDER BY at LIMIT ?').all(now, limit);
  return rows.map(({ key }) => String(key));
}

export function claimDue(db: DatabaseSync, key: Key, now: number, read: (key: Key) => KeyState): Owed | null {
  const taken = db.prepare('UPDATE due SET at = ? WHERE key = ? AND at <= ?').run(now + leaseMs, key, now);
  if (taken.changes === 0) return null;
  const item = db
    .prepare('UPDATE item SET attempts = attempts + 1 WHERE key = ? AND payload IS NOT NULL RETURNING *')
    .get(key);
  if (item !== undefined) {
    const { payload, expires, attempts } = item;
    return { kind: 'item', key, payload: String(payload), expires: Number(expires), attempts: Number(attempts) };
  }
  db.prepare('UPDATE conversation SET owed_attempts = owed_attempts + 1 WHERE key = ?').run(key);
  const state = read(key);
  if (state.owed !== null) return { kind: 'reply', key, ...state, owed: state.owed };
  db.prepare('DELETE FROM due WHERE key = ?').run(key);
  return null;
}

export function retryDue(db: DatabaseSync, owed: Owed, at: number): void {
  const held =
    owed.kind === 'reply'
      ? db
          .prepare('SELECT 1 FROM conversation WHERE key = ? AND owed_turn = ? AND owed_attempts = ?')
          .get(owed.key, owed.owed.turn, owed.owed.attempts)
      : db
          .prepare('SELECT 1 FROM item WHERE key = ? AND payload IS NOT NULL AND attempts = ?')
          .get(owed.key, owed.attempts);
  if (held === undefined) return;
  db.prepare('UPDATE due SET at = ? WHERE key = ?').run(Math.round(at), owed.key);
  // What waits for whoever can do it is not cleared away meanwhile.
  db.prepare('UPDATE item SET expires = max(expires, ?) WHERE key = ?').run(Math.round(at), owed.key);
}

/** Clears the mark of this turn; a newer one stays. */
export function unmark(db: DatabaseSync, key: Key, turn: number): void {
  const cleared = db
    .prepare(
      `UPDATE conversation SET owed_turn = NULL, owed_revision = NULL, owed_to = NULL, owed_since = NULL,
       owed_attempts = NULL WHERE key = ? AND owed_turn = ?`,
    )
    .run(key, turn);
  if (cleared.changes > 0) db.prepare('DELETE FROM due WHERE key = ?').run(key);
}

export function sampleOfFile(db: DatabaseSync, limit: number): readonly Sample[] {
  const every = `
    SELECT key, sealed, n, revision - (SELECT max(n) FROM entry AS last WHERE last.key = entry.key) + n AS made
      FROM entry LEFT JOIN conversation USING (key)
    UNION ALL SELECT key, sealed, NULL, NULL FROM vault
    UNION ALL SELECT key, payload, NULL, NULL FROM item WHERE payload IS NOT NULL
    UNION ALL SELECT key, owed_to, NULL, NULL FROM conversation WHERE owed_to IS NOT NULL LIMIT ?`;
  const rows = db.prepare(every).all(limit);
  return rows.map(({ key, sealed, n, made }) => ({
    key: String(key),
    sealed: String(sealed),
    ...(made !== null && { place: { revision: Number(made), first: n === 0 } }),
  }));
}

/** Redis expires keys by itself; here it is done now and then. */
export function purge(db: DatabaseSync, now: number): void {
  db.prepare('DELETE FROM conversation WHERE expires <= ?').run(now);
  db.prepare('DELETE FROM delivery WHERE until <= ?').run(now);
  db.prepare('DELETE FROM member WHERE until <= ?').run(now);
  db.prepare('DELETE FROM line WHERE until <= ?').run(now);
  db.prepare('DELETE FROM vault WHERE until <= ?').run(now);
  db.prepare('DELETE FROM item WHERE expires <= ?').run(now - deliveryMs);
  db.exec('DELETE FROM entry WHERE key NOT IN (SELECT key FROM conversation)');
  db.exec(
    'DELETE FROM due WHERE key NOT IN (SELECT key FROM conversation UNION ALL SELECT key FROM item WHERE payload IS NOT NULL)',
  );
}
