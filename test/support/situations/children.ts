import { addressees, type CaseInput, company, consents, person, screenshot } from './parts.ts';

const topUp = (birthDate: string, name: string): CaseInput => ({
  format: 'juli.case/1',
  title: '未成年人以家长手机充值游戏点券',
  date: '2026-08-20',
  stage: 'platform',
  issues: ['minor-top-up'],
  claimants: [
    person(name, '0091', {
      birthDate,
      occupation: '学生',
      employer: '据安市示例学校',
      idNumber: '000000201600000091',
      serviceAddress: {
        recipient: '例慈安',
        phone: '19900000092',
        address: '据例省据安市东例区虚构路0091号',
        electronic: true,
        mobile: '19900000092',
      },
      agent: {
        name: '例慈安',
        kind: 'guardian',
        relation: '母亲',
        phone: '19900000092',
        address: '据例省据安市东例区虚构路0091号',
        idNumber: '000000198800000092',
        authority: 'general',
      },
    }),
  ],
  respondents: [company('商家', '据安例游网络有限公司', ['merchant'])],
  orders: [
    {
      id: '订单',
      number: 'LYX2026071500091',
      platform: '据例应用市场',
      channel: 'platform-shop',
      purpose: 'living',
      placedAt: '2026-07-15T14:00:00+08:00',
      account: 'youxi***',
      items: [{ name: '例界点券', kind: 'game-credit', quantity: 3, unitPrice: '648.00' }],
      payments: [
        {
          method: '据例支付',
          amount: '1944.00',
          paidAt: '2026-07-15T14:02:00+08:00',
          transactionNumber: 'ZF202607150091',
        },
      ],
    },
  ],
  promises: [
    {
      subject: '实名与防沉迷',
      promised: '游戏公告写明未成年人充值受限。',
      promisedIn: '游戏公告',
      performed: '充值时没有任何限制。',
      evidence: ['公告', '充值记录'],
    },
  ],
  events: [
    { at: '2026-07-15T14:00:00+08:00', text: '孩子用母亲的手机充值三次。', evidence: ['充值记录'] },
    { at: '2026-07-16', kind: 'discovery', text: '母亲查看账单发现充值，没有同意。', evidence: ['账单'] },
    { at: '2026-07-16', kind: 'demand', text: '母亲联系客服请求退款，客服要求补充材料。', evidence: ['聊天'] },
  ],
  evidence: [
    screenshot('充值记录', 'transaction', '游戏充值记录', '充值的时间、次数和账号。'),
    screenshot('账单', 'transaction', '支付账单', '付款1944.00元。'),
    screenshot('公告', 'promise', '游戏公告', '公告写明未成年人充值受限。'),
    screenshot('在家记录', 'problem', '充值时段的家庭监控截图', '充值时是孩子在使用手机。'),
    screenshot('聊天', 'communication', '与客服的聊天记录', '请求退款和客服的答复。'),
    screenshot('户口本', 'identity', '户口本', '孩子的出生日期和母子关系。'),
  ],
  claims: [{ kind: 'refund', amount: '1944.00', evidence: ['账单', '充值记录'] }],
  filings: [
    { body: 'merchant', filedOn: '2026-07-16', status: 'filed', answer: '客服要求补充材料。', evidence: ['聊天'] },
  ],
  statements: {
    background: '2026年7月15日，孩子用母亲的手机充值三次 {证据:充值记录}，法定代理人没有同意 {证据:聊天}。',
    problem: '充值时是孩子在使用手机 {证据:在家记录}，孩子的年龄见 {证据:户口本}。',
    answer: '客服要求补充材料 {证据:聊天}。',
  },
  addressees: { ...addressees, platform: '据例应用市场' },
  consents,
});

/** 未成年人充值: not yet eight when the money was paid. */
export const youngChild: CaseInput = topUp('2019-02-03', '例小童');
/** 未成年人充值: eight or older, not yet eighteen. */
export const olderChild: CaseInput = topUp('2014-02-03', '例少年');
