import './filing-step.css';
import { useQuery } from '@tanstack/react-query';
import { Tabs } from 'antd';
import { useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';
import type { AdviceResult } from '../../../../electron/contract/advice-result.ts';
import { api } from '../../../api.ts';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { stepWords } from '../../../parts/stage-words.ts';
import { Waiting } from '../../../parts/waiting.tsx';
import { CaseClocks } from './case-clocks.tsx';
import { type FilingView, filingViews, viewWords } from './filing-views.ts';
import { FormTexts } from './form-texts.tsx';
import { KeepCase } from './keep-case.tsx';
import { NextMove } from './next-move.tsx';
import { PacketMaker } from './packet-maker.tsx';
import { StepsTaken } from './steps-taken.tsx';

/** 导出与期限: from papers to filing. */
export function FilingStep({ caseId }: { readonly caseId: string }) {
  const advice = useQuery(api.papers.advice.queryOptions({ input: { id: caseId } }));
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (document.activeElement?.closest('.step-list') == null) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div className="filing-step">
      <h2 className="questions-title" tabIndex={-1} ref={heading}>
        {stepWords.filing}
      </h2>
      {advice.isError ? <ErrorNotice error={advice.error} onRetry={() => void advice.refetch()} /> : null}
      {advice.isPending ? <Waiting what="正在看现在该交什么" /> : null}
      {advice.data === undefined ? null : <Views caseId={caseId} advice={advice.data} />}
    </div>
  );
}

function Views({ caseId, advice }: { readonly caseId: string; readonly advice: AdviceResult }) {
  const [search, setSearch] = useSearchParams();
  const view = filingViews.find((known) => known === search.get('view')) ?? 'packet';
  const show = (next: FilingView) => setSearch({ view: next }, { replace: true });
  const contents: Readonly<Record<FilingView, React.ReactNode>> = {
    packet: <PacketMaker caseId={caseId} papers={advice.papers} />,
    texts: <FormTexts caseId={caseId} papers={advice.papers} />,
    deadlines: <CaseClocks caseId={caseId} />,
    record: <StepsTaken caseId={caseId} papers={advice.papers} />,
    keep: <KeepCase caseId={caseId} papers={advice.papers} />,
  };
  return (
    <>
      <NextMove caseId={caseId} advice={advice} onView={show} />
      <Tabs
        className="filing-views"
        activeKey={view}
        onChange={(key) => show(filingViews.find((known) => known === key) ?? 'packet')}
        items={filingViews.map((key) => ({ key, label: viewWords[key], children: contents[key] }))}
      />
    </>
  );
}
