import { addressees, type CaseInput, company, consents, person, screenshot } from './parts.ts';

/** 会员未用部分: a term membership closed early; pro rata. */
export const closedMembership: CaseInput = {
  format: 'juli.case/1',
  title: '健身课程年度会员停止服务后退还未用部分',
  date: '2026-08-15',
  stage: 'court',
  issues: ['unused-membership-or-balance'],
  claimants: [
    person('据安然', '0071', { habitualResidence: { address: '例州市据北区虚构里7号', since: '2024-06-01' } }),
  ],
  respondents: [company('商家', '例州练据网络科技有限公司', ['merchant'])],
  orders: [
    {
      id: '订单',
      number: 'LJ2026010100071',
      shop: '练据课程',
      channel: 'own-site',
      purpose: 'living',
      placedAt: '2026-01-01T08:00:00+08:00',
      items: [{ name: '课程年度会员', kind: 'membership', unitPrice: '365.00' }],
      payments: [
        {
          method: '据例支付',
          amount: '365.00',
          paidAt: '2026-01-01T08:01:00+08:00',
          transactionNumber: 'ZF202601010071',
        },
      ],
      term: { from: '2026-01-01', until: '2026-12-31', usedUntil: '2026-06-30' },
      prepaid: { reach: 'single-purpose', redemption: 'continuous' },
    },
  ],
  promises: [
    {
      subject: '会员期限',
      promised: '会员页写明有效期至2026年12月31日。',
      promisedIn: '会员页',
      performed: '2026年7月1日起停止全部课程。',
      evidence: ['会员页', '停服公告'],
      interval: {
        from: '2026-01-01',
        promisedUntil: '2026-12-31',
        promisedText: '会员有效期一年',
        actualUntil: '2026-06-30',
        actualText: '6月30日后停止服务',
      },
    },
  ],
  events: [
    { at: '2026-01-01T08:00:00+08:00', text: '购买年度会员。', evidence: ['付款'] },
    { at: '2026-07-01', kind: 'discovery', text: '商家公告停止全部课程。', evidence: ['停服公告'] },
    { at: '2026-07-03', kind: 'demand', text: '请求退还未用部分，商家答复不退。', evidence: ['聊天'] },
  ],
  evidence: [
    screenshot('付款', 'transaction', '付款记录', '付款365.00元。'),
    screenshot('会员页', 'promise', '会员权益页', '会员有效期至2026年12月31日。'),
    screenshot('停服公告', 'problem', '停止服务公告', '2026年7月1日起停止全部课程。'),
    screenshot('聊天', 'communication', '与商家客服的聊天记录', '请求退款和商家的答复。'),
  ],
  claims: [
    {
      kind: 'partial-refund',
      amount: '184.00',
      calculation: '会员期365日，未用184日，365.00元×184÷365，计184.00元',
      evidence: ['付款', '停服公告'],
    },
    { kind: 'costs' },
  ],
  filings: [
    { body: 'merchant', filedOn: '2026-07-03', status: 'refused', answer: '商家答复会员费不退。', evidence: ['聊天'] },
  ],
  defences: [{ kind: 'no-refund-term', said: '“会员费一经支付不予退还”', evidence: ['聊天'] }],
  terms: { noRefund: { text: '会员费一经支付不予退还', evidence: ['会员页'] } },
  statements: {
    background: '2026年1月1日，投诉人购买课程年度会员 {证据:付款}。',
    problem: '2026年7月1日起商家停止全部课程 {证据:停服公告}。',
    answer: '商家以“会员费一经支付不予退还”拒绝 {证据:聊天}。',
    reply: '停止服务的是商家，未用部分没有得到履行。',
  },
  court: { layout: 'elements', knowsMediation: true, mediation: 'yes' },
  addressees: { ...addressees, court: '例州市据北区人民法院' },
  consents,
};
