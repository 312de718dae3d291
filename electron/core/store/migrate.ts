import type Database from 'better-sqlite3';
import { AppError } from '../../contract/errors.ts';

/** A step from the version before it; its number is its place in the list, counted from 1. */
export type Migration = (database: Database.Database) => void;

/** 0 for a file that is still empty. */
export function versionOf(database: Database.Database): number {
  return Number(database.pragma('user_version', { simple: true }));
}

/** STORE_TOO_NEW when the file was written by a version that knows more steps. */
export function refuseNewer(database: Database.Database, migrations: readonly Migration[]): void {
  const version = versionOf(database);
  if (version <= migrations.length) return;
  throw new AppError('STORE_TOO_NEW', { detail: `数据版本 ${version}，这个程序认得到 ${migrations.length}` });
}

/**
 * Takes the file to the newest version, each step in a transaction that also sets the version: whatever happens in the
 * middle, the file is at the end of some step. Afterwards the whole file is checked.
 */
export function migrate(database: Database.Database, migrations: readonly Migration[]): void {
  const before = versionOf(database);
  for (const [index, migration] of migrations.entries()) {
    if (index < before) continue;
    database
      .transaction(() => {
        migration(database);
        database.pragma(`user_version = ${index + 1}`);
      })
      .immediate();
  }
  if (before < migrations.length) checkWhole(database);
}

function checkWhole(database: Database.Database): void {
  const integrity = database.pragma('integrity_check(1)', { simple: true });
  const orphans = database.pragma('foreign_key_check') as unknown[];
  if (integrity !== 'ok' || orphans.length > 0) throw new AppError('STORE_DAMAGED', { detail: '升级数据格式之后' });
}
