import { type JsonObject, textOf } from '../../../draft/draft-values.ts';
import type { FieldSpec, Section } from '../../../draft/field-spec.ts';
import { claimKindOptions, defenceKindOptions, issueOptions, stageOptions } from '../choice-words.ts';
import { whose } from '../several-claimants.ts';

const claim: readonly FieldSpec[] = [
  { kind: 'choice', at: 'kind', label: '要求什么', options: claimKindOptions },
  { kind: 'money', at: 'amount', label: '多少钱', help: '不涉及钱的空着。' },
  {
    kind: 'prose',
    at: 'text',
    label: '写成一句话',
    placeholder: '例如：退还购买“墨格制图专业版 永久激活码”的货款268.00元。',
  },
  {
    kind: 'prose',
    at: 'calculation',
    label: '这个数是怎么算的',
    placeholder: '例如：订单实付268.00元，未收到任何退款，应退268.00元。',
  },
  { kind: 'evidence', at: 'evidence', label: '有哪些证据' },
  whose('谁的要求'),
  {
    kind: 'choice',
    at: 'route',
    label: '按什么理由要求',
    fallback: 'fault',
    isRare: true,
    options: [
      { value: 'fault', label: '商品或者服务有问题' },
      { value: 'no-reason', label: '七日无理由退货' },
    ],
  },
  {
    kind: 'reference',
    at: 'against',
    label: '向谁要求',
    to: 'respondents',
    isMany: true,
    isRare: true,
    help: '不选的话，据理按各方的身份来定。',
  },
];

const defence: readonly FieldSpec[] = [
  { kind: 'choice', at: 'kind', label: '是哪一种说法', options: defenceKindOptions },
  { kind: 'prose', at: 'said', label: '对方的原话', help: '照聊天记录或者短信抄。' },
  { kind: 'prose', at: 'reply', label: '我的回应', help: '只写事实，不用写法律；条文由据理加上。', cites: true },
  { kind: 'evidence', at: 'evidence', label: '有哪些证据' },
];

const recordRequest: readonly FieldSpec[] = [
  { kind: 'prose', at: 'records', label: '要调取什么', placeholder: '例如：该激活码的首次激活时间、设备和网络地址' },
  { kind: 'prose', at: 'proves', label: '能证明什么' },
  { kind: 'reference', at: 'holder', label: '在谁手里', to: 'respondents' },
  { kind: 'text', at: 'holderName', label: '不是对方的，写名称', help: '例如软件公司、运营商。' },
  { kind: 'prose', at: 'reason', label: '为什么自己拿不到' },
];

const witness: readonly FieldSpec[] = [
  { kind: 'text', at: 'name', label: '姓名' },
  { kind: 'text', at: 'address', label: '地址' },
  { kind: 'prose', at: 'proves', label: '能说明什么' },
];

export const claimsSections: readonly Section[] = [
  {
    id: 'issues',
    title: '出了什么问题',
    fields: [
      { kind: 'choices', at: 'issues', label: '选最贴切的一两项', options: issueOptions },
      { kind: 'choice', at: 'stage', label: '现在到哪一步了', options: stageOptions },
    ],
  },
  {
    id: 'claims',
    title: '要求什么',
    lead: '一项一项写，每项写清金额和怎么算的。只写有把握的。',
    fields: [
      {
        kind: 'rows',
        at: 'claims',
        label: '',
        noun: '诉求',
        fields: claim,
        blank: () => ({ kind: 'refund' }),
        title: claimTitle,
        empty: '还没有写。多数案件只有一项：退还货款。',
      },
    ],
  },
  {
    id: 'defences',
    title: '商家怎么说，我怎么回应',
    lead: '据理按每一种说法准备好回应用的法律依据，您只要写事实。',
    fields: [
      {
        kind: 'rows',
        at: 'defences',
        label: '',
        noun: '说法',
        fields: defence,
        blank: () => ({ kind: 'no-refund-term' }),
        title: (row) => defenceTitle(row),
        empty: '商家还没有答复的，可以空着。',
      },
    ],
  },
  {
    id: 'addressees',
    title: '交给谁',
    lead: '写机构的全名。不知道的先空着，据理会按您填的地址提示。',
    fields: [
      { kind: 'text', at: 'addressees.platform', label: '平台公司', help: '平台的公司全名，在 App 的“关于”里。' },
      {
        kind: 'text',
        at: 'addressees.marketRegulator',
        label: '市场监督管理局',
        help: '写区、县的局。商家自己的网站，看商家的住所地；平台上的店铺，看店铺公示的地址或者平台的住所地。',
      },
      { kind: 'text', at: 'addressees.consumerAssociation', label: '消费者协会', term: '消费者协会' },
      { kind: 'text', at: 'addressees.paymentProvider', label: '支付机构', term: '支付机构' },
      {
        kind: 'text',
        at: 'addressees.court',
        label: '法院',
        help: '起诉时填基层法院的全名。有哪几处法院可以选，“导出与期限”里会列出。',
      },
      { kind: 'day', at: 'date', label: '文书上的日期', help: '提交的那一天。期限也按这一天来算。' },
    ],
  },
  {
    id: 'court',
    title: '起诉才用到的',
    isFolded: true,
    fields: [
      {
        kind: 'text',
        at: 'court.province',
        label: '在哪个省起诉',
        help: '用来查小额诉讼的金额标准。',
        term: '小额诉讼',
      },
      {
        kind: 'choice',
        at: 'court.layout',
        label: '起诉状的样式',
        options: [
          { value: 'traditional', label: '传统式（一段段写）' },
          { value: 'elements', label: '要素式（填表打勾）' },
        ],
      },
      { kind: 'truth', at: 'court.knowsMediation', label: '知道可以先调解吗', yes: '知道', no: '不知道' },
      {
        kind: 'choice',
        at: 'court.mediation',
        label: '愿意先调解吗',
        help: '自愿选择。谈成的，诉讼费可能免交或者减半；谈不成的，由法院继续审理。',
        options: [
          { value: 'yes', label: '愿意' },
          { value: 'no', label: '不愿意' },
          { value: 'undecided', label: '还没有想好' },
        ],
      },
      {
        kind: 'prose',
        at: 'court.preservation',
        label: '财产保全',
        help: '请法院先冻结对方的财产，一般用不到。',
        isRare: true,
      },
      {
        kind: 'rows',
        at: 'recordRequests',
        label: '请法院或者平台调取的记录',
        noun: '调取',
        fields: recordRequest,
        blank: () => ({}),
        title: (row) => textOf(row.records),
        help: '只有对方或者平台才有的记录，例如激活日志、快照。',
      },
      {
        kind: 'rows',
        at: 'witnesses',
        label: '证人',
        noun: '证人',
        fields: witness,
        blank: () => ({}),
        title: (row) => textOf(row.name),
        isRare: true,
      },
    ],
  },
  {
    id: 'consents',
    title: '投诉书上的声明',
    lead: '这些话由您签名负责。不确定的选“不清楚”，文书上会留空，由您自己勾。',
    fields: [
      {
        kind: 'truth',
        at: 'consents.notFiledElsewhere',
        label: '这件事没有向法院、仲裁、别的机关或者消协提出过',
        yes: '没有提出过',
        no: '提出过',
        help: '提出过却写没有，投诉可能不被受理或者被终止，您也可能要承担责任。',
      },
      {
        kind: 'truth',
        at: 'consents.publishComplaint',
        label: '同意公示这件投诉的信息（不公开姓名）',
        yes: '同意',
        no: '不同意',
      },
      {
        kind: 'truth',
        at: 'consents.delegateMediation',
        label: '同意把调解交给消协等组织来做',
        yes: '同意',
        no: '不同意',
      },
    ],
  },
];

function claimTitle(row: JsonObject): string {
  const kind = claimKindOptions.find(({ value }) => value === row.kind)?.label ?? '';
  const amount = textOf(row.amount);
  return [kind, amount === '' ? '' : `${amount}元`].filter((part) => part !== '').join(' ');
}

function defenceTitle(row: JsonObject): string {
  return textOf(row.said) === ''
    ? (defenceKindOptions.find(({ value }) => value === row.kind)?.label ?? '')
    : textOf(row.said);
}
