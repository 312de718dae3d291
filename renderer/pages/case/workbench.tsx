import './workbench.css';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import type { CaseStep } from '../../../electron/contract/rpc/case-procedures.ts';
import { DraftProvider } from '../../draft/draft-context.tsx';
import type { DraftSession } from '../../draft/draft-session.ts';
import { FieldFocus } from '../../draft/field-focus.tsx';
import { createFindingStore } from '../../draft/finding-store.ts';
import { FindingsProvider } from '../../draft/findings-context.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { FindingsPanel } from './findings-panel.tsx';
import { LostEdits } from './lost-edits.tsx';
import { PaperPane } from './paper-pane.tsx';
import { QuestionsStep } from './questions-step.tsx';
import { SaveFailureNotice } from './save-state.tsx';
import { StepList } from './step-list.tsx';
import { isQuestionStep } from './steps.ts';
import { useCaseChecks } from './use-case-checks.ts';
import { useGoToField } from './use-go-to-field.ts';
import { useWideEnough } from './use-wide-enough.ts';
import { WorkbenchHead } from './workbench-head.tsx';

const EvidenceStep = lazy(async () => ({ default: (await import('./evidence/evidence-step.tsx')).EvidenceStep }));
const PapersStep = lazy(async () => ({ default: (await import('./papers/papers-step.tsx')).PapersStep }));
const FilingStep = lazy(async () => ({ default: (await import('./filing/filing-step.tsx')).FilingStep }));

interface WorkbenchProps {
  readonly id: string;
  readonly session: DraftSession;
  readonly step: CaseStep;
}

/** The questions on one side, the paper they make on the other. */
export function Workbench({ id, session, step }: WorkbenchProps) {
  const [findings] = useState(createFindingStore);
  useCaseChecks(id, session, findings);
  const [isPanelOpen, setPanelOpen] = useState(false);
  const [isPaperOpen, setPaperOpen] = useState(false);
  const isWide = useWideEnough();
  const request = useFocusRequest();
  const hasPaper = isQuestionStep(step);

  return (
    <DraftProvider session={session}>
      <FindingsProvider findings={findings}>
        <div className="workbench">
          <WorkbenchHead
            onFindings={() => setPanelOpen(true)}
            onPaper={hasPaper && !isWide ? () => setPaperOpen(true) : undefined}
          />
          <SaveFailureNotice />
          <LostEdits />
          <div className={hasPaper && isWide ? 'workbench-body workbench-body-with-paper' : 'workbench-body'}>
            <StepList id={id} step={step} />
            <FieldFocus request={request}>
              <div className="workbench-step">
                <Suspense fallback={<Waiting what="正在打开" />}>
                  <Step id={id} step={step} />
                </Suspense>
              </div>
            </FieldFocus>
            {hasPaper ? (
              <PaperPane
                key={step}
                id={id}
                step={step}
                isBeside={isWide}
                isOpen={isPaperOpen}
                onClose={() => setPaperOpen(false)}
              />
            ) : null}
          </div>
          <FindingsPanel id={id} isOpen={isPanelOpen} onClose={() => setPanelOpen(false)} />
        </div>
      </FindingsProvider>
    </DraftProvider>
  );
}

function Step({ id, step }: { readonly id: string; readonly step: CaseStep }) {
  const goToField = useGoToField(id);
  switch (step) {
    case 'evidence':
      return <EvidenceStep caseId={id} />;
    case 'papers':
      return <PapersStep caseId={id} onField={goToField} />;
    case 'filing':
      return <FilingStep caseId={id} />;
    default:
      return <QuestionsStep key={step} id={id} step={step} />;
  }
}

/** `?field=claimants[0].address`; each time one goes there it is asked for anew. */
function useFocusRequest() {
  const [search] = useSearchParams();
  const { key } = useLocation();
  const path = search.get('field');
  return useMemo(() => (path === null ? undefined : { path, key }), [path, key]);
}
