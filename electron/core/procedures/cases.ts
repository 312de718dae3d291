import { AppError } from '../../contract/errors.ts';
import type { CaseRecord, Draft } from '../../contract/rpc/case-procedures.ts';
import { dayOfClock } from '../drafts/day-of-clock.ts';
import { textOf } from '../drafts/draft-values.ts';
import { newCase } from '../drafts/new-case.ts';
import { createSamples } from '../sample-cases.ts';
import type { StoredCase } from '../store/store.ts';
import type { Workspace } from '../workspace.ts';
import { ask, told } from './ask.ts';

/** Cases as they are kept: found, made, edited, put away. */
export function caseProcedures(workspace: Workspace) {
  const { store, app, clock, checks, events } = workspace;
  const { cases } = store;
  const samples = createSamples(workspace);
  return {
    list: ask.cases.list.handler(({ input }) => {
      const { total, cases: found } = cases.list(input);
      return { total, cases: [...found] };
    }),
    merchants: ask.cases.merchants.handler(() => [...cases.merchants()]),

    create: ask.cases.create.handler(async ({ input }) => {
      const { law } = await app.house();
      return { id: cases.create(newCase(input, law, dayOfClock(clock))).id };
    }),
    openSample: ask.cases.openSample.handler(async ({ input: { name } }) => ({
      id: await samples.open(name),
    })),
    duplicate: ask.cases.duplicate.handler(({ input: { id } }) => {
      const { draft } = cases.get(id);
      return store.together(() => {
        const copy = cases.create(copyOf(draft));
        store.originals.copyRows(id, copy.id);
        store.intakeLog.copy(id, copy.id);
        store.timestamps.adopt(copy.id, store.timestamps.toExport(id));
        return { id: copy.id };
      });
    }),

    get: ask.cases.get.handler(({ input: { id } }) => recordOf(cases.get(id))),
    edit: ask.cases.edit.handler(({ input: { id, ...edit } }) => {
      const { revision, undo, redo, updatedAt } = recordOf(cases.edit(id, edit));
      return { revision, updatedAt, ...(undo === undefined ? {} : { undo }), ...(redo === undefined ? {} : { redo }) };
    }),
    undo: ask.cases.undo.handler(({ input: { id } }) => recordOf(cases.undo(id))),
    redo: ask.cases.redo.handler(({ input: { id } }) => recordOf(cases.redo(id))),
    check: ask.cases.check.handler(({ input: { id } }) => checks.of(id)),

    archive: ask.cases.archive.handler(({ input: { id, archived } }) => cases.archive(id, archived)),
    remove: ask.cases.remove.handler(({ input: { id } }) => cases.remove(id)),
    restore: ask.cases.restore.handler(({ input: { id } }) => cases.restore(id)),
    purge: ask.cases.purge.handler(({ input: { id } }) => {
      if (cases.get(id).removedAt === undefined) {
        throw new AppError('USAGE', { detail: '只有回收站里的案件可以彻底删除，请先把它移到回收站' });
      }
      cases.purge(id);
    }),

    watch: ask.cases.watch.handler(({ signal }) => told(events.listen(signal))),
  };
}

function recordOf(stored: StoredCase): CaseRecord {
  const { id, revision, draft, undo, redo, updatedAt, archivedAt, sample } = stored;
  return {
    id,
    revision,
    draft,
    updatedAt,
    isSample: sample !== undefined,
    ...(undo === undefined ? {} : { undo }),
    ...(redo === undefined ? {} : { redo }),
    ...(archivedAt === undefined ? {} : { archivedAt }),
  };
}

/** A case of its own, however it began. */
function copyOf(draft: Draft): Draft {
  return { ...draft, title: `${[...textOf(draft, 'title')].slice(0, 190).join('')}（副本）` };
}
