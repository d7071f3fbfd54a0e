/** Lines typed to the running program, one after the other, and what each cost it. */
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProgram } from './program.ts';
import { act, open, watch } from './web-client.ts';

export interface Typed {
  readonly answered: number;
  /** Of the program's own processor time, in milliseconds. */
  readonly slowest: number;
  readonly line: string;
  readonly output: string;
}

/** A session keeps so many messages. */
const linesOfOne = 60;
/** The program is young: its code is compiled while it runs. */
const warming = 30;

/**
 * The main thread's own time: a busy machine changes nothing. Waits for an answer to every line.
 *
 * @throws where a line is refused, or never answered.
 */
export async function typedToProgram(lines: readonly string[]): Promise<Typed> {
  const folder = await mkdtemp(join(tmpdir(), 'signpost-lines-'));
  const program = await startProgram({ DATA_DIR: folder });
  const spentMs = () => Number(readFileSync(`/proc/${program.pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
  let session = '';
  let known: string | undefined;
  let answered = 0;
  let slowest = { ms: 0, line: '' };
  try {
    for (const [at, text] of lines.entries()) {
      if (at % linesOfOne === 0) [session, known] = [await open(program.base), undefined];
      const before = spentMs();
      const { status, answer } = await act(program.base, { act: 'text', session, text });
      if (status !== 200) throw new Error(`Refused with ${status}: ${JSON.stringify(answer)}`);
      known = (await watch(program.base, session, (entries) => entries.length > 0, known)).id;
      const ms = spentMs() - before;
      if (at >= warming && ms > slowest.ms) slowest = { ms, line: text.slice(0, 80) };
      answered++;
    }
    return { answered, slowest: slowest.ms, line: slowest.line, output: program.output() };
  } finally {
    await program.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
