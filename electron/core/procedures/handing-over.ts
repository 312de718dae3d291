import { join } from 'node:path';
import { AppError } from '../../contract/errors.ts';
import { dayOfClock } from '../drafts/day-of-clock.ts';
import type { Workspace } from '../workspace.ts';
import { ask } from './ask.ts';
import { madeFiles, mimes } from './made-files.ts';

/** What leaves through the host, and the whole data folder on its way out and in. */
export function handingOverProcedures({ store, jobs, files, desk, clock }: Workspace) {
  return {
    handOver: ask.house.handOver.handler(async ({ input: { job, index, to } }) => {
      const file = jobs.resultFile(job, index);
      if (file === undefined) throw new AppError('NOT_FOUND', { detail: '这个文件已经不在了，请再做一次' });
      switch (to) {
        case 'save-as':
          if (desk.saveAs === undefined) throw unable();
          return { done: await desk.saveAs(file) };
        case 'open':
          if (desk.open === undefined) throw unable();
          await desk.open(file.path);
          return { done: true };
        case 'reveal':
          if (desk.reveal === undefined) throw unable();
          await desk.reveal(file.path);
          return { done: true };
      }
    }),

    backup: ask.house.backup.handler(() => {
      const job = jobs.start({
        kind: 'backup',
        title: '备份全部案件',
        async run(running) {
          const { writeBackup } = await import('../export/backup.ts');
          const folder = await jobs.workFolder();
          const path = join(folder, `据理备份-${dayOfClock(clock)}.juli-backup`);
          const problems = await writeBackup({ store, clock }, path, running);
          const made = await madeFiles([path], mimes.own);
          return {
            result: { kind: 'files', files: made, ...(problems.length === 0 ? {} : { problems }) },
            paths: [path],
          };
        },
      });
      return { job };
    }),

    restore: ask.house.restore.handler(({ input: { ticket } }) => {
      const file = files.redeem(ticket);
      const job = jobs.start({
        kind: 'restore',
        title: '恢复备份',
        admitted: [file],
        async run(running) {
          const { prepareRestore } = await import('../export/prepare-restore.ts');
          await prepareRestore({ store, clock }, file, running);
          return { result: { kind: 'restored' }, paths: [] };
        },
      });
      return { job };
    }),
  };
}

function unable(): AppError {
  return new AppError('USAGE', { detail: '这里做不到这一步，请用浏览器下载这个文件' });
}
