import { AppError } from '../../contract/errors.ts';

interface Located {
  readonly message: string;
  readonly lineNumber?: number;
}

/**
 * Turns what Handlebars throws into TEMPLATE_INVALID naming template, line and field. An error from a partial
 * passes through its callers unchanged, so the innermost template is the one that is named.
 */
export function templateError(template: string, cause: unknown): AppError {
  if (cause instanceof AppError) return cause;
  const { message, lineNumber } = located(cause);
  const field = /^"(?<field>.+?)" not defined in/.exec(message)?.groups?.field;
  const line = lineNumber ?? /on line (?<line>\d+)/.exec(message)?.groups?.line;
  const place = line === undefined ? template : `${template}:${line}`;
  const what = field === undefined ? (message.split('\n')[0] ?? message) : `没有名为 ${field} 的字段`;
  return new AppError('TEMPLATE_INVALID', { file: place, detail: what }, { cause });
}

function located(cause: unknown): Located {
  if (!(cause instanceof Error)) return { message: String(cause) };
  const lineNumber = 'lineNumber' in cause && typeof cause.lineNumber === 'number' ? cause.lineNumber : undefined;
  return lineNumber === undefined ? { message: cause.message } : { message: cause.message, lineNumber };
}
