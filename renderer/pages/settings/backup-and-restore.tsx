import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useRef, useState } from 'react';
import type { About } from '../../../electron/contract/rpc/house-procedures.ts';
import { admitFiles } from '../../api/admit-files.ts';
import type { ChosenFile } from '../../api/chosen-file.ts';
import { pickedFiles } from '../../api/dropped-files.ts';
import { useJob } from '../../api/use-job.ts';
import { useRunningJob } from '../../api/use-running-job.ts';
import { client } from '../../api.ts';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { JobProgress } from '../../parts/job-progress.tsx';
import { LeftOut } from '../../parts/left-out.tsx';
import { ResultFiles } from '../../parts/result-files.tsx';

/** Everything in the data folder as one file, and back. */
export function BackupAndRestore({ about }: { readonly about: About }) {
  const { modal } = App.useApp();
  const file = useRef<HTMLInputElement>(null);
  const [startedBackup, setBackup] = useState<string>();
  const [startedRestore, setRestore] = useState<string>();
  const runningBackup = useRunningJob('backup');
  const runningRestore = useRunningJob('restore');
  const backupJob = useJob(startedBackup ?? runningBackup);
  const restoreJob = useJob(startedRestore ?? runningRestore);

  const backup = useMutation({
    mutationFn: () => client.house.backup(),
    onSuccess: ({ job }) => setBackup(job),
  });
  const restore = useMutation({
    mutationFn: async (chosen: readonly ChosenFile[]) => {
      const [ticket] = await admitFiles(chosen.slice(0, 1));
      return ticket === undefined ? undefined : client.house.restore({ ticket });
    },
    onSuccess: (started) => setRestore(started?.job),
  });

  const isBusy = backupJob?.state === 'running' || restoreJob?.state === 'running' || restore.isPending;
  const askAndRestore = async () => {
    const isSure = await modal.confirm({
      title: '用备份换下现在的全部案件？',
      content:
        '下次打开据理时，现在的案件会整个换成备份里的。换下来的那一份不会删除，留在数据文件夹里；如果只想取回一件，请改用案件页的“导入”。',
      okText: '选择备份文件',
      cancelText: '不换',
      focusable: { autoFocusButton: 'cancel' },
    });
    if (isSure) file.current?.click();
  };

  return (
    <>
      <p>备份是一个文件，里面有全部案件、证据原件和模板。请存到 U 盘或者另一台电脑上；里面有个人信息，请收好。</p>
      <p className="quiet">
        另外，每天第一次打开时，据理会在数据文件夹的 copies
        里自动留一份案件的副本，保留最近七份；万一案件的数据损坏，打开时就从里面救回。它和案件在同一个磁盘上，代替不了备份。
      </p>
      <div className="row">
        <Button type="primary" size="large" disabled={isBusy} onClick={() => backup.mutate()}>
          现在备份
        </Button>
        <Button size="large" disabled={isBusy || about.isReadOnly} onClick={() => void askAndRestore()}>
          从备份恢复
        </Button>
        <input
          ref={file}
          type="file"
          hidden
          aria-label="要恢复的备份文件"
          onChange={({ target }) => {
            restore.mutate(pickedFiles(target.files));
            // So that the same file can be chosen again.
            target.value = '';
          }}
        />
      </div>
      {backup.isError ? <ErrorNotice error={backup.error} /> : null}
      {restore.isError ? <ErrorNotice error={restore.error} /> : null}
      {restore.isPending ? <p role="status">正在读取备份文件……</p> : null}
      <JobProgress job={backupJob} />
      <JobProgress job={restoreJob} />
      {backupJob?.state === 'done' ? (
        <div role="status">
          <p>备份做好了，请把它存到别处：</p>
          <ResultFiles job={backupJob} can={about.can} />
          <LeftOut files={backupJob.result?.kind === 'files' ? backupJob.result.problems : undefined} />
        </div>
      ) : null}
      {restoreJob?.state === 'done' ? (
        <p role="status">
          <strong>备份检查过了，完好。</strong>
          请关闭据理，再打开：那时就会换成备份里的案件。在那以前什么都不变；换下来的那一份会留在数据文件夹里。
        </p>
      ) : null}
    </>
  );
}
