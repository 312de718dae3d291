import { describe, expect, it } from 'vitest';
import { minorPurchase } from '../../../electron/core/law/decisions/minors.ts';
import { builtInLaw } from '../../support/built-in-law.ts';
import { cleanCase } from '../../support/clean-case.ts';

// The clean case was bought on 2026-10-03.
const decided = (birthDate: string | undefined, changes: Record<string, unknown> = {}) =>
  minorPurchase(cleanCase({ issues: ['minor-top-up'], 'claimants[0].birthDate': birthDate, ...changes }), builtInLaw);

describe('minorPurchase', () => {
  it.each([
    ['2018-10-04', 'under-8', '依法'],
    ['2018-10-03', 'from-8', '有争议'],
    ['2010-10-04', 'from-8', '有争议'],
    ['2010-10-03', 'from-16', '有争议'],
    ['2008-10-04', 'from-16', '有争议'],
    ['2008-10-03', 'adult', '依法'],
    [undefined, 'unknown', '依法'],
  ])('民法典 18—20: born %s → %s', (birthDate, answer, certainty) => {
    expect(decided(birthDate)).toMatchObject({ answer, certainty });
  });

  it('民法典 144 void under eight, 145 open from eight, never both', () => {
    expect(decided('2020-01-01').citations).toContain('civil-code-144');
    expect(decided('2020-01-01').citations).not.toContain('civil-code-145');
    expect(decided('2014-01-01').citations).toContain('civil-code-145');
    expect(decided('2014-01-01').citations).not.toContain('civil-code-144');
  });

  it('民法典 18(2): tells from sixteen of those who live on their own wages', () => {
    expect(decided('2010-01-01').citations).toContain('civil-code-18-2');
    expect(decided('2014-01-01').citations).not.toContain('civil-code-18-2');
  });

  it('电子商务法 48(2): says that capacity is presumed, so who paid has to be proved', () => {
    expect(decided('2020-01-01').citations).toContain('e-commerce-law-48-2');
    expect(decided('2020-01-01').reasons.join('')).toContain('孩子自己付的款');
  });

  it('法释〔2025〕4号 10: is told where it may be prepayment', () => {
    const prepaid = { 'orders[0].prepaid': { reach: 'single-purpose', redemption: 'many-times' } };
    expect(decided('2014-01-01', prepaid).citations).toContain('prepaid-interpretation-10');
    expect(decided('2014-01-01').citations).not.toContain('prepaid-interpretation-10');
  });

  it('is not raised by another issue', () => {
    expect(minorPurchase(cleanCase({ 'claimants[0].birthDate': '2020-01-01' }), builtInLaw).answer).toBe(
      'not-in-issue',
    );
  });
});
