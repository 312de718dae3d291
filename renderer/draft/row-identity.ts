import type { Json } from '../../electron/contract/rpc/case-procedures.ts';
import { isObject, textOf } from './draft-values.ts';
import type { ReferenceTarget } from './field-spec.ts';

const nouns: Readonly<Record<ReferenceTarget, string>> = {
  claimants: '投诉人',
  respondents: '被投诉人',
  orders: '订单',
};

interface RowIdentity {
  readonly id: string;
  /** The row has none; it gets this one when something refers to it. */
  readonly isNew: boolean;
  /** What people call it. */
  readonly name: string;
}

export function rowIdentity(target: ReferenceTarget, row: Json, index: number, rows: readonly Json[]): RowIdentity {
  const fields = isObject(row) ? row : {};
  const own = textOf(fields.id);
  const name = target === 'orders' ? orderName(textOf(fields.number)) : textOf(fields.name);
  return {
    id: own === '' ? freeId(nouns[target], rows, index + 1) : own,
    isNew: own === '',
    name: name === '' ? `第${index + 1}个${nouns[target]}` : name,
  };
}

function orderName(number: string): string {
  return number === '' ? '' : `订单 ${number}`;
}

/** 订单-2: the first such id from `count` on that no row has. */
export function freeId(noun: string, rows: readonly Json[], count = 1): string {
  const taken = new Set(rows.map((row) => (isObject(row) ? textOf(row.id) : '')));
  const id = `${noun}-${count}`;
  return taken.has(id) ? freeId(noun, rows, count + 1) : id;
}
