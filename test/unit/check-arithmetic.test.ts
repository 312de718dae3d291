import { describe, expect, it } from 'vitest';
import { bankCardsIn, identityNumbersIn, mobilesIn, namedKeysIn } from '../../electron/core/cases/sensitive-text.ts';
import { equationsIn, holds } from '../../electron/core/checks/arithmetic.ts';

const right = (text: string) => equationsIn(text).map(holds);

describe('equationsIn', () => {
  it.each([
    ['598.00元－168.00元＝430.00元', [true]],
    ['598.00元-168.00元=430.00元', [true]],
    ['268元×3＝804元', [true]],
    ['598.00元÷12个月×5个月＝249.17元', [true]],
    ['（1,598.00元－98.00元）×50%＝750.00元', [true]],
    ['100元÷3＝33.33元', [true]],
    ['598.00元－168.00元＝420.00元', [false]],
    ['3×268.00元＝804.00元；804.00元＋268.00元＝1073.00元', [true, false]],
    ['实付268.00元，应退268.00元', []],
    ['1-12月＝全年', []],
    ['1÷0＝1', []],
    ['(1＝1', []],
  ])('%s', (text, expected) => {
    expect(right(text)).toEqual(expected);
  });
});

describe('sensitive numbers', () => {
  it('are bank cards where the check digit fits (ISO/IEC 7812) or the text says so', () => {
    expect(bankCardsIn('6299 9900 0000 0009，另6299990000000008')).toEqual(['6299990000000009']);
    expect(bankCardsIn('银行卡号：6299990000000008')).toEqual(['6299990000000008']);
    expect(bankCardsIn('订单号202610022015083371')).toEqual([]);
  });

  it('are identity numbers where a birthday stands in them; of late ones the check character decides (GB 11643)', () => {
    expect(identityNumbersIn('999999199001010017、999999199013010016')).toEqual(['999999199001010017']);
    expect(identityNumbersIn('999999202610030017、999999202610030013')).toEqual(['999999202610030017']);
  });

  it('are mobile numbers however they are grouped', () => {
    expect(mobilesIn('199 0000 0001、199-0000-0002、19900000003、2199000000041')).toEqual([
      '19900000001',
      '19900000002',
      '19900000003',
    ]);
  });

  it('are keys where the text calls them so', () => {
    expect(namedKeysIn('激活码为QWERTY20267Q2K。订单JL20261003000001')).toEqual(['QWERTY20267Q2K']);
    expect(namedKeysIn('激活码XXXXXXXXXX7Q2K，激活码尾号7Q2K')).toEqual([]);
  });
});
