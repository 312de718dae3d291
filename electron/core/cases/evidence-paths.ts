import { fieldsAt } from './case-fields.ts';

/** The files that the evidence of a case names, each once, as they are written; a case that is unfinished too. */
export function evidencePaths(raw: unknown): string[] {
  const named = [...fieldsAt(raw, 'evidence[].files[]'), ...fieldsAt(raw, 'evidence[].files[].path')];
  return [...new Set(named.flatMap(({ value }) => (typeof value === 'string' ? [value] : [])))];
}
