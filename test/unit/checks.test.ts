import { describe, expect, it } from 'vitest';
import type { CheckInput } from '../../electron/core/checks/rule.ts';
import { rules, runChecks } from '../../electron/core/checks/run-checks.ts';
import { paperIds } from '../../electron/core/documents/paper.ts';
import { cleanCase } from '../support/clean-case.ts';

type Changes = Readonly<Record<string, unknown>>;

/** Without the hint that every packet with both papers gets, whatever the case says. */
function check(changes: Changes = {}, others: Partial<Omit<CheckInput, 'case'>> = {}) {
  return checkAll(changes, others).filter(({ id }) => id !== 'filing.two-roads');
}

function checkAll(changes: Changes = {}, others: Partial<Omit<CheckInput, 'case'>> = {}) {
  const subject = cleanCase(changes);
  const files = new Map(
    subject.evidence.flatMap((item) => item.files.map(({ path }) => [path, { status: 'image' }] as const)),
  );
  return runChecks({ case: subject, papers: paperIds, missingFacts: [], files, undrawableCharacters: [], ...others });
}

const item = (changes: Changes = {}) => ({ name: '激活码', kind: 'card-key', unitPrice: '268.00', ...changes });
const evidence = (id: string, changes: Changes = {}) => ({
  id,
  title: `截图${id}`,
  group: 'other',
  files: [`evidence/${id}.png`],
  source: '手机截图',
  proves: '事实。',
  form: 'original',
  carrier: '手机',
  ...changes,
});
const agent = { name: '何代理', kind: 'relative', authority: 'special' };
const person = { name: '何某', birthDate: '1980-01-01' };

/** One seeded defect for each rule: what is changed in the clean case, and where the finding must point. */
const seeds: readonly [id: string, changes: Changes, path: string, severity: 'error' | 'warning' | 'hint'][] = [
  ['respondent.no-merchant', { 'respondents[0].roles': ['platform'] }, 'respondents', 'warning'],
  ['claimant.minor', { 'claimants[0].birthDate': '2008-11-19' }, 'claimants[0].birthDate', 'warning'],
  ['claimant.not-the-minor', { issues: ['minor-top-up'] }, 'claimants', 'warning'],
  ['claimant.not-the-minor', { issues: ['minor-top-up'], 'claimants[0].birthDate': undefined }, 'claimants', 'warning'],
  ['claimant.born-after-case-date', { 'claimants[0].birthDate': '2026-11-19' }, 'claimants[0].birthDate', 'error'],
  ['claimant.representatives', { 'claimants[1]': person, 'claimants[2]': person }, 'claimants', 'hint'],
  ['agent.without-authorisation', { 'claimants[0].agent': agent }, 'claimants[0].agent', 'hint'],
  [
    'order.unusual-quantity',
    { 'orders[0].items': [item({ quantity: 20, unitPrice: '13.40' })] },
    'orders[0].items[0].quantity',
    'hint',
  ],
  [
    'order.for-resale',
    { 'statements.background': '购买50份用于转卖{证据:订单-1}。' },
    'statements.background',
    'warning',
  ],
  ['order.for-resale', { 'statements.additional': '本人代理拿货。' }, 'statements.additional', 'warning'],
  ['evidence.never-cited', { 'evidence[5]': evidence('多余') }, 'evidence[5]', 'warning'],
  ['evidence.group-empty', { 'evidence[3].group': 'other' }, 'evidence', 'warning'],
  ['evidence.group-empty', { 'evidence[4].group': 'other' }, 'evidence', 'hint'],
  ['evidence.file-twice', { 'evidence[1].files': ['evidence/订单详情.png'] }, 'evidence[1].files[0]', 'hint'],
  [
    'evidence.copy-without-carrier',
    { 'evidence[0].form': 'copy', 'evidence[0].carrier': undefined },
    'evidence[0].carrier',
    'hint',
  ],
  ['evidence.scan-as-original', { 'evidence[0].title': '订单扫描件' }, 'evidence[0].form', 'warning'],
  ['evidence.scan-as-original', { 'evidence[0].title': '收据复印件' }, 'evidence[0].form', 'warning'],
  ['evidence.reference-unreadable', { 'statements.reply': '见{证据 聊天-1}。' }, 'statements.reply', 'warning'],
  ['evidence.reference-unreadable', { 'evidence[0].title': '订单{证据:订单-1}' }, 'evidence[0].title', 'warning'],
  ['event.without-evidence', { 'events[0].evidence': [] }, 'events[0].evidence', 'warning'],
  ['promise.without-evidence', { 'promises[0].evidence': [] }, 'promises[0].evidence', 'warning'],
  ['event.after-case-date', { 'events[3].at': '2026-11-19' }, 'events[3].at', 'error'],
  [
    'order.after-case-date',
    { 'orders[0].refunds': [{ amount: '0.00', receivedAt: '2026-11-19' }] },
    'orders[0].refunds[0].receivedAt',
    'error',
  ],
  ['order.after-case-date', { 'keys[0].triedAt': '2026-11-19' }, 'keys[0].triedAt', 'error'],
  ['filing.after-case-date', { 'filings[0].filedOn': '2026-11-19' }, 'filings[0].filedOn', 'error'],
  ['filing.before-order', { 'filings[0].filedOn': '2026-10-02' }, 'filings[0].filedOn', 'warning'],
  [
    'order.paid-before-placed',
    { 'orders[0].payments[0].paidAt': '2026-10-03T20:09:00+08:00' },
    'orders[0].payments[0].paidAt',
    'warning',
  ],
  [
    'refund.before-payment',
    { 'orders[0].refunds': [{ amount: '0.00', receivedAt: '2026-10-02' }] },
    'orders[0].refunds[0].receivedAt',
    'warning',
  ],
  [
    'interval.reversed',
    { 'promises[0].interval.promisedUntil': '2026-10-02' },
    'promises[0].interval.promisedUntil',
    'error',
  ],
  [
    'interval.reversed',
    { 'promises[0].interval.actualUntil': '2026-10-02' },
    'promises[0].interval.actualUntil',
    'error',
  ],
  [
    'interval.after-case-date',
    { 'promises[0].interval.actualUntil': '2026-11-19' },
    'promises[0].interval.actualUntil',
    'warning',
  ],
  ['event.none', { events: [] }, 'events', 'warning'],
  ['limitation.three-years', { date: '2029-11-19' }, 'date', 'warning'],
  ['key.unmasked', { 'keys[0].label': 'AB1CD-2EF3G-H4JK5-LM6NP-7Q2KR' }, 'keys[0].label', 'warning'],
  ['key.unmasked', { 'statements.reply': '卡密为ABCDE-FGHIJ-KLMNO-PQRST-UVWXY。' }, 'statements.reply', 'warning'],
  ['key.unmasked', { 'events[2].text': '输入A1B2C3D4E5F6G7H8后失败。' }, 'events[2].text', 'warning'],
  ['key.shown-before-paid', { 'keys[0].shownAt': '2026-10-03T20:10:30+08:00' }, 'keys[0].shownAt', 'warning'],
  ['key.tried-before-shown', { 'keys[0].triedAt': '2026-10-03T20:14:00+08:00' }, 'keys[0].triedAt', 'warning'],
  ['key.state-contradicts-trial', { 'keys[0].state': 'unused' }, 'keys[0].state', 'warning'],
  ['key.state-contradicts-trial', { 'keys[0].state': 'not-delivered' }, 'keys[0].state', 'warning'],
  ['key.state-contradicts-issue', { 'keys[0].state': 'activated' }, 'issues[0]', 'warning'],
  [
    'key.state-contradicts-issue',
    { issues: ['key-invalid-or-used'], 'keys[0].state': 'activated' },
    'issues[0]',
    'warning',
  ],
  [
    'claimant.id-number-in-text',
    { 'statements.reply': '本人证件号00000019900307001X。' },
    'statements.reply',
    'warning',
  ],
  [
    'sum.items-differ-from-payments',
    { 'orders[0].items': [item({ unitPrice: '267.99' })] },
    'orders[0].payments',
    'warning',
  ],
  [
    'sum.items-differ-from-payments',
    { 'orders[0].items': [item({ unitPrice: '298.00' })] },
    'orders[0].payments',
    'hint',
  ],
  ['refund.exceeds-payment', { 'orders[0].refunds': [{ amount: '268.01' }] }, 'orders[0].refunds', 'warning'],
  ['claim.exceeds-paid', { 'claims[0].amount': '268.01' }, 'claims[0].amount', 'warning'],
  ['claim.exceeds-paid', { 'orders[0].refunds': [{ amount: '0.01' }] }, 'claims[0].amount', 'warning'],
  [
    'claim.exceeds-triple',
    { 'claims[1]': { kind: 'triple-damages', amount: '804.01', evidence: ['支付-1'] } },
    'claims[1].amount',
    'warning',
  ],
  ['claim.none', { claims: [] }, 'claims', 'error'],
  ['claim.total-missing', { 'claims[0].amount': undefined }, 'claims[0].amount', 'error'],
  [
    'claim.without-evidence',
    { 'claims[0].evidence': [], 'events[1].text': '付款{证据:支付-1}' },
    'claims[0].evidence',
    'warning',
  ],
  [
    'claim.partial-without-calculation',
    { 'claims[0].kind': 'partial-refund', 'claims[0].calculation': ' ' },
    'claims[0].calculation',
    'warning',
  ],
  [
    'claim.full-refund-after-use',
    { issues: ['not-as-described'], 'keys[0].state': 'partly-used' },
    'claims[0].kind',
    'hint',
  ],
  [
    'claim.triple-needs-fraud',
    { 'claims[1]': { kind: 'triple-damages', amount: '804.00', evidence: ['支付-1'] } },
    'claims[1]',
    'hint',
  ],
  [
    'claim.not-money',
    { 'claims[1]': { kind: 'performance', text: '补发', evidence: ['支付-1'] } },
    'claims[1]',
    'hint',
  ],
  ['claim.not-money', { 'claims[1]': { kind: 'other', text: '开具发票', evidence: ['支付-1'] } }, 'claims[1]', 'hint'],
  [
    'claim.subject-not-respondent',
    { 'claims[0].text': '判令店铺退还268.00元', 'respondents[0].roles': ['platform'] },
    'claims[0].text',
    'warning',
  ],
  ['filing.two-roads', {}, 'filings', 'hint'],
  [
    'filing.contradicts-statement',
    { 'filings[1]': { body: 'court', status: 'filed' } },
    'consents.notFiledElsewhere',
    'warning',
  ],
  [
    'filing.parallel',
    { 'filings[1]': { body: 'consumer-association', status: 'accepted' } },
    'filings[1].status',
    'warning',
  ],
  ['filing.parallel', { 'filings[1]': { body: 'other', status: 'handled' } }, 'filings[1].status', 'hint'],
  ['filing.court-twice', { 'filings[1]': { body: 'court', status: 'accepted' } }, 'filings[1].status', 'warning'],
  ['filing.refused-without-answer', { 'filings[0].answer': undefined }, 'filings[0].answer', 'hint'],
  ['wording.threat', { 'statements.additional': '如不退款，我就在网上曝光。' }, 'statements.additional', 'warning'],
  ['wording.threat', { 'claims[0].text': '请三日内退款，否则举报到底。' }, 'claims[0].text', 'warning'],
  ['wording.absolute', { 'statements.reply': '商家必须全额退款。' }, 'statements.reply', 'warning'],
  ['wording.absolute', { 'events[3].text': '48小时内必须处理。' }, 'events[3].text', 'warning'],
  ['wording.emotional', { 'statements.problem': '这是黑心商家。' }, 'statements.problem', 'hint'],
  [
    'wording.outdated-law',
    { 'statements.reply': '依据《市场监督管理投诉举报处理暂行办法》。' },
    'statements.reply',
    'warning',
  ],
];

describe('runChecks', () => {
  it('has nothing to say about the clean case, whatever papers are chosen', () => {
    expect(check()).toEqual([]);
    for (const paper of paperIds) expect(checkAll({}, { papers: [paper] })).toEqual([]);
  });

  it('hints at choosing one road where a complaint and a statement of claim stand in one packet', () => {
    expect(checkAll()).toMatchObject([{ id: 'filing.two-roads', severity: 'hint' }]);
    expect(checkAll({}, { papers: ['refund-request', 'small-claims'] })).toEqual([]);
  });

  it.each(seeds)('%s fires on %j', (id, changes, path, severity) => {
    expect(checkAll(changes)).toContainEqual(expect.objectContaining({ id, path, severity }));
  });

  it('proves every rule', () => {
    const proved = new Set([
      ...seeds.map(([id]) => id),
      'fact.missing',
      'evidence.file-missing',
      'evidence.unusable',
      'wording.no-glyph',
    ]);

    expect(rules.map(({ id }) => id).filter((id) => !proved.has(id))).toEqual([]);
  });

  it('gives each rule an id of its own', () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    for (const { id } of rules) expect(id).toMatch(/^[a-z]+\.[a-z-]+$/);
  });

  it('speaks in Chinese sentences and cites articles in Chinese numerals', () => {
    const findings = seeds.flatMap(([, changes]) => check(changes));

    for (const { message, source } of findings) {
      expect(message).toMatch(/。$/);
      if (source !== undefined) expect(source).toMatch(/第[一二三四五六七八九十百]+条/);
    }
  });

  it('puts the gravest first, then the order of the file', () => {
    const events = Array.from({ length: 12 }, () => ({ at: '2026-10-05', text: '无凭据。' }));
    const findings = check({ events, 'claims[0].text': '向黑心商家索回货款。', 'filings[0].filedOn': '2026-11-19' });

    expect(findings.map(({ severity }) => severity)).toEqual(['error', ...events.map(() => 'warning'), 'hint']);
    expect(findings.slice(1, 13).map(({ path }) => path)).toEqual(
      events.map((_, index) => `events[${index}].evidence`),
    );
  });
});

describe('fact.missing', () => {
  const missing = (...facts: [paper: string, label: string, path: string][]) =>
    check({}, { missingFacts: facts.map(([paper, label, path]) => ({ paper, label, path })) });

  it('names the paper and the fact, and the rule of that paper', () => {
    expect(missing(['small-claims', '被告住所地', 'respondents[0].address'])).toEqual([
      {
        id: 'fact.missing',
        severity: 'error',
        path: 'respondents[0].address',
        message: '民事起诉状缺少：被告住所地。现在印成空白“待填写”，提交前请补上；确实没有的，请写明原因。',
        source: '民事诉讼法第一百二十四条',
      },
    ]);
  });

  it('is one finding for a field that several papers want', () => {
    const findings = missing(
      ['refund-request', '商家地址', 'respondents[0].address'],
      ['投诉书', '被投诉人地址', 'respondents[0].address'],
      ['small-claims', '被投诉人地址', 'respondents[0].address'],
    );

    expect(findings).toHaveLength(1);
    expect(findings[0]?.message).toContain('平台退款申请书缺少：商家地址；投诉书、民事起诉状缺少：被投诉人地址。');
    expect(findings[0]?.source).toBe('市场监督管理投诉举报处理办法第十条、民事诉讼法第一百二十四条');
  });

  it('stands in for the rules that would report the same blank', () => {
    const changes = { 'claims[0].amount': undefined };
    const missingFacts = [{ paper: 'small-claims', label: '退款金额', path: 'claims[0].amount' }];

    expect(check(changes, { missingFacts }).map(({ id }) => id)).toEqual(['fact.missing']);
  });
});

describe('evidence files', () => {
  const withFile = (state: { status: 'included' | 'placeholder' | 'missing'; reason?: string }) =>
    check({}, { files: new Map([['evidence/支付凭证.png', state]]) });

  it('are an error when missing', () => {
    expect(withFile({ status: 'missing' })).toMatchObject([
      { id: 'evidence.file-missing', severity: 'error', path: 'evidence[1].files[0]' },
    ]);
  });

  it('are a warning with the reason when only a placeholder was printed', () => {
    const findings = withFile({ status: 'placeholder', reason: '需要密码' });

    expect(findings).toMatchObject([{ id: 'evidence.unusable', severity: 'warning', path: 'evidence[1].files[0]' }]);
    expect(findings[0]?.message).toContain('需要密码');
  });

  it('are named in single quotation marks inside double ones', () => {
    const [finding] = check({ 'evidence[5]': evidence('多余', { title: '“终身会员”页面' }) });

    expect(finding?.message).toContain('证据“‘终身会员’页面”没有');
  });

  it('are fine when printed', () => {
    expect(withFile({ status: 'included' })).toEqual([]);
  });
});

describe('what is no defect', () => {
  it.each<[string, Changes]>([
    ['a day is not after an instant of the same day', { 'orders[0].payments[0].paidAt': '2026-10-03' }],
    ['a claim of the court fee needs no evidence', { 'claims[1]': { kind: 'costs', text: '诉讼费由被告承担。' } }],
    [
      'an order paid in two parts',
      {
        'orders[0].payments': [
          { method: '余额', amount: '68.00' },
          { method: '支付', amount: '200.00' },
        ],
      },
    ],
    ['less than what was paid is asked for', { 'claims[0].amount': '100.00' }],
    ['a masked key', { 'keys[0].label': '*****-*****-*****-*****-7Q2KR' }],
    ['a key masked with X', { 'keys[0].label': 'XXXXX-XXXXX-XXXXX-XXXXX-7Q2KR' }],
    ['an order number in a text', { 'statements.background': '订单号JL20261003000001{证据:订单-1}。' }],
    [
      'an order number that looks like a key',
      { 'orders[0].number': 'AB12-CD34-EF56', 'statements.background': '订单号AB12-CD34-EF56{证据:订单-1}。' },
    ],
    ['a phone number with hyphens', { 'statements.additional': '客服电话1990-0000-0002。' }],
    [
      'a rude word of the merchant, quoted',
      { 'statements.additional': '客服回复“爱退不退，后果自负，你这个骗子！！”。' },
    ],
    ['a complaint told as a fact', { 'statements.additional': '商家不退款，投诉人已向平台举报。' }],
    ['the legal road announced', { 'statements.additional': '协商不成的，将依法起诉。' }],
    ['a merchant asked before', { 'filings[0].status': 'handled' }],
    [
      'a consumer association that refused',
      {
        'filings[1]': { body: 'consumer-association', status: 'refused', answer: '不属于受理范围。' },
        'consents.notFiledElsewhere': undefined,
      },
    ],
    ['goods that are not for resale', { 'statements.additional': '激活码供自己使用，不用于转卖。' }],
    ['resale by the shop', { 'statements.additional': '店铺向他人转卖同一激活码。' }],
    ['resale as somebody called it', { 'statements.additional': '当日收到“欢迎代理拿货”的留言。' }],
    ['a scan handed in as a copy', { 'evidence[0].title': '订单扫描件', 'evidence[0].form': 'copy' }],
    ['a request to shop and platform, both of them sued', { 'claims[0].text': '由店铺和平台共同退还268.00元' }],
    ['a fee that platforms charge', { 'claims[0].text': '退还平台服务费268.00元' }],
    [
      'a request for the court fee beside money',
      { 'claims[1]': { kind: 'other', text: '诉讼费由被告承担', evidence: ['支付-1'] } },
    ],
    [
      'a parent who acts for a child without an authority',
      { 'claimants[0].birthDate': '2012-01-01', 'claimants[0].agent': agent },
    ],
    [
      "a minor with an agent and the agent's papers",
      {
        'claimants[0].birthDate': '2012-01-01',
        'claimants[0].agent': agent,
        'evidence[4].title': '授权委托书及聊天记录',
      },
    ],
    ['a platform that sells itself', { respondents: [{ name: '据例自营', roles: ['platform', 'merchant'] }] }],
    ['three years to the day', { date: '2029-11-18' }],
    [
      'triple damages of at least 500元 for a small price',
      {
        'orders[0].items': [item({ unitPrice: '10.00' })],
        'orders[0].payments[0].amount': '10.00',
        'claims[0].amount': '10.00',
        'claims[1]': { kind: 'triple-damages', amount: '500.00', evidence: ['支付-1'] },
      },
    ],
  ])('%s', (_what, changes) => {
    expect(check(changes).filter(({ id }) => id !== 'claim.triple-needs-fraud')).toEqual([]);
  });

  it('a parallel road when no 12315 complaint is made', () => {
    const changes = { 'filings[1]': { body: 'consumer-association', status: 'accepted' } };

    expect(check(changes, { papers: ['refund-request'] })).toEqual([]);
  });

  it('evidence that only another text cites', () => {
    const changes = { 'evidence[5]': evidence('补充'), 'statements.additional': '另见{证据：补充}。' };

    expect(check(changes)).toEqual([]);
  });

  it('but evidence that only names itself is not cited', () => {
    const changes = { 'evidence[5]': evidence('补充', { proves: '见{证据:补充}。' }) };

    expect(check(changes).map(({ id }) => id)).toEqual(['evidence.never-cited']);
  });

  it('and no finding repeats a key or an identity number', () => {
    const findings = check({ 'statements.reply': 'AB1CD-2EF3G-H4JK5，00000019900307001X。' });

    expect(findings.map(({ id }) => id).sort()).toEqual(['claimant.id-number-in-text', 'key.unmasked']);
    expect(JSON.stringify(findings)).not.toMatch(/AB1CD|0000001990/);
  });
});

describe('wording.no-glyph', () => {
  it('names the field and the code point of a character that cannot be printed', () => {
    const findings = check({ 'statements.problem': '打不开😀' }, { undrawableCharacters: ['😀'] });
    const found = findings.filter(({ id }) => id === 'wording.no-glyph');
    expect(found).toEqual([expect.objectContaining({ path: 'statements.problem', severity: 'warning' })]);
    expect(found[0]?.message).toContain('U+1F600');
  });

  it('is silent where every character can be drawn', () => {
    expect(check({}, { undrawableCharacters: ['😀'] }).map(({ id }) => id)).not.toContain('wording.no-glyph');
  });
});
