import { describe, expect, it } from 'vitest';
import { type AdviceResult, adviceResultSchema } from '../../electron/contract/advice-result.ts';
import { type Case, caseFileSchema } from '../../electron/contract/case/case-file.ts';
import { advise, suggestedPapers } from '../../electron/core/law/advice/advise.ts';
import { stageOf } from '../../electron/core/law/advice/paper-use.ts';
import { partTitle } from '../../electron/core/packet/parts.ts';
import { builtInLaw } from '../support/built-in-law.ts';
import { cleanCase } from '../support/clean-case.ts';
import { situationCase, situationNames } from '../support/situations/situations.ts';

const draft = caseFileSchema.parse({
  format: 'juli.case/1',
  title: '还没有填写的案件',
  date: '2026-11-18',
  issues: ['not-as-described'],
  claimants: [{}],
  respondents: [{ roles: ['merchant'] }],
});
const advised = (changes: Record<string, unknown> = {}) => advise(cleanCase(changes), builtInLaw);
const uses = ({ papers }: AdviceResult) => Object.fromEntries(papers.map(({ id, use }) => [id, use]));
const decision = (result: AdviceResult, id: string) => result.decisions.find((one) => one.id === id);
const wordsOf = ({ decisions, clocks, papers, notice }: AdviceResult) =>
  [
    notice,
    ...decisions.flatMap(({ question, conclusion, reasons, details }) => [
      question,
      conclusion,
      ...reasons,
      ...details,
    ]),
    ...decisions.flatMap(({ missing }) => missing.map(({ label }) => label)),
    ...clocks.flatMap(({ name, standing, meaning }) => [name, standing, meaning]),
    ...papers.flatMap(({ title, when, why }) => [title, when, why]),
  ] as const;

/** What law never promises, and the errors that many pages carry. */
const forbidden =
  /必须退款|一定胜诉|稳赢|必赢|强制退款|必须先行赔付|48小时内必须|一律不适用|暂行办法》|(?<!十)五日|曝光|undefined|\{|\}|，。|。。|（）/u;

const cases: [string, Case][] = [
  ['the clean case', cleanCase()],
  ['an empty draft', draft],
  ...situationNames.map((name): [string, Case] => [name, situationCase(name)]),
];

describe.each(cases)('advise: %s', (_, file) => {
  const result = advise(file, builtInLaw);

  it('fits the contract and names each of the thirteen papers once', () => {
    expect(adviceResultSchema.parse(result)).toEqual(result);
    expect(new Set(result.papers.map(({ id }) => id)).size).toBe(13);
    expect(result.papers).toHaveLength(13);
  });

  it('promises nothing, threatens nothing, and leaves no gap in a sentence', () => {
    for (const words of wordsOf(result)) {
      expect(words).not.toMatch(forbidden);
      expect(words.trim()).not.toBe('');
    }
  });

  it('ends each sentence, and gives a gist with each citation', () => {
    for (const { conclusion, reasons, details, citations } of result.decisions) {
      for (const sentence of [conclusion, ...reasons, ...details]) expect(sentence).toMatch(/。$/u);
      for (const { text, gist } of citations) expect([text, gist].every((part) => part.length > 3)).toBe(true);
    }
    for (const { when, why } of result.papers) expect(`${when}${why}`).toMatch(/。$/u);
  });

  it('suggests only papers that are for now', () => {
    const { papers } = result;
    const now = papers.flatMap(({ id, use }) => (use === 'now' ? [id] : []));
    const suggested = suggestedPapers(file, builtInLaw);
    expect(suggested.length).toBeGreaterThan(0);
    for (const id of suggested) expect([...now, 'refund-request']).toContain(id);
  });
});

describe('advise', () => {
  it('calls each paper what the packet calls it', () => {
    for (const { id, title } of advised().papers) expect(title).toBe(partTitle(id as Parameters<typeof partTitle>[0]));
  });

  it('says that it is legal information and no legal advice', () => {
    expect(advised().notice).toContain('不是法律意见');
  });

  it.each([
    [
      'negotiate',
      {
        'refund-request': 'now',
        'platform-appeal': 'later',
        'complaint-12315': 'later',
        'small-claims': 'later',
        'evidence-request': 'later',
        rebuttal: 'later',
      },
    ],
    [
      'platform',
      {
        'refund-request': 'not-needed',
        'platform-appeal': 'now',
        'complaint-12315': 'later',
        'consumer-association': 'later',
        rebuttal: 'now',
      },
    ],
    [
      'market-regulator',
      {
        'complaint-12315': 'now',
        'consumer-association': 'not-needed',
        'platform-appeal': 'later',
        'small-claims': 'later',
      },
    ],
    [
      'consumer-association',
      { 'consumer-association': 'now', 'complaint-12315': 'not-needed', 'small-claims': 'later' },
    ],
    ['payment-provider', { 'payment-dispute': 'now', 'complaint-12315': 'not-needed' }],
    [
      'court',
      { 'small-claims': 'now', 'service-address': 'now', 'evidence-request': 'now', 'complaint-12315': 'not-needed' },
    ],
  ])('stage %s', (stage, expected) => {
    expect(uses(advised({ stage }))).toMatchObject({
      ...expected,
      comparison: 'now',
      authorisation: 'not-needed',
      timeline: 'now',
      'evidence-list': 'now',
    });
  });

  it.each([
    ['投诉举报处理办法 16(三)', { 'orders[0].purpose': 'resale' }],
    ['投诉举报处理办法 16(二)', { filings: [{ body: 'court', status: 'accepted' }] }],
    ['投诉举报处理办法 16(四)', { 'events[3].kind': 'discovery', 'events[3].at': '2023-10-01' }],
  ])('%s: a complaint that would be refused cannot be filed', (_, changes) => {
    const papers = advised({ stage: 'market-regulator', ...changes }).papers;
    expect(papers.find(({ id }) => id === 'complaint-12315')?.use).toBe('not-possible');
  });

  it('does not sue twice, and warns of an arbitration clause (民事诉讼法 127(二))', () => {
    const taken = advised({ stage: 'court', filings: [{ body: 'court', status: 'accepted' }] });
    expect(uses(taken)['small-claims']).toBe('not-needed');
    const filed = advised({ stage: 'court', filings: [{ body: 'court', status: 'filed' }] });
    expect(uses(filed)['small-claims']).toBe('now');
    const arbitration = advised({ stage: 'court', terms: { arbitration: { text: '提交仲裁' } } });
    expect(arbitration.papers.find(({ id }) => id === 'small-claims')?.why).toContain('仲裁条款');
  });

  it('has no platform appeal without a platform, and an authority for an agent alone', () => {
    const own = { respondents: [{ roles: ['merchant'] }], addressees: {}, 'orders[0].channel': 'own-site' };
    expect(uses(advised(own))['platform-appeal']).toBe('not-possible');
    const unsaid = { ...own, 'orders[0].channel': undefined };
    expect(uses(advised(unsaid))['platform-appeal']).not.toBe('not-possible');
    expect(uses(advised({ ...unsaid, 'orders[0].platform': undefined }))['platform-appeal']).toBe('not-possible');
    const agent = (kind: string) => ({ 'claimants[0].agent': { kind, authority: 'general', name: '何代理' } });
    expect(uses(advised(agent('relative'))).authorisation).toBe('now');
    expect(uses(advised(agent('guardian'))).authorisation).toBe('not-needed');
    const ofChild = { ...agent('relative'), 'claimants[0].birthDate': '2012-01-01' };
    expect(uses(advised(ofChild)).authorisation).toBe('not-needed');
    const two = [{ name: '何据真' }, { name: '何据实', agent: { kind: 'lawyer', authority: 'general' } }];
    expect(uses(advised({ claimants: two })).authorisation).toBe('now');
  });

  it('sends to the payment provider for records who does not know the seller', () => {
    const unused = { issues: ['unused-membership-or-balance'] };
    const use = (changes: Record<string, unknown>) => uses(advised({ ...unused, ...changes }))['payment-dispute'];
    expect(use({})).toBe('not-needed');
    expect(use({ 'respondents[0].name': ' ' })).toBe('later');
  });

  it('names the stage, and gives each citation in full with its gist', () => {
    expect(advised({ stage: 'platform' }).stage).toBe('平台介入');
    const [citation] = decision(advised(), 'consumer-status')?.citations ?? [];
    expect(citation?.text).toBe('《中华人民共和国消费者权益保护法》第二条');
    expect(citation?.gist).toBe(builtInLaw.provisions.get('consumer-law-2')?.gist);
  });

  it('法释〔2025〕4号: asks whether it is prepayment of a membership or where the case says so', () => {
    const ids = (changes: Record<string, unknown>) => advised(changes).decisions.map(({ id }) => id);
    const item = (kind: string) => ({ name: '据例商品', kind, unitPrice: '10.00' });
    expect(ids({})).not.toContain('prepaid-scope');
    expect(ids({ 'orders[0].items': [item('card-key'), item('membership')] })).toContain('prepaid-scope');
    expect(ids({ 'orders[0].prepaid': { reach: 'single-purpose', redemption: 'once' } })).toContain('prepaid-scope');
  });

  it('消费者权益保护法 55(1): asks of fraud where one claim of several is for triple damages', () => {
    const claims = [{ kind: 'refund', amount: '1.00' }, { kind: 'triple-damages' }];
    expect(decision(advised({ claims }), 'fraud')?.missing).toHaveLength(3);
  });

  it('leaves out what the case does not raise', () => {
    const ids = advised().decisions.map(({ id }) => id);
    expect(ids).toContain('fair-price');
    expect(advised({ issues: ['automatic-renewal'] }).decisions.map(({ id }) => id)).not.toContain('fair-price');
    for (const id of [
      'minor-purchase',
      'automatic-renewal',
      'revocation',
      'arbitration-clause',
      'joint-action',
      'fraud',
    ]) {
      expect(ids).not.toContain(id);
    }
    expect(advised({ issues: ['minor-top-up'] }).decisions.map(({ id }) => id)).toContain('minor-purchase');
  });

  it('tells the sum of 退一赔三 and of a part that was used with how it is reached', () => {
    const fraud = { falsehood: '不真实。', knowledge: '明知。', evidence: ['商品页-1'] };
    expect(decision(advised({ fraud }), 'fraud')?.details).toEqual(['增加赔偿804.00元：268.00元×3＝804.00元。']);
    const received = { text: '用了一部分', value: '68.00' };
    expect(decision(advised({ 'orders[0].received': received }), 'fair-price')?.details).toEqual([
      '按此计算为200.00元：268.00元－68.00元＝200.00元。',
    ]);
  });

  it('tells two orders apart where their answers differ, and only there', () => {
    const order = (id: string, kind: string) => ({ id, items: [{ name: '据例商品', kind, unitPrice: '10.00' }] });
    const questions = (...orders: object[]) =>
      advised({ orders, keys: [] }).decisions.flatMap(({ id, question }) =>
        id === 'no-reason-return' ? [question] : [],
      );
    expect(questions(order('一', 'card-key'), order('二', 'card-key'))).toEqual(['能不能七日无理由退货']);
    expect(questions(order('一', 'card-key'), order('二', 'membership'))).toEqual([
      '能不能七日无理由退货（订单一）',
      '能不能七日无理由退货（订单二）',
    ]);
  });

  it('shows a clock with its last day, and says where no holidays are known yet', () => {
    const clocks = advised({ 'events[2].kind': 'discovery' }).clocks;
    const quick = clocks.find(({ id }) => id === 'quality-return');
    expect(quick?.lastDay).toBe('2026-10-10');
    const long = clocks.find(({ id }) => id === 'complaint-period');
    expect(long?.lastDay).toBeUndefined();
    expect(long?.standing).toContain('2029年的休假安排没有收录');
  });
});

describe('clocks of several orders', () => {
  it('say which order they are about (法释〔2025〕4号 14)', () => {
    const order = (id: string, paidAt: string) => ({
      id,
      number: `HY${id}`,
      placedAt: paidAt,
      items: [{ name: '年度会员', kind: 'membership', unitPrice: '365.00' }],
      payments: [{ method: '支付', amount: '365.00', paidAt }],
      prepaid: { reach: 'single-purpose', redemption: 'continuous' },
    });
    const named = (orders: readonly unknown[]) =>
      advised({ orders, keys: [] })
        .clocks.filter(({ id }) => id === 'prepaid-refund')
        .map(({ name }) => name);
    const [first, second] = [order('01', '2026-11-12'), order('02', '2026-11-13')];
    expect(named([first, second])).toEqual(['预付款七日内退款（订单HY01）', '预付款七日内退款（订单HY02）']);
    expect(named([first])).toEqual(['预付款七日内退款']);
  });
});

describe('stageOf', () => {
  it.each([
    [[], 'negotiate'],
    [[{ body: 'merchant', status: 'refused' }], 'platform'],
    [
      [
        { body: 'merchant', status: 'refused' },
        { body: 'platform', status: 'refused' },
      ],
      'market-regulator',
    ],
    [[{ body: 'court', status: 'filed' }], 'court'],
  ])('steps %o → %s', (filings, stage) => {
    expect(stageOf(cleanCase({ stage: undefined, filings }))).toBe(stage);
  });

  it('消费者权益保护法 2: who bought to sell on goes to court after the platform', () => {
    const filings = [{ body: 'platform', status: 'refused' }];
    expect(stageOf(cleanCase({ stage: undefined, filings, 'orders[0].purpose': 'resale' }))).toBe('court');
  });
});
