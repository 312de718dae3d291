import { describe, expect, it } from 'vitest';
import { type Changes, findingsOfChange } from '../support/checked-case.ts';
import { event, exhibit, item } from '../support/seeded-defects/seeded-defect.ts';

const agent = { name: '何代理', kind: 'relative', authority: 'special' };
const fraud = { falsehood: '写明适用 Windows 11。', knowledge: '客服承认早已知道。', evidence: ['聊天-1'] };
const text = (words: string): Changes => ({ 'statements.additional': words });

const innocent: readonly [what: string, changes: Changes][] = [
  ['a day is not after an instant of the same day', { 'orders[0].payments[0].paidAt': '2026-10-03' }],
  ['a claim of the court fee needs no evidence', { 'claims[1]': { kind: 'costs', text: '诉讼费由被告承担。' } }],
  [
    'an order paid in two parts',
    {
      'orders[0].payments': [
        { method: '余额', amount: '68.00', transactionNumber: 'ZF01' },
        { method: '支付', amount: '200.00', transactionNumber: 'ZF02' },
      ],
    },
  ],
  ['less than what was paid is asked for', { 'claims[0].amount': '100.00', 'claims[0].text': '退还一部分货款。' }],
  ['a masked key', { 'keys[0].label': '*****-*****-*****-*****-7Q2KR' }],
  ['a key masked with X', { 'keys[0].label': 'XXXXX-XXXXX-XXXXX-XXXXX-7Q2KR' }],
  ['a key told by its last four', text('尾号为 7Q2K 的激活码没有激活成功。')],
  ['an order number in a text', { 'statements.background': '订单号JL20261003000001{证据:订单-1}。' }],
  [
    'an order number that looks like a key',
    { 'orders[0].number': 'AB12-CD34-EF56', 'statements.background': '订单号AB12-CD34-EF56{证据:订单-1}。' },
  ],
  [
    'an order number that passes the check of a bank card',
    { 'orders[0].number': '6299990000000009', ...text('订单号6299990000000009。') },
  ],
  ['a long ticket number that is no bank card', text('工单号6299990000000008。')],
  ['a number with a day of trade in it', text('流水号999999202610030013。')],
  ["the claimant's own telephone", text('请联系19900000001。')],
  ['a phone number with hyphens', text('客服电话1990-0000-0002。')],
  ['a password that is only spoken of', text('本人没有把密码告诉过别人。')],
  ['a rude word of the merchant, quoted', text('客服回复“爱退不退，后果自负，你这个骗子！！”。')],
  ['rubbish that is no insult', text('软件带垃圾文件清理功能，验证短信被当作垃圾短信拦截。')],
  ['a mother and her phone', text('孩子用他妈妈的手机付款，页面卡死绝大部分时间。')],
  [
    'a pupil of sixteen who tops up a game',
    {
      issues: ['minor-top-up', 'does-not-activate'],
      'claimants[0].birthDate': '2009-06-01',
      'claimants[0].occupation': '学生',
      'claimants[0].employer': '据例市示例中学',
      'claimants[0].agent': { name: '何监护', kind: 'guardian', authority: 'special' },
      'evidence[5]': exhibit('户口-1', { group: 'identity' }),
      'claims[0].evidence': ['支付-1', '户口-1'],
    },
  ],
  ['what the other side demanded', text('客服称必须退货以后才能退款。')],
  ['a promise that was made', text('商品页承诺24小时内到账，至今没有到账。')],
  ['a promise of support for a system', text('客服保证支持 Windows 11。')],
  ['an offer to withdraw', text('退款以后，投诉人撤回本投诉。')],
  ['work that was not finished', text('激活没完成，页面停在最后一步。')],
  ['a complaint told as a fact', text('商家不退款，投诉人已向平台举报。')],
  ['the legal road announced', text('协商不成的，将依法起诉。')],
  [
    'no-reason return denied',
    {
      'keys[0].state': 'activated',
      issues: ['not-as-described'],
      ...text('本案不是七日无理由退货，商品页标注不支持七日无理由退货。'),
    },
  ],
  ['the present complaint measure', text('依据《市场监督管理投诉举报处理办法》提出。')],
  ['goods that are not for resale', text('激活码供自己使用，不用于转卖。')],
  ['resale by the shop', text('店铺向他人转卖同一激活码。')],
  ['resale as somebody called it', text('当日收到“欢迎代理拿货”的留言。')],
  ['a purchase for living', { 'orders[0].purpose': 'living' }],
  ['a merchant asked before', { 'filings[0].status': 'handled' }],
  [
    'a payment provider asked before',
    {
      'filings[1]': { body: 'payment-provider', status: 'handled', filedOn: '2026-10-10', evidence: ['聊天-1'] },
    },
  ],
  ['a scan handed in as a copy', { 'evidence[0].title': '订单扫描件', 'evidence[0].form': 'copy' }],
  ['a request to shop and platform, both of them sued', { 'claims[0].text': '由店铺和平台共同退还268.00元' }],
  ['a fee that platforms charge', { 'claims[0].text': '退还平台服务费268.00元' }],
  [
    'a request for the court fee beside money',
    {
      'claims[1]': { kind: 'other', text: '诉讼费由被告承担', evidence: ['支付-1'] },
    },
  ],
  [
    'a parent who acts for a child without an authority',
    {
      'claimants[0].birthDate': '2012-01-01',
      'claimants[0].agent': { ...agent, kind: 'guardian' },
    },
  ],
  [
    "a minor with a parent and the agent's papers",
    {
      'claimants[0].birthDate': '2012-01-01',
      'claimants[0].agent': agent,
      'evidence[4].title': '授权委托书及聊天记录',
    },
  ],
  [
    'a platform that sells itself',
    { respondents: [{ name: '据例自营', address: '据例省据例市示例区1号', roles: ['platform', 'merchant'] }] },
  ],
  [
    'triple damages whose fraud is told and proved (消费者权益保护法 55)',
    {
      fraud,
      'claims[1]': { kind: 'triple-damages', amount: '804.00', evidence: ['支付-1'] },
    },
  ],
  [
    'triple damages of at least 500元 for a small price (消费者权益保护法 55)',
    {
      fraud,
      'orders[0].items': [item({ unitPrice: '10.00' })],
      'orders[0].payments[0].amount': '10.00',
      'claims[0].amount': '10.00',
      'claims[0].text': '退还货款10.00元',
      'claims[1]': { kind: 'triple-damages', amount: '500.00', evidence: ['支付-1'] },
    },
  ],
  [
    'a calculation that comes to the sum',
    {
      'claims[0].kind': 'partial-refund',
      'claims[0].amount': '100.00',
      'claims[0].text': '退还一部分货款100.00元',
      'claims[0].calculation': '268.00元－168.00元＝100.00元。',
    },
  ],
  [
    'a habitual residence of a year to the day (民诉法解释 4)',
    {
      'claimants[0].habitualResidence': { address: '据例省据例市东区虚构路2号', since: '2025-11-18' },
    },
  ],
  [
    'no-reason return that the shop promised, asked for in time (网络消费纠纷规定 2)',
    {
      issues: ['not-as-described'],
      'keys[0].state': 'unused',
      'keys[0].shownAt': undefined,
      'keys[0].triedAt': undefined,
      'orders[0].noReasonReturn': { promised: true },
      'claims[0].route': 'no-reason',
      'events[4]': event('delivery', '2026-10-03T20:15:00+08:00'),
      'events[5]': event('no-reason-request', '2026-10-10'),
    },
  ],
  [
    'a rescission whose notice was given (民法典 565)',
    {
      'events[4]': event('rescission-notice', '2026-10-08'),
    },
  ],
  [
    'the line of small claims to the cent (民事诉讼法 165)',
    {
      court: { province: '江苏' },
      'orders[0].items[0].unitPrice': '64610.00',
      'orders[0].payments[0].amount': '64610.00',
      'claims[0].amount': '64610.00',
      'claims[0].text': '退还货款64610.00元',
      'claims[0].calculation': '实际支付的全部。',
    },
  ],
  [
    'a defence of its own kind with its reply',
    {
      defences: [{ kind: 'other', said: '系统问题。', reply: '激活记录由对方保管。' }],
    },
  ],
];

describe('what is no defect', () => {
  it.each(innocent)('%s', (_what, changes) => {
    expect(findingsOfChange(changes)).toEqual([]);
  });

  it('another body that refused the dispute', () => {
    const refused = {
      body: 'consumer-association',
      status: 'refused',
      answer: '不属于受理范围。',
      evidence: ['聊天-1'],
    };

    expect(findingsOfChange({ 'filings[1]': refused, 'consents.notFiledElsewhere': undefined })).toEqual([]);
  });

  it('a parallel road when no 12315 complaint is made (投诉举报处理办法 16)', () => {
    const changes = { 'filings[1]': { body: 'consumer-association', status: 'accepted', evidence: ['聊天-1'] } };

    expect(findingsOfChange(changes, { papers: ['refund-request'] })).toEqual([]);
  });

  it('a mandate that is printed with the papers (投诉举报处理办法 11)', () => {
    const changes = { 'claimants[0].agent': { ...agent, authorisedFrom: '2026-11-18', authorisedUntil: '2027-11-17' } };

    expect(findingsOfChange(changes, { papers: ['complaint-12315', 'authorisation'] })).toEqual([]);
    expect(
      findingsOfChange({ ...changes, papers: ['complaint-12315', 'authorisation'] }, { papers: ['small-claims'] }),
    ).toEqual([]);
  });

  it('a defence that is unmistakable in the answer', () => {
    expect(findingsOfChange({ defences: [] }, { papers: ['rebuttal'] })).toEqual([]);
  });

  it('evidence that only another text cites', () => {
    expect(findingsOfChange({ 'evidence[5]': exhibit('补充'), ...text('另见{证据：补充}。') })).toEqual([]);
  });

  it('but evidence that only names itself is not cited', () => {
    const changes = { 'evidence[5]': exhibit('补充', { proves: '见{证据:补充}。' }) };

    expect(findingsOfChange(changes).map(({ id }) => id)).toEqual(['evidence.never-cited']);
  });

  it('and a title inside a message stands in single quotation marks', () => {
    const [finding] = findingsOfChange({ 'evidence[5]': exhibit('多余', { title: '“终身会员”页面' }) });

    expect(finding?.message).toContain('证据“‘终身会员’页面”没有');
  });

  it('and no finding repeats a key, an identity number, a bank card or a password', () => {
    const words = 'AB1CD-2EF3G-H4JK5，00000019900307001X，999999199001010016，6299990000000009，密码：abc12345。';
    const found = findingsOfChange({ 'statements.reply': words });

    expect(found.map(({ id }) => id).sort()).toEqual([
      'claimant.id-number-in-text',
      'key.unmasked',
      'privacy.bank-card',
      'privacy.identity-number',
      'privacy.password',
    ]);
    expect(JSON.stringify(found)).not.toMatch(/AB1CD|0000001990|99999919|629999|abc12345/);
  });
});

describe('limitation to the day (民法典 188, 195, 203)', () => {
  const discovered = (day: string, date: string) =>
    findingsOfChange({ date, filings: [], 'events[4]': event('discovery', day) }, { papers: ['small-claims'] })
      .map(({ id }) => id)
      .filter((id) => id.startsWith('limitation'));

  it('speaks up thirty days before, and once it has run out', () => {
    expect(discovered('2023-12-19', '2026-11-18')).toEqual([]);
    expect(discovered('2023-12-18', '2026-11-18')).toEqual(['limitation.soon']);
    expect(discovered('2023-11-18', '2026-11-18')).toEqual(['limitation.soon']);
    expect(discovered('2023-11-17', '2026-11-18')).toEqual(['limitation.passed']);
  });
});
