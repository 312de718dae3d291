import { addressees, type CaseInput, company, consents, person, screenshot } from './parts.ts';

/** Three buyers, one merchant: a schedule of claimants, two of whom speak for all. */
export const group: CaseInput = {
  format: 'juli.case/1',
  title: '三名消费者购买的影视年卡均无法兑换',
  date: '2026-11-12',
  stage: 'market-regulator',
  issues: ['key-invalid-or-used'],
  claimants: [
    person('甲据一', '0101', { id: '甲' }),
    person('乙据二', '0102', { id: '乙', gender: '男' }),
    person('丙据三', '0103', { id: '丙' }),
  ],
  representatives: ['甲', '乙'],
  respondents: [
    company('商家', '例州例影卡券有限公司', ['merchant'], {
      shopName: '例影卡券店',
      publishedAddress: '例州市据南区虚构巷3号',
    }),
  ],
  orders: (['甲', '乙', '丙'] as const).map((who, index) => ({
    id: `订单${who}`,
    claimant: who,
    number: `YJ202610010010${index + 1}`,
    platform: '有据商城',
    shop: '例影卡券店',
    channel: 'platform-shop' as const,
    purpose: 'living' as const,
    placedAt: `2026-10-01T1${index}:00:00+08:00`,
    items: [
      { name: '影视会员年卡卡密', kind: 'card-key' as const, quantity: index === 1 ? 2 : 1, unitPrice: '148.00' },
    ],
    payments: [
      {
        method: '据例支付',
        amount: index === 1 ? '296.00' : '148.00',
        paidAt: `2026-10-01T1${index}:01:00+08:00`,
        transactionNumber: `ZF20261001010${index + 1}`,
      },
    ],
  })),
  keys: (['甲', '乙', '丙'] as const).map((who, index) => ({
    id: `卡密${who}`,
    order: `订单${who}`,
    label: `尾号为 ${index + 1}A${index + 1}B 的卡密`,
    state: 'does-not-activate' as const,
    shownAt: `2026-10-01T1${index}:05:00+08:00`,
    triedAt: `2026-10-01T1${index}:15:00+08:00`,
    outcome: `兑换时提示卡密无效 {证据:兑换${who}}。`,
    evidence: [`兑换${who}`],
  })),
  promises: [
    {
      subject: '卡密',
      promised: '商品页写明“正品年卡，即买即用”。',
      promisedIn: '商品详情页',
      performed: '三人的卡密均提示无效。',
      evidence: ['商品页', '兑换甲', '兑换乙', '兑换丙'],
    },
  ],
  events: [
    ...(['甲', '乙', '丙'] as const).map((who, index) => ({
      at: `2026-10-01T1${index}:00:00+08:00`,
      claimant: who,
      text: `投诉人${'一二三'[index] ?? ''}下单购买年卡卡密。`,
      evidence: [`订单图${who}`],
    })),
    { at: '2026-10-02', kind: 'demand', text: '三人分别请求商家退款，商家没有处理。', evidence: ['聊天'] },
  ],
  evidence: [
    ...(['甲', '乙', '丙'] as const).flatMap((who, index) => [
      {
        ...screenshot(
          `订单图${who}`,
          'transaction' as const,
          `投诉人${'一二三'[index] ?? ''}的订单和付款记录`,
          '购买的商品和付款金额。',
        ),
        claimant: who,
      },
      {
        ...screenshot(
          `兑换${who}`,
          'problem' as const,
          `投诉人${'一二三'[index] ?? ''}的兑换失败页面`,
          '卡密不能兑换。',
        ),
        claimant: who,
      },
    ]),
    screenshot('商品页', 'promise', '商品详情页', '商家写明正品年卡，即买即用。'),
    screenshot('聊天', 'communication', '三人与商家客服的聊天记录', '请求退款的时间和商家的答复。'),
  ],
  claims: (['甲', '乙', '丙'] as const).map((who, index) => ({
    kind: 'refund' as const,
    claimant: who,
    amount: index === 1 ? '296.00' : '148.00',
    evidence: [`订单图${who}`, `兑换${who}`],
  })),
  filings: [{ body: 'merchant', filedOn: '2026-10-02', status: 'filed', answer: '没有处理。', evidence: ['聊天'] }],
  statements: {
    background: '2026年10月1日，三名投诉人分别在同一店铺购买影视会员年卡卡密 {证据:商品页}。',
    problem: '三人的卡密兑换时均提示无效。',
    answer: '商家没有处理 {证据:聊天}。',
  },
  addressees,
  consents,
};
