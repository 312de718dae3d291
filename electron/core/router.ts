import { ask } from './procedures/ask.ts';
import { caseProcedures } from './procedures/cases.ts';
import { deadlineProcedures } from './procedures/deadlines.ts';
import { evidenceProcedures } from './procedures/evidence.ts';
import { exportProcedures } from './procedures/exports.ts';
import { handingOverProcedures } from './procedures/handing-over.ts';
import { houseProcedures } from './procedures/house.ts';
import { importProcedures } from './procedures/import.ts';
import { jobProcedures } from './procedures/jobs.ts';
import { paperProcedures } from './procedures/papers.ts';
import { previewProcedures } from './procedures/preview.ts';
import { templateProcedures } from './procedures/templates.ts';
import { timestampProcedures } from './procedures/timestamps.ts';
import type { Workspace } from './workspace.ts';

export type Router = ReturnType<typeof createRouter>;

/** Answers to all that a window may ask; every host carries the same ones. */
export function createRouter(workspace: Workspace) {
  return ask.router({
    cases: { ...caseProcedures(workspace), ...importProcedures(workspace) },
    evidence: evidenceProcedures(workspace),
    papers: { ...paperProcedures(workspace), ...previewProcedures(workspace) },
    exports: exportProcedures(workspace),
    deadlines: deadlineProcedures(workspace),
    timestamps: timestampProcedures(workspace),
    templates: templateProcedures(workspace),
    jobs: jobProcedures(workspace),
    house: { ...houseProcedures(workspace), ...handingOverProcedures(workspace) },
  });
}
