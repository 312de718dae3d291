import type { Change, Draft, Json } from '../../../../electron/contract/rpc/case-procedures.ts';
import { isList, isObject, listAt, textOf } from '../../../draft/draft-values.ts';
import type { EvidenceEntry } from './evidence-entries.ts';

/** A file is its path; with anything else to be said of it, it is an object. What is blank is left out. */
export function fileWith(file: Json | undefined, said: { readonly [name: string]: Json }): Json {
  const before = isObject(file) ? file : { path: textOf(file) };
  const { path = '', ...rest } = { ...before, ...said };
  const kept = Object.entries(rest).filter(([, value]) => value !== '' && !(isList(value) && value.length === 0));
  return kept.length === 0 ? path : { path, ...Object.fromEntries(kept) };
}

/** One file of several becomes an item of its own, right behind. */
export function changesToSplit(draft: Draft, entry: EvidenceEntry, fileIndex: number): Change[] {
  const rows = listAt(draft, ['evidence']);
  const row = rows[entry.index];
  const file = isObject(row) && isList(row.files) ? row.files[fileIndex] : undefined;
  if (!isObject(row) || file === undefined) return [];
  const { form, carrier, claimant, source } = row;
  const kept = Object.fromEntries(
    Object.entries({ form, carrier, claimant, source }).filter(([, value]) => value !== undefined),
  ) as { [name: string]: Json };
  const title = `${textOf(row.title)}（另一份）`.slice(0, 200);
  return [
    { kind: 'remove', path: ['evidence', entry.index, 'files', fileIndex] },
    {
      kind: 'insert',
      path: ['evidence'],
      index: entry.index + 1,
      value: { ...kept, id: freeId(draft), title, group: entry.group, files: [file] },
    },
  ];
}

/** An id that any text still mentions is not given again: the reference would turn to another exhibit unnoticed. */
function freeId(draft: Draft): string {
  const mentioned = JSON.stringify(draft).matchAll(/(?<![a-z0-9])e(\d{1,6})(?!\d)/gi);
  return `e${1 + Math.max(0, ...Array.from(mentioned, ([, number]) => Number(number)))}`;
}
