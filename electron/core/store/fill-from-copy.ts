import { copyFileSync, rmSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { isSound, openDatabase } from './connection.ts';
import type { DailyCopy } from './daily-copies.ts';
import { type Migration, migrate, versionOf } from './migrate.ts';

export interface FilledCases {
  /** YYYY-MM-DD, of the copy that was used. */
  readonly day: string;
  readonly count: number;
}

const tables = ['cases', 'drafts', 'history', 'revisions', 'case_files', 'intake_log', 'timestamps'] as const;

/**
 * Takes cases whose content a salvage could not read from the newest daily copy that is sound. A case is told by its
 * number, which is never given twice; what could be read is newer and stays.
 */
export function fillFromCopy(
  fresh: Database.Database,
  copies: readonly DailyCopy[],
  migrations: readonly Migration[],
): FilledCases | undefined {
  for (const { file, day } of copies) {
    const count = fillFrom(fresh, file, migrations);
    if (count !== undefined) return count === 0 ? undefined : { day, count };
  }
  return undefined;
}

/** Undefined where the copy cannot be used. */
function fillFrom(fresh: Database.Database, file: string, migrations: readonly Migration[]): number | undefined {
  // Opened, it may have to be changed; the copy itself stays as it is.
  const working = `${fresh.name}-copy`;
  const remove = () => {
    for (const part of ['', '-wal', '-shm']) rmSync(working + part, { force: true });
  };
  remove();
  try {
    copyFileSync(file, working);
    if (!isUsable(working, migrations)) return undefined;
    fresh.prepare('ATTACH ? AS copy').run(working);
    try {
      return fresh.transaction(() => takeMissing(fresh)).immediate();
    } finally {
      fresh.exec('DETACH copy');
    }
  } finally {
    remove();
  }
}

function isUsable(file: string, migrations: readonly Migration[]): boolean {
  try {
    const database = openDatabase(file);
    try {
      if (versionOf(database) > migrations.length || !isSound(database)) return false;
      migrate(database, migrations);
      return true;
    } finally {
      database.close();
    }
  } catch {
    return false;
  }
}

function takeMissing(fresh: Database.Database): number {
  fresh.exec(`
    CREATE TEMP TABLE missing AS
    SELECT number FROM copy.cases JOIN copy.drafts ON case_number = number
    WHERE number NOT IN (SELECT case_number FROM main.drafts)
      AND id NOT IN (SELECT id FROM main.cases WHERE number IN (SELECT case_number FROM main.drafts))`);
  // Entries and places of a newer state do not fit the older one; of files it is only good to know more.
  for (const table of ['history', 'revisions'] as const) {
    fresh.exec(`DELETE FROM main.${table} WHERE case_number IN (SELECT number FROM missing)`);
  }
  fresh.exec('DELETE FROM main.cases WHERE number IN (SELECT number FROM missing)');
  for (const table of tables) {
    const columns = (fresh.pragma(`main.table_xinfo(${table})`) as { name: string; hidden: number }[])
      .filter(({ hidden }) => hidden === 0)
      .map(({ name }) => name)
      .join(', ');
    // A file of an older version has no such table yet.
    if (columns === '') continue;
    const number = table === 'cases' ? 'number' : 'case_number';
    fresh.exec(`
      INSERT OR IGNORE INTO main.${table} (${columns})
      SELECT ${columns} FROM copy.${table} WHERE ${number} IN (SELECT number FROM missing)`);
  }
  const count = fresh.prepare<[], number>('SELECT count(*) FROM missing').pluck().get() ?? 0;
  fresh.exec('DROP TABLE missing');
  return count;
}
