import { describe, expect, it } from 'vitest';
import { noReasonReturn } from '../../../electron/core/law/decisions/no-reason-return.ts';
import { builtInLaw } from '../../support/built-in-law.ts';
import { cleanCase } from '../../support/clean-case.ts';

const decided = (changes: Record<string, unknown>) => noReasonReturn(cleanCase(changes), builtInLaw);
const unseen = {
  keys: [{ id: '卡密一', order: '订单一', state: 'unused' }],
};
const facts = (promised?: boolean, marked?: boolean, confirmed?: boolean) => ({
  'orders[0].noReasonReturn': { promised, marked, confirmed },
});
const items = (kind: string) => ({ 'orders[0].items': [{ name: '据例商品', kind, unitPrice: '10.00' }] });

describe('noReasonReturn', () => {
  it.each(['card-key', 'membership', 'game-credit'])(
    '网络消费纠纷规定（一） 2: a promise binds first, %s or not',
    (kind) => {
      const decision = decided({ ...items(kind), ...facts(true, true, true) });
      expect(decision).toMatchObject({ answer: 'promised', certainty: '依法' });
      expect(decision.citations).toEqual(['online-consumption-2', 'consumer-regulation-12']);
    },
  );

  it.each(['membership', 'game-credit'])(
    '消费者权益保护法 25: a %s is a service, and the article speaks of goods',
    (kind) => {
      expect(decided({ ...items(kind), ...facts(false) }).answer).toBe('service');
    },
  );

  it('消费者权益保护法 25(1)(三): whether an unused text key is 数字化商品 is asserted neither way', () => {
    const decision = decided({ ...unseen, ...facts(false, false, false) });
    expect(decision).toMatchObject({ answer: 'unsettled', certainty: '有争议', missing: [] });
    expect(decision.reasons.join('')).toContain('条文没有说清');
    expect(`${decision.conclusion}${decision.reasons.join('')}`).not.toMatch(/卡密(?:属于|不属于|一律|不适用)/u);
  });

  it.each([
    [true, true, 'excluded'],
    [true, false, 'unsettled'],
    [false, true, 'unsettled'],
    [undefined, undefined, 'unsettled'],
  ])('消费者权益保护法 25(2), 七日办法 7(二)、20(2): marked %s, confirmed %s → %s', (marked, confirmed, answer) => {
    const decision = decided({ ...unseen, ...facts(false, marked, confirmed) });
    expect(decision.answer).toBe(answer);
    expect(decision.citations).toEqual(
      expect.arrayContaining(['consumer-law-25-2', 'no-reason-measure-7-2', 'no-reason-measure-20-2']),
    );
  });

  it.each(['activated', 'partly-used', 'frozen', 'does-not-activate', 'used-before-delivery'])(
    '七日办法 8, 35: a key that is %s is rather claimed as a fault',
    (state) => {
      const decision = decided({ keys: [{ id: '卡密一', order: '订单一', state }], ...facts(false) });
      expect(decision.answer).toBe('rather-fault');
      expect(decision.citations).toEqual(expect.arrayContaining(['no-reason-measure-8', 'no-reason-measure-35']));
    },
  );

  it('七日办法 8: a key that was shown is enough for 完好 to be in doubt', () => {
    const keys = [{ id: '卡密一', order: '订单一', state: 'unused', shownAt: '2026-10-03' }];
    expect(decided({ keys, ...facts(false) }).answer).toBe('rather-fault');
  });

  it('says whether there was a promise, and asks where nobody knows', () => {
    expect(decided(facts(false)).reasons[0]).toContain('没有这样的承诺');
    expect(decided({}).reasons[0]).toContain('请先查');
    expect(decided(facts(true)).reasons[0]).toContain('本案有承诺');
  });

  it('takes its steps in order', () => {
    const { reasons } = decided({ ...facts(false) });
    const steps = reasons.flatMap((reason) => /^第[一二三四五]步/u.exec(reason)?.[0] ?? []);
    expect(steps).toEqual(['第一步', '第二步', '第三步', '第四步', '第五步']);
  });

  it('asks for the facts it turns on', () => {
    expect(decided(unseen).missing.map(({ path }) => path)).toEqual([
      'orders[0].noReasonReturn.promised',
      'orders[0].noReasonReturn.marked',
      'orders[0].noReasonReturn.confirmed',
    ]);
  });

  it('消费者权益保护法 2: is no right of who bought for resale', () => {
    expect(decided({ 'orders[0].purpose': 'resale' }).answer).toBe('not-consumer');
    expect(decided({ orders: [], keys: [] }).answer).toBe('unknown');
  });
});
