import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/support/preflight.ts',
    testTimeout: 20_000,
    hookTimeout: 30_000,
    // Several files mostly wait, for a platform that is down a full minute; others fill the time.
    maxWorkers: 3,
  },
});
