import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/bench/**'],
    // Many tests print with a real Chromium; the first one on a machine also unpacks it.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A process for each file: native modules and browsers die with it. Two, because each may hold a browser too.
    pool: 'forks',
    maxWorkers: 2,
  },
});
