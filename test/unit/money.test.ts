import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatYuan, formatYuanInCapitals, parseYuan, yuanPattern } from '../../electron/contract/case/money.ts';

const fen = fc.integer({ min: 0, max: 99_999_999_999 });

describe('yuanPattern', () => {
  it.each(['0', '0.5', '128', '128.00', '999999999.99'])('accepts %s', (text) => {
    expect(yuanPattern.test(text)).toBe(true);
  });

  it.each(['', '-1', '+1', '1.', '.5', '01', '1.234', '1,000', '1e3', '1000000000', '１２８', '128元', ' 1'])(
    'refuses "%s"',
    (text) => {
      expect(yuanPattern.test(text)).toBe(false);
    },
  );
});

describe('parseYuan and formatYuan', () => {
  it('reads one decimal as tenths', () => {
    expect(parseYuan('128.5')).toBe(12_850);
    expect(parseYuan('0.07')).toBe(7);
    expect(parseYuan('19')).toBe(1900);
  });

  it('writes two decimals, and a sign for a negative difference', () => {
    expect(formatYuan(12_850)).toBe('128.50元');
    expect(formatYuan(7)).toBe('0.07元');
    expect(formatYuan(-1205)).toBe('-12.05元');
  });

  it('gives every amount back', () => {
    fc.assert(
      fc.property(fen, (amount) => {
        const written = formatYuan(amount).replace('元', '');
        expect(yuanPattern.test(written)).toBe(true);
        expect(parseYuan(written)).toBe(amount);
      }),
    );
  });
});

describe('formatYuanInCapitals', () => {
  it.each([
    [0, '零元整'],
    [5, '伍分'],
    [50, '伍角整'],
    [55, '伍角伍分'],
    [100, '壹元整'],
    [105, '壹元零伍分'],
    [110, '壹元壹角整'],
    [12_850, '壹佰贰拾捌元伍角整'],
    [26_800, '贰佰陆拾捌元整'],
    [1_000_00, '壹仟元整'],
    [1_001_00, '壹仟零壹元整'],
    [1_010_00, '壹仟零壹拾元整'],
    [10_000_00, '壹万元整'],
    [10_001_00, '壹万零壹元整'],
    [10_100_00, '壹万零壹佰元整'],
    [100_010_05, '壹拾万零壹拾元零伍分'],
    [1_010_000_00, '壹佰零壹万元整'],
    [20_000_500_00, '贰仟万零伍佰元整'],
    [100_000_000_00, '壹亿元整'],
    [100_000_001_00, '壹亿零壹元整'],
    [100_001_000_00, '壹亿零壹仟元整'],
    [1_000_100_010_00, '壹拾亿零壹拾万零壹拾元整'],
    [999_999_999_99, '玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分'],
  ])('writes %i分 as %s', (amount, capitals) => {
    expect(formatYuanInCapitals(amount)).toBe(capitals);
  });

  it('can be read back to the same amount', () => {
    fc.assert(
      fc.property(fen, (amount) => {
        expect(readCapitals(formatYuanInCapitals(amount))).toBe(amount);
      }),
      { numRuns: 2000 },
    );
  });

  it('reads a run of zeros once and never ends the 元 with one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999_999 }), (amount) => {
        expect(formatYuanInCapitals(amount)).not.toMatch(/零零|零元|零万|零亿|零整|^零/);
      }),
    );
  });

  it.each([-1, 0.5, Number.NaN, 1e14])('refuses %d', (amount) => {
    expect(() => formatYuanInCapitals(amount)).toThrow(RangeError);
  });
});

/** A reader of its own: place words multiply, 万 and 亿 close a section. */
function readCapitals(text: string): number {
  const places: Record<string, number> = { 拾: 10, 佰: 100, 仟: 1000 };
  let fenTotal = 0;
  let total = 0;
  let section = 0;
  let digit = 0;
  for (const character of text) {
    const value = '零壹贰叁肆伍陆柒捌玖'.indexOf(character);
    if (value >= 0) digit = value;
    else if (character in places) {
      section += digit * (places[character] ?? 0);
      digit = 0;
    } else if (character === '万' || character === '亿') {
      total += (section + digit) * (character === '万' ? 1e4 : 1e8);
      section = 0;
      digit = 0;
    } else if (character === '元') {
      fenTotal += (total + section + digit) * 100;
      digit = 0;
    } else if (character === '角' || character === '分') {
      fenTotal += digit * (character === '角' ? 10 : 1);
      digit = 0;
    }
  }
  return fenTotal;
}
