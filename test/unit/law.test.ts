import { describe, expect, it } from 'vitest';
import { legalBases, recordsBasis } from '../../electron/core/law/bases/bases.ts';
import { causeOfAction, payerAge, wasRefusedByTerm } from '../../electron/core/law/dispute.ts';
import { builtInLaw } from '../support/built-in-law.ts';
import { cleanCase } from '../support/clean-case.ts';

const membership = [{ name: '据例会员', kind: 'membership', unitPrice: '168.00' }];
const idsFor = (changes: Record<string, unknown>, forum: 'court' | 'elsewhere' = 'court') =>
  legalBases(cleanCase(changes), forum, builtInLaw).flatMap(({ provisions: ids }) => ids);

const told = { falsehood: '商品页写明适用 Windows 11。', knowledge: '客服答复早知不能激活。', evidence: ['商品页-1'] };
const triple = [{ kind: 'triple-damages', amount: '804.00' }];

describe('legalBases', () => {
  it('消费者权益保护法 55(1), 总则编解释 21: pleads fraud only where it is claimed, told and proved', () => {
    expect(idsFor({ issues: ['false-description'], fraud: told })).not.toContain('consumer-law-55-1');
    expect(idsFor({ issues: ['false-description'], claims: triple })).not.toContain('consumer-law-55-1');
    const pleaded = idsFor({ claims: triple, fraud: told });
    expect(pleaded).toEqual(expect.arrayContaining(['consumer-law-55-1', 'general-part-interpretation-21']));
    expect(idsFor({ claims: triple, fraud: told }, 'elsewhere')).not.toContain('general-part-interpretation-21');
  });

  it('民法典 615, 617: cites the rules of sale for a card key and not for a membership', () => {
    expect(idsFor({})).toEqual(expect.arrayContaining(['civil-code-615', 'civil-code-617']));
    const service = idsFor({ 'orders[0].items': membership });
    expect(service).toContain('civil-code-582');
    expect(service).not.toContain('civil-code-615');
    expect(service).not.toContain('civil-code-617');
    expect(service).not.toContain('consumer-law-24-1');
  });

  it('电子商务法 2(3): cites 电子商务法 74 for a card key and not for a membership', () => {
    expect(idsFor({})).toContain('e-commerce-law-74');
    expect(idsFor({ 'orders[0].items': membership })).not.toContain('e-commerce-law-74');
  });

  it('消费者权益保护法 2: leaves contract law alone to whoever bought to sell on', () => {
    for (const issues of [
      ['does-not-activate', 'not-as-described'],
      ['unused-membership-or-balance'],
      ['automatic-renewal'],
    ]) {
      const ids = idsFor({ issues, 'orders[0].purpose': 'resale', claims: triple, fraud: told });
      expect(ids.filter((id) => /^(?:consumer|online|no-reason|prepaid)/u.test(id))).toEqual([]);
    }
    expect(idsFor({ 'orders[0].purpose': 'resale' })).toEqual(
      expect.arrayContaining(['civil-code-615', 'civil-code-577', 'civil-code-582']),
    );
  });

  it('民法典 563(1)(四): ends the contract before a court only, and not after the key did part of its work', () => {
    expect(idsFor({})).toContain('civil-code-563-1-4');
    expect(idsFor({}, 'elsewhere')).not.toContain('civil-code-563-1-4');
    expect(idsFor({ 'keys[0].state': 'partly-used' })).not.toContain('civil-code-563-1-4');
    expect(idsFor({ claims: [{ kind: 'rescission' }] })).toContain('civil-code-563-1-4');
  });

  it('reads its conditions from any claim, and from every key and order', () => {
    const refund = { kind: 'refund', amount: '268.00' };
    expect(idsFor({ claims: [{ kind: 'damages', amount: '1.00' }, refund] })).toEqual(
      expect.arrayContaining(['civil-code-563-1-4', 'consumer-law-52']),
    );
    const keys = ['does-not-activate', 'activated'].map((state, index) => ({ id: `${index}`, order: '订单一', state }));
    expect(idsFor({ keys })).not.toContain('civil-code-563-1-4');
    const order = { items: [{ name: '据例商品', kind: 'card-key', unitPrice: '1.00' }] };
    const orders = [
      { ...order, id: '一' },
      { ...order, id: '二', noReasonReturn: { promised: true } },
    ];
    expect(idsFor({ orders, keys: [], claims: [{ ...refund, route: 'no-reason' }] })).toContain('online-consumption-2');
  });

  it('民法典 563(1)(三): rests termination for delay on a demand made before', () => {
    const late = { issues: ['not-credited-or-late'] };
    expect(idsFor(late)).toContain('civil-code-563-1-3');
    expect(idsFor({ ...late, filings: [] })).not.toContain('civil-code-563-1-3');
    const demand = { at: '2026-10-05', kind: 'demand', text: '催告。' };
    expect(idsFor({ ...late, filings: [], events: [demand] })).toContain('civil-code-563-1-3');
  });

  it('民法典 144, 145: tells a child under eight from an older one by the day of the deal', () => {
    const child = (birthDate: string) => ({ issues: ['minor-top-up'], 'claimants[0].birthDate': birthDate });
    expect(payerAge(cleanCase(child('2018-10-04')))).toBe('under-8');
    expect(payerAge(cleanCase(child('2018-10-03')))).toBe('minor');
    expect(idsFor(child('2018-10-04'))).toContain('civil-code-144');
    expect(idsFor(child('2018-10-04'))).not.toContain('civil-code-145');
    expect(idsFor(child('2018-10-03'))).toContain('civil-code-145');
    expect(idsFor(child('2018-10-03'))).not.toContain('civil-code-144');
  });

  it('消费者权益保护法 53, 实施条例 10(2): cites prepayment and renewal only for their own issues', () => {
    const unused = { issues: ['unused-membership-or-balance'] };
    const prepaid = ['consumer-law-53', 'consumer-regulation-22-2'];
    const redeemed = (redemption: string) => ({ 'orders[0].prepaid': { reach: 'single-purpose', redemption } });
    expect(idsFor({ ...unused, 'orders[0].items': membership })).toEqual(prepaid);
    expect(idsFor({ ...unused, ...redeemed('many-times') })).toEqual(expect.arrayContaining(prepaid));
    // A key redeemed at one stroke is paid for, not prepaid.
    expect(idsFor(unused)).toEqual([]);
    expect(idsFor({ ...unused, 'orders[0].items': membership, ...redeemed('once') })).toEqual([]);
    expect(idsFor({ issues: ['automatic-renewal'] })).toEqual([
      'consumer-regulation-10-2',
      'online-trading-measure-18',
    ]);
  });

  it('法释〔2025〕4号 1, 26: cites the interpretation where the case says that it is prepayment, and to a court', () => {
    const prepaid = { 'orders[0].prepaid': { reach: 'single-purpose', redemption: 'many-times' } };
    const term = { 'orders[0].term': { from: '2026-01-01', until: '2026-12-31', usedUntil: '2026-03-31' } };
    const unused = { issues: ['unused-membership-or-balance'] };
    const ofPrepayment = (changes: Record<string, unknown>, forum?: 'elsewhere') =>
      idsFor({ ...unused, ...changes }, forum).filter((id) => id.startsWith('prepaid'));
    expect(ofPrepayment(prepaid)).toEqual(['prepaid-interpretation-15-1', 'prepaid-interpretation-18-1']);
    expect(ofPrepayment({ ...prepaid, ...term })).toContain('prepaid-interpretation-22');
    expect(ofPrepayment({ 'orders[0].items': membership, ...term })).toEqual([]);
    expect(ofPrepayment({ 'orders[0].prepaid': { reach: 'multi-purpose', redemption: 'many-times' } })).toEqual([]);
    expect(ofPrepayment(prepaid, 'elsewhere')).toEqual([]);
  });

  it('消费者权益保护法 25, 网络消费纠纷规定（一） 2: cites no-reason return only for who takes that road', () => {
    const road = { 'claims[0].route': 'no-reason' };
    const facts = (promised: boolean, marked: boolean, confirmed: boolean) => ({
      ...road,
      'orders[0].noReasonReturn': { promised, marked, confirmed },
    });
    const ofReturn = (changes: Record<string, unknown>) =>
      idsFor(changes, 'elsewhere').filter((id) => /^(?:consumer-law-25|online-consumption-2|no-reason)/u.test(id));
    expect(ofReturn({})).toEqual([]);
    expect(ofReturn(road)).toEqual([
      'consumer-law-25-1',
      'consumer-law-25-2',
      'no-reason-measure-20-2',
      'no-reason-measure-14-1',
      'no-reason-measure-17-1',
    ]);
    expect(ofReturn(facts(true, true, true))[0]).toBe('online-consumption-2');
    // A promise binds for a service too; the rules on goods are not cited for it.
    const promisedService = { ...facts(true, true, true), 'orders[0].items': membership };
    expect(ofReturn(promisedService)).toEqual([]);
    expect(idsFor(promisedService, 'elsewhere')).toContain('consumer-regulation-12');
    expect(ofReturn(facts(false, true, true))).toEqual([]);
    expect(ofReturn(facts(false, true, false))).toContain('consumer-law-25-1');
    expect(ofReturn({ ...road, 'orders[0].items': membership })).toEqual([]);
  });

  it('消费者权益保护法 25(1)(三): says of no case whether a card key is 数字化商品', () => {
    const statements = legalBases(cleanCase({ 'claims[0].route': 'no-reason' }), 'court', builtInLaw).map(
      ({ statement }) => statement,
    );
    expect(statements.join('')).toContain('除法律列举的例外外');
    expect(statements.join('')).not.toMatch(/卡密|数字化/u);
  });

  it('消费者权益保护法 23, 24: tells a shop of the right to return, and of 23(1) where nothing was described', () => {
    const useless = { issues: ['does-not-activate'] };
    expect(idsFor(useless, 'elsewhere')).toEqual(expect.arrayContaining(['consumer-law-23-1', 'consumer-law-24-1']));
    expect(idsFor(useless)).not.toContain('consumer-law-24-1');
    expect(idsFor({})).not.toContain('consumer-law-23-1');
    expect(idsFor({ ...useless, 'orders[0].items': membership }, 'elsewhere')).not.toContain('consumer-law-24-1');
  });

  it('实施条例 18(2): asks for the whole price in one sum only where goods are returned for a fault', () => {
    const discounted = { 'orders[0].items': [{ name: '激活码', kind: 'card-key', unitPrice: '300.00' }] };
    expect(idsFor(discounted)).toContain('consumer-regulation-18-2');
    expect(idsFor({ 'orders[0].refunds': [{ amount: '8.00' }] })).toContain('consumer-regulation-18-2');
    expect(idsFor({})).not.toContain('consumer-regulation-18-2');
    expect(idsFor({ ...discounted, 'claims[0].route': 'no-reason' })).not.toContain('consumer-regulation-18-2');
    expect(idsFor({ ...discounted, 'claims[0].kind': 'partial-refund' })).not.toContain('consumer-regulation-18-2');
    expect(idsFor({ 'orders[0].items': membership })).not.toContain('consumer-regulation-18-2');
  });

  it('消费者权益保护法 24: cites the seven days only where the return was asked for within them', () => {
    const asked = (filedOn: string) => ({
      issues: ['does-not-activate'],
      events: [{ at: '2026-10-03', kind: 'delivery', text: '收到激活码。' }],
      filings: [{ body: 'merchant', status: 'refused', filedOn }],
    });
    expect(idsFor(asked('2026-10-10'), 'elsewhere')).toContain('consumer-law-24-1');
    expect(idsFor(asked('2026-10-11'), 'elsewhere')).not.toContain('consumer-law-24-1');
    expect(idsFor({ ...asked('2026-10-10'), filings: [] }, 'elsewhere')).not.toContain('consumer-law-24-1');
  });

  it('消费者权益保护法 25: blames no performance where a return without a reason is all that is asked for', () => {
    const promised = { 'orders[0].noReasonReturn': { promised: true } };
    const alone = { ...promised, claims: [{ kind: 'refund', amount: '268.00', route: 'no-reason' }] };
    expect(idsFor(alone, 'elsewhere')).toEqual([
      'consumer-regulation-12',
      'online-consumption-2',
      'no-reason-measure-14-1',
      'no-reason-measure-17-1',
    ]);
    const both = { ...alone, claims: [...alone.claims, { kind: 'damages', amount: '1.00' }] };
    expect(idsFor(both, 'elsewhere')).toContain('civil-code-577');
  });

  it('民法典 577, 582: says once that a faulty performance is answered for', () => {
    const ids = idsFor({ issues: ['does-not-activate', 'no-after-sales'] });
    expect(ids.filter((id) => id === 'civil-code-577')).toHaveLength(1);
  });

  it('实施条例 12: rests a refund on a broken promise of after-sales service, not on the lack of service alone', () => {
    const service = { issues: ['no-after-sales'] };
    expect(idsFor(service)).toEqual([
      'consumer-regulation-12',
      'civil-code-577',
      'e-commerce-law-74',
      'consumer-law-52',
    ]);
    expect(idsFor({ ...service, promises: [] })).toEqual([]);
  });

  it('cites neither rule for a child while the age is unknown, and no rule of sale without an order', () => {
    expect(idsFor({ issues: ['minor-top-up'] })).toEqual([]);
    expect(idsFor({ orders: [], keys: [] })).not.toContain('civil-code-615');
  });

  it('电子商务法 2(3): keeps content services out of the duty to produce records', () => {
    expect(recordsBasis(cleanCase())).toEqual(['e-commerce-law-62']);
    expect(recordsBasis(cleanCase({ 'orders[0].items': membership }))).toEqual([]);
  });
});

describe('causeOfAction', () => {
  it('uses the names of the list in force: no 网络购物合同纠纷', () => {
    expect(causeOfAction(cleanCase())).toBe('信息网络买卖合同纠纷');
    expect(causeOfAction(cleanCase({ 'orders[0].items': membership }))).toBe('网络服务合同纠纷');
    expect(causeOfAction(cleanCase({ orders: [], keys: [] }))).toBeUndefined();
  });
});

describe('wasRefusedByTerm', () => {
  const answered = (answer: string) =>
    wasRefusedByTerm(cleanCase({ 'statements.answer': answer, filings: [], events: [] }));

  it.each([
    '虚拟商品不退不换',
    '虚拟商品，概不退款',
    '卡密一经售出不予退换',
    '本店不退换',
    '数字商品不支持退款',
    '不退款、不换货',
  ])('sees a term in “%s”', (answer) => expect(answered(`商家答复${answer}。`)).toBe(true));

  it.each(['平台答复不支持退款', '商家没有答复', '商家同意退款', '未退款'])('sees none in “%s”', (answer) =>
    expect(answered(answer)).toBe(false),
  );
});
