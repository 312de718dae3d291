import { chmodSync, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { isSound, openDatabase } from './connection.ts';
import { dailyCopies } from './daily-copies.ts';
import { type Migration, migrate, refuseNewer, versionOf } from './migrate.ts';
import { salvage } from './salvage.ts';
import type { StorePorts } from './store-ports.ts';
import { lossWarning } from './store-warnings.ts';
import { isDamage } from './trouble.ts';

export interface OpenedDatabase {
  readonly database: Database.Database;
  readonly warning: string | undefined;
}

/** A file up to this size is looked through at each start; a larger one when the last owner did not end in order. */
const quicklyChecked = 32_000_000;

/** Opens the database of a folder this process owns: looks whether it is sound, saves what can be saved, migrates. */
export async function openDatabaseFile(
  folder: string,
  migrations: readonly Migration[],
  ports: StorePorts,
  wasLeftOpen: boolean,
): Promise<OpenedDatabase> {
  const file = join(folder, 'juli.db');
  finishRescue(file, ports.now());
  let warning: string | undefined;
  const isThere = existsSync(file);
  if (isThere && !isFileSound(file, migrations, wasLeftOpen || statSync(file).size < quicklyChecked)) {
    const rescue = `${file}.rescue`;
    const report = salvage({
      damaged: file,
      fresh: `${rescue}-unfinished`,
      copies: dailyCopies(folder),
      migrations,
      ports,
    });
    renameSync(`${rescue}-unfinished`, rescue);
    warning = lossWarning(report, finishRescue(file, ports.now()) ?? '');
  }
  const database = openDatabase(file);
  try {
    chmodSync(file, 0o600);
    refuseNewer(database, migrations);
    const version = versionOf(database);
    if (version > 0 && version < migrations.length) await database.backup(`${file}.version-${version}`);
    migrate(database, migrations);
    return { database, warning };
  } catch (error) {
    database.close();
    throw error;
  }
}

/** A newer file is not for this version to judge. */
function isFileSound(file: string, migrations: readonly Migration[], isWholeChecked: boolean): boolean {
  try {
    const database = openDatabase(file);
    try {
      refuseNewer(database, migrations);
      return !isWholeChecked || isSound(database);
    } finally {
      database.close();
    }
  } catch (error) {
    if (isDamage(error)) return false;
    throw error;
  }
}

/**
 * Puts a finished rescue in place of the damaged file, which is kept beside it under a name with the day. Whatever
 * moment it is interrupted at, the next start goes on from there. Returns the name the damaged file has now.
 */
function finishRescue(file: string, now: Date): string | undefined {
  const rescue = `${file}.rescue`;
  if (!existsSync(rescue)) return undefined;
  const damaged = `${file}.damaged-${now.toISOString().slice(0, 19).replaceAll(':', '')}`;
  for (const part of ['', '-wal']) {
    if (existsSync(file + part)) renameSync(file + part, damaged + part);
  }
  rmSync(`${file}-shm`, { force: true });
  renameSync(rescue, file);
  return damaged;
}
