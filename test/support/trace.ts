/** Which of our functions are entered while something is done: counted by the engine itself, in this process. */
import { Session } from 'node:inspector/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Trace {
  /** Different functions of `src`, `dialogs` and `rules` that were entered, and in how many files. */
  readonly functions: number;
  readonly files: number;
  /** How often the function of this name in this file was entered. */
  readonly times: (file: string, name: string) => number;
}

const root = join(import.meta.dirname, '../..');
const ours = /^(src|dialogs|rules)\//;

/** @returns what was entered by `work`, and nothing of before. */
export async function traced(work: () => Promise<unknown>): Promise<Trace> {
  const session = new Session();
  session.connect();
  try {
    await session.post('Profiler.enable');
    await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
    await session.post('Profiler.takePreciseCoverage');
    await work();
    const { result } = await session.post('Profiler.takePreciseCoverage');
    const entered = result.flatMap(({ url, functions }) => {
      const file = pathOf(url);
      if (!ours.test(file)) return [];
      return functions.flatMap(({ functionName: name, ranges: [whole] }) =>
        whole && whole.count > 0 && name !== '' ? [{ file, name, count: whole.count }] : [],
      );
    });
    return {
      functions: entered.length,
      files: new Set(entered.map(({ file }) => file)).size,
      times: (file, name) =>
        entered.filter((each) => each.file === file && each.name === name).reduce((sum, { count }) => sum + count, 0),
    };
  } finally {
    session.disconnect();
  }
}

const pathOf = (url: string): string => (url.startsWith('file:') ? fileURLToPath(url) : url).replace(`${root}/`, '');
