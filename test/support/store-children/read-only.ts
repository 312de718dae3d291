// `node read-only.ts FOLDER`: opens a store that can only be read, tries everything that writes, and tells as JSON.
import type { Store } from '../../../electron/core/store/store.ts';
import { caseQuery, openTestStore } from '../test-store.ts';

// Nothing is read-only for root, so it becomes nobody, now that all it needs of the checkout is loaded.
if (process.getuid?.() === 0) {
  process.setgid?.(65_534);
  process.setuid?.(65_534);
}
const store = await openTestStore(process.argv[2] ?? '');
const [first] = store.cases.ids('open');
const id = first ?? '';
const writing: Readonly<Record<string, (of: Store) => unknown>> = {
  create: ({ cases }) => cases.create({}),
  edit: ({ cases }) => cases.edit(id, { baseRevision: 2, changes: [{ kind: 'remove', path: ['title'] }], label: '' }),
  undo: ({ cases }) => cases.undo(id),
  archive: ({ cases }) => cases.archive(id, true),
  remove: ({ cases }) => cases.remove(id),
  note: ({ originals }) => originals.note(id, []),
  keep: ({ originals }) => originals.keep('/nowhere', 'a'.repeat(64)),
  settings: ({ settings }) => settings.change({ welcomeSeen: true }),
};
const refused: unknown[] = [];
for (const [name, write] of Object.entries(writing)) {
  try {
    await write(store);
    refused.push([name, 'done']);
  } catch (error) {
    refused.push([name, error instanceof Error && 'code' in error ? error.code : String(error)]);
  }
}
store.cases.setChecked(id, 1, { errors: 1, warnings: 0, hints: 0, nextDeadline: undefined });
const { cases } = store.cases.list(caseQuery());
const found = store.cases.list(caseQuery({ text: '最后' })).total;
process.stdout.write(JSON.stringify({ ...store.health, titles: cases.map(({ title }) => title), found, refused }));
store.close();
