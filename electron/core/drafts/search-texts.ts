import type { Draft } from '../../contract/rpc/case-procedures.ts';
import type { CaseFacts } from '../store/store.ts';
import { fieldOf, isRecord, rowsOf, textOf } from './draft-values.ts';
import { exhibitNumbers } from './exhibit-numbers.ts';

type SearchText = CaseFacts['texts'][number];

/** The lists of a draft whose rows are found one by one, and how a row is called by people. */
const lists: readonly { readonly list: string; readonly name: (row: unknown, place: number) => string }[] = [
  { list: 'claimants', name: (row, place) => `投诉人${placeOf(place, textOf(row, 'name'))}` },
  { list: 'respondents', name: (row, place) => `被投诉人${placeOf(place, textOf(row, 'name'))}` },
  { list: 'orders', name: (row, place) => `订单${placeOf(place, textOf(row, 'number'))}` },
  { list: 'keys', name: (row, place) => `卡密${placeOf(place, textOf(row, 'label'))}` },
  { list: 'promises', name: (row, place) => `承诺${placeOf(place, textOf(row, 'subject'))}` },
  { list: 'events', name: (row, place) => `经过${placeOf(place, textOf(row, 'at').slice(0, 10))}` },
  { list: 'claims', name: (_, place) => `诉求${place}` },
  { list: 'filings', name: (_, place) => `已经找过谁${place}` },
  { list: 'defences', name: (_, place) => `对方的说法${place}` },
  { list: 'recordRequests', name: (_, place) => `申请调取的记录${place}` },
  { list: 'witnesses', name: (row, place) => `证人${placeOf(place, textOf(row, 'name'))}` },
];

/** What stands once in a draft. */
const singles: readonly { readonly field: string; readonly name: string }[] = [
  { field: 'statements', name: '事实与理由' },
  { field: 'fraud', name: '欺诈' },
  { field: 'terms', name: '约定' },
  { field: 'court', name: '起诉' },
  { field: 'addressees', name: '受理单位' },
];

/**
 * Values of kinds, and what only computers read; nobody looks for `card-key`. Ids are left out except those of
 * evidence, which people give themselves.
 */
const unsearched: ReadonlySet<string> = new Set([
  ...['id', 'kind', 'roles', 'state', 'group', 'form', 'status', 'body', 'precision', 'authority', 'route', 'order'],
  ...['channel', 'purpose', 'claimant', 'against', 'evidence', 'layout', 'mediation', 'files', 'gender'],
]);

/** Everything a person may look for in a case, by the place where it stands. */
export function searchTexts(draft: Draft): SearchText[] {
  const numbers = exhibitNumbers(draft);
  const rows = lists.flatMap(({ list, name }) =>
    rowsOf(draft, list).map((row, index) => ({
      item: `${list}[${index}]`,
      where: name(row, index + 1),
      text: wordsIn(row).join('\n'),
    })),
  );
  const evidence = rowsOf(draft, 'evidence').map((row, index) => ({
    item: `evidence[${index}]`,
    where: `证据${numbers[index] ?? index + 1}${spaced(textOf(row, 'title'))}`,
    text: [...wordsIn(row), ...filesOf(row)].join('\n'),
  }));
  const others = singles.map(({ field, name }) => ({
    item: field,
    where: name,
    text: wordsIn(fieldOf(draft, field)).join('\n'),
  }));
  return [{ item: 'title', where: '案件名称', text: textOf(draft, 'title') }, ...rows, ...evidence, ...others].filter(
    ({ text }) => text !== '',
  );
}

function placeOf(place: number, name: string): string {
  return name === '' ? `${place}` : spaced(name);
}

function spaced(name: string): string {
  const characters = [...name.replace(/\s+/gu, ' ')];
  if (characters.length === 0) return '';
  return ` ${characters.length > 40 ? `${characters.slice(0, 39).join('')}…` : characters.join('')}`;
}

function filesOf(item: unknown): string[] {
  return rowsOf(item, 'files').flatMap((file) => {
    const path = typeof file === 'string' ? file : textOf(file, 'path');
    return [path, textOf(file, 'note')].filter((text) => text !== '');
  });
}

/** Case files nest six deep; what lies deeper is no case. */
const deepest = 12;

function wordsIn(value: unknown, depth = 0): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()];
  if (depth >= deepest) return [];
  if (Array.isArray(value)) return value.flatMap((entry: unknown) => wordsIn(entry, depth + 1));
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, child]) => (unsearched.has(key) ? [] : wordsIn(child, depth + 1)));
}
