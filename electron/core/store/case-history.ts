import { applyChange } from '../../contract/case/apply-change.ts';
import { AppError } from '../../contract/errors.ts';
import type { Change, Draft, DraftPath } from '../../contract/rpc/case-procedures.ts';
import { type CaseRow, type CaseRows, draftOf } from './case-row.ts';
import type { Connection } from './connection.ts';
import { doOverlap } from './touched-paths.ts';
import type { DraftWriter } from './write-draft.ts';

/** Edits, and the way back and forth between them; it survives restarts. Each call is part of a transaction. */
export interface CaseHistory {
  edit(id: string, edit: { baseRevision: number; changes: readonly Change[]; label: string }): void;
  /** Does nothing when there is nothing to take back. */
  undo(id: string): void;
  redo(id: string): void;
}

interface Entry {
  readonly sequence: number;
  readonly forward: string;
  readonly inverse: string;
  readonly at: string;
}

interface Applied {
  readonly draft: Draft;
  readonly inverse: readonly Change[];
  readonly touched: readonly DraftPath[];
}

/** Edits of one text box that follow each other within this time are one entry. */
const togetherMilliseconds = 3_000;
const mostEntries = 1_000;
/** Entries of one case together, as characters of JSON. */
const mostSize = 20_000_000;
const largeSize = 100_000;
const sweepEvery = 50;

export function createCaseHistory(
  { database }: Connection,
  rows: CaseRows,
  writer: DraftWriter,
  now: () => Date,
): CaseHistory {
  const selectEntry = 'SELECT sequence, forward, inverse, at FROM history WHERE case_number = ?';
  const newestDone = database.prepare<[number], Entry>(
    `${selectEntry} AND is_undone = 0 ORDER BY sequence DESC LIMIT 1`,
  );
  const firstUndone = database.prepare<[number], Entry>(`${selectEntry} AND is_undone = 1 ORDER BY sequence LIMIT 1`);
  const insertEntry = database.prepare(`
    INSERT INTO history (case_number, sequence, label, forward, inverse, size, at)
    VALUES (:number, :sequence, :label, :forward, :inverse, length(:forward) + length(:inverse), :at)`);
  const joinEntry = database.prepare(`
    UPDATE history SET label = :label, forward = :forward, size = length(:forward) + length(inverse), at = :at
    WHERE case_number = :number AND sequence = :sequence`);
  const setUndone = database.prepare('UPDATE history SET is_undone = ? WHERE case_number = ? AND sequence = ?');
  const dropUndone = database.prepare('DELETE FROM history WHERE case_number = ? AND is_undone = 1');
  const dropOldest = database.prepare(`
    DELETE FROM history WHERE case_number = :number AND sequence <= (
      SELECT max(sequence) FROM (
        SELECT sequence, row_number() OVER newest_first AS place, sum(size) OVER newest_first AS total
        FROM history WHERE case_number = :number WINDOW newest_first AS (ORDER BY sequence DESC)
      ) WHERE place > ${mostEntries} OR (total > ${mostSize} AND place > 1))`);
  const insertRevision = database.prepare('INSERT INTO revisions (case_number, revision, touched) VALUES (?, ?, ?)');
  const dropOldRevisions = database.prepare('DELETE FROM revisions WHERE case_number = ? AND revision <= ?');
  const revisionsSince = database
    .prepare<[number, number], string>('SELECT touched FROM revisions WHERE case_number = ? AND revision > ?')
    .pluck();

  function refuseConflict(row: CaseRow, baseRevision: number, touched: readonly DraftPath[]): void {
    if (baseRevision === row.revision) return;
    const since = revisionsSince.all(row.number, baseRevision);
    const isAllKnown = since.length === row.revision - baseRevision;
    if (isAllKnown && !since.some((paths) => doOverlap(touched, JSON.parse(paths) as DraftPath[]))) return;
    throw new AppError('REVISION_CONFLICT');
  }

  function record(row: CaseRow, { draft, touched }: Applied, text: string, at: string): void {
    const revision = writer.update(row, draft, text, at);
    insertRevision.run(row.number, revision, JSON.stringify(touched));
    dropOldRevisions.run(row.number, revision - mostEntries);
  }

  /** The entry that an edit joins instead of making one of its own. */
  function entryToJoin(row: CaseRow, changes: readonly Change[], at: Date): Entry | undefined {
    const [change, ...others] = changes;
    if (change?.kind !== 'set' || others.length > 0 || row.redo !== null) return undefined;
    const entry = newestDone.get(row.number);
    if (entry === undefined || at.getTime() - Date.parse(entry.at) >= togetherMilliseconds) return undefined;
    const [before, ...more] = JSON.parse(entry.forward) as readonly Change[];
    if (before?.kind !== 'set' || more.length > 0) return undefined;
    return JSON.stringify(before.path) === JSON.stringify(change.path) ? entry : undefined;
  }

  /** Takes one entry back or does it again. */
  function step(
    id: string,
    entryOf: (number: number) => Entry | undefined,
    changesOf: (entry: Entry) => string,
    isUndone: 0 | 1,
  ) {
    const row = rows.byId(id);
    const entry = entryOf(row.number);
    if (entry === undefined) return;
    const changes = JSON.parse(changesOf(entry)) as readonly Change[];
    const applied = applyAll(draftOf(row), changes);
    record(row, applied, JSON.stringify(applied.draft), now().toISOString());
    setUndone.run(isUndone, row.number, entry.sequence);
  }

  return {
    edit(id, { baseRevision, changes, label }) {
      const row = rows.byId(id);
      const applied = applyAll(draftOf(row), changes);
      refuseConflict(row, baseRevision, applied.touched);
      const text = JSON.stringify(applied.draft);
      if (text === row.draft) return;
      const moment = now();
      const at = moment.toISOString();
      const forward = JSON.stringify(changes);
      const joined = entryToJoin(row, changes, moment);
      record(row, applied, text, at);
      if (joined !== undefined) {
        joinEntry.run({ number: row.number, sequence: joined.sequence, label, forward, at });
        return;
      }
      dropUndone.run(row.number);
      const sequence = (newestDone.get(row.number)?.sequence ?? 0) + 1;
      const inverse = JSON.stringify(applied.inverse);
      insertEntry.run({ number: row.number, sequence, label, forward, inverse, at });
      // Looking through all entries each time would be most of what an edit costs.
      if (sequence % sweepEvery === 0 || forward.length + inverse.length > largeSize) {
        dropOldest.run({ number: row.number });
      }
    },

    undo: (id) =>
      step(
        id,
        (number) => newestDone.get(number),
        ({ inverse }) => inverse,
        1,
      ),
    redo: (id) =>
      step(
        id,
        (number) => firstUndone.get(number),
        ({ forward }) => forward,
        0,
      ),
  };
}

/** All or nothing; the inverse takes them back in the opposite order. */
function applyAll(draft: Draft, changes: readonly Change[]): Applied {
  let after = draft;
  const inverse: Change[] = [];
  const touched: DraftPath[] = [];
  for (const change of changes) {
    const applied = applyChange(after, change);
    after = applied.draft;
    inverse.unshift(applied.inverse);
    touched.push(applied.touched);
  }
  return { draft: after, inverse, touched };
}
