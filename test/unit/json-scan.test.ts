import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deepestJson, mostJsonValues, scanJson } from '../../electron/core/cases/json-scan.ts';

describe('scanJson', () => {
  it('accepts whatever JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.constantFrom(undefined, 2, '\t'), (value, indent) => {
        expect(scanJson(JSON.stringify(value, undefined, indent))).toEqual({ duplicateKeys: [] });
      }),
    );
  });

  it('breaks exactly where JSON.parse refuses', () => {
    const fragment = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"',
      '\\',
      '1',
      '-',
      '0',
      '.5',
      'e1',
      'true',
      'nul',
      ' ',
      '\n',
      '甲',
    );
    fc.assert(
      fc.property(fc.array(fragment, { maxLength: 9 }), (fragments) => {
        const text = fragments.join('');
        expect(scanJson(text).syntax === undefined).toBe(isJson(text));
      }),
      { numRuns: 5000 },
    );
  });

  it.each([
    ['{"a": 1,}', 1, 9, '字符 }'],
    ['{\n  "a": 1\n  "b": 2\n}', 3, 3, '字符 "'],
    ['{"a": “甲”}', 1, 7, '全角符号 “（请改用英文半角符号）'],
    ['{"a"：1}', 1, 5, '全角符号 ：（请改用英文半角符号）'],
    ["{'a': 1}", 1, 2, "字符 '"],
    ['{"a": "一\n二"}', 1, 9, '换行'],
    ['{"a": "C:\\d"}', 1, 10, '字符 \\'],
    ['{"a": [1', 1, 9, '文件结尾'],
    ['', 1, 1, '文件结尾'],
    ['{} {}', 1, 4, '字符 {'],
    ['{"a": tru}', 1, 7, '字符 t'],
    ['["甲", "䶮𠮷", x]', 1, 13, '字符 x'],
  ])('says where %j breaks', (text, line, column, found) => {
    expect(scanJson(text).syntax).toMatchObject({ line, column, found });
  });

  it('names keys that stand twice, also when they are written differently', () => {
    const text = '{"a": 1, "b": [{"c": 1, "\\u0063": 2}], "a": 3}';

    expect(scanJson(text).duplicateKeys).toEqual(['b[0].c', 'a']);
  });

  it('refuses absurd depth and size instead of failing on it', () => {
    expect(scanJson('['.repeat(4_000_000)).syntax).toMatchObject({ column: deepestJson + 1, found: '更深的嵌套' });
    expect(scanJson(`[${'1,'.repeat(mostJsonValues)}1]`).syntax).toMatchObject({ found: '更多的值' });
  });

  it('accepts a very long string', () => {
    expect(scanJson(JSON.stringify('\\n"甲'.repeat(500_000))).syntax).toBeUndefined();
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
