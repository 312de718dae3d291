import { addressees, type CaseInput, company, consents, person, screenshot } from './parts.ts';

/** 功能不符: a function that the page promised is not there; used for a time, so the refund is a part. */
export const missingFunction: CaseInput = {
  format: 'juli.case/1',
  title: '图集软件缺少承诺的批量导出功能',
  date: '2026-09-20',
  stage: 'platform',
  issues: ['not-as-described'],
  claimants: [person('言知理', '0011')],
  respondents: [company('商家', '例州理例软件有限公司', ['merchant'], { shopName: '理例软件店' })],
  orders: [
    {
      id: '订单',
      number: 'YJ2026080100012',
      platform: '有据商城',
      shop: '理例软件店',
      channel: 'platform-shop',
      purpose: 'living',
      placedAt: '2026-08-01T19:02:00+08:00',
      items: [{ name: '图集整理软件激活码', kind: 'card-key', unitPrice: '199.00' }],
      payments: [
        {
          method: '据例支付',
          amount: '199.00',
          paidAt: '2026-08-01T19:03:00+08:00',
          transactionNumber: 'ZF202608010001',
        },
      ],
      received: { text: '基本的浏览功能可以使用，按商品页所列四项功能中的一项计算。', value: '49.75' },
    },
  ],
  keys: [
    {
      id: '卡密',
      order: '订单',
      label: '尾号为 3M8P 的激活码',
      state: 'activated',
      shownAt: '2026-08-01T19:04:00+08:00',
      triedAt: '2026-08-01T19:20:00+08:00',
      outcome: '激活成功，软件菜单中没有批量导出、自动去重和人像分类 {证据:软件菜单}。',
      evidence: ['软件菜单'],
    },
  ],
  promises: [
    {
      subject: '功能',
      promised: '商品页写明“浏览、批量导出、自动去重、人像分类四项功能”。',
      promisedIn: '商品详情页',
      performed: '激活后只有浏览功能。',
      evidence: ['商品页', '软件菜单'],
    },
  ],
  events: [
    { at: '2026-08-01T19:02:00+08:00', text: '下单购买激活码。', evidence: ['订单详情'] },
    { at: '2026-08-01T19:04:00+08:00', kind: 'delivery', text: '商家发来激活码。', evidence: ['订单详情'] },
    { at: '2026-08-01T19:20:00+08:00', kind: 'discovery', text: '激活后发现缺少三项功能。', evidence: ['软件菜单'] },
    {
      at: '2026-08-03',
      kind: 'demand',
      text: '向商家说明缺少的功能并请求退款，商家答复软件没有质量问题。',
      evidence: ['聊天'],
    },
  ],
  evidence: [
    screenshot('订单详情', 'transaction', '订单详情和付款记录', '购买的商品、付款199.00元和发货时间。'),
    screenshot('商品页', 'promise', '商品详情页', '商家写明软件有四项功能。'),
    screenshot('软件菜单', 'problem', '软件菜单截图', '激活后的软件只有浏览功能。'),
    screenshot('聊天', 'communication', '与商家客服的聊天记录', '已说明问题并请求退款，以及商家的答复。'),
  ],
  claims: [
    {
      kind: 'partial-refund',
      amount: '149.25',
      calculation: '四项功能缺少三项，199.00元×3÷4，计149.25元',
      evidence: ['订单详情', '商品页'],
    },
  ],
  filings: [
    {
      body: 'merchant',
      filedOn: '2026-08-03',
      status: 'refused',
      answer: '商家答复软件可以打开，没有质量问题。',
      evidence: ['聊天'],
    },
    { body: 'platform', filedOn: '2026-08-06', reference: 'PT20260806001', status: 'filed', evidence: ['聊天'] },
  ],
  defences: [
    { kind: 'not-a-quality-fault', said: '“软件可以正常打开，不属于质量问题”', evidence: ['聊天', '软件菜单'] },
    {
      kind: 'already-used',
      said: '“激活码已经使用，不能退款”',
      reply: '激活是为了验证功能，激活当日即发现并在两日后提出。',
      evidence: ['软件菜单', '聊天'],
    },
  ],
  statements: {
    background: '2026年8月1日，投诉人为整理家庭照片购买激活码一份 {证据:订单详情}。',
    problem: '激活后只有浏览功能，没有商品页写明的其他三项功能 {证据:软件菜单}。',
    answer: '商家答复软件可以打开，没有质量问题 {证据:聊天}。',
    reply: '商品页写明了四项功能 {证据:商品页}，能打开不等于与说明相符。',
  },
  addressees,
  consents,
};
