import { useState } from 'react';
import type { Json } from '../../electron/contract/rpc/case-procedures.ts';

interface Keyed {
  readonly rows: readonly Json[];
  readonly keys: readonly number[];
  readonly next: number;
}

/** A key for each row that stays with it while it is edited and moved; rows carry none of their own. */
export function useRowKeys(rows: readonly Json[]): readonly number[] {
  const [kept, setKept] = useState<Keyed>(() => keyRows(rows, { rows: [], keys: [], next: 0 }));
  if (kept.rows === rows) return kept.keys;
  const keyed = keyRows(rows, kept);
  setKept(keyed);
  return keyed.keys;
}

/**
 * Rows that are the very same keep their key. Of the others, where as many went as came, they are the same rows edited:
 * each takes the key of its turn. A row that was moved is the very same, and one that was added has no forerunner.
 */
export function keyRows(rows: readonly Json[], before: Keyed): Keyed {
  const free = new Map<Json, number[]>();
  for (const [index, row] of before.rows.entries()) {
    const key = before.keys[index];
    if (key !== undefined) free.set(row, [...(free.get(row) ?? []), key]);
  }
  const found = rows.map((row) => free.get(row)?.shift());
  const left = [...free.values()]
    .flat()
    .toSorted((first, second) => before.keys.indexOf(first) - before.keys.indexOf(second));
  let next = before.next;
  const isEdited = left.length === found.filter((key) => key === undefined).length;
  const keys = found.map((key) => {
    if (key !== undefined) return key;
    const taken = isEdited ? left.shift() : undefined;
    if (taken !== undefined) return taken;
    next += 1;
    return next;
  });
  const isSame = keys.length === before.keys.length && keys.every((key, index) => key === before.keys[index]);
  return { rows, keys: isSame ? before.keys : keys, next };
}
