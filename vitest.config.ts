import { defineConfig } from 'vitest/config';

/**
 * They change nothing outside themselves, so files share a process, and in it the paths that are walked once. What plants
 * a fault or stands in for a module has a process of its own; so has what is learnt from sentences, since look-ups teach
 * the spelling their words.
 */
const pure = ['test/{rules,dialogs}/**/!(learning).test.ts', 'test/channels/{every-message,answer-limits}.test.ts'];

export default defineConfig({
  test: {
    globalSetup: 'test/support/preflight.ts',
    // For what hangs. A busy machine may take its time: nothing here is measured by the clock.
    testTimeout: 90_000,
    hookTimeout: 90_000,
    // Several files mostly wait, for a platform that is down a full minute; others fill the time.
    maxWorkers: 3,
    projects: [
      { extends: true, test: { name: 'pure', include: pure, isolate: false } },
      { extends: true, test: { name: 'whole', include: ['test/**/*.test.ts'], exclude: pure } },
    ],
  },
});
