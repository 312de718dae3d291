import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { writeCleanCase } from '../support/case-folder.ts';
import { runJuli } from '../support/run-juli.ts';
import { useWorkFolder } from '../support/work-folder.ts';

const work = useWorkFolder();

it('two first starts at once unpack one whole browser, and both print', async () => {
  const cache = work.path('cache');
  await mkdir(cache);
  const folder = await writeCleanCase(work.path('case'));

  const runs = await Promise.all(
    ['first', 'second'].map((name) =>
      runJuli(['packet', folder, '-o', work.path(`${name}.pdf`), '--json'], { environment: { XDG_CACHE_HOME: cache } }),
    ),
  );

  expect(runs.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
  const unpacked = await readdir(join(cache, 'juli'));
  expect(unpacked).toHaveLength(1);
  expect(unpacked[0]).toMatch(/^chromium-\d+/);
});
