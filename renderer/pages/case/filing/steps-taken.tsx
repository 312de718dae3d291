import './steps-taken.css';
import { Button } from 'antd';
import { useState } from 'react';
import type { AdvicePaper } from '../../../../electron/contract/advice-result.ts';
import { filingBodyWords } from '../../../../electron/contract/case/words.ts';
import type { Json } from '../../../../electron/contract/rpc/case-procedures.ts';
import { useDraftSelection } from '../../../draft/draft-context.tsx';
import { isBlank, isObject, listAt, textOf } from '../../../draft/draft-values.ts';
import { dayInWords } from '../../../parts/today.ts';
import { filingStatusOptions } from '../choice-words.ts';
import { useCaseStage } from './case-stage.ts';
import { bodyOfStage, RecordForm } from './record-form.tsx';

interface StepsTakenProps {
  readonly caseId: string;
  readonly papers: readonly AdvicePaper[];
}

/** 办理记录: whom one has turned to, with what became of it, and the form for the next one. */
export function StepsTaken({ caseId, papers }: StepsTakenProps) {
  const filings = useDraftSelection((draft) => listAt(draft, ['filings']));
  const [stage] = useCaseStage(papers);
  /** Each step that was written down leaves an empty form for the next. */
  const [recorded, setRecorded] = useState(0);
  const [edited, setEdited] = useState<number>();
  const taken = filings.map((filing, index) => ({ filing, index })).filter(({ filing }) => !isBlank(filing));
  return (
    <div className="steps-taken stack">
      <p className="quiet">
        找过谁、哪天交的、编号是多少、怎么答复的，都记在这里。期限会跟着重新推算，案件也会走到下一步。
      </p>
      {taken.length === 0 ? <p>还没有记录。</p> : null}
      <ol className="steps-taken-list">
        {taken.map(({ filing, index }) => (
          <li key={index} className="sheet">
            {edited === index ? (
              <RecordForm
                caseId={caseId}
                index={index}
                initial={filing}
                onDone={() => setEdited(undefined)}
                onCancel={() => setEdited(undefined)}
              />
            ) : (
              <StepTaken filing={filing} onEdit={() => setEdited(index)} />
            )}
          </li>
        ))}
      </ol>
      <section className="sheet" aria-label="记下新的一步">
        <h3>记下新的一步</h3>
        <RecordForm
          key={recorded}
          caseId={caseId}
          initial={{ body: bodyOfStage[stage], status: 'filed' }}
          onDone={() => setRecorded(recorded + 1)}
        />
      </section>
    </div>
  );
}

function StepTaken({ filing, onEdit }: { readonly filing: Json; readonly onEdit: () => void }) {
  if (!isObject(filing)) return null;
  const body = Object.entries(filingBodyWords).find(([id]) => id === filing.body)?.[1] ?? '';
  const name = textOf(filing.name) === '' ? body : textOf(filing.name);
  const status = filingStatusOptions.find(({ value }) => value === filing.status)?.label ?? '';
  const dated = (label: string, day: string) => (day === '' ? undefined : `${label} ${dayInWords(day)}`);
  const said = [
    dated('提交', textOf(filing.filedOn)),
    dated('受理', textOf(filing.acceptedOn)),
    dated('结束', textOf(filing.endedOn)),
    textOf(filing.reference) === '' ? undefined : `编号 ${textOf(filing.reference)}`,
  ].filter((part) => part !== undefined);
  return (
    <div className="step-taken">
      <div>
        <h4>
          {name}
          <span className="step-taken-status">{status}</span>
        </h4>
        {said.length === 0 ? null : <p>{said.join('，')}</p>}
        {textOf(filing.answer) === '' ? null : <p className="step-taken-answer">答复：{textOf(filing.answer)}</p>}
      </div>
      <Button aria-label={`修改：${name}`} onClick={onEdit}>
        修改
      </Button>
    </div>
  );
}
