import { stat } from 'node:fs/promises';
import { evidenceGroups, issueKinds } from '../../contract/case/case-kinds.ts';
import { AppError } from '../../contract/errors.ts';
import { fieldOf, rowsOf, textsOf } from '../drafts/draft-values.ts';
import { openStoredCase } from '../drafts/open-stored-case.ts';
import { intakeLogAnswer } from '../evidence/intake/log-answer.ts';
import { problemNow } from '../evidence/problem-now.ts';
import { evidenceChecklist } from '../law/evidence-checklist.ts';
import type { Workspace } from '../workspace.ts';
import { ask } from './ask.ts';

/** Evidence of a case: taking it in, the files behind it, what is still to be collected. */
export function evidenceProcedures({ store, app, jobs, files, clock }: Workspace) {
  return {
    take: ask.evidence.take.handler(({ input: { id, tickets, item, group, how } }) => {
      // Refused before any ticket is used up.
      store.cases.get(id);
      if (store.health.isReadOnly) throw new AppError('STORE_READ_ONLY');
      const admitted = tickets.map(files.redeem);
      const job = jobs.start({
        kind: 'take-evidence',
        title: `添加证据（${admitted.length}个文件）`,
        caseId: id,
        admitted,
        async run(running) {
          // The libraries that read pictures are slow to load.
          const { takeEvidence } = await import('../evidence/intake/take-evidence.ts');
          const order = { caseId: id, files: admitted, item, group, how };
          const { result } = await takeEvidence({ store, clock }, order, running);
          return { result, paths: [] };
        },
      });
      return { job };
    }),

    files: ask.evidence.files.handler(({ input: { id } }) =>
      Promise.all(
        store.originals.ofCase(id).map(async (row) => {
          const original = await stat(store.originals.pathOf(row.sha256)).catch(() => undefined);
          const { problem: _told, ...facts } = row;
          const problem = problemNow(row, store.settings.get());
          return { ...facts, ...(problem === undefined ? {} : { problem }), isMissing: original?.size !== row.size };
        }),
      ),
    ),

    log: ask.evidence.log.handler(({ input: { id, originals } }) =>
      intakeLogAnswer(store.intakeLog.ofCase(id), originals),
    ),

    proposeRedactions: ask.evidence.proposeRedactions.handler(async ({ input: { id, path }, signal }) => {
      const file = store.originals.ofCase(id).find((one) => one.path === path);
      if (file === undefined) throw new AppError('NOT_FOUND');
      if (file.kind !== 'pdf') return { isReadable: false, boxes: [] };
      const boxes = await app.proposeRedactions(openStoredCase({ store, clock }, id), path, signal);
      return { isReadable: boxes !== undefined, boxes: boxes ?? [] };
    }),

    unlock: ask.evidence.unlock.handler(async ({ input: { id, path, password }, signal }) => {
      const file = store.originals.ofCase(id).find((one) => one.path === path);
      if (file?.kind !== 'pdf') throw new AppError('NOT_FOUND');
      return { isOpen: await app.unlockEvidence(openStoredCase({ store, clock }, id), path, password, signal) };
    }),

    checklist: ask.evidence.checklist.handler(async ({ input: { id } }) => {
      const { draft } = store.cases.get(id);
      const { law } = await app.house();
      const named = textsOf(draft, 'issues');
      const groups = rowsOf(draft, 'evidence').map((item) => fieldOf(item, 'group'));
      return evidenceChecklist(
        law.issues,
        issueKinds.filter((kind) => named.includes(kind)),
        new Set(evidenceGroups.filter((group) => groups.includes(group))),
      );
    }),
  };
}
