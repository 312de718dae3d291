import { addressees, type CaseInput, company, consents, person, screenshot } from './parts.ts';

/** 未到账或迟延到账: bought on a shop's own site, nothing known of the operator, the merchant silent. */
export const notCredited: CaseInput = {
  format: 'juli.case/1',
  title: '自建网站充值点券未到账',
  date: '2026-11-05',
  stage: 'payment-provider',
  issues: ['not-credited-or-late'],
  claimants: [person('㛃据宁', '0051')],
  respondents: [company('商家', '例快充网络科技有限公司', ['merchant'], { shopName: '例快充' })],
  orders: [
    {
      id: '订单',
      number: 'LKC20261101555',
      shop: '例快充',
      channel: 'own-site',
      purpose: 'living',
      placedAt: '2026-11-01T20:00:00+08:00',
      account: 'juning***',
      items: [{ name: '例界点券6480点', kind: 'game-credit', unitPrice: '628.00' }],
      payments: [
        {
          method: '据例支付',
          amount: '628.00',
          paidAt: '2026-11-01T20:01:00+08:00',
          transactionNumber: 'ZF202611010051',
        },
      ],
    },
  ],
  promises: [
    {
      subject: '到账时间',
      promised: '充值页写明“付款后10分钟内到账”。',
      promisedIn: '充值页',
      performed: '至今没有到账。',
      evidence: ['充值页', '余额'],
      interval: {
        from: '2026-11-01T20:01:00+08:00',
        promisedUntil: '2026-11-01T20:11:00+08:00',
        promisedText: '承诺10分钟内到账',
        actualUntil: '2026-11-05',
        actualText: '仍未到账',
        actualOngoing: true,
      },
    },
  ],
  events: [
    { at: '2026-11-01T20:01:00+08:00', text: '付款充值点券。', evidence: ['付款'] },
    { at: '2026-11-02T20:05:00+08:00', kind: 'demand', text: '通过网站客服催促到账，没有答复。', evidence: ['留言'] },
    { at: '2026-11-05', text: '查询游戏账号，点券仍未到账。', evidence: ['余额'] },
  ],
  evidence: [
    screenshot('付款', 'transaction', '付款记录', '付款628.00元、交易单号和收款方。'),
    screenshot('充值页', 'promise', '充值页面', '商家写明付款后10分钟内到账。'),
    screenshot('余额', 'problem', '游戏账号余额', '点券没有到账。'),
    screenshot('留言', 'communication', '网站客服留言', '催促到账而没有得到答复。'),
  ],
  claims: [
    { kind: 'rescission', evidence: ['余额', '留言'] },
    { kind: 'refund', amount: '628.00', evidence: ['付款'] },
  ],
  filings: [{ body: 'merchant', filedOn: '2026-11-02', status: 'filed', answer: '没有答复。', evidence: ['留言'] }],
  statements: {
    background: '2026年11月1日，投诉人为自己的游戏账号在“例快充”网站充值 {证据:付款}。',
    problem: '承诺的10分钟已过，点券至今没有到账 {证据:余额}。',
    answer: '商家没有答复 {证据:留言}。',
  },
  addressees,
  consents,
};
