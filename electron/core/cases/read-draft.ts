import { z } from 'zod';
import type { InputProblem } from '../../contract/errors.ts';
import type { Draft } from '../../contract/rpc/case-procedures.ts';
import { decodeCaseText } from './case-text.ts';
import { scanJson } from './json-scan.ts';

export type ReadDraft =
  | { readonly kind: 'draft'; readonly draft: Draft; readonly text: string }
  | { readonly kind: 'problems'; readonly problems: readonly InputProblem[] };

const draft = z.record(z.string(), z.json());

/**
 * The bytes of a case.json as a draft, however unfinished: a JSON object is enough, what is wrong with its fields is
 * told later by the checks. Refused is only what could not be kept as it was written.
 */
export function readDraft(bytes: Uint8Array): ReadDraft {
  const decoded = decodeCaseText(bytes);
  if (decoded.kind === 'problem') return { kind: 'problems', problems: [decoded.problem] };
  const { syntax, duplicateKeys } = scanJson(decoded.text);
  if (syntax !== undefined) {
    const { line, column, expected, found } = syntax;
    return { kind: 'problems', problems: [{ path: '$', expected: `第${line}行第${column}列：${expected}`, found }] };
  }
  if (duplicateKeys.length > 0) {
    const problems = duplicateKeys.map((path) => ({
      path,
      expected: '每个字段只写一次',
      found: '同一字段写了不止一次',
    }));
    return { kind: 'problems', problems };
  }
  const read = draft.safeParse(JSON.parse(decoded.text));
  if (read.success) return { kind: 'draft', draft: read.data, text: decoded.text };
  return { kind: 'problems', problems: [{ path: '$', expected: '一个案件（英文花括号括起）', found: '其他内容' }] };
}
