import { addressees, type CaseInput, company, consents, person, screenshot } from './parts.ts';

/** 描述虚假: known falsehood, told and proved, so triple damages are asked for. */
export const falseDescription: CaseInput = {
  format: 'juli.case/1',
  title: '冒称官方授权的题库年度会员',
  date: '2026-10-30',
  stage: 'court',
  issues: ['false-description'],
  claimants: [person('乐据明', '0021', { gender: '男' })],
  respondents: [company('商家', '据安乐例教育科技有限公司', ['merchant'], { shopName: '乐例题库店' })],
  orders: [
    {
      id: '订单',
      number: 'YJ2026070500021',
      platform: '有据商城',
      shop: '乐例题库店',
      channel: 'platform-shop',
      purpose: 'living',
      placedAt: '2026-07-05T12:00:00+08:00',
      items: [{ name: '题库年度会员', kind: 'membership', unitPrice: '120.00' }],
      payments: [
        {
          method: '据例支付',
          amount: '120.00',
          paidAt: '2026-07-05T12:01:00+08:00',
          transactionNumber: 'ZF202607050021',
        },
      ],
    },
  ],
  promises: [
    {
      subject: '授权',
      promised: '商品页写明“例考出版社官方授权题库”。',
      promisedIn: '商品详情页',
      performed: '例考出版社书面答复没有授权。',
      evidence: ['商品页', '出版社答复'],
    },
  ],
  events: [
    { at: '2026-07-05T12:00:00+08:00', text: '购买年度会员。', evidence: ['订单详情'] },
    { at: '2026-09-10', kind: 'discovery', text: '例考出版社答复没有授权该商家。', evidence: ['出版社答复'] },
    { at: '2026-09-12', kind: 'demand', text: '向商家出示答复并请求退款，商家承认早知没有授权。', evidence: ['聊天'] },
  ],
  evidence: [
    screenshot('订单详情', 'transaction', '订单详情和付款记录', '购买年度会员并付款120.00元。'),
    screenshot('商品页', 'promise', '商品详情页', '商家写明为官方授权题库。'),
    screenshot('出版社答复', 'problem', '例考出版社的书面答复', '该社没有授权商家使用题库。'),
    screenshot('聊天', 'communication', '与商家客服的聊天记录', '商家承认上架前已知没有授权，并拒绝退款。'),
  ],
  claims: [
    { kind: 'refund', amount: '120.00', evidence: ['订单详情'] },
    { kind: 'triple-damages', amount: '500.00', evidence: ['出版社答复', '聊天'] },
  ],
  fraud: {
    falsehood: '商家在商品页写明题库为例考出版社官方授权，而该社没有授权 {证据:出版社答复}。',
    knowledge: '商家客服称“上架前就知道没拿到授权” {证据:聊天}。',
    evidence: ['商品页', '出版社答复', '聊天'],
  },
  filings: [
    {
      body: 'merchant',
      filedOn: '2026-09-12',
      status: 'refused',
      answer: '商家答复会员一经开通不退。',
      evidence: ['聊天'],
    },
    { body: 'platform', filedOn: '2026-09-15', status: 'handled', answer: '平台答复请双方协商。', evidence: ['聊天'] },
  ],
  defences: [{ kind: 'no-refund-term', said: '“会员一经开通，概不退款”', evidence: ['聊天'] }],
  terms: { noRefund: { text: '会员一经开通，概不退款', wasPointedOut: false, evidence: ['商品页'] } },
  statements: {
    background: '2026年7月5日，投诉人为备考购买题库年度会员 {证据:订单详情}。',
    problem: '商品页写明的官方授权并不存在 {证据:出版社答复}。',
    answer: '商家以“会员一经开通，概不退款”拒绝 {证据:聊天}。',
    reply: '投诉人因该授权说明才选择这一商品。',
  },
  court: { province: '江苏', layout: 'elements', knowsMediation: true, mediation: 'undecided' },
  addressees,
  consents,
};
