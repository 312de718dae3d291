import { describe, expect, it } from 'vitest';
import { groupDeadlines } from '../../renderer/pages/deadlines/deadline-groups.ts';
import { daysLeft, today } from '../../renderer/parts/today.ts';
import { typedDate } from '../../renderer/parts/typed-date.ts';
import { typedMoney, yuan } from '../../renderer/parts/typed-money.ts';

describe('a date as people type it', () => {
  it.each([
    ['2026-10-02', '2026-10-02'],
    ['2026-10-2', '2026-10-02'],
    ['20261002', '2026-10-02'],
    ['2026/10/2', '2026-10-02'],
    ['2026.10.2', '2026-10-02'],
    [' 2026年10月2日 ', '2026-10-02'],
    ['２０２６－１０－２', '2026-10-02'],
    ['10月2日', '2026-10-02'],
    ['10-2', '2026-10-02'],
    ['2024-2-29', '2024-02-29'],
  ])('%s', (typed, expected) => {
    expect(typedDate(typed, '2026-11-22')).toBe(expected);
  });

  it('takes a day without a year that is still to come for last year’s', () => {
    expect(typedDate('12月1日', '2026-11-22')).toBe('2025-12-01');
    expect(typedDate('11月22日', '2026-11-22')).toBe('2026-11-22');
  });

  it.each(['', '2026', '2026-1', '2026-13-01', '2026-02-30', '2025-2-29', '0026-01-01', '昨天', '2026-10-02 12:00'])(
    'leaves “%s” as it is',
    (typed) => {
      expect(typedDate(typed, '2026-11-22')).toBeUndefined();
    },
  );
});

describe('a sum as people type it', () => {
  it.each([
    ['99', '99.00'],
    ['99.5', '99.50'],
    ['99.', '99.00'],
    ['1,280.50', '1280.50'],
    ['￥99', '99.00'],
    ['¥ 99 元', '99.00'],
    ['９９．９', '99.90'],
    ['0099', '99.00'],
    ['0', '0.00'],
  ])('%s', (typed, expected) => {
    expect(typedMoney(typed)).toBe(expected);
  });

  it.each(['', '元', '-1', '1.234', '1e3', '约99', '1.2.3', '9999999999999'])('leaves “%s” as it is', (typed) => {
    expect(typedMoney(typed)).toBeUndefined();
  });

  it('is read with its thousands apart', () => {
    expect(yuan(128_050)).toBe('1,280.50');
  });
});

describe('days', () => {
  it('are those of mainland China', () => {
    expect(today(new Date('2026-11-21T15:59:00Z'))).toBe('2026-11-21');
    expect(today(new Date('2026-11-21T16:00:00Z'))).toBe('2026-11-22');
  });

  it.each([
    ['2026-11-20', '已过 2 天'],
    ['2026-11-22', '今天是最后一天'],
    ['2026-11-23', '明天是最后一天'],
    ['2027-11-22', '还有 365 天'],
    ['2029-10-02', '还有 2 年多'],
  ])('%s', (lastDay, expected) => {
    expect(daysLeft(lastDay, '2026-11-22')).toBe(expected);
  });
});

describe('deadlines in groups', () => {
  const deadline = (lastDay: string) => ({
    id: lastDay,
    name: '投诉',
    length: '三年',
    whose: 'claimant',
    lastDay,
    status: 'running',
    standing: '',
    certainty: '依法' as const,
    meaning: '',
    citations: [],
    caseId: '00000000-0000-4000-8000-000000000001',
    caseTitle: '案件',
  });
  const groups = (day: string, lastDays: readonly string[]) =>
    groupDeadlines(lastDays.map(deadline), day).map(({ name, deadlines }) => [name, deadlines.map(({ id }) => id)]);

  it('go by week, which ends on Sunday, and month', () => {
    // A Wednesday.
    expect(
      groups('2026-11-18', ['2026-11-17', '2026-11-18', '2026-11-22', '2026-11-23', '2026-11-30', '2026-12-01']),
    ).toEqual([
      ['已过', ['2026-11-17']],
      ['本周', ['2026-11-18', '2026-11-22']],
      ['本月', ['2026-11-23', '2026-11-30']],
      ['以后', ['2026-12-01']],
    ]);
  });

  it('on a Sunday the week is over that day', () => {
    expect(groups('2026-11-22', ['2026-11-22', '2026-11-23'])).toEqual([
      ['本周', ['2026-11-22']],
      ['本月', ['2026-11-23']],
    ]);
  });

  it('leaves out groups without any', () => {
    expect(groups('2026-11-22', [])).toEqual([]);
  });
});
