import { formatMoment, parseMoment } from '../../../../electron/contract/case/moments.ts';
import { type JsonObject, textOf } from '../../../draft/draft-values.ts';
import type { FieldSpec, Section } from '../../../draft/field-spec.ts';
import { eventKindOptions, filingBodyOptions, filingStatusOptions } from '../choice-words.ts';
import { whose } from '../several-claimants.ts';

const event: readonly FieldSpec[] = [
  { kind: 'moment', at: 'at', label: '什么时候', precisionAt: 'precision', help: '只知道哪一天的，不用填几点。' },
  {
    kind: 'prose',
    at: 'text',
    label: '发生了什么',
    placeholder: '例如：下单前问客服能否用于 Windows 11，客服答复“直接用”。',
    help: '一件事写一两句，只写事实。',
    cites: true,
  },
  { kind: 'evidence', at: 'evidence', label: '有哪些证据' },
  {
    kind: 'choice',
    at: 'kind',
    label: '这是不是下面的一种',
    options: eventKindOptions,
    help: '选了，据理就能算出各种期限从哪天开始。都不是的空着。',
  },
  whose('谁的事'),
];

const filing: readonly FieldSpec[] = [
  { kind: 'choice', at: 'body', label: '找了谁', options: filingBodyOptions },
  { kind: 'choice', at: 'status', label: '现在怎样', options: filingStatusOptions },
  { kind: 'text', at: 'name', label: '具体名称', placeholder: '例如：某某区市场监督管理局' },
  { kind: 'text', at: 'reference', label: '工单号、登记编号', help: '短信、App 里的处理编号。以后查询要用。' },
  { kind: 'day', at: 'filedOn', label: '哪一天提交' },
  { kind: 'day', at: 'acceptedOn', label: '哪一天受理' },
  { kind: 'day', at: 'endedOn', label: '哪一天处理完' },
  {
    kind: 'day',
    at: 'feeNoticeOn',
    label: '收到法院交费通知的日期',
    when: (row) => row.body === 'court',
  },
  { kind: 'prose', at: 'answer', label: '对方怎么答复' },
  { kind: 'reference', at: 'against', label: '针对谁', to: 'respondents', isRare: true },
  { kind: 'evidence', at: 'evidence', label: '有哪些证据' },
];

export const eventsSections: readonly Section[] = [
  {
    id: 'events',
    title: '按时间写经过',
    lead: '从下单前的咨询写到今天。写的先后没有关系，据理按日期排好，画成右边的时间线。',
    fields: [
      {
        kind: 'rows',
        at: 'events',
        label: '',
        noun: '事件',
        fields: event,
        blank: () => ({}),
        title: eventTitle,
        isSortedByTime: true,
        empty: '还没有写。先写三件：什么时候买的、什么时候发现不对、什么时候找的商家。',
      },
    ],
  },
  {
    id: 'filings',
    title: '已经找过谁',
    lead: '找过商家、平台、12315、消协、法院的都写上。同一件事别处已经受理或者处理过的，12315 可能不受理，所以请如实写，也不要同时交给几处。',
    fields: [
      {
        kind: 'rows',
        at: 'filings',
        label: '',
        noun: '记录',
        fields: filing,
        blank: () => ({ body: 'merchant', status: 'filed' }),
        title: (row) => filingTitle(row),
        empty: '还没有找过谁，也没有关系。',
      },
    ],
  },
  {
    id: 'statements',
    title: '用自己的话说一遍',
    lead: '这几段会写进文书的“事实与理由”。上面的事件已经写清楚的，可以简短。',
    fields: [
      {
        kind: 'prose',
        at: 'statements.background',
        label: '买了什么、怎么买的',
        help: '什么时候、在哪里、为什么买，付了多少。',
        cites: true,
      },
      { kind: 'prose', at: 'statements.problem', label: '出了什么问题', help: '看到了什么、试了什么。', cites: true },
      { kind: 'prose', at: 'statements.answer', label: '商家或者平台怎么答复', cites: true },
      { kind: 'prose', at: 'statements.reply', label: '为什么这个答复不能接受', cites: true },
      { kind: 'prose', at: 'statements.additional', label: '还要补充的', cites: true, isRare: true },
    ],
  },
];

function eventTitle(row: JsonObject): string {
  const moment = parseMoment(textOf(row.at));
  const precision = row.precision === 'approximate' ? 'approximate' : 'exact';
  const when = moment === undefined ? '还没有日期' : formatMoment(moment, precision);
  return `${when}　${textOf(row.text)}`;
}

function filingTitle(row: JsonObject): string {
  const body = filingBodyOptions.find(({ value }) => value === row.body)?.label ?? '';
  const status = filingStatusOptions.find(({ value }) => value === row.status)?.label ?? '';
  return [textOf(row.name) === '' ? body : textOf(row.name), textOf(row.filedOn), status]
    .filter((part) => part !== '')
    .join(' · ');
}
