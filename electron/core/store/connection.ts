import Database from 'better-sqlite3';
import { AppError } from '../../contract/errors.ts';
import { codeOf, isDamage, troubleOf } from './trouble.ts';

/** The open database as the parts of the store use it: failures come out as AppErrors. */
export interface Connection {
  readonly database: Database.Database;
  readonly isReadOnly: boolean;
  read<Result>(work: () => Result): Result;
  /** One transaction; what it wrote is on disk when this returns. STORE_READ_ONLY where nothing can be written. */
  write<Result>(work: () => Result): Result;
}

/**
 * Opens a database file. Written with the journal beside it and synced at each commit; deleted rows are overwritten, so
 * that what was purged is gone.
 */
export function openDatabase(file: string): Database.Database {
  const database = new Database(file, { timeout: 5_000 });
  try {
    database.pragma('foreign_keys = ON');
    database.pragma('trusted_schema = OFF');
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma('secure_delete = ON');
    database.pragma('cache_size = -64000');
    database.pragma('temp_store = MEMORY');
    database.pragma('journal_size_limit = 16000000');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

export function connectionOf(
  database: Database.Database,
  isReadOnly: boolean,
  onDamage: () => void = () => undefined,
): Connection {
  function guarded<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (error) {
      if (isDamage(error)) onDamage();
      throw troubleOf(error);
    }
  }
  return {
    database,
    isReadOnly,
    read: guarded,
    write<Result>(work: () => Result): Result {
      if (isReadOnly) throw new AppError('STORE_READ_ONLY');
      if (database.inTransaction) return work();
      return guarded(() => database.transaction(work).immediate());
    },
  };
}

/** True when the file is sound as far as SQLite can tell without reading each index. */
export function isSound(database: Database.Database): boolean {
  try {
    return (
      database.pragma('quick_check(1)', { simple: true }) === 'ok' &&
      (database.pragma('foreign_key_check') as unknown[]).length === 0
    );
  } catch (error) {
    if (isDamage(error) || codeOf(error) === 'SQLITE_ERROR') return false;
    throw error;
  }
}
