import './job-progress.css';
import { Button, Progress } from 'antd';
import { useState } from 'react';
import type { JobState } from '../../electron/contract/rpc/job-procedures.ts';
import { client } from '../api.ts';
import { ErrorNotice } from './error-notice.tsx';

interface JobProgressProps {
  /** As `useJob` tells; undefined until its first word. */
  readonly job: JobState | undefined;
}

/** How far a job is, with a way to stop it; when it failed, why. Nothing once it is done: the page shows what it made. */
export function JobProgress({ job }: JobProgressProps) {
  const [isStopping, setStopping] = useState(false);
  if (job === undefined || job.state === 'done') return null;
  if (job.state === 'failed') return <ErrorNotice error={job.error} />;
  if (job.state === 'cancelled') {
    return (
      <p className="job-progress quiet" role="status">
        {job.title}已停止，没有留下未完成的文件。
      </p>
    );
  }
  const percent = job.total === 0 ? 0 : Math.floor((job.done / job.total) * 100);
  return (
    <div className="job-progress">
      <div className="job-progress-words" role="status">
        <strong>{job.title}</strong>
        <span className="quiet">
          {job.label}
          {job.total > 1 ? `（${job.done}/${job.total}）` : ''}
        </span>
      </div>
      <div className="job-progress-bar">
        <Progress percent={percent} showInfo={false} aria-label={job.title} />
        <Button
          disabled={isStopping}
          onClick={() => {
            setStopping(true);
            void client.jobs.cancel({ id: job.id }).catch(() => setStopping(false));
          }}
        >
          {isStopping ? '正在停止' : '停止'}
        </Button>
      </div>
    </div>
  );
}
