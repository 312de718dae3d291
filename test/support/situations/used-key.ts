import { addressees, type CaseInput, company, consents, person, screenshot } from './parts.ts';

/** 卡密无效或已被使用: used by another before it was delivered. */
export const usedKey: CaseInput = {
  format: 'juli.case/1',
  title: '到手即显示已被使用的礼品卡密',
  date: '2026-11-10',
  stage: 'market-regulator',
  issues: ['key-invalid-or-used'],
  claimants: [person('例守真', '0041', { gender: '男' })],
  respondents: [
    company('商家', '据安例卡商贸有限公司', ['merchant'], {
      shopName: '例卡专营店',
      publishedAddress: '据安市西例区虚构街6号',
    }),
    company('平台', '有据商城网络服务有限公司', ['platform']),
  ],
  orders: [
    {
      id: '订单',
      number: 'YJ2026102000041',
      platform: '有据商城',
      shop: '例卡专营店',
      channel: 'platform-shop',
      purpose: 'living',
      placedAt: '2026-10-20T21:10:00+08:00',
      items: [
        { name: '据例音乐礼品卡密', specification: '面值100元', kind: 'card-key', quantity: 2, unitPrice: '95.00' },
      ],
      payments: [
        {
          method: '据例支付',
          amount: '190.00',
          paidAt: '2026-10-20T21:11:00+08:00',
          transactionNumber: 'ZF202610200041',
        },
      ],
    },
  ],
  keys: [
    {
      id: '卡密-1',
      order: '订单',
      label: '尾号为 1X7Q 的卡密',
      state: 'used-before-delivery',
      shownAt: '2026-10-20T21:15:00+08:00',
      triedAt: '2026-10-20T21:18:00+08:00',
      outcome: '提示该卡密已于2026年10月19日使用 {证据:兑换失败}。',
      evidence: ['兑换失败'],
    },
    {
      id: '卡密-2',
      order: '订单',
      label: '尾号为 5T2W 的卡密',
      state: 'used-before-delivery',
      shownAt: '2026-10-20T21:15:00+08:00',
      triedAt: '2026-10-20T21:19:00+08:00',
      outcome: '提示该卡密已于2026年10月19日使用 {证据:兑换失败}。',
      evidence: ['兑换失败'],
    },
  ],
  promises: [
    {
      subject: '卡密',
      promised: '商品页写明“全新未使用，售后无忧”。',
      promisedIn: '商品详情页',
      performed: '两份卡密均在发货前一日已被使用。',
      evidence: ['商品页', '兑换失败'],
    },
  ],
  events: [
    { at: '2026-10-20T21:10:00+08:00', text: '下单购买卡密两份。', evidence: ['订单详情'] },
    { at: '2026-10-20T21:15:00+08:00', kind: 'delivery', text: '订单页显示两份卡密。', evidence: ['订单详情'] },
    {
      at: '2026-10-20T21:18:00+08:00',
      kind: 'discovery',
      text: '兑换两份卡密，均提示已于前一日使用。',
      evidence: ['兑换失败'],
    },
    { at: '2026-10-21', kind: 'demand', text: '请求商家退款，商家称卡密由投诉人泄露。', evidence: ['聊天'] },
  ],
  evidence: [
    screenshot('订单详情', 'transaction', '订单详情和付款记录', '付款190.00元和卡密显示的时间。'),
    screenshot('商品页', 'promise', '商品详情页', '商家写明卡密全新未使用。'),
    screenshot('兑换失败', 'problem', '兑换失败页面', '两份卡密在交付前已被使用。'),
    screenshot('聊天', 'communication', '与商家客服的聊天记录', '请求退款的时间和商家的答复。'),
    screenshot('经营者信息', 'identity', '店铺经营者信息页', '商家的名称和公示的地址。'),
  ],
  claims: [{ kind: 'refund', amount: '190.00', evidence: ['订单详情', '兑换失败'] }],
  filings: [
    {
      body: 'merchant',
      filedOn: '2026-10-21',
      status: 'refused',
      answer: '商家称卡密由买家泄露，拒绝退款。',
      evidence: ['聊天'],
    },
    {
      body: 'platform',
      filedOn: '2026-10-23',
      endedOn: '2026-10-30',
      status: 'handled',
      answer: '平台答复无法核实，不支持退款。',
      evidence: ['聊天'],
    },
  ],
  defences: [
    {
      kind: 'key-leaked',
      said: '“卡密发出后由买家自行保管，泄露不退”',
      reply: '卡密在交付前一日已被使用，与交付后的保管无关。',
      evidence: ['兑换失败', '订单详情'],
    },
    { kind: 'already-used', said: '“系统显示卡密已使用”', evidence: ['兑换失败'] },
  ],
  recordRequests: [
    {
      holder: '平台',
      records: '两份卡密的生成、下发和兑换时间、兑换账号的记录',
      proves: '卡密在交付投诉人之前已被他人使用。',
      reason: '记录由平台保存，投诉人无法自行取得。',
    },
  ],
  statements: {
    background: '2026年10月20日，投诉人为自用购买礼品卡密两份 {证据:订单详情}。',
    problem: '交付三分钟后兑换，两份均提示已于前一日使用 {证据:兑换失败}。',
    answer: '商家称卡密由投诉人泄露，平台称无法核实 {证据:聊天}。',
    reply: '使用时间早于交付时间 {证据:兑换失败}，投诉人没有泄露的可能。',
    additional: '店铺经营者信息见 {证据:经营者信息}。',
  },
  addressees: { ...addressees, marketRegulator: '据安市西例区市场监督管理局' },
  consents,
};
