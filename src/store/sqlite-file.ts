/** Opening the data file: who may use it, how safely it is written, and which tables it has. */
import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StoreCorrupt, StoreUnavailable } from './store.ts';

/** Raise it with a migration: a file of another version is refused, never guessed at. */
const schemaVersion = 4;

const schema = `
  CREATE TABLE conversation (
    key TEXT PRIMARY KEY, revision INTEGER NOT NULL, expires INTEGER NOT NULL,
    cards TEXT, cards_turn INTEGER NOT NULL DEFAULT 0, turn INTEGER NOT NULL DEFAULT 0,
    owed_turn INTEGER, owed_revision INTEGER, owed_to TEXT, owed_since INTEGER, owed_attempts INTEGER
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE entry (key TEXT, n INTEGER, sealed TEXT NOT NULL, PRIMARY KEY (key, n)) STRICT, WITHOUT ROWID;
  CREATE TABLE delivery (key TEXT, id TEXT, until INTEGER NOT NULL, PRIMARY KEY (key, id)) STRICT, WITHOUT ROWID;
  CREATE TABLE item (
    key TEXT PRIMARY KEY, payload TEXT, expires INTEGER NOT NULL, attempts INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE due (key TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE INDEX due_at ON due (at);
`;

/** What each version added to the one before, from version 2 on. */
const additions = [
  `CREATE TABLE vault (key TEXT PRIMARY KEY, sealed TEXT NOT NULL) STRICT, WITHOUT ROWID;
   CREATE TABLE member (grp TEXT, key TEXT, until INTEGER NOT NULL, PRIMARY KEY (grp, key)) STRICT, WITHOUT ROWID;`,
  // What an earlier version put has no end yet: it gets one when it is next asked for.
  `ALTER TABLE vault ADD COLUMN until INTEGER NOT NULL DEFAULT ${Number.MAX_SAFE_INTEGER};`,
  `CREATE TABLE line (
     grp TEXT, key TEXT, revision INTEGER NOT NULL, until INTEGER NOT NULL, sealed TEXT, PRIMARY KEY (grp, key)
   ) STRICT, WITHOUT ROWID;`,
];

/** @throws {StoreUnavailable} {StoreCorrupt} */
export function openDatabase(file: string): DatabaseSync {
  let db: DatabaseSync | undefined;
  try {
    if (file !== ':memory:') makeOwn(file);
    db = new DatabaseSync(file, { timeout: 250 });
    // EXCLUSIVE makes the kernel hold the file for this process alone, and let go of it however the process ends.
    db.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
    db.exec('PRAGMA secure_delete = ON; BEGIN IMMEDIATE;');
    const version = Number(db.prepare('PRAGMA user_version').get()?.user_version);
    if (version > schemaVersion) {
      throw new StoreCorrupt(`The data file is of version ${version}; this program writes ${schemaVersion}.`);
    }
    if (version === 0) db.exec(schema);
    for (const addition of additions.slice(Math.max(version - 1, 0))) db.exec(addition);
    db.exec(`PRAGMA user_version = ${schemaVersion}; COMMIT`);
    return db;
  } catch (error) {
    db?.close();
    throw asOpenError(error);
  }
}

/** Before SQLite opens it, since what it writes ahead has the rights of the file. */
function makeOwn(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  closeSync(openSync(file, 'a', 0o600));
  chmodSync(file, 0o600);
}

function asOpenError(cause: unknown): unknown {
  if (cause instanceof StoreCorrupt || !(cause instanceof Error)) return cause;
  const code = 'errcode' in cause ? Number(cause.errcode) & 0xff : 0;
  // 5 BUSY, 6 LOCKED; 11 CORRUPT, 26 NOTADB.
  if (code === 5 || code === 6) {
    const says = 'Another Signpost is using this data file. Stop it, give this one its own DATA_DIR, or set REDIS_URL.';
    return new StoreUnavailable('no', says, { cause });
  }
  if (code === 11 || code === 26) {
    return new StoreCorrupt('The data file is damaged or not ours. Move it away and start again.', { cause });
  }
  return new StoreUnavailable('no', 'The data file cannot be opened. Check DATA_DIR and its rights.', { cause });
}
