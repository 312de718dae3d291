import { describe, expect, it } from 'vitest';
import { AppError, type ErrorCode, errorTable } from '../../electron/contract/errors.ts';
import { describeError } from '../../electron/core/error-texts.ts';
import { shownError } from '../../electron/core/shown-error.ts';

const codes = Object.keys(errorTable).filter((code): code is ErrorCode => code in errorTable);

describe('describeError', () => {
  it.each(codes)('speaks to somebody before a window of nothing that only the command line has: %s', (code) => {
    const { title, meaning, remedy } = describeError(new AppError(code), 'window');

    expect([title, meaning, remedy].join('')).not.toMatch(/--|juli |命令|case\.json|运行|路径|生成文件/);
    expect(shownError(new AppError(code)).text).toBe(`${title}。${meaning}${remedy}`);
  });

  it.each(codes)('tells in Chinese what happened, what it means and what to do: %s', (code) => {
    const window = describeError(new AppError(code), 'window');
    const { title, meaning, remedy } = describeError(new AppError(code));

    for (const text of [window.title, window.meaning, window.remedy]) expect(text).toMatch(/[\u4e00-\u9fff]{6}/);
    for (const text of [title, meaning, remedy]) expect(text).toMatch(/[\u4e00-\u9fff]{6}/);
    expect(meaning).toMatch(/。$/);
    expect(remedy).toMatch(/。$/);
  });

  it('has a text of its own for each code', () => {
    for (const place of ['terminal', 'window'] as const) {
      const all = codes.map((code) => describeError(new AppError(code), place));

      for (const field of ['title', 'meaning', 'remedy'] as const) {
        expect(new Set(all.map((text) => text[field])).size).toBe(codes.length);
      }
    }
  });

  it('lists the file and every problem', () => {
    const problems = [
      { path: 'claims[0].amount', expected: '金额', found: '数字 268' },
      { path: '$', expected: '对象 {…}', found: '列表（0项）' },
    ];

    expect(describeError(new AppError('CASE_INVALID', { file: '案件/case.json', problems })).lines).toEqual([
      '文件：案件/case.json',
      'claims[0].amount：应为金额，实为数字 268',
      '整个文件：应为对象 {…}，实为列表（0项）',
    ]);
  });

  it('names what a paper lacks as its blank does', () => {
    const problems = [{ path: 'respondents[0].address', expected: '被告住所地', found: '未填写' }];

    expect(describeError(new AppError('FACTS_INCOMPLETE', { problems })).lines).toEqual([
      '缺少被告住所地（respondents[0].address）',
    ]);
  });

  it('counts what a long list leaves out', () => {
    const problems = Array.from({ length: 250 }, (_, index) => ({
      path: `events[${index}]`,
      expected: '甲',
      found: '乙',
    }));
    const { lines } = describeError(new AppError('CASE_INVALID', { problems }));

    expect(lines).toHaveLength(101);
    expect(lines.at(-1)).toBe('另有150处，共250处');
  });

  it('tells the detail, but never that of an unforeseen error', () => {
    expect(describeError(new AppError('TEMPLATE_INVALID', { detail: '第3行' })).lines).toEqual(['说明：第3行']);
    expect(describeError(new AppError('INTERNAL', { detail: 'at /somewhere 19900000001' })).lines).toEqual([]);
  });

  it('shows nothing of the cause', () => {
    const error = new AppError('PRINT_FAILED', {}, { cause: new Error('secret 19900000001') });

    expect(JSON.stringify(describeError(error))).not.toMatch(/secret|199|\bat /);
  });
});
