import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { finishRestore } from '../../electron/core/store/finish-restore.ts';
import { useWorkFolder } from '../support/work-folder.ts';

const work = useWorkFolder();
const child = fileURLToPath(new URL('../support/store-children/restore-until.ts', import.meta.url));
const kept = 'before-restore-2026-11-22T02-00-00';

const there = ['juli.db', 'juli.db-wal', 'originals/ab/old', 'templates/styles/old.css', 'copies/juli-2026-11-21.db'];
const restored = ['juli.db', 'originals/cd/new'];

/** A data folder with a restore that waits for the next start. */
function folderToRestore(name: string): string {
  const folder = work.path(name);
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const path of there) write(path, `old ${path}`);
  for (const path of restored) write(join('restore-pending', path), `new ${path}`);
  write('restore-pending/restore.json', JSON.stringify({ keptAs: kept }));
  return folder;
}

function filesOf(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map(({ parentPath, name }) => join(parentPath, name));
  return Object.fromEntries(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]));
}

/** What must be there in the end, however often it was cut off. */
const whole = Object.fromEntries([
  ...there.map((path) => [join(kept, path), `old ${path}`]),
  ...restored.map((path) => [path, `new ${path}`]),
]);

/** False when it came to its end before that step. */
async function isKilledAt(folder: string, step: number): Promise<boolean> {
  const running = spawn(process.execPath, [child, folder, String(step)], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: work.path('compiled') },
  });
  const [code, signal] = (await once(running, 'exit')) as [number | null, string | null];
  if (signal === null) expect(code).toBe(0);
  return signal === 'SIGKILL';
}

describe('kill -9 while a restored backup takes its place', () => {
  it('in any of its steps, and in the first steps after, loses neither the old nor the new', {
    timeout: 300_000,
  }, async () => {
    let step = 1;
    for (; ; step += 1) {
      const folder = folderToRestore(`once-${step}`);
      if (!(await isKilledAt(folder, step))) break;
      finishRestore(folder);
      expect([step, filesOf(folder)]).toEqual([step, whole]);

      const twice = folderToRestore(`twice-${step}`);
      await isKilledAt(twice, step);
      for (const again of [1, 2, 3]) await isKilledAt(twice, again);
      finishRestore(twice);
      expect([step, filesOf(twice)]).toEqual([step, whole]);
      expect(readdirSync(twice).filter((name) => name.startsWith('restore-'))).toEqual([]);
    }
    expect(step).toBeGreaterThan(8);
  });
});
