import { concealSensitive } from './sensitive-text.ts';

/**
 * What was found, for a problem of an input. Only fields that hold no personal data are quoted, shortened;
 * of every other field a problem tells the kind and the length, since problems end up in logs and tickets.
 */
const quotableFields = new Set([
  'format',
  'stage',
  'issues',
  'kind',
  'state',
  'group',
  'form',
  'precision',
  'authority',
  'gender',
  'roles',
  'body',
  'status',
  'id',
  'order',
  'evidence',
  'files',
  'path',
  'amount',
  'unitPrice',
  'quantity',
  'date',
  'at',
  'marks',
  'from',
  'promisedUntil',
  'actualUntil',
  'placedAt',
  'paidAt',
  'receivedAt',
  'shownAt',
  'triedAt',
  'filedOn',
]);

const longestQuote = 24;

export function foundText(value: unknown, field: string): string {
  switch (typeof value) {
    case 'undefined':
      return '没有填写';
    case 'boolean':
      return String(value);
    case 'number':
      return quotableFields.has(field) ? `数字 ${concealSensitive(String(value))}` : '数字';
    case 'string':
      if (value === '') return '空的文字';
      return quotableFields.has(field) ? quote(value) : `文字（${lengthOf(value)}个字）`;
    default:
      if (value === null) return '空值 null';
      return Array.isArray(value) ? `列表（${value.length}项）` : '对象 {…}';
  }
}

/** “聊天-3”: shortened, without control characters, card keys and long numbers. */
export function quote(text: string): string {
  const safe = concealSensitive(text.slice(0, 200)).replace(/\p{C}/gu, '□');
  const characters = [...safe];
  return `“${characters.length > longestQuote ? `${characters.slice(0, longestQuote - 1).join('')}…` : safe}”`;
}

/** Length as people and forms count it: a rare character of two code units is one. */
export function lengthOf(text: string): number {
  return [...text].length;
}
