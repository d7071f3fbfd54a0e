import { globSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const files = globSync('test/**/*.test.ts');
const says = (file: string, what: RegExp) => what.test(readFileSync(file, 'utf8'));

/** They put something else in a module's place, or learn: alone in their process. */
const alone = files.filter((file) => says(file, /vi\.(mock|doMock)\(/) || file.endsWith('learning.test.ts'));
/** They start the program, or a browser, and wait for it: first, so that no long wait is left for the end. */
const waiting = files.filter((file) => /\/(end-to-end|web)\/|\/killed\.test/.test(file));
/** All others change nothing outside themselves: they share a process, and what was loaded or walked in it once. */
const together = files.filter((file) => !alone.includes(file));

class WaitingFirst extends BaseSequencer {
  override async sort(specifications: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(specifications);
    const isWaiting = ({ moduleId }: TestSpecification) => waiting.some((file) => moduleId.endsWith(`/${file}`));
    return [...sorted.filter(isWaiting), ...sorted.filter((one) => !isWaiting(one))];
  }
}

export default defineConfig({
  test: {
    globalSetup: 'test/support/preflight.ts',
    // For what hangs. A busy machine may take its time: nothing here is measured by the clock.
    testTimeout: 90_000,
    hookTimeout: 90_000,
    // Of proofs with the running program one in some thousands waits in vain on a busy machine: it is tried once more.
    retry: 1,
    // Two for the cores, two that mostly wait.
    maxWorkers: 4,
    sequence: { sequencer: WaitingFirst },
    projects: [
      { extends: true, test: { name: 'alone', include: alone } },
      {
        extends: true,
        // As the program itself runs: Node reads the TypeScript.
        test: {
          name: 'together',
          include: together,
          isolate: false,
          experimental: { viteModuleRunner: false, nodeLoader: false },
        },
      },
    ],
  },
});
