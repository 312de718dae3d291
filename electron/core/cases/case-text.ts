import type { InputProblem } from '../../contract/errors.ts';

export type CaseText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'problem'; readonly problem: InputProblem };

/**
 * The bytes of case.json as text: UTF-8, with or without a byte order mark. Windows editors of the past wrote
 * GBK or UTF-16; both are named, because "bad character" helps nobody.
 */
export function decodeCaseText(bytes: Uint8Array): CaseText {
  // JSON holds no zero byte; UTF-16 is full of them, with a byte order mark or without.
  if (bytes.subarray(0, 4096).includes(0)) return wrongEncoding('UTF-16 编码，或不是文本文件');
  const text = decode(bytes, 'utf-8');
  if (text !== undefined) return { kind: 'text', text };
  return wrongEncoding(decode(bytes, 'gb18030') === undefined ? '不是 UTF-8 编码的内容' : 'GBK（GB 18030）编码');
}

function wrongEncoding(found: string): CaseText {
  return {
    kind: 'problem',
    problem: { path: '$', expected: 'UTF-8 编码的文本（在编辑器中另存为 UTF-8 即可）', found },
  };
}

/** A decoder drops the byte order mark of its own encoding. */
function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
