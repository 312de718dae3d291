import { addressees, type CaseInput, company, consents, person, screenshot } from './parts.ts';

/** 无法激活或不兼容: the key was never used and the shop promised seven days without reasons. */
export const unusedKey: CaseInput = {
  format: 'juli.case/1',
  title: '未使用的系统工具激活码申请无理由退货',
  date: '2026-10-12',
  stage: 'negotiate',
  issues: ['does-not-activate'],
  claimants: [person('据小真', '0031')],
  respondents: [company('商家', '例州据成数码有限公司', ['merchant'], { shopName: '据成数码店' })],
  orders: [
    {
      id: '订单',
      number: 'YJ2026100800031',
      platform: '有据商城',
      shop: '据成数码店',
      channel: 'platform-shop',
      purpose: 'living',
      placedAt: '2026-10-08T09:30:00+08:00',
      items: [{ name: '系统维护工具激活码', kind: 'card-key', unitPrice: '58.00' }],
      payments: [
        {
          method: '据例支付',
          amount: '58.00',
          paidAt: '2026-10-08T09:31:00+08:00',
          transactionNumber: 'ZF202610080031',
        },
      ],
      noReasonReturn: { promised: true, marked: false, confirmed: false },
    },
  ],
  keys: [
    {
      id: '卡密',
      order: '订单',
      label: '尾号为 9K2D 的激活码',
      state: 'unused',
      shownAt: '2026-10-08T09:32:00+08:00',
      evidence: ['订单详情'],
    },
  ],
  promises: [
    {
      subject: '退货',
      promised: '商品页标注“支持七天无理由退货”。',
      promisedIn: '商品详情页',
      performed: '商家答复激活码已发出，不支持退货。',
      evidence: ['商品页', '聊天'],
    },
  ],
  events: [
    { at: '2026-10-08T09:30:00+08:00', text: '下单购买激活码。', evidence: ['订单详情'] },
    { at: '2026-10-08T09:32:00+08:00', kind: 'delivery', text: '收到激活码，没有使用。', evidence: ['订单详情'] },
    { at: '2026-10-10', kind: 'no-reason-request', text: '在订单页申请七天无理由退货。', evidence: ['聊天'] },
  ],
  evidence: [
    screenshot('订单详情', 'transaction', '订单详情和付款记录', '付款58.00元和收到激活码的时间。'),
    screenshot('商品页', 'promise', '商品详情页', '商家标注支持七天无理由退货。'),
    screenshot('系统要求', 'problem', '软件官网系统要求页', '该激活码不适用于投诉人的系统版本。'),
    screenshot('聊天', 'communication', '与商家客服的聊天记录', '申请退货的时间和商家的答复。'),
  ],
  claims: [{ kind: 'refund', amount: '58.00', route: 'no-reason', evidence: ['订单详情', '商品页'] }],
  filings: [
    {
      body: 'merchant',
      filedOn: '2026-10-10',
      status: 'refused',
      answer: '商家答复激活码已发出，不支持退货。',
      evidence: ['聊天'],
    },
  ],
  statements: {
    background: '2026年10月8日，投诉人为自用电脑购买激活码一份 {证据:订单详情}。',
    problem: '收到后看到系统要求与自用电脑不符 {证据:系统要求}，激活码没有使用。',
    answer: '商家答复激活码已发出，不支持退货 {证据:聊天}。',
    reply: '商品页标注支持七天无理由退货 {证据:商品页}。',
  },
  addressees,
  consents,
};
