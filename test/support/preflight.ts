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

/** Vitest's global set-up, and `npm test`'s first step. Throws {@link ProgramsMissing}. */
export default function preflight(path: string | undefined = process.env.PATH): void {
  const folders = (path ?? '').split(delimiter);
  const missing = programs.filter((program) => !folders.some((folder) => canRun(join(folder, program))));
  if (missing.length > 0) {
    throw new ProgramsMissing(
      `The tests need ${missing.join(' and ')}. This line installs all and runs them:\n\n${testLine}\n`,
    );
  }
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
    process.stderr.write(`${(error as ProgramsMissing).message}\n`);
    process.exitCode = 1;
  }
}
