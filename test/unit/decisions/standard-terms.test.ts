import { describe, expect, it } from 'vitest';
import {
  hasNoRefundTerm,
  termInvalid,
  termOutOfContract,
} from '../../../electron/core/law/decisions/standard-terms.ts';
import { builtInLaw } from '../../support/built-in-law.ts';
import { cleanCase } from '../../support/clean-case.ts';

const term = (wasPointedOut?: boolean) => ({ terms: { noRefund: { text: '虚拟商品不退不换', wasPointedOut } } });
const outOf = (changes: Record<string, unknown>) => termOutOfContract(cleanCase(changes), builtInLaw);
const invalid = (changes: Record<string, unknown>) => termInvalid(cleanCase(changes), builtInLaw);
const noTerm = { 'statements.answer': '商家没有答复。', filings: [], events: [] };

describe('termOutOfContract', () => {
  it.each([
    [false, 'open', '依法', []],
    [undefined, 'open', '依法', ['terms.noRefund.wasPointedOut']],
    [true, 'hard', '有争议', []],
  ])('民法典 496(2), 合同编通则解释 10: pointed out %s → %s', (shown, answer, certainty, missing) => {
    const decision = outOf(term(shown));
    expect(decision.answer).toBe(answer);
    expect(decision.certainty).toBe(certainty);
    expect(decision.missing.map(({ path }) => path)).toEqual(missing);
    expect(decision.citations).toEqual(expect.arrayContaining(['civil-code-496-2', 'contract-interpretation-10-3']));
  });
});

describe('termInvalid', () => {
  it.each([false, undefined, true])('民法典 497, 消费者权益保护法 26(3): stands though pointed out is %s', (shown) => {
    const decision = invalid(term(shown));
    expect(decision.answer).toBe('open');
    expect(decision.citations).toEqual(expect.arrayContaining(['civil-code-497', 'consumer-law-26-2-3']));
    expect(decision.missing).toEqual([]);
  });

  it('消费者权益保护法 25: is not said of a term that only repeats a lawful exclusion of no-reason return', () => {
    const decision = invalid({ ...term(true), 'claims[0].route': 'no-reason' });
    expect(decision.answer).toBe('repeats-exclusion');
    expect(decision.citations).not.toContain('civil-code-497');
  });

  it('消费者权益保护法 26(3): is said where one of two refunds rests on a fault, or none is asked for yet', () => {
    const refund = (route: string) => ({ kind: 'refund', amount: '1.00', route });
    expect(invalid({ ...term(true), claims: [refund('no-reason'), refund('fault')] }).answer).toBe('open');
    expect(invalid({ ...term(true), claims: [] }).answer).toBe('open');
  });

  it('合同行政监督管理办法 22: leaves the word on validity to courts and arbitrators', () => {
    expect(invalid(term()).citations).toContain('contract-supervision-22');
  });

  it('消费者权益保护法 2: leaves contract law alone to whoever bought for resale', () => {
    const { citations } = invalid({ ...term(), 'orders[0].purpose': 'resale' });
    expect(citations).toEqual(['civil-code-497', 'contract-supervision-22']);
  });
});

describe('the two routes', () => {
  it('民法典 496(2) and 497 are never cited by one decision', () => {
    for (const shown of [true, false, undefined]) {
      expect(outOf(term(shown)).citations).not.toContain('civil-code-497');
      expect(invalid(term(shown)).citations).not.toContain('civil-code-496-2');
    }
  });

  it('are raised by a term, by a refusal that names one, or by a defence', () => {
    expect(hasNoRefundTerm(cleanCase(noTerm))).toBe(false);
    expect(hasNoRefundTerm(cleanCase())).toBe(true);
    expect(hasNoRefundTerm(cleanCase({ ...noTerm, ...term() }))).toBe(true);
    expect(hasNoRefundTerm(cleanCase({ ...noTerm, defences: [{ kind: 'no-refund-term' }] }))).toBe(true);
    expect(outOf(noTerm).answer).toBe('no-term');
    expect(invalid(noTerm).answer).toBe('no-term');
  });
});
