import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Short files that take a minute or two; begun last, one of them would run alone while the other core is idle. */
const longest = /\/test\/(?:app\/window-screens|store\/kill)\./;

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((first, second) => Number(isLong(second)) - Number(isLong(first)));
  }
}

function isLong({ moduleId }: TestSpecification): boolean {
  return longest.test(moduleId);
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/bench/**'],
    // As the program itself starts: what is compiled once need not be compiled for each file and worker thread again.
    setupFiles: ['test/support/start-quickly.mjs'],
    // Many tests print with a real Chromium; the first one on a machine also unpacks it.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A window on a busy machine takes its time; what never comes fails all the same.
    expect: { poll: { timeout: 15_000 } },
    // Processes, for native modules and browsers; two, because each may hold a browser too. Files share them: loading the
    // program anew for each takes longer than most files do.
    pool: 'forks',
    isolate: false,
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
  },
});
