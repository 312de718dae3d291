import { describe, expect, it } from 'vitest';
import { fairPrice } from '../../../electron/core/law/decisions/fair-price.ts';
import { isPrepaidStated, mayBePrepaid, prepaidScope } from '../../../electron/core/law/decisions/prepaid.ts';
import { prepaidWithdrawal } from '../../../electron/core/law/decisions/prepaid-withdrawal.ts';
import { builtInLaw } from '../../support/built-in-law.ts';
import { cleanCase } from '../../support/clean-case.ts';

const items = (kind: string) => [{ name: '据例商品', kind, unitPrice: '365.00' }];
const continuous = { reach: 'single-purpose', redemption: 'continuous' };
const scope = (changes: Record<string, unknown>) => prepaidScope(cleanCase(changes), builtInLaw);
const price = (changes: Record<string, unknown>) => fairPrice(cleanCase(changes), builtInLaw);

describe('prepaidScope', () => {
  it.each([
    ['card-key', { reach: 'single-purpose', redemption: 'once' }, 'one-shot'],
    ['card-key', undefined, 'one-shot'],
    ['card-key', { reach: 'single-purpose', redemption: 'many-times' }, 'may-apply'],
    ['membership', undefined, 'may-apply'],
    ['membership', { reach: 'single-purpose', redemption: 'once' }, 'one-shot'],
    ['membership', { reach: 'multi-purpose', redemption: 'many-times' }, 'multi-purpose'],
    ['game-credit', undefined, 'unknown'],
    ['game-credit', continuous, 'may-apply'],
  ])('法释〔2025〕4号 1, 26: %s, %o → %s', (kind, prepaid, answer) => {
    expect(scope({ 'orders[0].items': items(kind), 'orders[0].prepaid': prepaid }).answer).toBe(answer);
  });

  it('法释〔2025〕4号 1, 26: is sure of a key redeemed once only where the case says so', () => {
    const once = { reach: 'single-purpose', redemption: 'once' };
    expect(scope({ 'orders[0].prepaid': once })).toMatchObject({ certainty: '依法', missing: [] });
    expect(scope({})).toMatchObject({ certainty: '有争议', missing: [{ path: 'orders[0].prepaid' }] });
    expect(scope({ 'orders[0].items': items('membership') }).missing).toHaveLength(1);
    expect(scope({ 'orders[0].items': items('membership'), 'orders[0].prepaid': continuous }).missing).toEqual([]);
    expect(scope({ 'orders[0].items': [...items('card-key'), ...items('game-credit')] }).answer).toBe('unknown');
  });

  it('is stated only by the case itself', () => {
    const stated = (changes: Record<string, unknown>) => cleanCase(changes).orders.map(isPrepaidStated);
    expect(stated({ 'orders[0].prepaid': continuous })).toEqual([true]);
    expect(stated({ 'orders[0].items': items('membership') })).toEqual([false]);
    expect(stated({ 'orders[0].prepaid': { reach: 'multi-purpose', redemption: 'many-times' } })).toEqual([false]);
  });

  it.each([
    ['2025-05-01', 'may-apply'],
    ['2025-04-30', 'too-early'],
  ])('法释〔2025〕4号: a deal of %s → %s', (day, answer) => {
    const changes = { 'orders[0].placedAt': day, 'orders[0].payments[0].paidAt': day };
    expect(scope({ ...changes, 'orders[0].items': items('membership') }).answer).toBe(answer);
  });

  it('法释〔2025〕4号 1: is about 生活消费', () => {
    const changes = { 'orders[0].items': items('membership'), 'orders[0].purpose': 'business' };
    expect(scope(changes).answer).toBe('not-consumer');
    expect(scope({ orders: [], keys: [] }).answer).toBe('unknown');
    expect(mayBePrepaid(cleanCase(changes).orders[0] ?? { prepaid: undefined, items: [] })).toBe(true);
  });
});

describe('prepaidWithdrawal', () => {
  const asked = (paidAt: string, day: string | undefined) =>
    prepaidWithdrawal(
      cleanCase({
        'orders[0].items': items('membership'),
        'orders[0].placedAt': paidAt,
        'orders[0].payments[0].paidAt': paidAt,
        filings: [],
        events: day === undefined ? [] : [{ at: day, kind: 'demand', text: '要求退款。' }],
      }),
      builtInLaw,
    ).answer;

  it.each([
    ['2026-06-01', '2026-06-01', 'in-time'],
    ['2026-06-01', '2026-06-08', 'in-time'],
    ['2026-06-01', '2026-06-09', 'late'],
    // 2026-06-13 and 14 are a weekend: the last day rolls on to Monday.
    ['2026-06-07', '2026-06-15', 'in-time'],
    ['2026-06-06', '2026-06-15', 'in-time'],
    ['2026-06-06', '2026-06-16', 'late'],
    ['2026-06-01', undefined, 'unknown'],
    // What was asked before this payment was about another one.
    ['2026-06-02', '2026-06-01', 'unknown'],
  ])('法释〔2025〕4号 14, 民法典 201、203: paid %s, asked %s → %s', (paidAt, day, answer) => {
    expect(asked(paidAt, day)).toBe(answer);
  });

  it('法释〔2025〕4号 14: takes the first request to shop or platform, and one’s own alone', () => {
    const changes = {
      'orders[0].items': items('membership'),
      'orders[0].claimant': '甲',
      claimants: [{ id: '甲' }, { id: '乙' }],
      filings: [
        { body: 'merchant', status: 'filed' },
        { body: 'court', filedOn: '2026-10-03', status: 'withdrawn' },
        { body: 'platform', filedOn: '2026-10-20', status: 'filed' },
      ],
    };
    const told = (event: Record<string, unknown>) =>
      prepaidWithdrawal(
        cleanCase({ ...changes, events: [{ at: '2026-10-04', text: '要求退款。', ...event }] }),
        builtInLaw,
      ).answer;
    expect(told({ kind: 'demand', claimant: '甲' })).toBe('in-time');
    expect(told({ kind: 'demand' })).toBe('in-time');
    expect(told({ kind: 'no-reason-request' })).toBe('in-time');
    expect(told({ kind: 'demand', claimant: '乙' })).toBe('late');
    expect(told({ kind: 'delivery' })).toBe('late');
    expect(told({})).toBe('late');
  });

  it('民法典 203: does not guess in a year whose holidays are not known', () => {
    expect(asked('2031-06-01', '2031-06-08')).toBe('in-time');
    expect(asked('2031-06-01', '2031-06-09')).toBe('unknown');
  });

  it('法释〔2025〕4号 1: says nothing of a key that is redeemed once', () => {
    expect(prepaidWithdrawal(cleanCase(), builtInLaw).answer).toBe('not-prepaid');
  });
});

describe('fairPrice', () => {
  const paid = { 'orders[0].payments[0].amount': '365.00', 'orders[0].items': items('membership') };
  const term = { from: '2026-01-01', until: '2026-12-31', usedUntil: '2026-03-31' };

  it('实施条例 18(2): the whole price where nothing was received, less what came back', () => {
    expect(price({}).refund).toEqual({ amount: 268_00, calculation: '实际支付268.00元' });
    expect(price({ 'orders[0].refunds': [{ amount: '68.00' }] }).refund).toEqual({
      amount: 200_00,
      calculation: '实际支付268.00元－已退68.00元＝200.00元',
    });
    expect(price({}).citations).toEqual(['consumer-regulation-18-2']);
  });

  it('民法典 566, 157: what was not given back is restored or repaid, and so is what was bought to sell on', () => {
    const restored = ['civil-code-566-1', 'civil-code-157'];
    expect(price({ issues: ['not-credited-or-late'] }).citations).toEqual(restored);
    expect(price({ issues: ['minor-top-up'] }).citations).toEqual(restored);
    expect(price({ 'orders[0].purpose': 'resale' }).citations).toEqual(restored);
  });

  it('民法典 566, 157: takes off what was received, never below nothing', () => {
    const received = (value: string) => ({ 'orders[0].received': { text: '用了一部分', value } });
    expect(price(received('68.00')).refund).toEqual({ amount: 200_00, calculation: '268.00元－68.00元＝200.00元' });
    expect(price(received('300.00')).refund?.amount).toBe(0);
    expect(price(received('68.00'))).toMatchObject({ answer: 'by-value', certainty: '有争议' });
    expect(price(received('68.00')).citations).toEqual(['civil-code-566-1', 'civil-code-157']);
  });

  it.each([
    ['2026-03-31', 275_00, '365.00元×275÷365＝275.00元'],
    ['2026-01-01', 364_00, '365.00元×364÷365＝364.00元'],
    ['2025-12-31', 365_00, '365.00元×365÷365＝365.00元'],
    ['2026-12-31', 0, '365.00元×0÷365＝0.00元'],
    ['2027-06-30', 0, '365.00元×0÷365＝0.00元'],
  ])('法释〔2025〕4号 22: used until %s leaves %i 分', (usedUntil, amount, calculation) => {
    const decision = price({ ...paid, 'orders[0].term': { ...term, usedUntil } });
    expect(decision.refund).toEqual({ amount, calculation });
    expect(decision.answer).toBe('by-time');
    expect(decision.citations).toContain('prepaid-interpretation-22');
  });

  it('民法典 566: a share of the time is one way to reckon where the interpretation does not apply', () => {
    const prepaid = { reach: 'single-purpose', redemption: 'once' };
    const decision = price({ ...paid, 'orders[0].term': term, 'orders[0].prepaid': prepaid });
    expect(decision.citations).not.toContain('prepaid-interpretation-22');
    expect(decision.reasons.join('')).toContain('没有规定固定的比例');
  });

  it('asks for what was received where part was used, and for days in the right order', () => {
    expect(price({ 'keys[0].state': 'partly-used' })).toMatchObject({
      answer: 'unknown',
      refund: undefined,
      missing: [{ path: 'orders[0].received' }, { path: 'orders[0].term' }],
    });
    expect(price({ ...paid, 'orders[0].term': { ...term, until: '2025-12-31' } }).missing).toEqual([
      { label: '会员的起止日期', path: 'orders[0].term' },
    ]);
    expect(price({ 'orders[0].payments': [] })).toMatchObject({
      answer: 'unknown',
      refund: undefined,
      missing: [{ path: 'orders[0].payments' }],
    });
    expect(price({ orders: [], keys: [] }).missing[0]?.path).toBe('orders');
    const oneDay = { from: '2026-01-01', until: '2026-01-01', usedUntil: '2025-12-31' };
    expect(price({ ...paid, 'orders[0].term': oneDay }).refund?.amount).toBe(365_00);
  });
});
