import { textOf } from '../../../draft/draft-values.ts';
import type { FieldSpec, Section } from '../../../draft/field-spec.ts';

const promise: readonly FieldSpec[] = [
  { kind: 'text', at: 'subject', label: '说的是哪一点', placeholder: '例如：有效期、适用系统、到账时间', isWide: true },
  {
    kind: 'prose',
    at: 'promised',
    label: '当时怎么说的',
    placeholder: '例如：商品页写明“支持 Windows 11”',
    help: '尽量照原话抄，加上引号。',
  },
  { kind: 'text', at: 'promisedIn', label: '在哪里说的', placeholder: '例如：商品页面、下单前聊天', isWide: true },
  { kind: 'prose', at: 'performed', label: '实际是怎样', help: '写看得见的事实：提示了什么、少了什么、晚了多久。' },
  { kind: 'prose', at: 'difference', label: '差在哪里', help: '上面两栏已经看得出来的，不用填。', isRare: true },
  { kind: 'evidence', at: 'evidence', label: '有哪些证据' },
  {
    kind: 'group',
    at: 'interval',
    label: '画在时间线上的一段时间',
    add: '画到时间线上',
    help: '例如承诺“24小时到账”、实际三天才到；承诺“永久”、实际一个月就失效。',
    isRare: true,
    fields: [
      { kind: 'moment', at: 'from', label: '从什么时候算起' },
      { kind: 'text', at: 'promisedText', label: '承诺的，几个字', placeholder: '例如：承诺24小时到账' },
      {
        kind: 'moment',
        at: 'promisedUntil',
        label: '承诺到什么时候',
        help: '“永久”“终身”这样没有终点的，空着。',
      },
      { kind: 'text', at: 'actualText', label: '实际的，几个字', placeholder: '例如：三天后到账' },
      { kind: 'moment', at: 'actualUntil', label: '实际到什么时候' },
      { kind: 'truth', at: 'actualOngoing', label: '到那时还没有结束吗', yes: '还没有', no: '已经结束' },
    ],
  },
];

const clause: readonly FieldSpec[] = [
  { kind: 'prose', at: 'text', label: '原话', help: '照原话抄。' },
  { kind: 'truth', at: 'wasPointedOut', label: '下单前有没有明显提醒您看', yes: '有', no: '没有' },
];

export const promisesSections: readonly Section[] = [
  {
    id: 'promises',
    title: '说好的和实际的',
    lead: '一点写一份：先写商家怎么说的，再写实际怎样。排成的对比表是最有用的一页。',
    fields: [
      {
        kind: 'rows',
        at: 'promises',
        label: '',
        noun: '对比',
        fields: promise,
        blank: () => ({}),
        title: (row) => textOf(row.subject),
        empty: '还没有写。先写最要紧的一点：商家说了什么，实际是什么。',
      },
    ],
  },
  {
    id: 'no-refund',
    title: '“不退不换”和别的约定',
    lead: '商品页、协议里有这些话的才填。',
    isFolded: true,
    fields: [
      {
        kind: 'group',
        at: 'terms.noRefund',
        label: '“不退不换”的条款',
        term: '格式条款',
        add: '写了“不退不换”：照原话填',
        fields: [...clause, { kind: 'evidence', at: 'evidence', label: '有哪些证据' }],
      },
      { kind: 'prose', at: 'terms.quality', label: '关于质量、功能的约定', isRare: true },
      { kind: 'prose', at: 'terms.penalty', label: '关于违约金、赔偿的约定', isRare: true },
      { kind: 'prose', at: 'terms.written', label: '有没有书面合同', help: '没有的空着。', isRare: true },
      { kind: 'prose', at: 'terms.performancePlace', label: '约定在哪里交付', isRare: true },
      {
        kind: 'group',
        at: 'terms.jurisdiction',
        label: '约定去哪个法院',
        term: '管辖',
        add: '协议里约定了法院',
        isRare: true,
        fields: [...clause, { kind: 'text', at: 'court', label: '约定的法院', isWide: true }],
      },
      {
        kind: 'group',
        at: 'terms.arbitration',
        label: '约定去仲裁',
        add: '协议里约定了仲裁',
        isRare: true,
        fields: clause,
      },
    ],
  },
  {
    id: 'fraud',
    title: '商家是不是故意骗人',
    lead: '只有打算要求三倍赔偿时才填。要同时说明“说的是假的”和“他知道是假的”，并且有证据；没有把握就空着。',
    isFolded: true,
    fields: [
      {
        kind: 'group',
        at: 'fraud',
        label: '欺诈的事实',
        add: '填写欺诈的事实',
        fields: [
          { kind: 'prose', at: 'falsehood', label: '哪句话是假的', cites: true },
          { kind: 'prose', at: 'knowledge', label: '凭什么说他知道是假的', cites: true },
          { kind: 'evidence', at: 'evidence', label: '有哪些证据' },
        ],
      },
    ],
  },
];
