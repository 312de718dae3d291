import type { Change, Draft } from '../../../../electron/contract/rpc/case-procedures.ts';
import { isList, isObject, type JsonObject, listAt, textOf } from '../../../draft/draft-values.ts';
import { changesOfCitations } from './citations.ts';
import { evidenceEntries } from './evidence-entries.ts';

/** Takes entries out of the case; lists that name them let go of them in the same stroke. */
export function changesToRemove(draft: Draft, keys: ReadonlySet<string>): Change[] {
  const gone = evidenceEntries(draft).filter(({ key }) => keys.has(key));
  const ids = new Set(gone.map(({ id }) => id).filter((id) => id !== ''));
  return [
    ...changesOfCitations(draft, ids, undefined),
    ...gone
      .map(({ index }) => index)
      .toSorted((first, second) => second - first)
      .map((index): Change => ({ kind: 'remove', path: ['evidence', index] })),
  ];
}

/**
 * Makes one entry of several: the first keeps its name and place, gets all files in their order, and what the others
 * said of source and purpose. Whatever cited one of them cites it.
 */
export function changesToMerge(draft: Draft, keys: ReadonlySet<string>): Change[] {
  const rows = listAt(draft, ['evidence']);
  const members = evidenceEntries(draft).filter(({ key }) => keys.has(key));
  const [first, ...others] = members;
  const kept = first === undefined ? undefined : rows[first.index];
  if (first === undefined || others.length === 0 || !isObject(kept)) return [];
  const all = members.flatMap(({ index }) => {
    const row = rows[index];
    return isObject(row) ? [row] : [];
  });
  const merged: JsonObject = {
    ...kept,
    files: all.flatMap(({ files }) => (isList(files) ? files : [])),
    ...joined('source', all),
    ...joined('proves', all),
  };
  const ids = new Set(others.map(({ id }) => id).filter((id) => id !== ''));
  return [
    { kind: 'set', path: ['evidence', first.index], value: merged },
    ...changesOfCitations(draft, ids, first.id).filter(
      ({ path }) =>
        !isWithinRow(
          path,
          members.map(({ index }) => index),
        ),
    ),
    ...others
      .map(({ index }) => index)
      .toSorted((one, other) => other - one)
      .map((index): Change => ({ kind: 'remove', path: ['evidence', index] })),
  ];
}

function joined(name: 'source' | 'proves', rows: readonly JsonObject[]): JsonObject {
  const texts = new Set(rows.map((row) => textOf(row[name]).trim()).filter((text) => text !== ''));
  return texts.size === 0 ? {} : { [name]: [...texts].join('\n') };
}

/** The merged row is written whole; its own texts are already in it. */
function isWithinRow([root, index]: Change['path'], rows: readonly number[]): boolean {
  return root === 'evidence' && typeof index === 'number' && rows.includes(index);
}
