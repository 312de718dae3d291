import type { Change, Draft, DraftPath, Json } from '../../../../electron/contract/rpc/case-procedures.ts';
import { isList, isObject, textOf } from '../../../draft/draft-values.ts';
import { pathText } from '../../../draft/path-text.ts';

/** Where a case refers to its evidence: in lists called `evidence`, and as `{证据:e1}` in texts. */

/** A place that cites, as findings name it. */
export interface Citation {
  readonly path: string;
  /** 经过第2件. */
  readonly words: string;
}

interface Found {
  readonly path: DraftPath;
  readonly kind: 'list' | 'text';
  readonly value: Json;
}

export type Citations = ReadonlyMap<string, readonly Citation[]>;

const mark = /\{证据[:：]([^{}\s]{1,64})\}/gu;
const known = new WeakMap<object, Citations>();
const foundIn = new WeakMap<object, readonly Found[]>();

/** By id of the item. */
export function citationsIn(draft: Draft): Citations {
  const before = known.get(draft);
  if (before !== undefined) return before;
  const byId = new Map<string, Citation[]>();
  for (const found of allFound(draft)) {
    const citation = { path: pathText(found.path), words: wordsFor(found.path) };
    for (const id of new Set(idsOf(found))) {
      const list = byId.get(id);
      if (list === undefined) byId.set(id, [citation]);
      else list.push(citation);
    }
  }
  known.set(draft, byId);
  return byId;
}

/** The changes that make all that cites one of `ids` cite `instead`, or nothing. Marks in texts stay without one. */
export function changesOfCitations(draft: Draft, ids: ReadonlySet<string>, instead: string | undefined): Change[] {
  return allFound(draft).flatMap((found): Change[] => {
    if (!idsOf(found).some((id) => ids.has(id))) return [];
    const { path, kind, value } = found;
    if (kind === 'text') {
      if (instead === undefined) return [];
      const next = textOf(value).replaceAll(mark, (whole, id: string) => (ids.has(id) ? `{证据:${instead}}` : whole));
      return [{ kind: 'set', path, value: next }];
    }
    const named = idsOf(found).flatMap((id) => (ids.has(id) ? (instead ?? []) : id));
    return named.length === 0 ? [{ kind: 'remove', path }] : [{ kind: 'set', path, value: [...new Set(named)] }];
  });
}

function allFound(draft: Draft): Found[] {
  return Object.entries(draft).flatMap(([name, value]) => {
    const below = isObject(value) || isList(value) ? remembered(value, name) : [];
    return below.map((found) => ({ ...found, path: [name, ...found.path] }));
  });
}

/** While one types in one part of the case, the others need not be searched again. */
function remembered(value: Json & object, name: string): readonly Found[] {
  const before = foundIn.get(value);
  if (before !== undefined) return before;
  const found: Found[] = [];
  // The items themselves are no references to items.
  search(value, [], name === 'evidence', found);
  foundIn.set(value, found);
  return found;
}

function search(value: Json, path: DraftPath, isItems: boolean, found: Found[]): void {
  if (typeof value === 'string') {
    if (value.includes('{证据')) found.push({ path, kind: 'text', value });
    return;
  }
  if (isList(value)) {
    for (const [index, child] of value.entries()) search(child, [...path, index], isItems, found);
    return;
  }
  if (!isObject(value)) return;
  for (const [name, child] of Object.entries(value)) {
    if (name === 'evidence' && !isItems && isList(child))
      found.push({ path: [...path, name], kind: 'list', value: child });
    else search(child, [...path, name], isItems, found);
  }
}

function idsOf({ kind, value }: Found): string[] {
  if (kind === 'list') return isList(value) ? value.map(textOf) : [];
  return [...textOf(value).matchAll(mark)].flatMap(([, id]) => id ?? []);
}

const nouns: Readonly<Record<string, string>> = {
  events: '经过',
  promises: '承诺与实际',
  claims: '诉求',
  filings: '已经找过谁',
  keys: '卡密',
  orders: '订单',
  statements: '事实与理由',
  fraud: '欺诈的事实',
  terms: '约定与条款',
  defences: '商家的说法',
  recordRequests: '申请调取',
  witnesses: '证人',
  claimants: '投诉人',
  court: '法院',
  overrides: '手写的段落',
  evidence: '证据说明',
};

function wordsFor([root, row]: DraftPath): string {
  const noun = nouns[String(root)] ?? '案件';
  return typeof row === 'number' ? `${noun}第${row + 1}条` : noun;
}
