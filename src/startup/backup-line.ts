/**
 * A copy of the data file while the program runs. The file is this program's alone, so it makes the copy itself, for
 * whoever can open the socket in its folder: the same user, and nobody over the network.
 */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Log } from '../log.ts';

export const backupSocket = (dataDir: string): string => join(dataDir, 'backup.sock');

export interface BackupLine {
  stop(): Promise<void>;
}

/** @param copy writes all that is stored to this new file. Without a way to listen there is a line in the log. */
export async function openBackupLine(
  dataDir: string,
  copy: (file: string) => Promise<void>,
  log: Log,
): Promise<BackupLine> {
  const path = backupSocket(dataDir);
  // What an earlier process left; that none runs is sure, since the data file is open here.
  rmSync(path, { force: true });
  const server = createServer(async (socket) => {
    socket.on('error', () => {});
    const file = join(dataDir, `backup-${randomBytes(6).toString('hex')}.sqlite`);
    try {
      await copy(file);
      await pipeline(createReadStream(file), socket);
      log.info('backup.made');
    } catch {
      log.error('backup.failed');
      socket.destroy();
    } finally {
      rmSync(file, { force: true });
    }
  });
  server.on('error', () => log.warn('backup.no-line'));
  const before = process.umask(0o077);
  server.listen(path);
  await once(server, 'listening').catch(() => {});
  process.umask(before);
  return {
    async stop() {
      server.close();
      rmSync(path, { force: true });
    },
  };
}
