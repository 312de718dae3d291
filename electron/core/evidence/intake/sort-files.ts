import type { evidenceGroups } from '../../../contract/case/case-kinds.ts';
import type { Draft } from '../../../contract/rpc/case-procedures.ts';
import type { JobResult } from '../../../contract/rpc/job-procedures.ts';
import { rowsOf, textOf } from '../../drafts/draft-values.ts';
import type { AdmittedFile } from '../../files/files.ts';
import type { IntakeEntry, IntakeWay } from '../../integrity/intake-log.ts';
import type { FileRow } from '../../store/store.ts';
import { filePathsOf, type NewFile } from './add-items.ts';
import type { Arrival } from './bring-in.ts';
import { freePath, guessGroup, pathKey, titleOf } from './evidence-names.ts';
import { keptFile, type Prepared } from './keep-file.ts';
import { type Container, type IntakeOutcome, logEntry } from './log-entries.ts';

export type TakeResult = Extract<JobResult, { kind: 'evidence' }>;

/** What came of a file: its bytes are in the data folder, or in what came out of it, or why not. */
export type Outcome =
  | { readonly kind: 'arrived'; readonly arrival: Arrival }
  | { readonly kind: 'opened'; readonly arrival: Arrival; readonly entries: number }
  | { readonly kind: 'refused'; readonly reason: string };

export interface IncomingFile {
  readonly file: AdmittedFile;
  readonly outcome: Outcome;
  /** The archive it came out of. */
  readonly container?: Container;
}

export interface FilesToSort {
  readonly draft: Draft;
  /** The files the case has, those included that no item names since an undo. */
  readonly noted: readonly FileRow[];
  readonly files: readonly IncomingFile[];
  /** What is new in the data folder, by hash. */
  readonly arrived: ReadonlyMap<string, Prepared>;
  readonly group: (typeof evidenceGroups)[number] | undefined;
  readonly how: IntakeWay | undefined;
  readonly takenAt: string;
}

export interface SortedFiles {
  readonly result: TakeResult;
  readonly rows: readonly FileRow[];
  readonly items: readonly NewFile[];
  readonly log: readonly IntakeEntry[];
}

/** What becomes of each file: an item of its own, a duplicate of one that the case has, or a reason why not. */
export function sortFiles({ draft, noted, files, arrived, group, how, takenAt }: FilesToSort): SortedFiles {
  const byPath = new Map(noted.map((row) => [row.path, row]));
  const byHash = new Map(noted.map((row) => [row.sha256, row]));
  const named = rowsOf(draft, 'evidence').flatMap((item) =>
    filePathsOf(item).map((path) => ({ path, title: textOf(item, 'title') || path })),
  );
  const titles = new Map(named.map(({ path, title }) => [byPath.get(path)?.sha256, title]));
  const taken = new Set([...byPath.keys(), ...named.map(({ path }) => path)].map(pathKey));
  const rows: FileRow[] = [];
  const items: NewFile[] = [];
  const log: IntakeEntry[] = [];
  const result: TakeResult = { kind: 'evidence', added: 0, duplicates: [], problems: [] };
  const archives: NonNullable<TakeResult['archives']> = [];

  function rowFor(name: string, sha256: string): FileRow | undefined {
    const known = byHash.get(sha256);
    const prepared = arrived.get(sha256);
    if (known !== undefined || prepared === undefined) return known;
    const path = freePath(name, taken);
    taken.add(pathKey(path));
    const row: FileRow = { path, originalName: name, takenAt, ...keptFile(prepared) };
    rows.push(row);
    byHash.set(sha256, row);
    return row;
  }

  for (const { file, outcome, container } of files) {
    const { name, relativePath } = file;
    const arrival = outcome.kind === 'refused' ? undefined : outcome.arrival;
    const facts = arrival === undefined ? undefined : arrived.get(arrival.sha256)?.facts;
    const note = (became: IntakeOutcome) =>
      log.push(
        logEntry({ file, arrival, container, exif: facts?.exif, mime: facts?.mime }, became, { at: takenAt, how }),
      );
    if (outcome.kind === 'refused') {
      result.problems.push({ name, reason: outcome.reason, isTaken: false });
      note({ event: 'refused', reason: outcome.reason });
      continue;
    }
    if (outcome.kind === 'opened') {
      archives.push({ name, files: outcome.entries });
      note({ event: 'opened-archive', entries: outcome.entries });
      continue;
    }
    const { sha256 } = outcome.arrival;
    const sameAs = titles.get(sha256);
    if (sameAs !== undefined) {
      result.duplicates.push({ name, sameAs });
      note({ event: 'duplicate', sameAs });
      continue;
    }
    const row = rowFor(name, sha256);
    if (row === undefined) {
      // Only an archive is neither kept nor known: it was opened a moment ago.
      result.duplicates.push({ name, sameAs: name });
      note({ event: 'duplicate', sameAs: name });
      continue;
    }
    const title = titleOf(name);
    titles.set(sha256, title);
    items.push({ path: row.path, title, group: group ?? guessGroup(relativePath) });
    note({ event: 'taken', path: row.path });
    if (row.problem !== undefined) result.problems.push({ name, reason: row.problem, isTaken: true });
  }
  result.added = items.length;
  if (archives.length > 0) result.archives = archives;
  return { rows, items, log, result };
}
