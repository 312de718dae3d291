import { AppError } from '../../contract/errors.ts';
import { isSound, openDatabase } from './connection.ts';
import { refuseNewer } from './migrate.ts';
import { migrations } from './migrations.ts';
import { troubleOf } from './trouble.ts';

/** Whether a database from elsewhere could be opened as a store. Throws STORE_TOO_NEW, STORE_DAMAGED. */
export function checkDatabaseFile(file: string): void {
  try {
    const database = openDatabase(file);
    try {
      refuseNewer(database, migrations);
      if (!isSound(database)) throw new AppError('STORE_DAMAGED');
    } finally {
      database.close();
    }
  } catch (cause) {
    throw troubleOf(cause);
  }
}
