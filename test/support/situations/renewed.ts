import { addressees, type CaseInput, company, consents, person, screenshot } from './parts.ts';

/** 自动续费: charged again without being told. */
export const renewed: CaseInput = {
  format: 'juli.case/1',
  title: '未经提醒的会员自动续费',
  date: '2026-10-20',
  stage: 'platform',
  issues: ['automatic-renewal'],
  claimants: [person('理自明', '0081', { gender: '男' })],
  respondents: [company('商家', '据安例影网络有限公司', ['merchant'])],
  orders: [
    {
      id: '订单',
      number: 'LY2026101000081',
      platform: '据例应用市场',
      channel: 'platform-shop',
      purpose: 'living',
      placedAt: '2026-09-10T18:00:00+08:00',
      account: 'liziming***',
      items: [{ name: '连续包月会员', kind: 'membership', quantity: 2, unitPrice: '25.00' }],
      payments: [
        {
          method: '据例支付',
          amount: '25.00',
          paidAt: '2026-09-10T18:01:00+08:00',
          transactionNumber: 'ZF202609100081',
        },
        {
          method: '据例支付',
          amount: '25.00',
          paidAt: '2026-10-10T03:00:00+08:00',
          transactionNumber: 'ZF202610100081',
        },
      ],
      renewal: {
        agreedAt: '2026-09-10T18:00:00+08:00',
        chargedAt: '2026-10-10T03:00:00+08:00',
        noticeBeforeStart: 'unclear',
        noticeBeforeRenewal: 'none',
      },
    },
  ],
  promises: [
    {
      subject: '续费',
      promised: '购买页显示“首月25.00元”。',
      promisedIn: '购买页',
      performed: '2026年10月10日自动扣款25.00元，扣款前没有提醒。',
      evidence: ['购买页', '扣款'],
    },
  ],
  events: [
    { at: '2026-09-10T18:00:00+08:00', text: '购买首月会员。', evidence: ['购买页'] },
    { at: '2026-10-10T03:00:00+08:00', kind: 'discovery', text: '账户被自动扣款25.00元。', evidence: ['扣款'] },
    {
      at: '2026-10-10T09:00:00+08:00',
      kind: 'demand',
      text: '取消续费并请求退还扣款，客服答复不退。',
      evidence: ['聊天'],
    },
  ],
  evidence: [
    screenshot('购买页', 'promise', '购买页面', '页面没有以显著方式说明自动续费。'),
    screenshot('扣款', 'transaction', '两次扣款记录', '两次扣款的时间和金额。'),
    screenshot('续费状态', 'problem', '会员续费状态页', '扣款后会员被续期，投诉人没有使用。'),
    screenshot('聊天', 'communication', '与客服的聊天记录', '当日取消并请求退款，以及客服的答复。'),
  ],
  claims: [
    { kind: 'partial-refund', amount: '25.00', calculation: '2026年10月10日自动扣款25.00元', evidence: ['扣款'] },
  ],
  filings: [
    {
      body: 'merchant',
      filedOn: '2026-10-10',
      status: 'refused',
      answer: '客服答复续费成功后不退。',
      evidence: ['聊天'],
    },
  ],
  statements: {
    background: '2026年9月10日，投诉人购买首月会员 {证据:购买页}。',
    problem: '2026年10月10日未经提醒被自动扣款 {证据:扣款}，续期后没有使用 {证据:续费状态}。',
    answer: '客服答复续费成功后不退 {证据:聊天}。',
  },
  addressees: { ...addressees, platform: '据例应用市场' },
  consents,
};
