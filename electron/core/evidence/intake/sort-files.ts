import type { evidenceGroups } from '../../../contract/case/case-kinds.ts';
import type { Draft } from '../../../contract/rpc/case-procedures.ts';
import type { JobResult } from '../../../contract/rpc/job-procedures.ts';
import { rowsOf, textOf } from '../../drafts/draft-values.ts';
import type { AdmittedFile } from '../../files/files.ts';
import type { FileRow } from '../../store/store.ts';
import { filePathsOf, type NewFile } from './add-items.ts';
import { freePath, guessGroup, pathKey, titleOf } from './evidence-names.ts';
import { keptFile, type Prepared } from './keep-file.ts';

export type TakeResult = Extract<JobResult, { kind: 'evidence' }>;

/** What came of a file: its bytes are in the data folder, or why not. */
export type Outcome = { readonly sha256: string } | { readonly reason: string };

export interface FilesToSort {
  readonly draft: Draft;
  /** The files the case has, those included that no item names since an undo. */
  readonly noted: readonly FileRow[];
  readonly files: readonly AdmittedFile[];
  /** In the order of `files`. */
  readonly outcomes: readonly Outcome[];
  /** What is new in the data folder, by hash. */
  readonly arrived: ReadonlyMap<string, Prepared>;
  readonly group: (typeof evidenceGroups)[number] | undefined;
  readonly takenAt: string;
}

export interface SortedFiles {
  readonly result: TakeResult;
  readonly rows: readonly FileRow[];
  readonly items: readonly NewFile[];
}

const placeholder = '原件已经收好，照样算一份证据；印出来时先用一页说明代替它';

/** What becomes of each file: an item of its own, a duplicate of one that the case has, or a reason why not. */
export function sortFiles({ draft, noted, files, outcomes, arrived, group, takenAt }: FilesToSort): SortedFiles {
  const byPath = new Map(noted.map((row) => [row.path, row]));
  const byHash = new Map(noted.map((row) => [row.sha256, row]));
  const named = rowsOf(draft, 'evidence').flatMap((item) =>
    filePathsOf(item).map((path) => ({ path, title: textOf(item, 'title') || path })),
  );
  const titles = new Map(named.map(({ path, title }) => [byPath.get(path)?.sha256, title]));
  const taken = new Set([...byPath.keys(), ...named.map(({ path }) => path)].map(pathKey));
  const rows: FileRow[] = [];
  const items: NewFile[] = [];
  const result: TakeResult = { kind: 'evidence', added: 0, duplicates: [], problems: [] };

  function rowFor(name: string, sha256: string): FileRow | undefined {
    const known = byHash.get(sha256);
    const prepared = arrived.get(sha256);
    if (known !== undefined || prepared === undefined) return known;
    const path = freePath(name, taken);
    taken.add(pathKey(path));
    const row: FileRow = { path, originalName: name, takenAt, ...keptFile(prepared) };
    rows.push(row);
    return row;
  }

  for (const [index, { name, relativePath }] of files.entries()) {
    const outcome = outcomes[index];
    if (outcome === undefined) continue;
    if ('reason' in outcome) {
      result.problems.push({ name, reason: outcome.reason, isTaken: false });
      continue;
    }
    const sameAs = titles.get(outcome.sha256);
    if (sameAs !== undefined) {
      result.duplicates.push({ name, sameAs });
      continue;
    }
    const row = rowFor(name, outcome.sha256);
    if (row === undefined) continue;
    const title = titleOf(name);
    titles.set(outcome.sha256, title);
    items.push({ path: row.path, title, group: group ?? guessGroup(relativePath) });
    if (row.problem !== undefined) {
      result.problems.push({ name, reason: `${row.problem}。${placeholder}`, isTaken: true });
    }
  }
  result.added = items.length;
  return { rows, items, result };
}
