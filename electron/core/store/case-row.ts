import { AppError } from '../../contract/errors.ts';
import type { Draft } from '../../contract/rpc/case-procedures.ts';
import type { Connection } from './connection.ts';
import type { StoredCase } from './store.ts';

/** A case as its row and its draft's row hold it. */
export interface CaseRow {
  readonly number: number;
  readonly id: string;
  readonly revision: number;
  readonly draft: string;
  readonly created_at: string;
  readonly updated_at: string;
  readonly archived_at: string | null;
  readonly removed_at: string | null;
  readonly sample: string | null;
  readonly undo: string | null;
  readonly redo: string | null;
}

export interface CaseRows {
  /** NOT_FOUND when there is no such case. */
  byId(id: string): CaseRow;
  numberOf(id: string): number;
}

export function createCaseRows({ database }: Connection): CaseRows {
  const select = database.prepare<[string], CaseRow>(`
    SELECT number, id, revision, draft, created_at, updated_at, archived_at, removed_at, sample,
      (SELECT label FROM history WHERE case_number = number AND is_undone = 0 ORDER BY sequence DESC LIMIT 1) AS undo,
      (SELECT label FROM history WHERE case_number = number AND is_undone = 1 ORDER BY sequence LIMIT 1) AS redo
    FROM cases JOIN drafts ON case_number = number WHERE id = ?`);
  const number = database.prepare<[string], number>('SELECT number FROM cases WHERE id = ?').pluck();
  return {
    byId: (id) => known(select.get(id)),
    numberOf: (id) => known(number.get(id)),
  };
}

function known<Row>(row: Row | undefined): Row {
  if (row === undefined) throw new AppError('NOT_FOUND', { detail: '没有这个案件，它可能已被彻底删除' });
  return row;
}

export function draftOf(row: Pick<CaseRow, 'draft'>): Draft {
  return JSON.parse(row.draft) as Draft;
}

export function storedCase(row: CaseRow): StoredCase {
  return {
    id: row.id,
    revision: row.revision,
    draft: draftOf(row),
    undo: row.undo ?? undefined,
    redo: row.redo ?? undefined,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    archivedAt: row.archived_at ?? undefined,
    removedAt: row.removed_at ?? undefined,
    sample: row.sample ?? undefined,
  };
}
