import { describe, expect, it } from 'vitest';
import { additionFor, fraud, isFraudPleadable } from '../../../electron/core/law/decisions/fraud.ts';
import { revocation } from '../../../electron/core/law/decisions/revocation.ts';
import { builtInLaw } from '../../support/built-in-law.ts';
import { cleanCase } from '../../support/clean-case.ts';

const told = { falsehood: '商品页写明适用 Windows 11。', knowledge: '客服答复早知不能激活。', evidence: ['商品页-1'] };
const triple = [{ kind: 'triple-damages', amount: '804.00' }];
const decided = (changes: Record<string, unknown>) => fraud(cleanCase(changes), builtInLaw);

describe('additionFor', () => {
  it.each([
    [0, 500_00],
    [1, 500_00],
    [166_66, 500_00],
    [166_67, 500_01],
    [268_00, 804_00],
  ])('消费者权益保护法 55(1): %i 分 paid add %i 分', (paid, amount) => {
    expect(additionFor(paid).amount).toBe(amount);
  });

  it('消费者权益保护法 55(1): shows how the sum is reached', () => {
    expect(additionFor(268_00).calculation).toBe('268.00元×3＝804.00元');
    expect(additionFor(99_00).calculation).toBe('99.00元×3＝297.00元，不足500.00元，按500.00元计算');
  });
});

describe('fraud', () => {
  it('总则编解释 21: may be pleaded where falsehood and knowledge are told and proved', () => {
    const decision = decided({ fraud: told, claims: triple });
    expect(decision.answer).toBe('pleadable');
    expect(decision.addition?.amount).toBe(804_00);
    expect(decision.certainty).toBe('有争议');
    expect(decision.citations).toEqual(
      expect.arrayContaining(['general-part-interpretation-21', 'consumer-law-55-1', 'consumer-regulation-49-1']),
    );
  });

  it.each([
    ['falsehood', { ...told, falsehood: ' ' }, 'fraud.falsehood'],
    ['knowledge', { ...told, knowledge: undefined }, 'fraud.knowledge'],
    ['evidence', { ...told, evidence: [] }, 'fraud.evidence'],
  ])('总则编解释 21: without %s it is not complete and has no sum', (_, stated, path) => {
    const decision = decided({ fraud: stated, claims: triple });
    expect(decision.answer).toBe('incomplete');
    expect(decision.addition).toBeUndefined();
    expect(decision.missing.map((fact) => fact.path)).toEqual([path]);
  });

  it('counts a reference in the text as evidence', () => {
    const knowledge = '客服答复早知不能激活 {证据:聊天-1}。';
    expect(isFraudPleadable(cleanCase({ fraud: { ...told, knowledge, evidence: [] } }))).toBe(true);
  });

  it('消费者权益保护法 55(1): a breach told without it is none, whatever the issue', () => {
    const decision = decided({ issues: ['false-description', 'not-as-described'], claims: triple });
    expect(decision.answer).toBe('not-stated');
    expect(decision.addition).toBeUndefined();
    expect(decision.missing).toHaveLength(3);
    expect(decided({ issues: ['false-description'] }).missing).toEqual([]);
  });

  it('消费者权益保护法 2: is no claim of who bought for resale', () => {
    expect(decided({ fraud: told, 'orders[0].purpose': 'resale' })).toMatchObject({
      answer: 'not-consumer',
      addition: undefined,
    });
  });

  it('reckons one claimant’s orders alone', () => {
    const order = (id: string, claimant: string, amount: string) => ({
      id,
      claimant,
      items: [{ name: '据例商品', kind: 'card-key', unitPrice: amount }],
      payments: [{ method: '据例支付', amount }],
    });
    const file = cleanCase({
      claimants: [
        { id: '甲', name: '何据真' },
        { id: '乙', name: '何据实' },
      ],
      orders: [order('一', '甲', '200.00'), order('二', '乙', '300.00')],
      keys: [],
      fraud: told,
    });
    expect(fraud(file, builtInLaw, '甲').addition?.amount).toBe(600_00);
    expect(fraud(file, builtInLaw, '乙').addition?.amount).toBe(900_00);
    expect(fraud(file, builtInLaw).addition?.amount).toBe(1500_00);
  });

  it('asks for the price where no payment is known', () => {
    const decision = decided({ fraud: told, 'orders[0].payments': [] });
    expect(decision).toMatchObject({ answer: 'pleadable', addition: undefined, missing: [{ path: 'orders' }] });
  });
});

describe('revocation', () => {
  it('民法典 148, 152: only through a court or an arbitrator, and only where fraud is told and proved', () => {
    const decision = revocation(cleanCase({ fraud: told }), builtInLaw);
    expect(decision.answer).toBe('through-court');
    expect(decision.citations).toEqual(['civil-code-148', 'civil-code-152-1', 'civil-code-152-2', 'civil-code-157']);
    expect(revocation(cleanCase(), builtInLaw).answer).toBe('not-stated');
  });
});
