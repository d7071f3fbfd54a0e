/** Before the tests: what they need of the machine. They never skip, so they say at once what is missing. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The README's test line: everything a fresh Debian machine lacks, with sudo where there is one. */
export const testLine =
  "$(command -v sudo) sh -c 'apt-get update && apt-get install -y redis-server chromium fonts-noto-color-emoji' && npm ci && npm test";

const programs = ['redis-server', 'chromium'];

export class ProgramsMissing extends Error {
  override readonly name = 'ProgramsMissing';
}

/** @param path folders to look in, as the PATH variable gives them. Throws {@link ProgramsMissing}. */
export function checkPrograms(path: string): void {
  const folders = path.split(delimiter);
  const missing = programs.filter((program) => !folders.some((folder) => canRun(join(folder, program))));
  if (missing.length > 0) {
    throw new ProgramsMissing(
      `The tests need ${missing.join(' and ')}. This line installs what is missing and runs them:\n\n${testLine}\n`,
    );
  }
}

/** Vitest's global set-up, for whoever runs a test without npm. */
export default function preflight(): void {
  checkPrograms(process.env.PATH ?? '');
}

function canRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

if (import.meta.main) {
  try {
    preflight();
  } catch (error) {
    if (!(error instanceof ProgramsMissing)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
