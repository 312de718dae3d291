import { describe, expect, it } from 'vitest';
import { likelyCause } from '../../../electron/core/law/decisions/cause-of-action.ts';
import { courtCopies, courtFee } from '../../../electron/core/law/decisions/court-costs.ts';
import { homeOf, openCourts } from '../../../electron/core/law/decisions/courts.ts';
import { arbitrationClause, jurisdictionClause } from '../../../electron/core/law/decisions/dispute-clauses.ts';
import { smallClaimsEligibility } from '../../../electron/core/law/decisions/small-claims-eligibility.ts';
import { sumInDispute } from '../../../electron/core/law/sum-in-dispute.ts';
import { builtInLaw } from '../../support/built-in-law.ts';
import { cleanCase } from '../../support/clean-case.ts';

const courts = (changes: Record<string, unknown>) => openCourts(cleanCase(changes), builtInLaw);
const membership = { 'orders[0].items': [{ name: '据例会员', kind: 'membership', unitPrice: '168.00' }] };
const claims = (...list: Record<string, unknown>[]) => ({ claims: list });
const refundOf = (amount: string) => claims({ kind: 'refund', amount });

describe('openCourts', () => {
  it('民诉法解释 20, 民事诉讼法 24、36: a key sold online opens the buyer’s and the defendants’ courts', () => {
    const decision = courts({});
    expect(decision.answer.map(({ place, certainty }) => [place, certainty])).toEqual([
      ['buyer', '依法'],
      ['defendant', '依法'],
      ['defendant', '依法'],
    ]);
    expect(decision.certainty).toBe('依法');
    expect(decision.conclusion).toContain('买方住所地');
    expect(decision.citations).toEqual([
      'civil-procedure-24',
      'civil-procedure-interpretation-20',
      'civil-procedure-36',
    ]);
  });

  it('民诉法解释 18(2): a service opens the defendants’ courts, and the recipient’s only in dispute', () => {
    const decision = courts(membership);
    expect(decision.answer.map(({ place, certainty }) => [place, certainty])).toEqual([
      ['defendant', '依法'],
      ['defendant', '依法'],
      ['recipient', '有争议'],
    ]);
    expect(decision.certainty).toBe('有争议');
    expect(decision.conclusion).toContain('收款一方');
    expect(decision.citations).not.toContain('civil-procedure-interpretation-20');
  });

  it('民诉法解释 20: of a deal in a private chat the buyer’s court is in dispute', () => {
    const decision = courts({ 'orders[0].channel': 'private-chat' });
    expect(decision.answer.find(({ place }) => place === 'buyer')?.certainty).toBe('有争议');
    expect(decision.answer[0]?.place).toBe('defendant');
    expect(decision.certainty).toBe('有争议');
  });

  it('民诉法解释 18(1)、20: an agreed place of performance comes before the buyer’s', () => {
    const places = courts({ terms: { performancePlace: '据例市乙区' } }).answer.map(({ place }) => place);
    expect(places).toEqual(['defendant', 'defendant', 'agreed']);
  });

  it.each([
    ['2025-11-18', '据例市新居路2号'],
    ['2025-11-19', '据例省据例市示例区虚构路1号2单元301室'],
    [undefined, '据例省据例市示例区虚构路1号2单元301室'],
  ])('民诉法解释 3、4: lived in since %s, filed on 2026-11-18 → %s', (since, home) => {
    const file = cleanCase({ 'claimants[0].habitualResidence': { address: '据例市新居路2号', since } });
    expect(file.claimants.map((claimant) => homeOf(claimant, file.date))).toEqual([home]);
  });

  it('points to the internet courts without citing them, and only in their cities', () => {
    const there = courts({ 'claimants[0].address': '杭州市据例区虚构路1号' });
    expect(there.reasons.join('')).toContain('互联网法院');
    expect(there.citations).toEqual(courts({}).citations);
    expect(courts({}).reasons.join('')).not.toContain('互联网法院');
  });

  it('asks for the addresses that it lacks', () => {
    const decision = courts({ 'claimants[0].address': undefined, 'respondents[1].address': undefined });
    expect(decision.missing.map(({ path }) => path)).toEqual(['claimants[0].address', 'respondents[1].address']);
    expect(courts({ orders: [], keys: [] }).missing[0]?.path).toBe('orders');
  });
});

describe('jurisdictionClause', () => {
  it.each([
    [false, undefined, 'contestable'],
    [true, undefined, 'holds-if-connected'],
    [undefined, undefined, 'unknown'],
    [false, 'resale', 'holds-if-connected'],
  ])('民事诉讼法 35, 民诉法解释 31: pointed out %s, bought for %s → %s', (wasPointedOut, purpose, answer) => {
    const jurisdiction = { text: '由卖方所在地法院管辖', wasPointedOut };
    const file = cleanCase({ terms: { jurisdiction }, 'orders[0].purpose': purpose });
    const decision = jurisdictionClause(file, builtInLaw);
    expect(decision.answer).toBe(answer);
    expect(decision.citations).toContain('civil-procedure-35');
    expect(decision.citations.includes('civil-procedure-interpretation-31')).toBe(answer !== 'holds-if-connected');
  });

  it('is not raised without a clause', () => {
    expect(jurisdictionClause(cleanCase(), builtInLaw).answer).toBe('none');
  });
});

describe('arbitrationClause', () => {
  it('民事诉讼法 127(二): may bar a suit; whether it is valid is open', () => {
    const decision = arbitrationClause(cleanCase({ terms: { arbitration: { text: '提交仲裁' } } }), builtInLaw);
    expect(decision).toMatchObject({ answer: 'may-bar', certainty: '有争议', citations: ['civil-procedure-127-2'] });
    expect(arbitrationClause(cleanCase(), builtInLaw).answer).toBe('none');
  });
});

describe('smallClaimsEligibility', () => {
  const eligibility = (changes: Record<string, unknown>) => smallClaimsEligibility(cleanCase(changes), builtInLaw);

  it.each([
    ['江苏省', '64610.00', 'fits'],
    ['江苏', '64610.01', 'by-agreement'],
    ['江苏', '258440.00', 'by-agreement'],
    ['江苏', '258440.01', 'too-much'],
    ['广东', '65709.01', 'by-agreement'],
    ['据例', '268.00', 'unknown-line'],
    [undefined, '268.00', 'unknown-line'],
  ])('民事诉讼法 165: %s, %s元 → %s', (province, amount, answer) => {
    expect(eligibility({ court: { province }, ...refundOf(amount) }).answer).toBe(answer);
  });

  it('民诉法解释 272: tells that a line is not official, and that one is of an older year', () => {
    const decision = eligibility({ court: { province: '湖南' } });
    expect(decision.certainty).toBe('有争议');
    expect(decision.reasons.join('')).toContain('以受诉法院公布的数额为准');
    expect(decision.reasons.join('')).toContain('不是最近公布的年度');
    expect(eligibility({ court: { province: '江苏' } }).reasons.join('')).not.toContain('不是最近公布的年度');
  });

  it.each([
    ['not-money', claims({ kind: 'performance', text: '继续履行。' })],
    ['not-money', claims({ kind: 'rescission' }, { kind: 'costs', text: '诉讼费由被告负担。' })],
    ['mixed', claims({ kind: 'refund', amount: '1.00' }, { kind: 'rescission' })],
    ['no-amount', claims({ kind: 'refund' })],
    ['no-amount', { claims: [] }],
  ])('民事诉讼法 165: simple money claims only → %s', (answer, changes) => {
    expect(eligibility(changes).answer).toBe(answer);
  });

  it('asks for the first amount that is open', () => {
    const open = claims({ kind: 'refund', amount: '1.00' }, { kind: 'damages' });
    expect(eligibility(open).missing).toEqual([{ label: '请求的金额', path: 'claims[1].amount' }]);
    expect(eligibility({ claims: [] }).missing).toEqual([{ label: '请求的金额', path: 'claims' }]);
  });

  it('民事诉讼法 166: names what is shut out', () => {
    expect(eligibility({}).citations).toContain('civil-procedure-166');
  });

  it('诉讼费用交纳办法 29: the fee of the case is no part of the sum in dispute', () => {
    const file = cleanCase(
      claims(
        { kind: 'refund', amount: '100.00' },
        { kind: 'costs', amount: '20.00', text: '公证费20元。' },
        { kind: 'costs', amount: '50.00', text: '案件受理费50元由被告负担。' },
      ),
    );
    expect(sumInDispute(file)).toBe(120_00);
    const ofOthers = { kind: 'costs', amount: '20.00', text: '负担公证费20元和诉讼费。' };
    expect(sumInDispute(cleanCase(claims({ kind: 'refund', amount: '100.00' }, ofOthers)))).toBe(120_00);
    const fee = { kind: 'other', text: '诉讼费由被告承担。' };
    expect(eligibility(claims({ kind: 'refund', amount: '100.00' }, fee)).answer).not.toBe('mixed');
    expect(sumInDispute(cleanCase(claims({ kind: 'refund', amount: '1.00' }, { kind: 'damages' })))).toBeUndefined();
  });
});

describe('courtFee', () => {
  it.each([
    ['1.00', 50_00, 25_00],
    ['10000.00', 50_00, 25_00],
    ['10000.01', 50_00, 25_00],
    ['20000.00', 300_00, 150_00],
    ['100000.00', 2300_00, 1150_00],
    ['110000.00', 2500_00, 1250_00],
  ])('诉讼费用交纳办法 13, 16: %s元 → %i 分, %i 分', (amount, whole, simplified) => {
    expect(courtFee(cleanCase(refundOf(amount)), builtInLaw).answer).toEqual({ whole, simplified });
  });

  it('asks for an amount that is open', () => {
    expect(courtFee(cleanCase(claims({ kind: 'refund' })), builtInLaw)).toMatchObject({
      answer: undefined,
      missing: [{ path: 'claims' }],
    });
  });
});

describe('courtCopies', () => {
  it.each([
    [1, 2],
    [2, 3],
    [3, 4],
  ])('民事诉讼法 123, 证据规定 19: %i defendants → %i copies', (count, copies) => {
    const respondents = Array.from({ length: count }, () => ({ roles: ['merchant'] }));
    expect(courtCopies(cleanCase({ respondents }), builtInLaw).answer).toEqual({ statement: copies, evidence: copies });
  });
});

describe('likelyCause', () => {
  it('names no number and leaves the word to the court', () => {
    const game = { 'orders[0].items': [{ name: '据例点券', kind: 'game-credit', unitPrice: '10.00' }] };
    expect(likelyCause(cleanCase(), builtInLaw)).toMatchObject({
      answer: '信息网络买卖合同纠纷',
      certainty: '有争议',
      citations: [],
    });
    expect(likelyCause(cleanCase(membership), builtInLaw).answer).toBe('网络服务合同纠纷');
    expect(likelyCause(cleanCase(game), builtInLaw).reasons.join('')).toContain('网络虚拟财产合同纠纷');
    expect(likelyCause(cleanCase(membership), builtInLaw).reasons).toEqual([]);
    expect(likelyCause(cleanCase({ orders: [], keys: [] }), builtInLaw).answer).toBeUndefined();
  });
});
