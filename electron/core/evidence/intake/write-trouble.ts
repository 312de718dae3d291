import { AppError } from '../../../contract/errors.ts';
import { troubleOf } from '../../store/trouble.ts';

/** Why a file could not be written into the data folder: full, read-only, or WRITE_FAILED for anything else. */
export function writeTrouble(cause: unknown): AppError {
  const trouble = troubleOf(cause);
  return trouble instanceof AppError ? trouble : new AppError('WRITE_FAILED', {}, { cause });
}
