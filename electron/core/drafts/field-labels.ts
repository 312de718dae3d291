import type { Steps } from './working-draft.ts';

/** What people call the fields of a case, as the screens do. The longest path that fits names a field. */
const labels: Readonly<Record<string, string>> = {
  title: '案件名称',
  date: '文书日期',
  stage: '阶段',
  issues: '争议类型',
  name: '名称',
  phone: '电话',
  address: '住址',
  idNumber: '身份证号码',
  birthDate: '出生日期',
  email: '电子邮箱',
  'respondents.address': '地址',
  roles: '对方的身份',
  creditCode: '统一社会信用代码',
  number: '订单号',
  platform: '平台',
  shop: '店铺或者卖家',
  placedAt: '下单时间',
  account: '账号',
  items: '商品',
  'items.name': '商品名称',
  quantity: '数量',
  unitPrice: '单价',
  payments: '付款',
  method: '怎么付的',
  amount: '金额',
  paidAt: '什么时候付的',
  transactionNumber: '交易单号',
  refunds: '退款',
  receivedAt: '什么时候到账',
  received: '已经用掉或者得到的部分',
  value: '这部分值多少钱',
  term: '会员的起止',
  from: '开始的日期',
  until: '到期的日期',
  usedUntil: '用到哪一天',
  order: '属于哪个订单',
  label: '卡密（只写头尾）',
  state: '卡密状态',
  shownAt: '看到卡密的时间',
  triedAt: '第一次试的时间',
  outcome: '试的时候发生了什么',
  subject: '说的是哪一点',
  promised: '当时怎么说的',
  promisedIn: '在哪里说的',
  performed: '实际是怎样',
  difference: '差在哪里',
  interval: '画在时间线上的一段时间',
  promisedUntil: '承诺到什么时候',
  actualUntil: '实际到什么时候',
  promisedText: '承诺的，几个字',
  actualText: '实际的，几个字',
  at: '时间',
  text: '内容',
  precision: '时间是否准确',
  evidence: '证据',
  'evidence.title': '证据名称',
  'evidence.group': '证据分组',
  files: '文件',
  note: '文件的说明',
  marks: '截图时刻',
  speaker: '谁说的',
  transcript: '文字整理',
  source: '从哪里来的',
  proves: '证明什么',
  carrier: '原件在哪里',
  claims: '诉求',
  kind: '种类',
  calculation: '怎么算的',
  against: '向谁提出',
  body: '找了谁',
  status: '现在怎样',
  filedOn: '哪一天提交',
  acceptedOn: '哪一天受理',
  endedOn: '哪一天处理完',
  feeNoticeOn: '收到法院交费通知的日期',
  reference: '工单号、登记编号',
  answer: '对方怎么答复',
  said: '对方的原话',
  reply: '您的回应',
  background: '买了什么、怎么买的',
  problem: '出了什么问题',
  additional: '补充说明',
  authority: '代理权限',
  authorisedFrom: '授权开始的日期',
  authorisedUntil: '授权结束的日期',
  records: '要调取什么',
  id: '编号',
};

const rows: Readonly<Record<string, string>> = {
  claimants: '这位投诉人',
  respondents: '这位被投诉人',
  orders: '这笔订单',
  'orders.items': '这件商品',
  'orders.payments': '这笔付款',
  'orders.refunds': '这笔退款',
  keys: '这个卡密',
  promises: '这一行对比',
  events: '这件事',
  evidence: '这份证据',
  claims: '这项诉求',
  filings: '这一步',
  defences: '对方的这个说法',
  recordRequests: '这项记录',
  witnesses: '这位证人',
  overrides: '这段手写的文字',
};

export function fieldLabel(steps: Steps): string {
  const names = namesOf(steps);
  const last = names.at(-1) ?? '';
  const around = `${names.at(-2) ?? ''}.${last}`;
  return own(labels, around) ?? own(labels, last) ?? (last === '' ? '案件' : last);
}

/** The row around a field: 这笔付款. */
export function rowLabel(steps: Steps): string {
  const names = namesOf(steps);
  return own(rows, names.slice(0, 2).join('.')) ?? own(rows, names[0] ?? '') ?? '这一项';
}

function namesOf(steps: Steps): string[] {
  return steps.filter((step) => typeof step === 'string');
}

function own(words: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(words, name) ? words[name] : undefined;
}
