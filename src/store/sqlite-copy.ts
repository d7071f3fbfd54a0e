/** Whole copies of the data file. */
import { existsSync } from 'node:fs';
import { backup, DatabaseSync } from 'node:sqlite';
import { StoreCorrupt, StoreUnavailable } from './store.ts';

/** Pages a step: between two of them people are answered. */
const pages = 200;

/** @throws where it cannot be written */
export async function copyDatabase(db: DatabaseSync, to: string): Promise<void> {
  await backup(db, to, { rate: pages });
}

/** Of a file that no program has open. @throws {StoreUnavailable} there is none, or it is open elsewhere */
export async function copyOf(file: string, to: string): Promise<void> {
  if (!existsSync(file)) throw new StoreUnavailable('no', 'There is no data file in DATA_DIR.');
  const db = new DatabaseSync(file, { timeout: 250 });
  try {
    await copyDatabase(db, to);
  } finally {
    db.close();
  }
}

/** @throws {StoreCorrupt} it is not whole */
export function checkCopy(file: string): void {
  const db = new DatabaseSync(file, { readOnly: true });
  try {
    const found = db.prepare('PRAGMA quick_check').get();
    const version = Number(db.prepare('PRAGMA user_version').get()?.user_version);
    if (found?.quick_check !== 'ok' || version === 0) throw new StoreCorrupt('The copy is not whole.');
  } finally {
    db.close();
  }
}
