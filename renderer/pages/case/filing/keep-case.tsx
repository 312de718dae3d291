import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link } from 'react-router';
import type { AdvicePaper } from '../../../../electron/contract/advice-result.ts';
import type { JobState } from '../../../../electron/contract/rpc/job-procedures.ts';
import { api, client } from '../../../api.ts';
import { useAllFindings } from '../../../draft/findings-context.tsx';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { JobProgress } from '../../../parts/job-progress.tsx';
import { ResultFiles } from '../../../parts/result-files.tsx';
import { stepAddress } from '../steps.ts';
import { type CaseJob, isOfKind, useCaseJob } from './case-job.ts';
import { useCaseStage } from './case-stage.ts';
import { usePacketChoice } from './packet-choice.ts';
import { Timestamps } from './timestamps.tsx';

interface KeepCaseProps {
  readonly caseId: string;
  readonly papers: readonly AdvicePaper[];
}

const isWord = isOfKind('word');
const isJuli = (job: JobState) => job.kind === 'archive' && job.title.includes('.juli');
const isFolder = (job: JobState) => job.kind === 'archive' && !isJuli(job);

/** 保存与转交: the case itself as a file, to keep, to move to another computer or to give to somebody who helps. */
export function KeepCase({ caseId, papers }: KeepCaseProps) {
  const [stage] = useCaseStage(papers);
  const { papers: chosen } = usePacketChoice(caseId, stage, papers);
  const titles = papers.flatMap(({ id, title }) => (chosen.some((paper) => paper === id) ? [title] : []));
  const word = useCaseJob(caseId, isWord);
  const juli = useCaseJob(caseId, isJuli);
  const folder = useCaseJob(caseId, isFolder);
  return (
    <div className="keep-case">
      <Keeping
        title="Word 文件"
        lead={`${titles.map((title) => `《${title}》`).join('')}各存成一个 Word 文件，可以自己再改。改过的文字不会回到据理里，证据附件也不在里面。`}
        act="导出 Word"
        kept={word}
        onStart={() => void word.start(() => client.exports.word({ id: caseId, papers: [...chosen] }))}
      />
      <Keeping
        title="整个案件（.juli）"
        lead="填写的内容和全部证据原件装进一个文件。换电脑、备份，或者交给帮您的人，用据理就能打开。"
        act="保存为 .juli"
        kept={juli}
        onStart={() => void juli.start(() => client.exports.archive({ id: caseId, form: 'juli' }))}
      >
        <DraftProblems caseId={caseId} />
      </Keeping>
      <Keeping
        title="案件文件夹（zip）"
        lead="同样的内容，解开后是普通的文件夹：一个记着填写内容的文件（case.json）和一份份证据，不用据理也能看。"
        act="导出文件夹"
        kept={folder}
        onStart={() => void folder.start(() => client.exports.archive({ id: caseId, form: 'folder' }))}
      >
        <DraftProblems caseId={caseId} />
      </Keeping>
      <Timestamps caseId={caseId} />
      <p className="quiet small">这些文件里有您的姓名、电话、地址等个人信息，只交给信得过的人。</p>
    </div>
  );
}

interface KeepingProps {
  readonly title: string;
  readonly lead: string;
  readonly act: string;
  readonly kept: CaseJob;
  readonly onStart: () => void;
  readonly children?: React.ReactNode;
}

function Keeping({ title, lead, act, kept, onStart, children }: KeepingProps) {
  const { data: about } = useQuery(api.house.about.queryOptions());
  const { job, isRunning, failure } = kept;
  const leftOut = job?.result?.kind === 'files' ? (job.result.problems ?? []) : [];
  return (
    <section className="sheet stack" aria-label={title}>
      <div>
        <h3>{title}</h3>
        <p>{lead}</p>
      </div>
      {children}
      <div>
        <Button disabled={isRunning} onClick={onStart}>
          {act}
        </Button>
      </div>
      {failure === undefined ? null : <ErrorNotice error={failure} onRetry={onStart} />}
      <JobProgress job={job} />
      {job?.state === 'done' && about !== undefined ? <ResultFiles job={job} can={about.can} /> : null}
      {leftOut.length === 0 ? null : (
        <section className="packet-missing" role="status">
          <h4>有 {leftOut.length} 个文件没有放进去</h4>
          <ul>
            {leftOut.map(({ name, reason }) => (
              <li key={name}>
                {name}：{reason}
              </li>
            ))}
          </ul>
        </section>
      )}
    </section>
  );
}

/** What Juli leaves out when it prints is in the file as it was typed; the command line takes nothing it cannot read. */
function DraftProblems({ caseId }: { readonly caseId: string }) {
  const problems = useAllFindings().filter(({ id }) => id.startsWith('draft.'));
  if (problems.length === 0) return null;
  return (
    <details className="packet-missing">
      <summary>
        有 {problems.length} 处写法还读不懂，保存时会原样留着；在据理里打开不受影响，最好改好了再交给别人
      </summary>
      <ul>
        {problems.map(({ id, path, message, step }) => (
          <li key={`${id}${path}`}>
            <Link to={stepAddress(caseId, step, path)}>{message}</Link>
          </li>
        ))}
      </ul>
    </details>
  );
}
