import { evidenceGroups } from '../../../../electron/contract/case/case-kinds.ts';
import type { Draft, Json } from '../../../../electron/contract/rpc/case-procedures.ts';
import { isList, isObject, listAt, textOf } from '../../../draft/draft-values.ts';

export type EvidenceGroup = (typeof evidenceGroups)[number];

export interface ItemFile {
  readonly path: string;
  readonly note: string;
}

/** An item of evidence as the screen shows it; what is odd in the draft reads as empty. */
export interface EvidenceEntry {
  /** Its id; `#4` where it has none or shares it with one before, so that each entry has its own. */
  readonly key: string;
  readonly id: string;
  /** Where it stands in the draft. */
  readonly index: number;
  /** As it prints: 证据3. */
  readonly number: number;
  readonly group: EvidenceGroup;
  readonly title: string;
  readonly proves: string;
  readonly source: string;
  readonly files: readonly ItemFile[];
}

const listed = new WeakMap<object, readonly EvidenceEntry[]>();
const known = new WeakMap<object, EvidenceEntry>();
const none: readonly EvidenceEntry[] = [];

/**
 * The evidence in the order in which the packet numbers it: by group, within a group as the draft lists it. What did
 * not change keeps its identity, so that of five hundred cards only the edited one is drawn again.
 */
export function evidenceEntries(draft: Draft): readonly EvidenceEntry[] {
  const rows = listAt(draft, ['evidence']);
  if (rows.length === 0) return none;
  const before = listed.get(rows);
  if (before !== undefined) return before;
  const seen = new Set<string>();
  const placed = rows.map((row, index) => {
    const id = isObject(row) ? textOf(row.id) : '';
    const key = id === '' || seen.has(id) ? `#${index}` : id;
    seen.add(key);
    return { row, key, index, group: groupOf(row) };
  });
  const entries = evidenceGroups
    .flatMap((group) => placed.filter((one) => one.group === group))
    .map(({ row, key, index }, place) => entryOf(row, key, index, place + 1));
  listed.set(rows, entries);
  return entries;
}

function entryOf(row: Json, key: string, index: number, number: number): EvidenceEntry {
  if (!isObject(row)) {
    return { key, id: '', index, number, group: 'other', title: '', proves: '', source: '', files: [] };
  }
  const last = known.get(row);
  if (last !== undefined && last.key === key && last.index === index && last.number === number) return last;
  const entry: EvidenceEntry = {
    key,
    id: textOf(row.id),
    index,
    number,
    group: groupOf(row),
    title: textOf(row.title),
    proves: textOf(row.proves),
    source: textOf(row.source),
    files: itemFiles(row.files),
  };
  known.set(row, entry);
  return entry;
}

/** A file is written as its path, or as an object with a note. */
function itemFiles(files: Json | undefined): readonly ItemFile[] {
  if (!isList(files)) return [];
  return files.map((file) =>
    isObject(file) ? { path: textOf(file.path), note: textOf(file.note) } : { path: textOf(file), note: '' },
  );
}

function groupOf(row: Json): EvidenceGroup {
  const group = isObject(row) ? row.group : undefined;
  return evidenceGroups.find((one) => one === group) ?? 'other';
}

/** 证据3 “付款截图”, for messages and readers. */
export function entryName({ number, title }: Pick<EvidenceEntry, 'number' | 'title'>): string {
  return title === '' ? `证据${number}` : `证据${number} ${title}`;
}
