import type { Change, Draft, DraftPath, Json } from '../../electron/contract/rpc/case-procedures.ts';
import { isBlank, isObject, valueAt } from './draft-values.ts';

/**
 * The change that puts a value into a field; `undefined` or nothing but blanks clears it. Clearing takes away what was
 * around it and is empty then, up to the row it belongs to, so that a case never holds `{}` where a fact belongs.
 */
export function changesTo(draft: Draft, path: DraftPath, value: Json | undefined): readonly Change[] {
  if (value !== undefined && !(typeof value === 'string' && value === '')) return [{ kind: 'set', path, value }];
  if (valueAt(draft, path) === undefined) return [];
  let emptied = path;
  for (
    let above = path.slice(0, -1);
    above.length > 0 && typeof above.at(-1) === 'string';
    above = above.slice(0, -1)
  ) {
    const holder = valueAt(draft, above);
    const step = emptied.at(-1);
    if (!isObject(holder) || !Object.entries(holder).every(([name, held]) => name === step || isBlank(held))) break;
    emptied = above;
  }
  return [{ kind: 'remove', path: emptied }];
}
