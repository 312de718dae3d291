import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';

/** A copy of the database as it was when Juli was first opened on a day. */
export interface DailyCopy {
  readonly file: string;
  /** YYYY-MM-DD. */
  readonly day: string;
}

const kept = 7;
/** The copies are there for a bad day and must not bring it about: a disk that is nearly full gets none. */
const roomLeft = 3;

function copiesFolder(folder: string): string {
  return join(folder, 'copies');
}

/** The newest first. */
export function dailyCopies(folder: string): readonly DailyCopy[] {
  const home = copiesFolder(folder);
  if (!existsSync(home)) return [];
  return readdirSync(home)
    .flatMap((name) => {
      const day = /^juli-(\d{4}-\d\d-\d\d)\.db$/.exec(name)?.[1];
      return day === undefined ? [] : [{ file: join(home, name), day }];
    })
    .toSorted((first, second) => (first.day < second.day ? 1 : -1));
}

/**
 * Copies the database a few pages at a time while it is in use, unless this day has a copy already, and keeps the last
 * seven. Rejects when it cannot be done, or when the signal stops it; then nothing is left of it.
 */
export async function makeDailyCopy(
  database: Database.Database,
  folder: string,
  day: string,
  signal: AbortSignal,
): Promise<void> {
  const home = copiesFolder(folder);
  const target = join(home, `juli-${day}.db`);
  if (existsSync(target)) return;
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const draft = join(home, 'unfinished.db');
  const remove = () => {
    for (const part of ['', '-wal', '-shm', '-journal']) rmSync(draft + part, { force: true });
  };
  remove();
  const { bavail, bsize } = statfsSync(home);
  if (bavail * bsize < roomLeft * statSync(join(folder, 'juli.db')).size) return;
  try {
    await database.backup(draft, {
      progress() {
        signal.throwIfAborted();
        return pagesAtOnce;
      },
    });
    signal.throwIfAborted();
    renameSync(draft, target);
  } finally {
    remove();
  }
  for (const { file } of dailyCopies(folder).slice(kept)) rmSync(file, { force: true });
}

/** Under a millisecond, so that typing does not wait. */
const pagesAtOnce = 100;

/** What was deleted for good must not go on living in copies. One that is being made follows the database. */
export function forgetDailyCopies(folder: string): void {
  for (const { file } of dailyCopies(folder)) rmSync(file, { force: true });
}
