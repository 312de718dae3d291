import { evidenceGroups } from '../../electron/contract/case/case-kinds.ts';
import type { Draft, Json } from '../../electron/contract/rpc/case-procedures.ts';
import { isObject, listAt, textOf } from './draft-values.ts';

export interface Exhibit {
  readonly id: string;
  /** 证据3, as it prints. */
  readonly name: string;
  readonly title: string;
}

const exhibitsOf = new WeakMap<object, readonly Exhibit[]>();

/** The evidence in the order in which it is numbered: by group, within a group as it is listed. */
export function exhibitList(draft: Draft): readonly Exhibit[] {
  const items = listAt(draft, ['evidence']);
  const known = exhibitsOf.get(items);
  if (known !== undefined) return known;
  const ordered = evidenceGroups.flatMap((group) => items.filter((item) => groupOf(item) === group));
  const exhibits = ordered.map((item, index) => ({
    id: isObject(item) ? textOf(item.id) : '',
    name: `证据${index + 1}`,
    title: isObject(item) ? textOf(item.title) : '',
  }));
  if (items.length > 0) exhibitsOf.set(items, exhibits);
  return items.length > 0 ? exhibits : none;
}

const none: readonly Exhibit[] = [];

function groupOf(item: Json): string {
  const group = isObject(item) ? textOf(item.group) : '';
  return evidenceGroups.some((known) => known === group) ? group : 'other';
}
