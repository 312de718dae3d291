import { AppError, type ErrorCode } from '../../contract/errors.ts';

/** What SQLite and the file system say, as people can be told; anything else is passed on as it is. */
export function troubleOf(error: unknown): unknown {
  if (error instanceof AppError) return error;
  const code = codeOf(error);
  const trouble = code === undefined ? undefined : appCodeOf(code);
  return trouble === undefined ? error : new AppError(trouble, {}, { cause: error });
}

/** The file holds something that is no sound database. */
export function isDamage(error: unknown): boolean {
  const code = error instanceof AppError ? error.code : codeOf(error);
  return code !== undefined && (code === 'STORE_DAMAGED' || appCodeOf(code) === 'STORE_DAMAGED');
}

export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

function appCodeOf(code: string): ErrorCode | undefined {
  if (/^SQLITE_FULL|^(ENOSPC|EDQUOT)$/.test(code)) return 'STORE_FULL';
  if (/^SQLITE_(READONLY|PERM)|^(EROFS|EACCES|EPERM)$/.test(code)) return 'STORE_READ_ONLY';
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return 'STORE_DAMAGED';
  if (/^SQLITE_(IOERR|CANTOPEN|BUSY|LOCKED|PROTOCOL)|^EIO$/.test(code)) return 'STORE_FAILED';
  return undefined;
}
