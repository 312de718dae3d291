import { AppError } from '../../contract/errors.ts';
import type { Workspace } from '../workspace.ts';
import { ask } from './ask.ts';

/** Cases that come from elsewhere. */
export function importProcedures(workspace: Workspace) {
  const { store, files, jobs } = workspace;
  return {
    import: ask.cases.import.handler(({ input: { tickets } }) => {
      if (store.health.isReadOnly) throw new AppError('STORE_READ_ONLY');
      const admitted = tickets.map(files.redeem);
      const job = jobs.start({
        kind: 'import',
        title: '导入案件',
        admitted,
        async run(running) {
          const { importAdmitted } = await import('../export/import-admitted.ts');
          return { result: await importAdmitted(workspace, admitted, running), paths: [] };
        },
      });
      return { job };
    }),
  };
}
