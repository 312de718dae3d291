import { addressees, type CaseInput, company, consents, person, screenshot } from './parts.ts';

/** 售后缺失: a promised year of service that nobody renders. */
export const noService: CaseInput = {
  format: 'juli.case/1',
  title: '承诺的一年售后无人处理',
  date: '2026-09-01',
  stage: 'consumer-association',
  issues: ['no-after-sales'],
  claimants: [person('何述之', '0061')],
  respondents: [company('商家', '据安常例软件有限公司', ['merchant'], { shopName: '常例软件店' })],
  orders: [
    {
      id: '订单',
      number: 'YJ2026030100061',
      platform: '有据商城',
      shop: '常例软件店',
      channel: 'platform-shop',
      purpose: 'living',
      placedAt: '2026-03-01T10:00:00+08:00',
      items: [{ name: '记账软件激活码', specification: '含一年售后', kind: 'card-key', unitPrice: '168.00' }],
      payments: [
        {
          method: '据例支付',
          amount: '168.00',
          paidAt: '2026-03-01T10:01:00+08:00',
          transactionNumber: 'ZF202603010061',
        },
      ],
    },
  ],
  keys: [
    {
      id: '卡密',
      order: '订单',
      label: '尾号为 8R4C 的激活码',
      state: 'partly-used',
      shownAt: '2026-03-01T10:02:00+08:00',
      triedAt: '2026-03-01T10:10:00+08:00',
      outcome: '可以激活，2026年7月换电脑后需要售后重置，无人处理 {证据:报修}。',
      evidence: ['报修'],
    },
  ],
  promises: [
    {
      subject: '售后',
      promised: '商品页写明“一年内免费重置激活”。',
      promisedIn: '商品详情页',
      performed: '2026年7月起三次报修均无人处理。',
      evidence: ['商品页', '报修'],
    },
  ],
  events: [
    { at: '2026-03-01T10:00:00+08:00', text: '下单购买激活码。', evidence: ['订单详情'] },
    { at: '2026-07-10', kind: 'discovery', text: '换电脑后请求重置激活，没有答复。', evidence: ['报修'] },
    { at: '2026-07-25', kind: 'demand', text: '第三次报修并请求退款，商家答复不再提供售后。', evidence: ['报修'] },
  ],
  evidence: [
    screenshot('订单详情', 'transaction', '订单详情和付款记录', '付款168.00元，商品含一年售后。'),
    screenshot('商品页', 'promise', '商品详情页', '商家承诺一年内免费重置激活。'),
    screenshot('报修', 'communication', '三次报修的聊天记录', '报修的时间和商家不再提供售后的答复。'),
    screenshot('激活提示', 'problem', '新电脑上的激活提示', '需要商家重置后才能激活。'),
  ],
  claims: [
    {
      kind: 'partial-refund',
      amount: '112.00',
      calculation: '一年中未得到售后的8个月，168.00元×8÷12，计112.00元',
      evidence: ['订单详情', '报修'],
    },
  ],
  filings: [
    {
      body: 'merchant',
      filedOn: '2026-07-25',
      status: 'refused',
      answer: '商家答复不再提供售后。',
      evidence: ['报修'],
    },
  ],
  statements: {
    background: '2026年3月1日，投诉人购买含一年售后的激活码 {证据:订单详情}。',
    problem: '换电脑后需要重置 {证据:激活提示}，三次报修无人处理 {证据:报修}。',
    answer: '商家答复不再提供售后 {证据:报修}。',
  },
  addressees,
  consents,
};
