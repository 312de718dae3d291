import type { evidenceGroups } from '../../../contract/case/case-kinds.ts';
import type { Change, Draft } from '../../../contract/rpc/case-procedures.ts';
import { fieldOf, rowsOf, textOf } from '../../drafts/draft-values.ts';

type EvidenceGroup = (typeof evidenceGroups)[number];

/** One file that is to appear in the case. */
export interface NewFile {
  readonly path: string;
  readonly title: string;
  readonly group: EvidenceGroup;
}

/** The paths an item of a draft names; a file is written as its path, or as an object with a note. */
export function filePathsOf(item: unknown): string[] {
  return rowsOf(item, 'files').flatMap((file) => (typeof file === 'string' ? [file] : textOf(file, 'path') || []));
}

/**
 * The changes that put files into a draft: added to the item with the id `item`, or one new item each. The item may
 * be gone by now; then its files become items of their own, since they are not to be lost.
 */
export function addItems(draft: Draft, files: readonly NewFile[], item: string | undefined): Change[] {
  const present = rowsOf(draft, 'evidence');
  const index = item === undefined ? -1 : present.findIndex((row) => fieldOf(row, 'id') === item);
  if (index !== -1) {
    const paths = files.map(({ path }) => path);
    return appended(['evidence', index, 'files'], fieldOf(present[index], 'files'), paths);
  }
  const first = firstFreeNumber(draft);
  const rows = files.map(({ path, title, group }, place) => ({
    id: `e${first + place}`,
    title,
    group,
    files: [path],
  }));
  return appended(['evidence'], draft.evidence, rows);
}

function appended(
  path: (string | number)[],
  list: unknown,
  values: Extract<Change, { kind: 'set' }>['value'][],
): Change[] {
  if (!Array.isArray(list)) return [{ kind: 'set', path, value: values }];
  return values.map((value, place) => ({ kind: 'insert', path, index: list.length + place, value }));
}

/** An id that any text still mentions is not given again: the reference would turn to another exhibit unnoticed. */
function firstFreeNumber(draft: Draft): number {
  const mentioned = JSON.stringify(draft).matchAll(/(?<![a-z0-9])e(?<number>\d{1,6})(?!\d)/gi);
  return 1 + Math.max(0, ...Array.from(mentioned, ({ groups }) => Number(groups?.number)));
}
