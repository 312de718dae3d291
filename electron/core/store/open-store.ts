import { accessSync, constants, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { AppError } from '../../contract/errors.ts';
import { dayOfClock } from '../drafts/day-of-clock.ts';
import { createCaseRows } from './case-row.ts';
import { createCaseStore } from './case-store.ts';
import { connectionOf, isSound } from './connection.ts';
import { forgetDailyCopies, makeDailyCopy } from './daily-copies.ts';
import { openDatabaseFile } from './database-file.ts';
import { finishRestore } from './finish-restore.ts';
import { createIntakeLogStore } from './intake-log-store.ts';
import { migrations } from './migrations.ts';
import { createOriginals } from './originals.ts';
import { type Owner, takeOwnership } from './owner.ts';
import { openReadOnlyCopy } from './read-only-copy.ts';
import { createSearchIndex } from './search-index.ts';
import { createSettingsStore } from './settings-store.ts';
import type { Store } from './store.ts';
import type { StorePorts } from './store-ports.ts';
import { damagedWarning, fullWarning, readOnlyWarning } from './store-warnings.ts';
import { createTimestampStore } from './timestamp-store.ts';
import { troubleOf } from './trouble.ts';

export interface StoreOptions extends StorePorts {
  /** The data folder; made when it is not there. */
  readonly folder: string;
}

/** The database that could be opened, and as what. */
interface Opened {
  readonly database: Database.Database;
  /** Undefined where nothing can be written: whoever only reads owns nothing. */
  readonly owner: Owner | undefined;
  readonly warning: string | undefined;
}

/**
 * Opens the data folder and becomes its owner. Where it cannot be written to, it is opened for reading. STORE_IN_USE
 * when another process has it, STORE_TOO_NEW when a newer version wrote it.
 */
export async function openStore({ folder, ...ports }: StoreOptions): Promise<Store> {
  const { database, owner, warning } = await openToWrite(folder, ports).catch((error: unknown) =>
    openToRead(folder, troubleOf(error)),
  );
  let hasDamage = false;
  const connection = connectionOf(database, owner === undefined, () => {
    hasDamage = true;
  });
  const rows = createCaseRows(connection);
  const originals = createOriginals(folder, connection, rows);
  const cases = createCaseStore(connection, originals, ports);
  const store: Store = {
    folder,
    get health() {
      return { isReadOnly: owner === undefined, warning: hasDamage ? damagedWarning : warning };
    },
    cases: {
      ...cases,
      purge(id) {
        cases.purge(id);
        // Gone for good means gone from them too; the next start makes another.
        forgetDailyCopies(folder);
      },
    },
    originals,
    intakeLog: createIntakeLogStore(connection, rows),
    timestamps: createTimestampStore(connection, rows),
    settings: createSettingsStore(connection),
    publishAddress: (address) => owner?.publishAddress(address),
    leftAddress: owner?.leftAddress,
    together: connection.write,
    async keepDailyCopy(signal) {
      if (owner === undefined || hasDamage) return;
      await makeDailyCopy(database, folder, dayOfClock(ports), signal).catch(() => undefined);
    },
    async copyDatabase(target) {
      await database.backup(target).catch((error: unknown) => {
        throw troubleOf(error);
      });
    },
    close() {
      database.close();
      // A file with damage is looked through and mended at the next start.
      owner?.release(!hasDamage);
    },
  };
  if (owner !== undefined) {
    rmSync(originals.incoming, { recursive: true, force: true });
    mkdirSync(originals.incoming, { mode: 0o700 });
    if (owner.wasLeftOpen && !keepsAllOriginals(database)) originals.sweep();
  }
  return store;
}

async function openToWrite(folder: string, ports: StorePorts): Promise<Opened> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'juli.db');
  if (existsSync(file)) accessSync(file, constants.W_OK);
  const owner = takeOwnership(folder);
  try {
    finishRestore(folder);
    mkdirSync(join(folder, 'originals'), { recursive: true, mode: 0o700 });
    return { owner, ...(await openDatabaseFile(folder, migrations, ports, owner.wasLeftOpen)) };
  } catch (error) {
    owner.release(false);
    throw error;
  }
}

/** Trouble with writing is none with reading. */
function openToRead(folder: string, trouble: unknown): Opened {
  const file = join(folder, 'juli.db');
  const code = trouble instanceof AppError ? trouble.code : undefined;
  const isFull = code === 'STORE_FULL';
  if (!isFull && code !== 'STORE_READ_ONLY' && !(code === 'STORE_FAILED' && !isWritable(folder))) throw trouble;
  if (!existsSync(file)) throw trouble;
  const database = openReadOnlyCopy(file, migrations);
  const reason = isFull ? fullWarning : readOnlyWarning;
  if (!isSound(database)) return { database, owner: undefined, warning: `${reason}${damagedWarning}` };
  // What was edited last may not have been indexed yet; the copy in memory can be.
  createSearchIndex(connectionOf(database, false)).refresh();
  return { database, owner: undefined, warning: reason };
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Set by a salvage: what no case names may be all that is left of one. */
function keepsAllOriginals(database: Database.Database): boolean {
  return database.prepare("SELECT 1 FROM settings WHERE name = 'keepsAllOriginals'").get() !== undefined;
}
