/**
 * The organisation file, read again whenever it or its review file changes: whoever is taken out of it is out at once. A changed file is
 * checked first; one that cannot be used changes nothing, and is told.
 */
import { unwatchFile, watchFile } from 'node:fs';
import type { Organisation } from '../../rules/local.ts';
import { readWritten, type WrittenOrganisation } from './file.ts';
import { OrganisationFileError } from './problems.ts';
import { reviewFileOf } from './review-file.ts';

export interface WatchOptions {
  readonly file: string;
  /** How often it is looked at. */
  readonly everyMs: number;
  /** The new one is in force already. */
  readonly onChange: (written: WrittenOrganisation) => void;
  /** The one before it goes on. */
  readonly onRefused: (error: OrganisationFileError) => void;
}

export interface OrganisationWatch {
  /** The newest that could be used. */
  now(): Organisation;
  stop(): void;
}

/** @param first what was read at the start */
export function watchOrganisation(
  first: WrittenOrganisation,
  { file, everyMs, onChange, onRefused }: WatchOptions,
): OrganisationWatch {
  let current = first.organisation;
  let reading = Promise.resolve();

  async function read(): Promise<void> {
    try {
      const written = await readWritten(file);
      if (JSON.stringify(written.organisation) === JSON.stringify(current)) return;
      current = written.organisation;
      onChange(written);
    } catch (error) {
      if (!(error instanceof OrganisationFileError)) throw error;
      onRefused(error);
    }
  }

  // By asking, since a file that an editor replaces is another file to who watches it.
  const look = () => {
    reading = reading.then(read);
  };
  const files = [file, reviewFileOf(file)];
  for (const each of files) watchFile(each, { interval: everyMs, persistent: false }, look);
  return {
    now: () => current,
    stop: () => {
      for (const each of files) unwatchFile(each, look);
    },
  };
}
