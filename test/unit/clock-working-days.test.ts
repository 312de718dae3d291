import { afterEach, describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  afterWorkingDays,
  isKnownYear,
  isWorkday,
  rolledOn,
} from '../../electron/core/law/clocks/working-days.ts';

describe('the calendar of working days', () => {
  it.each([
    ['2026-09-20', true, '周日，国庆节调休上班'],
    ['2026-09-25', false, '中秋节'],
    ['2026-10-07', false, '国庆节最后一天'],
    ['2026-10-08', true, '节后第一天'],
    ['2026-10-10', true, '周六，国庆节调休上班'],
    ['2026-11-14', false, '周六'],
    ['2026-11-15', false, '周日'],
    ['2026-11-18', true, '周三'],
  ])('%s: %s（%s）', (day, works) => expect(isWorkday(day)).toBe(works));

  it('knows the years that were announced and guesses none of the others', () => {
    const known = Array.from({ length: 30 }, (_, index) => 2000 + index).filter(isKnownYear);
    expect([known[0], known.at(-1), known.length]).toEqual([2004, 2026, 23]);
    expect(isWorkday('2027-03-03')).toBeUndefined();
  });

  describe('does not turn on the clock of the machine', () => {
    const zone = process.env.TZ;
    afterEach(() => {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    });

    it.each(['America/New_York', 'Asia/Shanghai', 'Pacific/Kiritimati', 'Pacific/Pago_Pago'])('in %s', (place) => {
      process.env.TZ = place;
      expect(['2026-09-30', '2026-10-01', '2026-10-07', '2026-10-08'].map(isWorkday)).toEqual([
        true,
        false,
        false,
        true,
      ]);
    });
  });
});

describe('rolledOn (民法典 203, 民事诉讼法 85, 投诉举报处理办法 45)', () => {
  it.each([
    ['2026-11-18', '2026-11-18', '工作日不动'],
    ['2026-10-01', '2026-10-08', '节日顺延到节后第一天'],
    ['2026-09-25', '2026-09-28', '中秋节连周末'],
    ['2026-10-10', '2026-10-10', '调休上班的周六不顺延'],
    ['2026-11-14', '2026-11-16', '周六顺延到周一'],
  ])('%s → %s: %s', (nominal, last) => expect(rolledOn(nominal)).toEqual({ kind: 'day', day: last }));

  it('says which year it does not know, also where the rest runs into it', () => {
    expect(rolledOn('2027-06-01')).toEqual({ kind: 'unknown-year', year: 2027, earliest: '2027-06-01' });
    expect(rolledOn('2003-06-01')).toEqual({ kind: 'unknown-year', year: 2003, earliest: '2003-06-01' });
  });
});

describe('afterWorkingDays (投诉举报处理办法 15, 45)', () => {
  it.each([
    ['2026-11-09', '2026-11-18', '跨一个周末'],
    ['2026-11-14', '2026-11-24', '周六收到，从周一数起'],
    ['2026-09-23', '2026-10-10', '跨中秋、国庆，含调休上班的周六'],
  ])('seven working days after %s end on %s: %s', (start, last) =>
    expect(afterWorkingDays(start, 7)).toEqual({ kind: 'day', day: last }),
  );

  it('stops at a year it does not know, with the soonest day on which it could end', () => {
    expect(afterWorkingDays('2026-12-22', 7)).toEqual({ kind: 'day', day: '2026-12-31' });
    expect(afterWorkingDays('2026-12-25', 7)).toEqual({ kind: 'unknown-year', year: 2027, earliest: '2027-01-03' });
  });
});

describe('days and months', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2025-12-31', 2, '2026-02-28'],
    ['2026-11-18', 36, '2029-11-18'],
  ])('%s and %i months is %s: the last day where the month is shorter (民法典 202)', (start, months, end) =>
    expect(addMonths(start, months)).toBe(end),
  );

  it('counts days over the end of a month and of a year', () => {
    expect(addDays('2026-02-27', 2)).toBe('2026-03-01');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  });
});
