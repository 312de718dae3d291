import Handlebars from 'handlebars';
import { AppError } from '../../contract/errors.ts';
import { MissingField } from './strict-model.ts';

/**
 * Turns what a template throws into TEMPLATE_INVALID naming template, line and field. An error from a partial
 * passes through its callers unchanged, so the innermost template is the one that is named.
 */
export function templateError(template: string, source: string, cause: unknown): AppError {
  if (cause instanceof AppError) return cause;
  if (cause instanceof MissingField) {
    return refusal(template, lineOf(Handlebars.parse(source), cause.field), missing(cause.field), cause);
  }
  const message = cause instanceof Error ? cause.message : String(cause);
  const field = /^"(?<field>.+?)" not defined in/.exec(message)?.groups?.field;
  const detail = field === undefined ? (message.split('\n')[0] ?? message) : missing(field);
  return refusal(template, lineIn(cause, message), detail, cause);
}

function refusal(template: string, line: number | undefined, detail: string, cause: unknown): AppError {
  const file = line === undefined ? template : `${template}:${line}`;
  return new AppError('TEMPLATE_INVALID', { file, detail }, { cause });
}

function missing(field: string): string {
  return `没有名为 ${field} 的字段`;
}

/** Handlebars tells the line of what it cannot print as a property, of what it cannot read in the message. */
function lineIn(cause: unknown, message: string): number | undefined {
  if (cause instanceof Error && 'lineNumber' in cause && typeof cause.lineNumber === 'number') return cause.lineNumber;
  const line = /on line (?<line>\d+)/.exec(message)?.groups?.line;
  return line === undefined ? undefined : Number(line);
}

/** The line of the first path in a syntax tree that names the field. */
function lineOf(node: unknown, field: string): number | undefined {
  if (typeof node !== 'object' || node === null) return undefined;
  if (isPath(node) && node.parts.includes(field)) return node.loc.start.line;
  for (const child of Object.values(node)) {
    const line = lineOf(child, field);
    if (line !== undefined) return line;
  }
  return undefined;
}

function isPath(node: object): node is hbs.AST.PathExpression {
  return 'type' in node && node.type === 'PathExpression';
}
