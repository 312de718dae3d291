import type { CaseQuery, CaseSummary, Change, Draft } from '../../contract/rpc/case-procedures.ts';
import type { StoredFile } from '../../contract/rpc/evidence-procedures.ts';
import type { Settings } from '../../contract/rpc/house-procedures.ts';
import type { IntakeLogStore } from './intake-log-store.ts';
import type { TimestampStore } from './timestamp-store.ts';

/** The data folder: cases with their history, originals under their hash, settings. One owner at a time. */
export interface Store {
  readonly folder: string;
  readonly health: StoreHealth;
  readonly cases: CaseStore;
  readonly originals: Originals;
  readonly intakeLog: IntakeLogStore;
  readonly timestamps: TimestampStore;
  readonly settings: SettingsStore;
  /** Where this process can be reached; a second start on the folder is told it (STORE_IN_USE, `detail`). */
  publishAddress(address: string): void;
  /** Where the last owner could be reached, when it did not end in order: its windows may still be open. */
  readonly leftAddress: string | undefined;
  /** Several writes as one transaction: all of them are on disk when it returns, or none. */
  together<Result>(writes: () => Result): Result;
  /**
   * Keeps a copy for the day that the database breaks, one a day and seven in all; a salvage makes use of it. Bit by bit
   * in the background. Never rejects: without a copy everything else works as well.
   */
  keepDailyCopy(signal: AbortSignal): Promise<void>;
  /** A consistent copy of the database while it is in use. */
  copyDatabase(target: string): Promise<void>;
  close(): void;
}

export interface StoreHealth {
  /** Edits are refused with STORE_READ_ONLY; everything else works. */
  readonly isReadOnly: boolean;
  /** What is wrong, what it means and what to do, in Chinese; unset when all is well. */
  readonly warning: string | undefined;
}

export interface StoredCase {
  readonly id: string;
  readonly revision: number;
  readonly draft: Draft;
  readonly undo: string | undefined;
  readonly redo: string | undefined;
  /** Instants, ISO. */
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly archivedAt: string | undefined;
  readonly removedAt: string | undefined;
  /** The name of the sample it was made from. */
  readonly sample: string | undefined;
}

/** What lists, searches and deadlines need of a draft; computed by drafts/case-facts.ts, kept in columns. */
export interface CaseFacts {
  readonly title: string;
  readonly stage: string | undefined;
  readonly issues: readonly string[];
  readonly claimant: string;
  readonly merchant: string;
  /** 分. */
  readonly sum: number;
  /** What search looks through: `where` names the place for people (“证据3”), `item` keeps rows apart. */
  readonly texts: readonly { readonly item: string; readonly where: string; readonly text: string }[];
  readonly evidenceItems: number;
}

/** What the checks made of a revision. */
export interface CheckedFacts {
  readonly errors: number;
  readonly warnings: number;
  readonly hints: number;
  readonly nextDeadline: { readonly clock: string; readonly name: string; readonly lastDay: string } | undefined;
}

/**
 * Every call that writes is one transaction; what it returns is on disk. Unknown ids are NOT_FOUND. `factsOf` is given
 * when the store is opened, so that facts and draft are written together.
 */
export interface CaseStore {
  create(draft: Draft, origin?: { readonly id?: string; readonly sample?: string }): StoredCase;
  get(id: string): StoredCase;
  edit(id: string, edit: { baseRevision: number; changes: readonly Change[]; label: string }): StoredCase;
  undo(id: string): StoredCase;
  redo(id: string): StoredCase;
  archive(id: string, archived: boolean): void;
  remove(id: string): void;
  restore(id: string): void;
  /** With its history and its file rows; originals that no case names any more are deleted. Only from the bin. */
  purge(id: string): void;
  list(query: CaseQuery): { readonly total: number; readonly cases: readonly CaseSummary[] };
  merchants(): readonly { readonly name: string; readonly cases: number }[];
  /** Ids of all cases on a shelf, newest first. */
  ids(shelf: 'open' | 'archived' | 'removed'): readonly string[];
  /** The case that was made from a sample and is not in the bin. */
  ofSample(sample: string): string | undefined;
  /** Ignored when the case has moved on since. */
  setChecked(id: string, revision: number, checked: CheckedFacts): void;
}

export type FileRow = Omit<StoredFile, 'isMissing'>;

export interface Originals {
  /** Where the bytes with this hash are or would be: `originals/ab/abcd…`. */
  pathOf(sha256: string): string;
  /**
   * Whether the bytes with this hash and size are there, whole. Reads them: that somebody adds a file again is rare, and
   * neither its size nor its date tells when a disk has damaged the one that is there.
   */
  holds(sha256: string, size: number): Promise<boolean>;
  /** Moves a finished temporary file to its place, read-only, unless the same bytes are there whole. Synced to disk. */
  keep(temporary: string, sha256: string): Promise<void>;
  /** A folder beside the originals for files on their way in; emptied at start. */
  readonly incoming: string;
  /** Notes that a case has a file under `path`. */
  note(caseId: string, rows: readonly FileRow[]): void;
  ofCase(caseId: string): readonly FileRow[];
  /** All at once for a copy of a case. */
  copyRows(from: string, to: string): void;
}

export interface SettingsStore {
  get(): Settings;
  change(fields: Partial<Settings>): Settings;
  /** Texts that wait, such as a template that is not finished; by key, undefined removes. */
  draftText(key: string): string | undefined;
  draftTexts(prefix: string): readonly { readonly key: string; readonly text: string }[];
  setDraftText(key: string, text: string | undefined): void;
}
