import { describe, expect, it } from 'vitest';
import { type Moment, parseMoment } from '../../electron/contract/case/moments.ts';
import { intervalDifference } from '../../electron/core/documents/blocks/interval-difference.ts';
import { builtInLaw } from '../support/built-in-law.ts';
import { faultsIn } from '../support/paper-faults.ts';
import { renderPaper } from '../support/rendered-paper.ts';

const paper = (changes: Record<string, unknown> = {}) => renderPaper('comparison', changes);

describe('承诺与实际履行对比表', () => {
  it('sets promise, where it was made, performance, difference and evidence side by side', () => {
    const { text, missing } = paper();
    expect(text).toContain('制表人何据真商家据例数码科技有限公司（“据例数码专营店”店铺）订单');
    expect(text).toContain(
      '1适用系统商品页写明适用Windows11出处：商品详情页只能在Windows10上激活与承诺不一致证据3（第16—17页）证据4（第18—19页）',
    );
    expect(missing).toEqual([]);
    expect(faultsIn(text, builtInLaw.provisions)).toEqual([]);
  });

  it('says in a line of its own what was promised for how long, what came, and the days between', () => {
    expect(paper().text).toContain(
      '期间承诺24小时内解决售后问题实际至今没有解决承诺至2026年10月4日20:11，截至2026年11月18日已超过45天',
    );
    expect(paper({ 'promises[0].interval': undefined }).text).not.toContain('期间');
  });

  it('prints the difference that the case tells, and makes none of a promise that was kept', () => {
    expect(paper({ 'promises[0].difference': '少一个适用系统。' }).text).toContain('上激活少一个适用系统证据3');
    expect(paper({ 'promises[0].performed': '已按承诺发货。' }).text).toContain('已按承诺发货无证据3');
    expect(paper({ 'promises[0].performed': '没有按承诺发货。' }).text).toContain('没有按承诺发货与承诺不一致');
  });

  it('holds facts alone: the law stands in the paper that it goes with', () => {
    expect(paper().text).not.toMatch(/《中华人民共和国|第[一二三四五六七八九十百]+条/u);
  });

  it('shows and notes what is missing', () => {
    const { text, missing } = paper({
      promises: [],
      orders: [],
      keys: [],
      claimants: [{}],
      respondents: [{ roles: ['merchant'] }],
    });
    expect(missing.map(({ path }) => path).sort()).toEqual([
      'claimants[0].name',
      'orders',
      'promises',
      'respondents[0].name',
    ]);
    for (const { label } of missing) expect(text).toContain(`〔待填写：${label}〕`);
    expect(paper({ 'promises[0].evidence': [] }).missing).toEqual([
      { label: '第1项的证据', path: 'promises[0].evidence' },
    ]);
  });
});

describe('intervalDifference', () => {
  const moment = (text: string): Moment => {
    const parsed = parseMoment(text);
    if (parsed === undefined) throw new RangeError(text);
    return parsed;
  };
  const difference = (from: string, promisedUntil: string | undefined, actualUntil: string, actualOngoing = false) =>
    intervalDifference({
      from: moment(from),
      promisedUntil: promisedUntil === undefined ? undefined : moment(promisedUntil),
      promisedText: '承诺',
      actualUntil: moment(actualUntil),
      actualText: '实际',
      actualOngoing,
    });

  it.each([
    ['2026-01-01', '2026-12-31', '2026-06-30', '承诺至2026年12月31日，实际至2026年6月30日，少184天'],
    ['2026-01-01', '2026-01-31', '2026-01-31', '承诺至2026年1月31日，实际至2026年1月31日'],
    ['2026-01-01', '2026-01-31', '2026-02-01', '承诺至2026年1月31日，实际至2026年2月1日，超过1天'],
    ['2025-09-30T21:46:10+08:00', undefined, '2026-09-30', '实际于2026年9月30日结束，历时365天'],
    [
      '2026-10-01T08:00:00+08:00',
      '2026-10-01T20:00:00+08:00',
      '2026-10-02T19:00:00+08:00',
      '承诺至2026年10月1日20:00，实际至2026年10月2日19:00，超过23小时',
    ],
    [
      '2026-10-01T08:00:00+08:00',
      '2026-10-01T08:10:00+08:00',
      '2026-10-01T08:40:00+08:00',
      '承诺至2026年10月1日08:10，实际至2026年10月1日08:40，超过30分钟',
    ],
  ])('from %s, promised until %s, lasted until %s: %s', (from, promised, actual, words) => {
    expect(difference(from, promised, actual)).toBe(words);
  });

  it('says of what goes on only how it stood on that day', () => {
    expect(difference('2026-10-01', '2026-10-02', '2026-10-12', true)).toBe(
      '承诺至2026年10月2日，截至2026年10月12日已超过10天',
    );
    expect(difference('2026-10-01', '2026-10-20', '2026-10-12', true)).toBe(
      '承诺至2026年10月20日，截至2026年10月12日尚未届满',
    );
    expect(difference('2026-10-01', undefined, '2026-10-12', true)).toBe('自2026年10月1日起，截至2026年10月12日已11天');
  });
});
