import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { admitFiles } from '../../api/admit-files.ts';
import { pickedFiles } from '../../api/dropped-files.ts';
import { useJob } from '../../api/use-job.ts';
import { api, client } from '../../api.ts';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { JobProgress } from '../../parts/job-progress.tsx';
import { ResultFiles } from '../../parts/result-files.tsx';
import { ProblemList } from './template-editor.tsx';

interface TemplateExchangeProps {
  readonly hasOwn: boolean;
  readonly onImported: () => Promise<unknown>;
}

/** Templates of one's own as a zip: from another computer, and to it. */
export function TemplateExchange({ hasOwn, onImported }: TemplateExchangeProps) {
  const file = useRef<HTMLInputElement>(null);
  const about = useQuery(api.house.about.queryOptions());
  const [startedJob, setJob] = useState<string>();
  const job = useJob(startedJob);
  const taking = useMutation({
    mutationFn: async (files: FileList | null) =>
      client.templates.import({ tickets: await admitFiles(pickedFiles(files)) }),
    onSuccess: onImported,
  });
  const giving = useMutation({
    mutationFn: () => client.templates.export(),
    onSuccess: ({ job: started }) => setJob(started),
  });
  return (
    <div className="stack template-exchange">
      <div className="row">
        <Button onClick={() => file.current?.click()} loading={taking.isPending}>
          导入模板
        </Button>
        <Button disabled={!hasOwn} onClick={() => giving.mutate()}>
          导出自己的模板
        </Button>
        <input
          ref={file}
          type="file"
          hidden
          multiple
          accept=".zip,.hbs,.css"
          aria-label="要导入的模板文件"
          onChange={({ target }) => {
            if (target.files !== null && target.files.length > 0) taking.mutate(target.files);
          }}
        />
      </div>
      {taking.isError ? <ErrorNotice error={taking.error} /> : null}
      {giving.isError ? <ErrorNotice error={giving.error} /> : null}
      {taking.isSuccess ? (
        <div role="status">
          <p>
            {taking.data.taken.length === 0
              ? '没有可以直接使用的模板。'
              : `导入了${taking.data.taken.length}个模板，已经在使用。`}
          </p>
          <ProblemList problems={taking.data.problems} path="" onLine={() => undefined} />
        </div>
      ) : null}
      <JobProgress job={job} />
      {job?.state === 'done' && about.data !== undefined ? <ResultFiles job={job} can={about.data.can} /> : null}
    </div>
  );
}
