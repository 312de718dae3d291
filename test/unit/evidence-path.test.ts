import { describe, expect, it } from 'vitest';
import { evidencePathProblem } from '../../electron/contract/case/evidence-path.ts';

describe('evidencePathProblem', () => {
  it.each(['截图.png', 'evidence/截图.png', 'a/b/c/文件 (1).pdf', '..png', 'a/...', '证据…/1'])(
    'accepts %s',
    (path) => {
      expect(evidencePathProblem(path)).toBeUndefined();
    },
  );

  it.each([
    ['/etc/文件', '绝对路径'],
    ['C:/文件', '绝对路径'],
    ['c:文件', '绝对路径'],
    ['../文件', '..'],
    ['a/../../文件', '..'],
    ['a\\b.png', '正斜杠'],
    ['\\\\server\\share', '正斜杠'],
    ['a//b', '空的'],
    ['./a', '空的或 .'],
    ['a/./b', '空的或 .'],
    ['a/', '空的'],
    ['', '空的'],
  ])('refuses %s', (path, words) => {
    expect(evidencePathProblem(path)).toContain(words);
  });
});
