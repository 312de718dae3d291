import { addressees, type CaseInput, consents, person, screenshot } from './parts.ts';

/** Bought from a private person by chat, through an agent; a clause picks a far court. */
export const privateDeal: CaseInput = {
  format: 'juli.case/1',
  title: '聊天中私下购买的会员账号被收回',
  date: '2026-10-25',
  stage: 'court',
  issues: ['not-as-described', 'unused-membership-or-balance'],
  claimants: [
    person('周据平', '0121', {
      gender: '男',
      agent: {
        name: '理代言',
        kind: 'lawyer',
        organisation: '据例律师事务所',
        position: '律师',
        phone: '19900000122',
        authority: 'special',
        scope: '代为参加诉讼和投诉，代为承认、放弃、变更请求，进行和解。',
        authorisedFrom: '2026-10-20',
        authorisedUntil: '2027-10-19',
      },
    }),
  ],
  respondents: [
    {
      id: '卖家',
      name: '卜示例',
      kind: 'person',
      roles: ['merchant'],
      address: '例州市据西区虚构苑9号',
      phone: '19900007121',
    },
  ],
  orders: [
    {
      id: '订单',
      number: 'ZZ20260801012',
      shop: '例例会员小铺',
      channel: 'private-chat',
      purpose: 'living',
      placedAt: '2026-08-01T22:00:00+08:00',
      items: [{ name: '据例影音三年会员', kind: 'membership', unitPrice: '300.00' }],
      payments: [
        { method: '转账', amount: '300.00', paidAt: '2026-08-01T22:05:00+08:00', transactionNumber: 'ZZ202608010121' },
      ],
      refunds: [{ amount: '50.00', receivedAt: '2026-09-30', note: '卖家退回一部分' }],
    },
  ],
  promises: [
    {
      subject: '期限',
      promised: '卖家在聊天中承诺“三年稳定，中途掉线全退”。',
      promisedIn: '聊天记录',
      performed: '使用不到两个月账号被收回。',
      evidence: ['聊天', '登录失败'],
      interval: {
        from: '2026-08-01',
        promisedUntil: '2029-07-31',
        promisedText: '承诺三年',
        actualUntil: '2026-09-25',
        actualText: '9月25日账号被收回',
      },
    },
  ],
  events: [
    { at: '2026-08-01T22:05:00+08:00', text: '转账购买三年会员。', evidence: ['转账'] },
    { at: '2026-09-25', kind: 'discovery', text: '账号被收回，无法登录。', evidence: ['登录失败'] },
    { at: '2026-09-26', kind: 'demand', text: '请求全额退款。', evidence: ['聊天'] },
    { at: '2026-09-30', kind: 'admission', text: '卖家退回50.00元，称其余不退。', evidence: ['聊天', '转账'] },
    { at: '2026-10-08', kind: 'rescission-notice', text: '书面通知卖家解除合同。', evidence: ['通知'] },
  ],
  evidence: [
    screenshot('转账', 'transaction', '转账和退回记录', '转账300.00元，退回50.00元。'),
    screenshot('聊天', 'communication', '与卖家的聊天记录', '卖家的承诺、请求退款和卖家的答复。'),
    screenshot('承诺', 'promise', '卖家发布的宣传图', '承诺三年有效。'),
    screenshot('登录失败', 'problem', '登录失败页面', '账号在2026年9月25日被收回。'),
    screenshot('通知', 'communication', '解除合同通知', '2026年10月8日通知卖家解除合同。'),
  ],
  claims: [
    { kind: 'rescission', evidence: ['通知'] },
    {
      kind: 'refund',
      amount: '250.00',
      calculation: '支付300.00元，减已退回的50.00元，计250.00元',
      evidence: ['转账', '聊天'],
    },
  ],
  filings: [
    { body: 'merchant', filedOn: '2026-09-26', status: 'refused', answer: '卖家称其余不退。', evidence: ['聊天'] },
  ],
  terms: { jurisdiction: { text: '有争议由卖家所在地法院处理', wasPointedOut: false } },
  witnesses: [{ name: '例同行', address: '据安市东例区虚构路12号', proves: '卖家承诺时在场看到聊天内容。' }],
  statements: {
    background: '2026年8月1日，投诉人在聊天中向卖家购买三年会员供家人使用 {证据:转账}。',
    problem: '2026年9月25日账号被收回 {证据:登录失败}，与宣传不符 {证据:承诺}。',
    answer: '卖家退回50.00元，称其余不退 {证据:聊天}。',
    reply: '卖家承诺“三年稳定，中途掉线全退”，账号不到两个月即被收回。',
    additional:
      '卖家收回账号后没有恢复，也表示不再提供；双方约定中途掉线全退，投诉人据此于2026年10月8日通知解除 {证据:通知}。',
  },
  court: { layout: 'traditional', mediation: 'yes' },
  addressees: { ...addressees, court: '例州市据西区人民法院', marketRegulator: '例州市据西区市场监督管理局' },
  consents,
};
