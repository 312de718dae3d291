import './intake-reports.css';
import { CloseOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Progress } from 'antd';
import { useEffect } from 'react';
import { useJob } from '../../../api/use-job.ts';
import { api } from '../../../api.ts';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { JobProgress } from '../../../parts/job-progress.tsx';
import type { Intake, IntakeDesk } from './intake-desk.ts';

interface IntakeReportsProps {
  readonly caseId: string;
  readonly desk: IntakeDesk;
  readonly intakes: readonly Intake[];
  /** Something was taken in. */
  readonly onTaken: () => void;
}

/** What is being taken in, with a way to stop it, and what became of it. */
export function IntakeReports({ caseId, desk, intakes, onTaken }: IntakeReportsProps) {
  const { data: jobs = [] } = useQuery(api.jobs.list.queryOptions());
  const orphan = jobs.find((job) => job.kind === 'take-evidence' && job.caseId === caseId && job.state === 'running');
  useEffect(() => {
    // The one that this window began itself is known by then, unless its answer is still on the way.
    if (orphan !== undefined && !desk.intakes().some(({ phase }) => phase === 'sending')) desk.adopt(orphan);
  }, [orphan, desk]);
  return intakes.map((intake) => <Report key={intake.key} intake={intake} desk={desk} onTaken={onTaken} />);
}

interface ReportProps {
  readonly intake: Intake;
  readonly desk: IntakeDesk;
  readonly onTaken: () => void;
}

function Report({ intake, desk, onTaken }: ReportProps) {
  const { key, phase } = intake;
  const isTaking = phase === 'taking';
  const job = useJob(isTaking ? intake.job : undefined, (ended) => {
    desk.end(key, ended);
    onTaken();
  });
  switch (phase) {
    case 'sending':
      return <Sending intake={intake} onStop={() => desk.stop(key)} />;
    case 'taking':
      return (
        <div className="intake-report">
          <JobProgress job={job} />
        </div>
      );
    case 'failed':
      return (
        <div className="intake-report">
          <ErrorNotice error={intake.error} onRetry={() => desk.retry(key)} />
          <Dismiss onDismiss={() => desk.dismiss(key)} />
        </div>
      );
    case 'stopped':
      return (
        <div className="intake-report">
          <p role="status">已停止，这一次的文件都没有加进来。</p>
          <Dismiss onDismiss={() => desk.dismiss(key)} />
        </div>
      );
    case 'ended':
      return (
        <div className="intake-report">
          {intake.ended?.state === 'failed' ? <ErrorNotice error={intake.ended.error} /> : <Outcome intake={intake} />}
          <Dismiss onDismiss={() => desk.dismiss(key)} />
        </div>
      );
  }
}

function Sending({ intake, onStop }: { readonly intake: Intake; readonly onStop: () => void }) {
  const { files, arrived, bytes, sentBytes } = intake;
  return (
    <div className="intake-report intake-sending">
      <div className="intake-words" role="status">
        <strong>正在读取 {files} 个文件</strong>
        <span className="quiet">
          {arrived}/{files}，{megabytes(sentBytes)} / {megabytes(bytes)} MB
        </span>
      </div>
      <div className="intake-bar">
        <Progress
          percent={bytes === 0 ? 0 : Math.min(100, Math.floor((sentBytes / bytes) * 100))}
          showInfo={false}
          aria-label={`正在读取 ${files} 个文件`}
        />
        <Button onClick={onStop}>停止</Button>
      </div>
    </div>
  );
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1);
}

/** 已收录 12 份；2 份重复，没有再收；1 份没有收录. */
function Outcome({ intake }: { readonly intake: Intake }) {
  const result = intake.ended?.result?.kind === 'evidence' ? intake.ended.result : undefined;
  const { added = 0, duplicates = [], problems = [], archives = [] } = result ?? {};
  const left = [...intake.left, ...problems.filter(({ isTaken }) => !isTaken)];
  const unprintable = problems.filter(({ isTaken }) => isTaken);
  const words = [
    added > 0 ? `已收录 ${added} 份` : '没有收录新的文件',
    duplicates.length > 0 ? `${duplicates.length} 份重复，没有再收` : '',
    left.length > 0 ? `${left.length} 份没有收录` : '',
  ].filter((part) => part !== '');
  return (
    <div className="intake-outcome">
      <p role="status" className="intake-outcome-words">
        {words.join('；')}。
      </p>
      {archives.map(({ name, files }) => (
        <p key={name} className="quiet small">
          压缩包“{name}”已解开，里面有 {files} 个文件；压缩包本身没有单独留存，它的校验值记在收录记录里。
        </p>
      ))}
      <Lines
        title="重复的"
        lines={duplicates.map(({ name, sameAs }) => ({ name, text: `和“${sameAs}”是同一个文件` }))}
      />
      <Lines title="没有收录的" lines={left.map(({ name, reason }) => ({ name, text: reason }))} />
      <Lines
        title="已收好、但还印不出来的"
        lead="原件照样算一份证据；没有换成能印的之前，印出来是一页说明。"
        lines={unprintable.map(({ name, reason }) => ({ name, text: reason }))}
      />
    </div>
  );
}

interface LinesProps {
  readonly title: string;
  readonly lead?: string;
  readonly lines: readonly { readonly name: string; readonly text: string }[];
}

const mostOpen = 3;

function Lines({ title, lead, lines }: LinesProps) {
  if (lines.length === 0) return null;
  return (
    <details open={lines.length <= mostOpen}>
      <summary>
        {title}（{lines.length} 份）
      </summary>
      {lead === undefined ? null : <p className="quiet small">{lead}</p>}
      <ul>
        {[...new Set(lines.map(({ name, text }) => `${name}：${text}。`))].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}

function Dismiss({ onDismiss }: { readonly onDismiss: () => void }) {
  return (
    <Button
      type="text"
      className="intake-dismiss"
      icon={<CloseOutlined />}
      aria-label="收起这条消息"
      onClick={onDismiss}
    />
  );
}
