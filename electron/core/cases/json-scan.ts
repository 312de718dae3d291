import { jsonPath } from './json-path.ts';

/**
 * Reads a JSON text without building anything: where it breaks the grammar (RFC 8259), which keys stand twice
 * in one object, and whether it is absurdly deep or large. `JSON.parse` tells no place for many errors, keeps
 * the last of two equal keys without a word, and accepts what no later step should have to survive.
 */
export interface JsonScan {
  /** The first break, 1-based; nothing after it was looked at. */
  readonly syntax?: {
    readonly line: number;
    readonly column: number;
    readonly expected: string;
    readonly found: string;
  };
  /** JSON paths of keys that stand twice. */
  readonly duplicateKeys: readonly string[];
}

/** A case has a few thousand values at most; these limits only keep a hostile file from exhausting memory. */
export const deepestJson = 64;
export const mostJsonValues = 100_000;

type Frame =
  | { readonly kind: 'object'; readonly keys: Set<string>; key: string }
  | { readonly kind: 'array'; index: number };
type Expecting = 'value' | 'first entry' | 'first key' | 'key' | 'colon' | 'next entry' | 'next key' | 'end';

const expectedTexts: Record<Expecting, string> = {
  value: '一个值（文字请用英文双引号括起）',
  'first entry': '一个值，或 ]',
  'first key': '英文双引号括起的字段名，或 }',
  key: '英文双引号括起的字段名（最后一项后面不要逗号）',
  colon: '英文冒号 :',
  'next entry': '英文逗号 , 或 ]',
  'next key': '英文逗号 , 或 }',
  end: '文件到此结束',
};

const numberPattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const wordPattern = /true|false|null/y;

export function scanJson(text: string): JsonScan {
  const frames: Frame[] = [];
  const duplicateKeys: string[] = [];
  let expecting: Expecting = 'value';
  let position = 0;
  let values = 0;

  const broken = (at: number, expected: string, found = characterText(text, at)): JsonScan => ({
    syntax: { ...placeOf(text, at), expected, found },
    duplicateKeys,
  });
  const afterValue = (): Expecting => {
    const frame = frames.at(-1);
    if (frame === undefined) return 'end';
    return frame.kind === 'object' ? 'next key' : 'next entry';
  };

  for (;;) {
    while (isWhitespace(text.charCodeAt(position))) position += 1;
    const character = text[position];
    const frame = frames.at(-1);
    if (character === undefined) {
      return expecting === 'end' ? { duplicateKeys } : broken(position, expectedTexts[expecting]);
    }
    switch (expecting) {
      case 'value':
      case 'first entry': {
        if (character === ']' && expecting === 'first entry') {
          frames.pop();
          position += 1;
          expecting = afterValue();
          break;
        }
        values += 1;
        if (values > mostJsonValues) return broken(position, `至多${mostJsonValues}个值`, '更多的值');
        if (character === '{' || character === '[') {
          if (frames.length === deepestJson) return broken(position, `至多${deepestJson}层`, '更深的嵌套');
          frames.push(character === '{' ? { kind: 'object', keys: new Set(), key: '' } : { kind: 'array', index: 0 });
          expecting = character === '{' ? 'first key' : 'first entry';
          position += 1;
          break;
        }
        const end = character === '"' ? endOfString(text, position) : endOfPlain(text, position);
        if (end === undefined) return broken(position, expectedTexts[expecting]);
        if (end.broken !== undefined) return broken(end.position, end.broken);
        position = end.position;
        expecting = afterValue();
        break;
      }
      case 'first key':
      case 'key': {
        if (character === '}' && expecting === 'first key') {
          frames.pop();
          position += 1;
          expecting = afterValue();
          break;
        }
        if (character !== '"' || frame?.kind !== 'object') return broken(position, expectedTexts[expecting]);
        const end = endOfString(text, position);
        if (end.broken !== undefined) return broken(end.position, end.broken);
        frame.key = String(JSON.parse(text.slice(position, end.position)));
        if (frame.keys.has(frame.key)) duplicateKeys.push(jsonPath(frames.map(stepOf)));
        frame.keys.add(frame.key);
        position = end.position;
        expecting = 'colon';
        break;
      }
      case 'colon':
        if (character !== ':') return broken(position, expectedTexts[expecting]);
        position += 1;
        expecting = 'value';
        break;
      case 'next entry':
      case 'next key': {
        const closing = expecting === 'next key' ? '}' : ']';
        if (character === closing) {
          frames.pop();
          expecting = afterValue();
        } else if (character === ',') {
          if (frame?.kind === 'array') frame.index += 1;
          expecting = expecting === 'next key' ? 'key' : 'value';
        } else return broken(position, expectedTexts[expecting]);
        position += 1;
        break;
      }
      case 'end':
        return broken(position, expectedTexts.end);
    }
  }
}

function stepOf(frame: Frame): PropertyKey {
  return frame.kind === 'object' ? frame.key : frame.index;
}

interface TokenEnd {
  readonly position: number;
  readonly broken?: string;
}

/** The place after a string, or the place at which it breaks. Character by character: no pattern can overflow. */
function endOfString(text: string, start: number): TokenEnd {
  for (let position = start + 1; position < text.length; position += 1) {
    const code = text.charCodeAt(position);
    if (code === 0x22) return { position: position + 1 };
    if (code < 0x20) return { position, broken: '英文双引号 " 结束这段文字（换行请写成 \\n）' };
    if (code !== 0x5c) continue;
    const isUnicode = /^u[0-9a-fA-F]{4}$/.test(text.slice(position + 1, position + 6));
    if (!isUnicode && !/^["\\/bfnrt]$/.test(text.charAt(position + 1))) {
      return { position, broken: '正确的转义（反斜杠请写成 \\\\）' };
    }
    position += isUnicode ? 5 : 1;
  }
  return { position: text.length, broken: '英文双引号 " 结束这段文字' };
}

function endOfPlain(text: string, start: number): TokenEnd | undefined {
  for (const pattern of [numberPattern, wordPattern]) {
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    if (match !== null) return { position: start + match[0].length };
  }
  return undefined;
}

function isWhitespace(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d;
}

/** 1-based line and column, the column counted in characters as an editor shows it. */
function placeOf(text: string, position: number): { line: number; column: number } {
  const before = text.slice(0, position);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: [...before.slice(lineStart)].length + 1 };
}

/** One character, never more: the text around it may be personal. */
function characterText(text: string, position: number): string {
  const code = text.codePointAt(position);
  if (code === undefined) return '文件结尾';
  const character = String.fromCodePoint(code);
  if (/[“”‘’，：；｛｝［］【】、]/u.test(character)) return `全角符号 ${character}（请改用英文半角符号）`;
  if (code === 0x0a || code === 0x0d) return '换行';
  return /\p{C}/u.test(character)
    ? `不可见字符 U+${code.toString(16).toUpperCase().padStart(4, '0')}`
    : `字符 ${character}`;
}
