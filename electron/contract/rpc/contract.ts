import { caseProcedures } from './case-procedures.ts';
import { evidenceProcedures } from './evidence-procedures.ts';
import { deadlineProcedures, exportProcedures } from './filing-procedures.ts';
import { houseProcedures, templateProcedures } from './house-procedures.ts';
import { jobProcedures } from './job-procedures.ts';
import { paperProcedures } from './paper-procedures.ts';
import { timestampProcedures } from './timestamp-procedures.ts';

/**
 * All that a window may ask, whatever carries it: a MessagePort on the desktop, HTTP on loopback, a call in process.
 * Bytes never travel here: files come in through tickets (see core/files) and go out by address.
 */
export const contract = {
  cases: caseProcedures,
  evidence: evidenceProcedures,
  papers: paperProcedures,
  exports: exportProcedures,
  deadlines: deadlineProcedures,
  timestamps: timestampProcedures,
  templates: templateProcedures,
  jobs: jobProcedures,
  house: houseProcedures,
};
export type Contract = typeof contract;
