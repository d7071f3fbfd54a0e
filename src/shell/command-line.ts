/** What every command of the shell does: reads its options, and ends with a sentence and a code where it cannot go on. */
import { z } from 'zod';

/** The command line itself is wrong; the message says what to write. */
export class WrongOption extends Error {
  override readonly name = 'WrongOption';
}

/**
 * The moment that `--at` names, with its zone; now, where it is left out.
 *
 * @throws WrongOption
 */
export function momentAt(at: string | undefined): Date {
  if (at === undefined) return new Date();
  if (!z.iso.datetime({ offset: true }).safeParse(at).success)
    throw new WrongOption(`--at: "${at}" is not a moment. Write it with its zone, like 2026-12-24T18:30:00Z`);
  return new Date(at);
}

type Kinds = readonly (abstract new (...given: never[]) => Error)[];

/** What is not a fault of ours but of what was given. Exit code 2: the command line is wrong. 1: it cannot be done. */
export interface Explained {
  readonly wrongLine?: Kinds;
  readonly cannot?: Kinds;
}

/** @throws what nobody explained, as it is */
export async function runCommand(
  command: (args: readonly string[]) => Promise<void>,
  { wrongLine = [], cannot = [] }: Explained = {},
): Promise<void> {
  try {
    await command(process.argv.slice(2));
  } catch (error) {
    const isOf = (kinds: Kinds) => kinds.some((kind) => error instanceof kind);
    const isWrongLine = isOf([WrongOption, ...wrongLine]) || isParseError(error);
    if (!isWrongLine && !isOf(cannot)) throw error;
    process.stderr.write(`${(error as Error).message}\n`);
    process.exitCode = isWrongLine ? 2 : 1;
  }
}

/** What `parseArgs` throws. */
const isParseError = (error: unknown) =>
  error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
