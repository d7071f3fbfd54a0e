import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/support/preflight.ts',
    // For what hangs. A busy machine may take its time: nothing here is measured by the clock.
    testTimeout: 90_000,
    hookTimeout: 90_000,
    // Several files mostly wait, for a platform that is down a full minute; others fill the time.
    maxWorkers: 3,
  },
});
