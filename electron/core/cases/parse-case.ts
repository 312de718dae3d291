import { type Case, caseFileSchema } from '../../contract/case/case-file.ts';
import type { InputProblem } from '../../contract/errors.ts';
import { scanJson } from './json-scan.ts';
import { referenceProblems } from './reference-problems.ts';
import { shapeProblems } from './shape-problems.ts';

/** `raw` is the parsed JSON, for checks that need the disk. */
export type ParsedCase =
  | { readonly kind: 'case'; readonly case: Case; readonly raw: unknown }
  | { readonly kind: 'problems'; readonly problems: readonly InputProblem[]; readonly raw: unknown }
  | { readonly kind: 'unreadable'; readonly problem: InputProblem };

/** Reads the text of a case.json. All problems at once; only a text that is no JSON ends at its first break. */
export function parseCase(text: string): ParsedCase {
  const { syntax, duplicateKeys } = scanJson(text);
  if (syntax !== undefined) {
    const { line, column, expected, found } = syntax;
    return { kind: 'unreadable', problem: { path: '$', expected: `第${line}行第${column}列：${expected}`, found } };
  }
  const raw: unknown = JSON.parse(text);
  const read = caseFileSchema.safeParse(raw);
  const problems: InputProblem[] = [
    ...(read.success ? [] : shapeProblems(read.error, raw)),
    ...duplicateKeys.map((path) => ({ path, expected: '每个字段只写一次', found: '同一字段写了不止一次' })),
    ...referenceProblems(raw),
  ];
  if (!read.success || problems.length > 0) return { kind: 'problems', problems, raw };
  dropBlanks(read.data);
  return { kind: 'case', case: read.data, raw };
}

/** These are always there. */
const keptFields: readonly string[] = ['idType', 'path'];

/** A field that is left blank is one that was not filled in: its gap is printed, and no sentence has a hole. */
function dropBlanks(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value)) {
    const isBlank = typeof child === 'string' && child.trim() === '';
    if (!isBlank) dropBlanks(child);
    else if (!Array.isArray(value) && !keptFields.includes(key)) Reflect.deleteProperty(value, key);
  }
}
