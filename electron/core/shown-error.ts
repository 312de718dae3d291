import { AppError } from '../contract/errors.ts';
import type { ShownError } from '../contract/rpc/job-procedures.ts';
import { describeError } from './error-texts.ts';

/** Whatever was thrown, as a window shows it. What nobody foresaw is told as INTERNAL, without its own words. */
export function shownError(cause: unknown): ShownError {
  const error = expectedError(cause);
  const { title, meaning, remedy } = describeError(error, 'window');
  const { file, detail, problems } = error.data;
  return {
    code: error.code,
    text: `${title}。${meaning}${remedy}`,
    ...(file === undefined ? {} : { file }),
    // The detail of an unforeseen error may quote anything, so it stays in the log.
    ...(detail === undefined || error.code === 'INTERNAL' ? {} : { detail }),
    ...(problems === undefined ? {} : { problems: [...problems] }),
  };
}

function expectedError(cause: unknown): AppError {
  if (cause instanceof AppError) return cause;
  // What a signal that was stopped without a reason of ours makes Node throw.
  if (cause instanceof Error && cause.name === 'AbortError') return new AppError('CANCELLED', {}, { cause });
  return new AppError('INTERNAL', {}, { cause });
}
