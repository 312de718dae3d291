import type { CaseStore, StoredCase } from './store/store.ts';
import type { Events } from './workspace.ts';

/**
 * The cases of a store; whoever writes to one, every window is told. `forget` is called before the writer has its answer:
 * what was reckoned of the case is no longer true.
 */
export function announcingCases(cases: CaseStore, events: Events, forget: (id: string) => void): CaseStore {
  const changed = (stored: StoredCase): StoredCase => {
    forget(stored.id);
    events.emit({ kind: 'case', id: stored.id, revision: stored.revision });
    events.emit({ kind: 'list' });
    return stored;
  };
  const listed = (write: (id: string) => void) => (id: string) => {
    write(id);
    forget(id);
    events.emit({ kind: 'list' });
  };
  return {
    ...cases,
    create: (draft, origin) => changed(cases.create(draft, origin)),
    edit: (id, edit) => changed(cases.edit(id, edit)),
    undo: (id) => changed(cases.undo(id)),
    redo: (id) => changed(cases.redo(id)),
    archive: (id, archived) => {
      cases.archive(id, archived);
      events.emit({ kind: 'list' });
    },
    remove: listed((id) => cases.remove(id)),
    restore: listed((id) => cases.restore(id)),
    purge: listed((id) => cases.purge(id)),
    setChecked: (id, revision, checked) => {
      cases.setChecked(id, revision, checked);
      events.emit({ kind: 'list' });
    },
  };
}
