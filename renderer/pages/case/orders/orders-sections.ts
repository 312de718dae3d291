import type { Draft } from '../../../../electron/contract/rpc/case-procedures.ts';
import { isList, isObject, type JsonObject, listAt, textAt, textOf } from '../../../draft/draft-values.ts';
import type { FieldSpec, Section } from '../../../draft/field-spec.ts';
import { freeId } from '../../../draft/row-identity.ts';
import { channelOptions, itemKindOptions, keyStateOptions, noticeOptions, purposeOptions } from '../choice-words.ts';
import { whose } from '../several-claimants.ts';

const holds = (kind: string) => (row: JsonObject) =>
  isList(row.items) && row.items.some((item) => isObject(item) && item.kind === kind);
const isIssue = (issue: string) => (_row: JsonObject, draft: Draft) =>
  listAt(draft, ['issues']).some((chosen) => chosen === issue);
const either =
  (...conditions: readonly ((row: JsonObject, draft: Draft) => boolean)[]) =>
  (row: JsonObject, draft: Draft) =>
    conditions.some((condition) => condition(row, draft));

const item: readonly FieldSpec[] = [
  { kind: 'text', at: 'name', label: '商品名称', isWide: true, help: '照订单上的写。' },
  { kind: 'choice', at: 'kind', label: '是哪一种', options: itemKindOptions },
  { kind: 'text', at: 'specification', label: '规格', placeholder: '例如：1台电脑 · 永久授权' },
  { kind: 'money', at: 'unitPrice', label: '单价' },
  { kind: 'count', at: 'quantity', label: '数量' },
];

const payment: readonly FieldSpec[] = [
  { kind: 'text', at: 'method', label: '怎么付的', suggestions: ['手机支付', '银行卡', '平台余额', '话费支付'] },
  { kind: 'money', at: 'amount', label: '付了多少' },
  { kind: 'moment', at: 'paidAt', label: '什么时候付的' },
  {
    kind: 'text',
    at: 'transactionNumber',
    label: '交易单号',
    isWide: true,
    help: '打开付款用的手机应用 →“账单”→ 点开那一笔，里面有“交易单号”或者“订单号”。银行卡付的，看银行的交易明细。',
  },
  {
    kind: 'truth',
    at: 'isUnauthorised',
    label: '这一笔是没有经您同意就扣的吗',
    yes: '是，我没有同意',
    no: '不是',
    isRare: true,
  },
];

const order: readonly FieldSpec[] = [
  whose('谁的订单'),
  { kind: 'choice', at: 'channel', label: '在哪里买的', options: channelOptions },
  {
    kind: 'text',
    at: 'platform',
    label: '平台',
    placeholder: '例如：某某商城、某某二手',
    help: '平台店铺的填写；自己网站的不用填。',
  },
  { kind: 'text', at: 'shop', label: '店铺或者卖家', help: '订单里显示的卖家名称。' },
  {
    kind: 'text',
    at: 'number',
    label: '订单号',
    isWide: true,
    help: '打开购物 App → 我的订单 → 订单详情，最下面有“订单编号”，旁边一般有“复制”。',
  },
  { kind: 'moment', at: 'placedAt', label: '下单时间' },
  {
    kind: 'text',
    at: 'account',
    label: '充值或者激活的账号',
    help: '要充到、激活到哪个账号。',
  },
  { kind: 'choice', at: 'purpose', label: '买来做什么', options: purposeOptions },
  {
    kind: 'rows',
    at: 'items',
    label: '买了什么',
    noun: '商品',
    fields: item,
    blank: () => ({ kind: 'card-key', quantity: 1 }),
    title: (row) => textOf(row.name),
  },
  {
    kind: 'rows',
    at: 'payments',
    label: '付款',
    noun: '付款',
    fields: payment,
    blank: () => ({}),
    title: (row) => sumTitle(textOf(row.method), textOf(row.amount)),
    empty: '付款记录能证明钱是您付的。',
  },
  {
    kind: 'rows',
    at: 'refunds',
    label: '已经收到的退款',
    noun: '退款',
    fields: [
      { kind: 'money', at: 'amount', label: '退了多少' },
      { kind: 'moment', at: 'receivedAt', label: '什么时候到账' },
      { kind: 'text', at: 'note', label: '说明', isWide: true },
    ],
    blank: () => ({}),
    title: (row) => sumTitle('退款', textOf(row.amount)),
    isRare: true,
  },
  {
    kind: 'group',
    at: 'received',
    label: '已经用掉或者得到的部分',
    add: '已经用掉一部分：写明用了多少',
    help: '照实写。用掉的部分会从要求退的钱里扣除；不写，对方可能拿来反驳。',
    fields: [
      { kind: 'prose', at: 'text', label: '用掉、得到了什么' },
      { kind: 'money', at: 'value', label: '这部分值多少钱' },
    ],
    isRare: true,
  },
  {
    kind: 'group',
    at: 'term',
    label: '会员的起止',
    add: '填写会员的起止日期',
    help: '用来算还没用完的天数。',
    when: either(holds('membership'), isIssue('unused-membership-or-balance')),
    fields: [
      { kind: 'day', at: 'from', label: '从哪一天' },
      { kind: 'day', at: 'until', label: '到哪一天' },
      { kind: 'day', at: 'usedUntil', label: '用到哪一天' },
    ],
  },
  {
    kind: 'group',
    at: 'prepaid',
    label: '预付的余额或者次数',
    add: '填写是哪一种预付',
    help: '先付钱、以后分次用的，才算预付。一次用完的卡密一般不算。',
    when: isIssue('unused-membership-or-balance'),
    blank: { reach: 'single-purpose', redemption: 'continuous' },
    fields: [
      {
        kind: 'choice',
        at: 'reach',
        label: '能在哪里用',
        options: [
          { value: 'single-purpose', label: '只在这一家用' },
          { value: 'multi-purpose', label: '可以在许多不相干的商家用' },
        ],
      },
      {
        kind: 'choice',
        at: 'redemption',
        label: '怎么用',
        options: [
          { value: 'once', label: '一次兑完' },
          { value: 'many-times', label: '分次使用' },
          { value: 'continuous', label: '按时间一直使用' },
        ],
      },
    ],
  },
  {
    kind: 'group',
    at: 'renewal',
    label: '自动续费',
    add: '填写自动续费的情况',
    when: isIssue('automatic-renewal'),
    fields: [
      { kind: 'moment', at: 'agreedAt', label: '什么时候开通的' },
      { kind: 'moment', at: 'chargedAt', label: '什么时候被扣的' },
      { kind: 'choice', at: 'noticeBeforeStart', label: '开通前有没有显著提醒会自动续费', options: noticeOptions },
      { kind: 'choice', at: 'noticeBeforeRenewal', label: '每次续费扣款以前有没有显著提醒', options: noticeOptions },
    ],
  },
  {
    kind: 'group',
    at: 'noReasonReturn',
    label: '七日无理由退货',
    term: '无理由退货',
    add: '打算按无理由退货：填写情况',
    help: '卡密能不能无理由退有争议，要看商家有没有承诺，以及您下单时有没有单独确认“不支持无理由退货”。会员、代充值是服务，商家没有承诺的，请按“有问题”要求退款。',
    isRare: true,
    fields: [
      { kind: 'truth', at: 'promised', label: '商家或者平台承诺过“七天无理由”吗' },
      { kind: 'truth', at: 'marked', label: '商品页标明“不支持无理由”吗' },
      { kind: 'truth', at: 'confirmed', label: '下单时您单独勾选确认过吗' },
    ],
  },
];

const key: readonly FieldSpec[] = [
  {
    kind: 'reference',
    at: 'order',
    label: '属于哪个订单',
    to: 'orders',
    when: (_row, draft) => listAt(draft, ['orders']).length > 1,
  },
  {
    kind: 'text',
    at: 'label',
    label: '卡密（只写头尾）',
    placeholder: '例如：MGZT-****-****-7K2Q',
    help: '请不要写完整的卡密：中间用 * 代替。文书用不到完整的卡密，写出来可能被别人用掉。',
  },
  { kind: 'choice', at: 'state', label: '现在是什么状态', options: keyStateOptions },
  { kind: 'moment', at: 'shownAt', label: '什么时候看到、收到卡密' },
  { kind: 'moment', at: 'triedAt', label: '第一次试的时间' },
  { kind: 'prose', at: 'outcome', label: '试的时候发生了什么', placeholder: '例如：提示“激活失败”，错误代码 MG-0211' },
  { kind: 'evidence', at: 'evidence', label: '有哪些证据' },
];

export const ordersSections: readonly Section[] = [
  {
    id: 'orders',
    title: '订单',
    lead: '一个订单写一份。照着手机上的订单详情抄就可以，记不清的先空着。',
    fields: [
      {
        kind: 'rows',
        at: 'orders',
        label: '',
        noun: '订单',
        fields: order,
        blank: (draft) => ({
          id: freeId('订单', listAt(draft, ['orders']), listAt(draft, ['orders']).length + 1),
          items: [{ kind: 'card-key', quantity: 1 }],
        }),
        title: (row) => orderTitle(row),
      },
    ],
  },
  {
    id: 'keys',
    title: '卡密、激活码',
    lead: '买的是卡密、激活码、兑换码的才需要写。',
    fields: [
      {
        kind: 'rows',
        at: 'keys',
        label: '',
        noun: '卡密',
        fields: key,
        blank: (draft) => ({
          id: freeId('卡密', listAt(draft, ['keys']), listAt(draft, ['keys']).length + 1),
          order: textAt(draft, ['orders', 0, 'id']),
          state: 'unused',
        }),
        title: (row) => textOf(row.label),
        empty: '还没有写卡密。充值、会员一类的可以跳过。',
      },
    ],
  },
];

function orderTitle(row: JsonObject): string {
  const first = isList(row.items) ? row.items[0] : undefined;
  const name = isObject(first) ? textOf(first.name) : '';
  return [name, textOf(row.shop)].filter((part) => part !== '').join(' · ');
}

function sumTitle(what: string, amount: string): string {
  return [what, amount === '' ? '' : `${amount}元`].filter((part) => part !== '').join(' ');
}
