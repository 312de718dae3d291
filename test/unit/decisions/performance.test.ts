import { describe, expect, it } from 'vitest';
import { automaticRenewal } from '../../../electron/core/law/decisions/automatic-renewal.ts';
import { platformLiability } from '../../../electron/core/law/decisions/platform-liability.ts';
import { recordHolders } from '../../../electron/core/law/decisions/record-holders.ts';
import { rescission } from '../../../electron/core/law/decisions/rescission.ts';
import { builtInLaw } from '../../support/built-in-law.ts';
import { cleanCase } from '../../support/clean-case.ts';

const membership = { 'orders[0].items': [{ name: '据例会员', kind: 'membership', unitPrice: '168.00' }] };

describe('rescission', () => {
  const ended = (changes: Record<string, unknown>) => rescission(cleanCase(changes), builtInLaw);

  it.each([
    ['民法典 563(1)(四)', {}, 'lost-purpose', 'civil-code-563-1-4'],
    ['民法典 563(1)(三)', { issues: ['not-credited-or-late'] }, 'after-demand', 'civil-code-563-1-3'],
  ])('%s: leaves to the court whether it is so', (_, changes, answer, provision) => {
    const decision = ended(changes);
    expect(decision).toMatchObject({ answer, certainty: '有争议' });
    expect(decision.citations).toEqual([
      provision,
      'civil-code-565-1',
      'civil-code-565-2',
      'civil-code-566-1',
      'civil-code-564-2',
    ]);
  });

  it('民法典 563(1)(三): a demand comes first', () => {
    const decision = ended({ issues: ['not-credited-or-late'], filings: [] });
    expect(decision).toMatchObject({ answer: 'demand-first', missing: [{ path: 'events' }] });
  });

  it('民法典 563(1)(四): a key that served shows no lost purpose', () => {
    expect(ended({ 'keys[0].state': 'partly-used' }).answer).toBe('no-ground');
    expect(ended({ issues: ['no-after-sales'] }).answer).toBe('no-ground');
  });
});

describe('automaticRenewal', () => {
  const renewed = (renewal: Record<string, unknown>, changes: Record<string, unknown> = {}) =>
    automaticRenewal(
      cleanCase({ issues: ['automatic-renewal'], 'orders[0].renewal': renewal, ...changes }),
      builtInLaw,
    );

  it.each([
    ['none', 'clear', 'not-noticed'],
    ['clear', 'unclear', 'not-noticed'],
    ['none', undefined, 'not-noticed'],
    ['clear', 'clear', 'noticed'],
    ['clear', undefined, 'unknown'],
    [undefined, undefined, 'unknown'],
  ])('实施条例 10(2): before the service %s, before the renewal %s → %s', (start, again, answer) => {
    const decision = renewed({ noticeBeforeStart: start, noticeBeforeRenewal: again });
    expect(decision.answer).toBe(answer);
    expect(decision.citations).toEqual(['consumer-regulation-10-2', 'online-trading-measure-18']);
  });

  it('实施条例 10(2), 网络交易监督管理办法 18: counts no days before a renewal', () => {
    const { conclusion, reasons } = renewed({ noticeBeforeRenewal: 'none' });
    expect(`${conclusion}${reasons.join('')}`).not.toMatch(/[五5]日/u);
    expect(reasons.join('')).toContain('没有规定提前几天');
  });

  it('网络交易监督管理办法 18: its text of 2025 is not cited for an older deal', () => {
    const old = { 'orders[0].placedAt': '2025-03-17', 'orders[0].payments[0].paidAt': '2025-03-17' };
    expect(renewed({ noticeBeforeStart: 'none' }, old).citations).toEqual(['consumer-regulation-10-2']);
  });

  it('is raised by the issue or by its facts alone', () => {
    expect(automaticRenewal(cleanCase(), builtInLaw).answer).toBe('not-in-issue');
    expect(renewed({}, { 'orders[0].purpose': 'business' }).answer).toBe('not-consumer');
    const missing = automaticRenewal(
      cleanCase({ issues: ['automatic-renewal'], orders: [], keys: [] }),
      builtInLaw,
    ).missing;
    expect(missing.map(({ path }) => path)).toEqual(['orders', 'orders']);
    expect(renewed({}).missing.map(({ path }) => path)).toEqual([
      'orders[0].renewal.noticeBeforeStart',
      'orders[0].renewal.noticeBeforeRenewal',
    ]);
  });
});

describe('platformLiability', () => {
  const liable = (changes: Record<string, unknown>) => platformLiability(cleanCase(changes), builtInLaw);
  const shop = { roles: ['merchant'], name: '据例商家', address: '据例市', phone: '19900000009' };
  const platform = { roles: ['platform'], name: '据例平台' };

  it('消费者权益保护法 44, 电子商务法 38: the shop’s breach alone shows nothing', () => {
    expect(liable({}).answer).toBe('not-shown');
    expect(liable({}).citations).toEqual(['consumer-law-44', 'e-commerce-law-38-1']);
    expect(liable(membership).citations).toEqual(['consumer-law-44']);
  });

  it.each(['name', 'address', 'phone'])(
    '消费者权益保护法 44(1): without the shop’s %s the platform is asked first',
    (fact) => {
      expect(liable({ respondents: [{ ...shop, [fact]: undefined }, platform] }).answer).toBe('ask-identity');
    },
  );

  it('七日办法 24: is about goods and not told of a membership', () => {
    const unknown = { respondents: [{ roles: ['merchant'] }, platform] };
    expect(liable(unknown).citations).toContain('no-reason-measure-24');
    expect(liable({ ...unknown, ...membership }).citations).not.toContain('no-reason-measure-24');
  });

  it('网络消费纠纷规定（一） 4: 自营 in fact or in looks makes it answer as seller', () => {
    const own = { subject: '销售主体', promised: '商品页标注“据例自营”。', performed: '平台称与其无关。' };
    expect(liable({ promises: [own] })).toMatchObject({ answer: 'as-seller', certainty: '有争议' });
    expect(liable({ respondents: [{ ...platform, roles: ['merchant', 'platform'] }] }).answer).toBe('as-seller');
  });

  it('is not raised without a platform, unless only it knows who the shop is', () => {
    expect(liable({ respondents: [shop], addressees: {} }).answer).toBe('no-platform');
    expect(liable({ respondents: [shop] }).answer).toBe('no-platform');
    expect(liable({ respondents: [{ roles: ['merchant'] }], 'orders[0].channel': 'platform-shop' }).answer).toBe(
      'ask-identity',
    );
    expect(liable({ 'orders[0].purpose': 'resale' }).answer).toBe('not-consumer');
  });
});

describe('recordHolders', () => {
  const holders = (changes: Record<string, unknown>) => recordHolders(cleanCase(changes), builtInLaw);

  it('电子商务法 31、62: for a key, the shop and the platform', () => {
    expect(holders({}).answer).toEqual(['merchant', 'platform']);
    expect(holders({}).citations).toEqual(expect.arrayContaining(['e-commerce-law-31', 'e-commerce-law-62']));
  });

  it('电子商务法 2(3): is not cited for a membership', () => {
    expect(holders(membership).citations.filter((id) => id.startsWith('e-commerce-law'))).toEqual([]);
    expect(holders(membership).citations).toContain('online-trading-measure-31');
  });

  it('民诉法解释 112, 证据规定 95: what is withheld may be held against its keeper', () => {
    const alone = holders({ respondents: [{ roles: ['merchant'] }], 'orders[0].platform': undefined, addressees: {} });
    expect(alone.answer).toEqual(['merchant']);
    expect(alone.citations).toEqual([
      'e-commerce-law-62',
      'civil-procedure-interpretation-112',
      'evidence-rules-45-1',
      'evidence-rules-95',
      'evidence-rules-48-1',
    ]);
  });

  it('法释〔2025〕4号 25: is told where it may be prepayment', () => {
    expect(holders(membership).citations).toContain('prepaid-interpretation-25');
    expect(holders({}).citations).not.toContain('prepaid-interpretation-25');
    const item = (kind: string) => [{ name: '据例商品', kind, unitPrice: '10.00' }];
    const orders = [
      { id: '一', items: item('card-key') },
      { id: '二', items: item('membership') },
    ];
    expect(holders({ orders, keys: [] }).citations).toContain('prepaid-interpretation-25');
  });
});
