import { AppError } from '../../contract/errors.ts';
import { createCaseHistory } from './case-history.ts';
import { createCaseList } from './case-list.ts';
import { createCaseRows, storedCase } from './case-row.ts';
import type { Connection } from './connection.ts';
import type { OriginalFiles } from './originals.ts';
import { createSearchIndex } from './search-index.ts';
import type { CaseStore } from './store.ts';
import type { StorePorts } from './store-ports.ts';
import { createDraftWriter } from './write-draft.ts';

/** Cases in the tables, behind the interface that the rest of the program sees. */
export function createCaseStore(
  connection: Connection,
  originals: OriginalFiles,
  { factsOf, now, newId }: StorePorts,
): CaseStore {
  const { database, read, write } = connection;
  const rows = createCaseRows(connection);
  const search = createSearchIndex(connection);
  const writer = createDraftWriter(connection, search, factsOf);
  const history = createCaseHistory(connection, rows, writer, now);
  const list = createCaseList(connection, search);

  const setArchived = database.prepare('UPDATE cases SET archived_at = ? WHERE number = ?');
  const setRemoved = database.prepare('UPDATE cases SET removed_at = ? WHERE number = ?');
  const deleteCase = database.prepare('DELETE FROM cases WHERE number = ?');
  const setChecked = database.prepare(`
    UPDATE cases SET errors = :errors, warnings = :warnings, hints = :hints, next_deadline_clock = :clock,
      next_deadline_name = :name, next_deadline_day = :lastDay
    WHERE id = :id AND revision = :revision`);
  const merchants = database.prepare<[], { name: string; cases: number }>(`
    SELECT merchant AS name, count(*) AS cases FROM cases
    WHERE removed_at IS NULL AND merchant <> '' GROUP BY merchant ORDER BY count(*) DESC, merchant`);
  const ids = database
    .prepare<[string], string>('SELECT id FROM cases WHERE shelf = ? ORDER BY updated_at DESC, number DESC')
    .pluck();
  const ofSample = database
    .prepare<[string], string>('SELECT id FROM cases WHERE sample = ? AND removed_at IS NULL ORDER BY number LIMIT 1')
    .pluck();

  const stamp = () => now().toISOString();

  function mark(statement: typeof setArchived, id: string, isSet: boolean): void {
    write(() => statement.run(isSet ? stamp() : null, rows.numberOf(id)));
  }

  return {
    create: (draft, origin = {}) =>
      write(() => {
        const id = origin.id ?? newId();
        writer.insert({ id, draft, sample: origin.sample, at: stamp() });
        search.refresh();
        return storedCase(rows.byId(id));
      }),
    get: (id) => read(() => storedCase(rows.byId(id))),
    edit: (id, edit) =>
      write(() => {
        history.edit(id, edit);
        return storedCase(rows.byId(id));
      }),
    undo: (id) =>
      write(() => {
        history.undo(id);
        return storedCase(rows.byId(id));
      }),
    redo: (id) =>
      write(() => {
        history.redo(id);
        return storedCase(rows.byId(id));
      }),
    archive: (id, archived) => mark(setArchived, id, archived),
    remove: (id) => mark(setRemoved, id, true),
    restore: (id) => mark(setRemoved, id, false),

    purge(id) {
      const hashes = write(() => {
        const row = rows.byId(id);
        if (row.removed_at === null) throw new AppError('USAGE', { detail: '只有回收站里的案件才能彻底删除' });
        const named = originals.hashesOf(row.number);
        search.forget(row.number);
        deleteCase.run(row.number);
        search.compact();
        return named;
      });
      originals.deleteUnnamed(hashes);
      // The journal would keep the deleted rows for a while.
      read(() => database.pragma('wal_checkpoint(TRUNCATE)'));
    },

    list: (query) =>
      read(() => {
        search.refresh();
        return list(query);
      }),
    merchants: () => read(() => merchants.all()),
    ids: (shelf) => read(() => ids.all(shelf)),
    ofSample: (sample) => read(() => ofSample.get(sample)),

    setChecked(id, revision, { nextDeadline, ...counts }) {
      if (connection.isReadOnly) return;
      const { clock = null, name = null, lastDay = null } = nextDeadline ?? {};
      write(() => setChecked.run({ ...counts, clock, name, lastDay, id, revision }));
    },
  };
}
