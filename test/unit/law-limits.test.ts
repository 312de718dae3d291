import { describe, expect, it } from 'vitest';
import { filingOutcome } from '../../electron/core/documents/blocks/filing-words.ts';
import { plainText } from '../../electron/core/documents/inline.ts';
import { buildComplaint12315 } from '../../electron/core/documents/papers/complaint-12315.ts';
import { advise } from '../../electron/core/law/advice/advise.ts';
import { legalBases } from '../../electron/core/law/bases/bases.ts';
import { clocksOf } from '../../electron/core/law/clocks/clocks.ts';
import { likelyCause } from '../../electron/core/law/decisions/cause-of-action.ts';
import { complaintAcceptance } from '../../electron/core/law/decisions/complaint-acceptance.ts';
import { courtFee } from '../../electron/core/law/decisions/court-costs.ts';
import { openCourts } from '../../electron/core/law/decisions/courts.ts';
import { eCommerceScope } from '../../electron/core/law/decisions/e-commerce-scope.ts';
import { fairPrice } from '../../electron/core/law/decisions/fair-price.ts';
import { parallelFiling } from '../../electron/core/law/decisions/parallel-filing.ts';
import { recordHolders } from '../../electron/core/law/decisions/record-holders.ts';
import { dealDay } from '../../electron/core/law/dispute.ts';
import { adviceReport } from '../../electron/server/advice-report.ts';
import { builtInLaw } from '../support/built-in-law.ts';
import { findings } from '../support/checked-case.ts';
import { cleanCase } from '../support/clean-case.ts';
import { documentInput } from '../support/document-input.ts';
import { groupChanges } from '../support/group-case.ts';

/** Where the law ends: what holds for one case and would be a wrong sentence in the next. */

const membership = [{ name: '据例会员', kind: 'membership', unitPrice: '168.00' }];
const told = { falsehood: '商品页写明适用 Windows 11。', knowledge: '客服答复早知不能激活。', evidence: ['商品页-1'] };
const dealOn = (day: string) => ({
  'orders[0].placedAt': `${day}T20:10:00+08:00`,
  'orders[0].payments[0].paidAt': `${day}T20:11:00+08:00`,
});

describe('the day that chooses the law', () => {
  it('实施条例 18(2): a finding on a deal before 2024-07-01 does not name it', () => {
    const tooMuch = { 'claims[0].amount': '900.00', 'claims[0].calculation': undefined };
    const sourceOf = (changes: Record<string, unknown>) =>
      findings({ ...tooMuch, ...changes }).find(({ id }) => id === 'claim.exceeds-paid');

    expect(sourceOf({})?.source).toContain('实施条例第十八条第二款');
    expect(sourceOf(dealOn('2024-06-30'))).toBeDefined();
    expect(sourceOf(dealOn('2024-06-30'))?.source).toBeUndefined();
  });

  it('投诉举报处理办法 13: no office is named by it before 2026-04-15', () => {
    const competence = (date: string) =>
      plainText(
        buildComplaint12315({
          ...documentInput({ date, 'orders[0].channel': 'own-site', ...dealOn('2026-03-01') }),
          law: builtInLaw,
        }).competence,
      );

    expect(competence('2026-04-15')).toContain('投诉举报处理办法');
    expect(competence('2026-04-14')).toBe('');
  });

  it('实施条例 10(2): a renewal is judged by the day of its charge, another dispute by the deal', () => {
    const renewed = { ...dealOn('2024-05-01'), 'orders[0].renewal': { chargedAt: '2025-06-01' } };

    expect(dealDay(cleanCase({ ...renewed, issues: ['automatic-renewal'] }))).toBe('2025-06-01');
    expect(dealDay(cleanCase({ ...renewed, issues: ['not-as-described'] }))).toBe('2024-05-01');
  });

  it('法〔2025〕226号: the cause of 网络虚拟财产 is not spoken of before 2026-01-01', () => {
    const credit = { 'orders[0].items': [{ name: '据例点券', kind: 'game-credit', unitPrice: '30.00' }] };
    const reasons = (date: string) => likelyCause(cleanCase({ ...credit, date }), builtInLaw).reasons.join('');

    expect(reasons('2026-01-01')).toContain('网络虚拟财产');
    expect(reasons('2025-12-31')).toBe('');
  });
});

describe('what nobody has told', () => {
  const old = { ...dealOn('2022-03-01'), events: [], filings: [], keys: [] };

  it('投诉举报处理办法 16(四): refuses nothing for three years that are only assumed', () => {
    const known = { ...old, events: [{ kind: 'discovery', at: '2022-03-02', text: '发现不能用。', evidence: [] }] };
    const acceptance = (changes: Record<string, unknown>) => complaintAcceptance(cleanCase(changes), builtInLaw);

    expect(acceptance(known).answer).toBe('refused');
    expect(acceptance(old)).toMatchObject({ answer: 'doubtful', certainty: '有争议', missing: [{ path: 'events' }] });
    expect(acceptance(old).citations).toContain('complaint-measure-16-4');
  });

  it('民法典 188: says that the day from which it counts is assumed', () => {
    const standing = (changes: Record<string, unknown>) =>
      advise(cleanCase(changes), builtInLaw).clocks.find(({ id }) => id === 'limitation')?.standing;

    expect(standing(old)).toContain('没有写何时发现问题');
    expect(standing({})).not.toContain('没有写何时发现问题');
  });

  it('投诉举报处理办法 46: the old measure is outdated from 2026-04-15', () => {
    const isFound = (date: string) =>
      findings({
        ...dealOn('2026-03-01'),
        date,
        'statements.additional': '依据《市场监督管理投诉举报处理暂行办法》。',
      }).some(({ id }) => id === 'wording.outdated-law');

    expect(isFound('2026-04-15')).toBe(true);
    expect(isFound('2026-04-14')).toBe(false);
  });
});

describe('clauses and other roads', () => {
  it.each([
    ['jurisdiction', '约定法院的条款'],
    ['arbitration', '仲裁条款'],
  ])('民事诉讼法 35, 127(二): with a clause on %s the open courts are not certain', (kind, name) => {
    const decision = openCourts(cleanCase({ terms: { [kind]: { text: '争议由据例市处理。' } } }), builtInLaw);

    expect(decision.certainty).toBe('有争议');
    expect(decision.conclusion).toContain(`先看${name}是否有效`);
  });

  it('投诉举报处理办法 16(二): what was taken up and then given up is no free road', () => {
    const decision = (filing: Record<string, unknown>) =>
      parallelFiling(cleanCase({ filings: [{ body: 'consumer-association', ...filing }] }), builtInLaw);

    expect(decision({ status: 'withdrawn', acceptedOn: '2026-10-20' })).toMatchObject({
      answer: 'perhaps',
      certainty: '有争议',
    });
    expect(decision({ status: 'withdrawn' })).toMatchObject({ answer: 'free' });
    expect(decision({ status: 'withdrawn' }).conclusion).not.toContain('没有向其他机构提出过');
  });

  it('says 未予受理 of an arbitration that was not taken', () => {
    const [filing] = cleanCase({ filings: [{ body: 'arbitration', status: 'refused' }] }).filings;

    expect(filing && filingOutcome(filing)).toBe('未予受理');
  });
});

describe('what law is for whom', () => {
  it('电子商务法 2(3): the clock of the records cites it for keys and not for a membership', () => {
    const cited = (changes: Record<string, unknown>) =>
      clocksOf(cleanCase(changes), builtInLaw).find(({ id }) => id === 'platform-data')?.citations;

    expect(cited({})).toContain('e-commerce-law-31');
    expect(cited({ 'orders[0].items': membership })).toEqual(['online-trading-measure-31']);
  });

  it('消费者权益保护法 2: whoever bought to sell on is told of none of its periods', () => {
    const relevant = (purpose: string) =>
      clocksOf(cleanCase({ 'orders[0].purpose': purpose, 'claims[0].route': 'no-reason' }), builtInLaw).flatMap(
        ({ id, isRelevant }) => (isRelevant ? [id] : []),
      );
    const ofConsumers = ['quality-return', 'no-reason-return', 'refund-delay-mark'];

    expect(relevant('living')).toEqual(expect.arrayContaining(ofConsumers));
    for (const id of ofConsumers) expect(relevant('resale')).not.toContain(id);
  });

  it('消费者权益保护法 2: whoever bought to sell on is not sent to it where 电子商务法 may not apply', () => {
    const scope = (purpose: string) =>
      eCommerceScope(cleanCase({ 'orders[0].items': membership, 'orders[0].purpose': purpose }), builtInLaw).conclusion;

    expect(scope('living')).toContain('消费者权益保护法和民法典');
    expect(scope('resale')).not.toContain('消费者权益保护法');
  });

  it('法释〔2025〕4号 25: whoever bought for a business is not told of it', () => {
    const cited = (purpose: string) =>
      recordHolders(cleanCase({ 'orders[0].items': membership, 'orders[0].purpose': purpose }), builtInLaw).citations;

    expect(cited('living')).toContain('prepaid-interpretation-25');
    expect(cited('business')).not.toContain('prepaid-interpretation-25');
  });

  it('民法典 563(1)(三): a demand of the same day ends no contract', () => {
    const asked = (day: string) =>
      legalBases(
        cleanCase({
          issues: ['not-credited-or-late'],
          filings: [],
          events: [{ kind: 'demand', at: day, text: '催促到账。', evidence: [] }],
        }),
        'court',
        builtInLaw,
      ).map(({ id }) => id);

    expect(asked('2026-11-17')).toContain('termination-after-demand');
    expect(asked('2026-11-18')).not.toContain('termination-after-demand');
  });
});

describe('sums', () => {
  it('实施条例 18(2): the whole price of a membership is not called settled', () => {
    const service = fairPrice(cleanCase({ 'orders[0].items': membership }), builtInLaw);

    expect(service).toMatchObject({ answer: 'nothing-received', certainty: '有争议' });
    expect(service.citations).not.toContain('consumer-regulation-18-2');
    expect(fairPrice(cleanCase(), builtInLaw).certainty).toBe('依法');
    expect(fairPrice(cleanCase({ 'keys[0].state': 'activated' }), builtInLaw).certainty).toBe('有争议');
  });

  it('消费者权益保护法 55(1): the floor of 500元 is each buyer’s own', () => {
    const group = { ...groupChanges(), fraud: told };
    const result = advise(cleanCase(group), builtInLaw);
    const details = result.decisions.find(({ id }) => id === 'fraud')?.details ?? [];

    expect(details).toHaveLength(3);
    expect(details.every((line) => /^[^：]+：增加赔偿/u.test(line))).toBe(true);
  });

  it('诉讼费用交纳办法 13: each suit of a group pays its own fee', () => {
    const fee = courtFee(cleanCase(groupChanges()), builtInLaw);

    expect(fee.conclusion).toContain('几人合为一件的');
    expect(fee.reasons.join('')).toContain('各人分别起诉的');
    expect(courtFee(cleanCase(), builtInLaw).conclusion).not.toContain('几人');
  });
});

it('民法典 621, 消费者权益保护法 24: the report tells with each period what limits it', () => {
  const advice = advise(cleanCase(), builtInLaw);
  const report = adviceReport(advice);

  expect(advice.clocks.length).toBeGreaterThan(3);
  for (const { meaning } of advice.clocks) expect(report).toContain(meaning);
});
