import { describe, expect, it } from 'vitest';
import {
  consumerStatus,
  isOutsideConsumerLaw,
  unusualQuantity,
} from '../../../electron/core/law/decisions/consumer-status.ts';
import { eCommerceScope } from '../../../electron/core/law/decisions/e-commerce-scope.ts';
import { builtInLaw } from '../../support/built-in-law.ts';
import { cleanCase } from '../../support/clean-case.ts';

const status = (changes: Record<string, unknown>) => consumerStatus(cleanCase(changes), builtInLaw);
const scope = (changes: Record<string, unknown>) => eCommerceScope(cleanCase(changes), builtInLaw);
const item = { name: '据例商品', kind: 'card-key', unitPrice: '10.00' };

describe('consumerStatus', () => {
  it.each([
    ['living', 'consumer', []],
    [undefined, 'consumer', ['orders[0].purpose']],
    ['resale', 'not-consumer', []],
    ['business', 'not-consumer', []],
  ])('消费者权益保护法 2: bought for %s → %s', (purpose, answer, missing) => {
    const decision = status({ 'orders[0].purpose': purpose });
    expect(decision.answer).toBe(answer);
    expect(decision.citations).toContain('consumer-law-2');
    expect(decision.conclusion.includes('请先确认')).toBe(purpose === undefined);
    expect(decision.missing.map(({ path }) => path)).toEqual(missing);
  });

  it('投诉举报处理办法 16(三): says that 12315 does not take what was bought to sell on', () => {
    expect(status({ 'orders[0].purpose': 'resale' }).citations).toContain('complaint-measure-16-3');
    expect(status({ 'orders[0].purpose': 'living' }).citations).not.toContain('complaint-measure-16-3');
  });

  it.each([
    ['a quantity that asks for a reason', { 'orders[0].items[0].quantity': unusualQuantity }],
    ['a word for resale in the account', { 'statements.background': '我批量买来转卖。' }],
    [
      'one phone of two complainants',
      {
        claimants: [
          { name: '何据真', phone: '19900000001' },
          { name: '何据实', phone: '19900000001' },
        ],
      },
    ],
  ])('投诉举报处理办法 17: %s is a doubt, no answer', (_, changes) => {
    const decision = status({ 'orders[0].purpose': 'living', ...changes });
    expect(decision.answer).toBe('doubtful');
    expect(decision.certainty).toBe('有争议');
    expect(decision.citations).toContain('complaint-measure-17');
  });

  it('投诉举报处理办法 17: one piece less than unusual is none', () => {
    expect(status({ 'orders[0].items[0].quantity': unusualQuantity - 1 }).answer).toBe('consumer');
  });

  it('消费者权益保护法 2: one order of two for resale leaves the other under it', () => {
    const orders = [
      { id: '一', purpose: 'living', items: [item] },
      { id: '二', purpose: 'resale', items: [item] },
    ];
    expect(status({ orders, keys: [] }).answer).toBe('doubtful');
    expect(isOutsideConsumerLaw(cleanCase({ orders, keys: [] }))).toBe(false);
    expect(isOutsideConsumerLaw(cleanCase({ orders: [], keys: [] }))).toBe(false);
  });
});

describe('eCommerceScope', () => {
  it.each([
    ['card-key', 'applies', '依法', 'e-commerce-law-2-2'],
    ['membership', 'unsettled', '有争议', 'e-commerce-law-2-3'],
    ['game-credit', 'unsettled', '有争议', 'e-commerce-law-2-3'],
    ['other', 'unsettled', '有争议', 'e-commerce-law-2-3'],
  ])('电子商务法 2(3): %s → %s', (kind, answer, certainty, provision) => {
    const decision = scope({ 'orders[0].items': [{ ...item, kind }] });
    expect(decision.answer).toBe(answer);
    expect(decision.certainty).toBe(certainty);
    expect(decision.citations).toEqual([provision]);
  });

  it('电子商务法 2(2): one key among other things is e-commerce', () => {
    const orders = [
      { id: '一', items: [{ ...item, kind: 'membership' }] },
      { id: '二', items: [{ ...item, kind: 'membership' }, item] },
    ];
    expect(scope({ orders, keys: [] }).answer).toBe('applies');
  });

  it('says what it needs where no order is known', () => {
    expect(scope({ orders: [], keys: [] })).toMatchObject({ answer: 'unknown', missing: [{ path: 'orders' }] });
  });
});
