/** The data file is copied while the program has it, and again when nobody has. */
import { execFile } from 'node:child_process';
import { mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createLog } from '../../src/log.ts';
import { openBackupLine } from '../../src/startup/backup-line.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { dataFolder } from '../support/data-folder.ts';

let folder: string;
let store: Store;
beforeAll(async () => {
  folder = dataFolder('backup');
  store = await openStore({ dataDir: folder, clock: Date.now });
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const run = (...files: readonly string[]) =>
  new Promise<{ readonly code: unknown; readonly said: string }>((resolve) =>
    execFile(
      process.execPath,
      ['src/commands/backup.ts', ...files],
      { env: { ...process.env, DATA_DIR: folder } },
      (error, out, said) => resolve({ code: error?.code ?? 0, said: out + said }),
    ),
  );

/** The copy as a data file of its own. */
async function valueIn(copy: string): Promise<string | null> {
  const other = await openStore({ dataDir: copy, clock: Date.now });
  const value = await other.get('{p00}:left:one');
  await other.close();
  return value;
}

it('is whole, for its owner alone, and holds the newest; the program goes on', async () => {
  for (let i = 0; i < 500; i++) await store.put(`{p00}:left:${i}`, 'x'.repeat(500));
  await store.put('{p00}:left:one', 'newest');
  const line = await openBackupLine(folder, (file) => store.copy?.(file) ?? Promise.reject(), createLog('silent'));
  const copy = join(folder, 'copy');
  mkdirSync(copy);
  const file = join(copy, 'signpost.sqlite');
  expect(await run(file)).toMatchObject({ code: 0, said: expect.stringContaining('bytes, whole.') });
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(await valueIn(copy)).toBe('newest');
  // Never over another copy.
  expect(await run(file)).toMatchObject({ code: 1, said: expect.stringContaining('is there already') });
  await store.put('{p00}:left:one', 'later');
  await line.stop();

  // The file is another's, and there is no line to it.
  expect(await run(join(copy, 'none'))).toMatchObject({ code: 1, said: expect.stringContaining('No copy was made') });
  await store.close();
  const again = join(folder, 'again');
  mkdirSync(again);
  expect(await run(join(again, 'signpost.sqlite'))).toMatchObject({ code: 0 });
  expect(await valueIn(again)).toBe('later');
  expect((await run()).code).toBe(2);
});
