import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** A backup that was checked and waits for the next start. */
export const waitingRestore = 'restore-pending';
/** The same once all that was there is out of its way. */
const movingRestore = 'restore-moving';
/** And once the backup is in place: nothing of it is needed any more. */
const doneRestore = 'restore-done';
/** Says in it where what was there is kept. */
export const restorePlanName = 'restore.json';

const restorePlan = z.object({ keptAs: z.string().regex(/^before-restore-[0-9A-Z-]+$/i) });

/** All that a backup takes the place of. Small pictures stay: they belong to the bytes, not to the case. */
const replaced = ['juli.db', 'juli.db-wal', 'juli.db-shm', 'originals', 'templates', 'copies'] as const;

/**
 * Puts a restored backup in place, before the database is opened and by the owner of the folder alone. What was there is
 * moved aside, never deleted. Each step is one renaming and can be the last: the next start goes on where this one ended.
 */
export function finishRestore(folder: string): void {
  const waiting = join(folder, waitingRestore);
  const moving = join(folder, movingRestore);
  const done = join(folder, doneRestore);
  rmSync(done, { recursive: true, force: true });
  // First everything goes out of the way; only then, told apart by the folder's name, does anything come in.
  if (!existsSync(moving)) {
    if (!existsSync(waiting)) return;
    moveAll(folder, replaced, keptFolder(folder, waiting));
    renameSync(waiting, moving);
  }
  const kept = keptFolder(folder, moving);
  const restored = readdirSync(moving).filter((name) => name !== restorePlanName);
  for (const name of restored) {
    // Nothing should be there; should something be, it is kept like the rest.
    if (existsSync(join(folder, name))) moveAll(folder, [name], kept);
    renameSync(join(moving, name), join(folder, name));
  }
  // Under a name of its own: a folder that was half deleted would be one without its plan.
  renameSync(moving, done);
  rmSync(done, { recursive: true, force: true });
}

function keptFolder(folder: string, restore: string): string {
  const { keptAs } = restorePlan.parse(JSON.parse(readFileSync(join(restore, restorePlanName), 'utf8')));
  return join(folder, keptAs);
}

function moveAll(folder: string, names: readonly string[], kept: string): void {
  mkdirSync(kept, { recursive: true, mode: 0o700 });
  for (const name of names) {
    if (!existsSync(join(folder, name))) continue;
    let target = join(kept, name);
    for (let number = 2; existsSync(target); number += 1) target = join(kept, `${name}-${number}`);
    renameSync(join(folder, name), target);
  }
}
