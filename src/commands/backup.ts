/**
 * Copies the data file, also while the program runs: `npm run -s backup -- FILE`. FILE must not be there yet. The copy
 * is checked, is for its owner's eyes alone, and opens under the same SECRET_KEYS and INDEX_SECRET only.
 * With Redis it is Redis that is copied: see docs/operations.md.
 */
import { createWriteStream, existsSync, rmSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { backupSocket } from '../startup/backup-line.ts';
import { checkCopy, copyOf } from '../store/sqlite-copy.ts';

async function copyTo(file: string, dataDir: string): Promise<string> {
  if (existsSync(file)) throw new Error(`${file} is there already. Give a new name.`);
  const socket = backupSocket(dataDir);
  process.umask(0o077);
  try {
    if (existsSync(socket)) await pipeline(connect(socket), createWriteStream(file, { flags: 'wx', flush: true }));
    else await copyOf(join(dataDir, 'signpost.sqlite'), file);
    checkCopy(file);
  } catch (cause) {
    rmSync(file, { force: true });
    throw new Error(
      `No copy was made of what is in ${dataDir}. Check DATA_DIR, and run this as the program's own user.`,
      {
        cause,
      },
    );
  }
  return `${file}: ${statSync(file).size} bytes, whole.`;
}

if (import.meta.main) {
  const [file, ...others] = process.argv.slice(2);
  if (file === undefined || others.length > 0) {
    console.error('Name one new file: npm run -s backup -- FILE');
    process.exitCode = 2;
  } else {
    try {
      console.log(await copyTo(file, process.env.DATA_DIR?.trim() || 'data'));
    } catch (error) {
      console.error((error as Error).message);
      process.exitCode = 1;
    }
  }
}
