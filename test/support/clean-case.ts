import { type Case, caseFileSchema } from '../../electron/contract/case/case-file.ts';

/**
 * A small complete case in which nothing is wrong: it passes the schema, every paper finds its facts, and no
 * check has anything to say. Tests start from it and change one thing, so what they see comes from that thing.
 * All people, firms, places and numbers are invented.
 */
const cleanCaseJson = JSON.stringify({
  format: 'juli.case/1',
  title: '据例数码专营店软件激活码无法激活',
  date: '2026-11-18',
  stage: 'platform',
  issues: ['does-not-activate', 'not-as-described'],
  claimants: [
    {
      name: '何据真',
      gender: '女',
      birthDate: '1990-03-07',
      ethnicity: '汉族',
      occupation: '教师',
      employer: '据例市示例小学',
      phone: '19900000001',
      address: '据例省据例市示例区虚构路1号2单元301室',
      idType: '居民身份证',
      idNumber: '00000019900307001X',
      email: 'he@example.invalid',
    },
  ],
  respondents: [
    {
      id: '商家',
      name: '据例数码科技有限公司',
      kind: 'company',
      roles: ['merchant'],
      shopName: '据例数码专营店',
      address: '据例省据例市示例区虚构大道88号5层',
      phone: '19900000002',
      contact: '客服专员',
      creditCode: '000000000000000001',
      legalRepresentative: '贾示例',
      legalRepresentativePosition: '执行董事',
    },
    {
      id: '平台',
      name: '据例网络交易平台有限公司',
      kind: 'company',
      roles: ['platform'],
      address: '据例省据例市示例区虚构大道99号',
      phone: '19900000003',
      contact: '平台客服',
      creditCode: '000000000000000002',
      legalRepresentative: '甄示例',
      legalRepresentativePosition: '董事长',
    },
  ],
  orders: [
    {
      id: '订单一',
      number: 'JL20261003000001',
      platform: '据例商城',
      shop: '据例数码专营店',
      placedAt: '2026-10-03T20:10:00+08:00',
      account: 'heju***',
      items: [
        {
          name: '文档办公软件激活码',
          specification: '适用 Windows 11，永久版',
          kind: 'card-key',
          quantity: 1,
          unitPrice: '268.00',
        },
      ],
      payments: [
        {
          method: '据例支付',
          amount: '268.00',
          paidAt: '2026-10-03T20:11:00+08:00',
          transactionNumber: 'ZF0000000000000001',
        },
      ],
      refunds: [],
    },
  ],
  keys: [
    {
      id: '卡密一',
      order: '订单一',
      label: '尾号为 7Q2K 的激活码',
      state: 'does-not-activate',
      shownAt: '2026-10-03T20:15:00+08:00',
      triedAt: '2026-10-03T20:40:00+08:00',
      outcome: '在 Windows 11 上两次输入，均提示“此激活码不适用于当前系统”{证据:报错-1}。',
      evidence: ['报错-1'],
    },
  ],
  promises: [
    {
      subject: '适用系统',
      promised: '商品页写明适用 Windows 11。',
      promisedIn: '商品详情页',
      performed: '只能在 Windows 10 上激活。',
      evidence: ['商品页-1', '报错-1'],
      interval: {
        from: '2026-10-03T20:11:00+08:00',
        promisedUntil: '2026-10-04T20:11:00+08:00',
        promisedText: '承诺24小时内解决售后问题',
        actualUntil: '2026-11-18',
        actualText: '至今没有解决',
        actualOngoing: true,
      },
    },
  ],
  events: [
    { at: '2026-10-03T20:10:00+08:00', text: '下单购买激活码一份。', evidence: ['订单-1'] },
    { at: '2026-10-03T20:11:00+08:00', text: '付款268.00元。', evidence: ['支付-1'] },
    { at: '2026-10-03T20:40:00+08:00', text: '两次激活均失败。', evidence: ['报错-1'] },
    {
      at: '2026-10-04',
      precision: 'approximate',
      text: '向商家说明情况并请求退款，商家答复虚拟商品不退不换 {证据:聊天-1}。',
      evidence: [],
    },
  ],
  evidence: [
    {
      id: '订单-1',
      title: '订单详情截图',
      group: 'transaction',
      files: ['evidence/订单详情.png'],
      source: '投诉人手机据例商城客户端截图',
      proves: '购买的商品、数量和价格。',
      form: 'original',
      carrier: '投诉人手机',
    },
    {
      id: '支付-1',
      title: '支付凭证截图',
      group: 'transaction',
      files: [{ path: 'evidence/支付凭证.png', note: '账单详情页' }],
      source: '投诉人手机据例支付账单截图',
      proves: '已支付268.00元。',
      form: 'original',
      carrier: '投诉人手机',
    },
    {
      id: '商品页-1',
      title: '商品详情页截图',
      group: 'promise',
      files: ['evidence/商品详情.png'],
      source: '投诉人手机据例商城客户端截图',
      proves: '商家写明适用 Windows 11。',
      form: 'original',
      carrier: '投诉人手机',
    },
    {
      id: '报错-1',
      title: '激活报错照片',
      group: 'problem',
      files: ['evidence/激活报错.jpg'],
      source: '投诉人拍摄的电脑屏幕照片',
      proves: '激活码在 Windows 11 上无法激活。',
      form: 'original',
      carrier: '投诉人手机',
    },
    {
      id: '聊天-1',
      title: '与商家客服的聊天记录',
      group: 'communication',
      files: ['evidence/聊天记录.png'],
      source: '投诉人手机据例商城客户端截图',
      proves: '已说明情况并请求退款，商家拒绝。',
      form: 'original',
      carrier: '投诉人手机',
    },
  ],
  claims: [
    {
      kind: 'refund',
      amount: '268.00',
      text: '退还购买激活码的货款268.00元。',
      calculation: '实际支付268.00元，未收到任何退款。',
      evidence: ['支付-1'],
    },
  ],
  filings: [
    {
      body: 'merchant',
      name: '据例数码专营店',
      filedOn: '2026-10-04',
      reference: 'GD000001',
      status: 'refused',
      answer: '商家答复虚拟商品不退不换。',
      evidence: ['聊天-1'],
    },
  ],
  statements: {
    background: '2026年10月3日，投诉人为家中电脑使用，购买激活码一份 {证据:订单-1}。',
    problem: '激活码在 Windows 11 上两次激活均失败 {证据:报错-1}，与商品页所写不符 {证据:商品页-1}。',
    answer: '商家答复虚拟商品不退不换 {证据:聊天-1}。',
    reply: '激活码不能在商品页所写的系统上使用，投诉人没有得到所购的软件功能。',
    additional: '投诉人保留了激活时使用的电脑，可以当面演示。',
  },
  addressees: { platform: '据例商城', marketRegulator: '据例市示例区市场监督管理局', court: '据例市示例区人民法院' },
  consents: { publishComplaint: false, delegateMediation: true, notFiledElsewhere: true },
});

/**
 * The written form of the clean case, changed at JSON paths: `{ 'claims[0].amount': '300.00' }`. `undefined`
 * removes a field. A path whose parents do not exist is a mistake of the test and throws.
 */
export function cleanCaseFile(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const file: Record<string, unknown> = JSON.parse(cleanCaseJson);
  for (const [path, value] of Object.entries(changes)) change(file, path, value);
  return file;
}

/** The clean case as the program sees it, changed at JSON paths before it is read. */
export function cleanCase(changes: Readonly<Record<string, unknown>> = {}): Case {
  return caseFileSchema.parse(cleanCaseFile(changes));
}

function change(file: Record<string, unknown>, path: string, value: unknown): void {
  const steps = path.match(/[^.[\]]+/g) ?? [];
  const last = steps.pop();
  let parent: unknown = file;
  for (const step of steps) parent = isContainer(parent) ? parent[step] : undefined;
  if (last === undefined || !isContainer(parent)) throw new RangeError(`the clean case has nothing at ${path}`);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
}

function isContainer(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
