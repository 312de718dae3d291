import { chmodSync, copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openDatabase } from './connection.ts';
import { type Migration, migrate, refuseNewer } from './migrate.ts';

/**
 * The database of a folder that cannot be written to, in memory. SQLite itself needs to write beside a file to read it;
 * a copy on disk lives only until it is read, since nobody would be left to delete it after a crash.
 */
export function openReadOnlyCopy(file: string, migrations: readonly Migration[]): Database.Database {
  const folder = mkdtempSync(join(tmpdir(), 'juli-read-only-'));
  try {
    const copy = join(folder, 'copy.db');
    for (const part of ['', '-wal']) {
      if (!existsSync(file + part)) continue;
      copyFileSync(file + part, copy + part);
      // A file that cannot be written to is copied together with that.
      chmodSync(copy + part, 0o600);
    }
    const onDisk = openDatabase(copy);
    // Takes in what the journal holds; a database in memory has none.
    onDisk.pragma('journal_mode = DELETE');
    onDisk.close();
    const database = new Database(readFileSync(copy));
    refuseNewer(database, migrations);
    migrate(database, migrations);
    return database;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
