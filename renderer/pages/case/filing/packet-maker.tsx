import './packet-maker.css';
import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Radio } from 'antd';
import { useId, useRef } from 'react';
import type { AdvicePaper } from '../../../../electron/contract/advice-result.ts';
import { api, client } from '../../../api.ts';
import { useDraftSelection, useDraftSession, useSessionState } from '../../../draft/draft-context.tsx';
import { isBlank, listAt, textOf } from '../../../draft/draft-values.ts';
import { useField } from '../../../draft/use-field.ts';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { JobProgress } from '../../../parts/job-progress.tsx';
import { BeforePrinting } from './before-printing.tsx';
import { builtRevision, noteBuiltRevision } from './built-revision.ts';
import { isOfKind, useCaseJob } from './case-job.ts';
import { useCaseStage } from './case-stage.ts';
import { FormChoice } from './form-choice.tsx';
import { usePacketChoice } from './packet-choice.ts';
import { PacketResult } from './packet-result.tsx';
import { PaperChoice } from './paper-choice.tsx';
import { PartsChoice } from './parts-choice.tsx';
import { PrintAdvice } from './print-advice.tsx';
import { ReceiverChoice } from './receiver-choice.tsx';

interface PacketMakerProps {
  readonly caseId: string;
  readonly papers: readonly AdvicePaper[];
}

const isPacket = isOfKind('packet');

/** 生成材料: what goes in on one side, the finished PDF on the other. */
export function PacketMaker({ caseId, papers: advised }: PacketMakerProps) {
  const session = useDraftSession();
  const revision = useSessionState((state) => state.revision);
  const [stage] = useCaseStage(advised);
  const choice = usePacketChoice(caseId, stage, advised);
  const severalClaimants = useDraftSelection(
    (draft) => listAt(draft, ['claimants']).filter((row) => !isBlank(row)).length > 1,
  );
  const packet = useCaseJob(caseId, isPacket);
  const made = useRef<HTMLDivElement>(null);
  const { data: about } = useQuery(api.house.about.queryOptions());
  const isForCourt = choice.papers.includes('small-claims');

  const build = async () => {
    // What is ticked here is what the case says from now on, so that a copy of it prints the same papers anywhere.
    choice.choosePapers(choice.papers);
    made.current?.scrollIntoView();
    await packet.start(async () => {
      const { revision: builtFrom } = session.state();
      const started = await client.exports.packet({
        id: caseId,
        papers: [...choice.papers],
        ...choice.parts,
        perClaimant: severalClaimants && choice.isPerClaimant,
        form: choice.form,
      });
      noteBuiltRevision(started.job, builtFrom);
      return started;
    });
  };
  const { job } = packet;
  const isDone = job?.state === 'done';
  const isOutdated = isDone && (builtRevision(job.id) ?? revision) < revision;

  return (
    <div className="packet-maker">
      <div className="packet-maker-choices stack">
        <ReceiverChoice choice={choice} stage={stage} />
        <PaperChoice choice={choice} papers={advised} />
        {isForCourt ? <LayoutChoice /> : null}
        <PartsChoice choice={choice} />
        <FormChoice choice={choice} />
        {severalClaimants ? (
          <Checkbox checked={choice.isPerClaimant} onChange={({ target }) => choice.choosePerClaimant(target.checked)}>
            每个投诉人各做一份
            <span className="packet-why quiet small">不勾选就是大家合在一份里。</span>
          </Checkbox>
        ) : null}
        <BeforePrinting caseId={caseId} />
        <Button type="primary" size="large" block disabled={packet.isRunning} onClick={() => void build()}>
          {isDone ? '重新生成材料' : '生成材料'}
        </Button>
      </div>
      <div className="packet-maker-made stack" ref={made}>
        {packet.failure === undefined ? null : <ErrorNotice error={packet.failure} onRetry={() => void build()} />}
        <JobProgress job={job} />
        {isOutdated ? (
          <p className="packet-outdated" role="status">
            案件在这一份生成以后又改过。要交的话，请先重新生成。
          </p>
        ) : null}
        {isDone && about !== undefined ? <PacketResult key={job.id} caseId={caseId} job={job} can={about.can} /> : null}
        {job === undefined || job.state === 'cancelled' ? <WhatWillBeMade choice={choice} papers={advised} /> : null}
        <PrintAdvice isForCourt={isForCourt} isDuplex={choice.form.duplex} />
      </div>
    </div>
  );
}

function LayoutChoice() {
  const [layout, write] = useField(['court', 'layout'], '起诉状的样式');
  const id = useId();
  return (
    <section className="packet-section">
      <h4 id={id}>起诉状的样式</h4>
      <Radio.Group
        aria-labelledby={id}
        value={textOf(layout) === 'elements' ? 'elements' : 'traditional'}
        options={[
          { value: 'traditional', label: '传统式（一段段写）' },
          { value: 'elements', label: '要素式（填表打勾）' },
        ]}
        onChange={({ target }) => write(textOf(target.value))}
      />
      <p className="quiet small">最高人民法院发布了要素式的示范文本。交哪一种，可以先问立案窗口。</p>
    </section>
  );
}

interface WhatWillBeMadeProps {
  readonly choice: ReturnType<typeof usePacketChoice>;
  readonly papers: readonly AdvicePaper[];
}

/** Before there is anything to show: what will be bound, in order. */
function WhatWillBeMade({ choice: { papers, parts, form }, papers: advised }: WhatWillBeMadeProps) {
  const listed = [
    ...(parts.cover ? ['封面'] : []),
    ...(parts.contents ? ['目录'] : []),
    ...papers.map((id) => advised.find((paper) => paper.id === id)?.title ?? id),
    ...(parts.timeline ? ['事实经过时间线'] : []),
    '证据目录',
    ...(parts.appendix ? ['证据附件'] : []),
    ...(parts.originals ? ['证据原件校验清单'] : []),
  ];
  return (
    <section className="packet-empty" aria-label="会生成什么">
      <h4>
        {form.volumes === undefined
          ? '会做成一份 PDF，按这个顺序排好、编好页码'
          : '会按这个顺序排好、编好页码，太多时分成几册 PDF'}
      </h4>
      <ol>
        {listed.map((title) => (
          <li key={title}>{title}</li>
        ))}
      </ol>
      <p className="quiet">生成以后在这里先看一遍，再保存、打印。</p>
    </section>
  );
}
