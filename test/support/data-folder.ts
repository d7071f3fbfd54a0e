/**
 * A new folder for the data of a store, in memory where the machine has such a place. A store writes to its disk before
 * it answers, which takes milliseconds a step; no proof here cuts the power, and what a killed process has written stays
 * in both. The specification of the file itself (test/store/sqlite.test.ts) is tried on the disk.
 */
import { accessSync, constants, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const dataFolder = (name: string): string => mkdtempSync(join(place(), `signpost-${name}-`));

function place(): string {
  try {
    accessSync('/dev/shm', constants.W_OK);
    return '/dev/shm';
  } catch {
    return tmpdir();
  }
}
