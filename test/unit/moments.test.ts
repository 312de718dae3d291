import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ageOn,
  compareMoments,
  daysBetween,
  epochOf,
  formatDay,
  formatMoment,
  isAfter,
  isDay,
  type Moment,
  parseMoment,
} from '../../electron/contract/case/moments.ts';

const day = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2999-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const instant = fc
  .date({ min: new Date('1992-01-01T00:00:00Z'), max: new Date('2999-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().replace(/\.\d{3}Z$/, 'Z'));

describe('isDay', () => {
  it.each(['2026-11-18', '2024-02-29', '1900-01-01', '9999-12-31'])('accepts %s', (text) => {
    expect(isDay(text)).toBe(true);
  });

  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-11-31',
    '0206-10-03',
    '1899-12-31',
    '2026-1-2',
    '2026/01/02',
    ' 2026-01-02',
    '',
  ])('refuses "%s"', (text) => {
    expect(isDay(text)).toBe(false);
  });
});

describe('parseMoment', () => {
  it('keeps a day as a day', () => {
    fc.assert(
      fc.property(day, (text) => {
        expect(parseMoment(text)).toEqual({ kind: 'day', day: text });
      }),
    );
  });

  it('shows an instant in Shanghai, whatever its offset', () => {
    expect(parseMoment('2026-10-02T20:15:00+08:00')).toEqual({
      kind: 'instant',
      iso: '2026-10-02T20:15:00+08:00',
      day: '2026-10-02',
      time: '20:15',
    });
    expect(parseMoment('2026-10-02T16:30Z')).toMatchObject({ day: '2026-10-03', time: '00:30' });
    expect(parseMoment('2026-10-02T23:30-05:00')).toMatchObject({ day: '2026-10-03', time: '12:30' });
  });

  it('keeps the instant', () => {
    fc.assert(
      fc.property(instant, (text) => {
        const moment = parseMoment(text);
        expect(moment === undefined ? undefined : epochOf(moment)).toBe(Date.parse(text));
      }),
    );
  });

  it.each([
    '2026-10-02T20:15:00',
    '2026-10-02 20:15+08:00',
    '2026-10-02T25:00+08:00',
    '2026-02-30T10:00+08:00',
    '2026-10-02T20:15:00.5+08:00',
    '9999-12-31T23:59-12:00',
    '昨天',
    '',
  ])('refuses "%s"', (text) => {
    expect(parseMoment(text)).toBeUndefined();
  });
});

describe('isAfter', () => {
  const moment = (text: string): Moment => {
    const parsed = parseMoment(text);
    if (parsed === undefined) throw new RangeError(text);
    return parsed;
  };

  it('compares instants by the minute and days as a whole', () => {
    expect(isAfter(moment('2026-10-02T20:16+08:00'), moment('2026-10-02T20:15+08:00'))).toBe(true);
    expect(isAfter(moment('2026-10-02'), moment('2026-10-02T20:15+08:00'))).toBe(false);
    expect(isAfter(moment('2026-10-02T20:15+08:00'), moment('2026-10-02'))).toBe(false);
    expect(isAfter(moment('2026-10-03'), moment('2026-10-02T23:59+08:00'))).toBe(true);
  });

  it('never holds both ways', () => {
    const any = fc.oneof(day, instant).map(moment);
    fc.assert(fc.property(any, any, (first, second) => !(isAfter(first, second) && isAfter(second, first))));
  });

  it('agrees with the order of sorting', () => {
    const any = fc.oneof(day, instant).map(moment);
    fc.assert(fc.property(any, any, (first, second) => !isAfter(first, second) || compareMoments(first, second) > 0));
  });
});

describe('writing', () => {
  it('writes a day without leading zeros', () => {
    expect(formatDay('2026-01-02')).toBe('2026年1月2日');
    expect(() => formatDay('2026-1-2')).toThrow(RangeError);
  });

  it('writes the time of an instant, and 前后 where it is approximate', () => {
    expect(formatMoment({ kind: 'instant', iso: '2026-10-02T20:15+08:00', day: '2026-10-02', time: '20:15' })).toBe(
      '2026年10月2日20:15',
    );
    expect(formatMoment({ kind: 'day', day: '2026-10-02' }, 'approximate')).toBe('2026年10月2日前后');
  });

  it('is a way back to the day', () => {
    fc.assert(
      fc.property(day, (text) => {
        const [year = '', month = '', date = ''] = formatDay(text).match(/\d+/g) ?? [];
        expect(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`).toBe(text);
      }),
    );
  });
});

describe('counting', () => {
  it('counts age by birthdays', () => {
    expect(ageOn('2008-11-18', '2026-11-18')).toBe(18);
    expect(ageOn('2008-11-19', '2026-11-18')).toBe(17);
    expect(ageOn('2008-02-29', '2026-02-28')).toBe(17);
  });

  it('counts days there and back', () => {
    expect(daysBetween('2026-02-28', '2026-03-01')).toBe(1);
    fc.assert(fc.property(day, day, (from, to) => daysBetween(from, to) === -daysBetween(to, from)));
  });
});
