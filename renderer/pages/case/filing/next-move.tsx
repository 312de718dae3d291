import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useId } from 'react';
import type { AdviceClock, AdviceResult } from '../../../../electron/contract/advice-result.ts';
import { api } from '../../../api.ts';
import { useDraftSelection, useDraftValue } from '../../../draft/draft-context.tsx';
import { textOf } from '../../../draft/draft-values.ts';
import { OutsideLink } from '../../../parts/outside-link.tsx';
import { dayInWords, daysLeft, today } from '../../../parts/today.ts';
import { stageOptions } from '../choice-words.ts';
import { mainPapers, type Stage } from '../stage-paper.ts';
import { useCaseStage } from './case-stage.ts';
import type { FilingView } from './filing-views.ts';
import { papersFor } from './packet-choice.ts';
import { placesToFile } from './where-to-file.ts';

interface NextMoveProps {
  readonly caseId: string;
  readonly advice: AdviceResult;
  readonly onView: (view: FilingView) => void;
}

/** The plain answer first: what to hand in now, where, and until when. */
export function NextMove({ caseId, advice, onView }: NextMoveProps) {
  const [stage, setStage] = useCaseStage(advice.papers);
  const { data: clocks = [] } = useQuery(api.deadlines.ofCase.queryOptions({ input: { id: caseId } }));
  const id = useId();
  const { where, link, addressee } = placesToFile[stage];
  const named = textOf(useDraftValue(['addressees', addressee ?? 'court']));
  return (
    <section className="next-move sheet" aria-labelledby={id}>
      <div className="next-move-head">
        <h3 id={id}>现在该交什么</h3>
        <div className="next-move-stage">
          <span className="quiet">现在走到</span>
          <Select<Stage>
            aria-label="现在走到哪一步"
            value={stage}
            options={stageOptions.map(({ value, label }) => ({ value: value as Stage, label }))}
            popupMatchSelectWidth={false}
            onChange={setStage}
          />
        </div>
      </div>
      <dl className="next-move-answers">
        <div>
          <dt>交什么</dt>
          <dd>
            <WhatToFile advice={advice} stage={stage} />
          </dd>
        </div>
        <div>
          <dt>交到哪里</dt>
          <dd>
            {named === '' || addressee === undefined ? '' : `${named}。`}
            {where}
            {link === undefined ? null : (
              <>
                {' '}
                <OutsideLink link={link} />
              </>
            )}
            {stage === 'court' ? <OpenCourts advice={advice} /> : null}
          </dd>
        </div>
        <div>
          <dt>什么时候之前</dt>
          <dd>
            <UntilWhen clocks={clocks} onView={onView} />
          </dd>
        </div>
      </dl>
      <div className="row">
        <Button onClick={() => onView('record')}>已经交了？记下这一步</Button>
        <span className="quiet small">{/^[^。]*。/u.exec(advice.notice)?.[0]}</span>
      </div>
    </section>
  );
}

function WhatToFile({ advice: { papers }, stage }: { readonly advice: AdviceResult; readonly stage: Stage }) {
  const main = papers.find(({ id }) => id === mainPapers[stage]);
  const draft = useDraftSelection((whole) => whole);
  const together = papersFor(stage, papers, draft);
  const others = papers.filter(({ id }) => id !== main?.id && together.some((paper) => paper === id));
  if (main === undefined) return null;
  return (
    <>
      <strong>《{main.title}》</strong>
      {others.length === 0 ? '' : `，一起交${others.map(({ title }) => `《${title}》`).join('')}`}
      ，连同证据目录和证据。
      <span className="next-move-why quiet small">{main.why}</span>
    </>
  );
}

function OpenCourts({ advice: { decisions } }: { readonly advice: AdviceResult }) {
  const courts = decisions.find(({ id }) => id === 'open-courts');
  if (courts === undefined) return null;
  return (
    <details>
      <summary>{courts.conclusion}</summary>
      <ul>
        {courts.details.map((detail) => (
          <li key={detail}>{detail}</li>
        ))}
      </ul>
    </details>
  );
}

interface UntilWhenProps {
  readonly clocks: readonly AdviceClock[];
  readonly onView: (view: FilingView) => void;
}

function UntilWhen({ clocks, onView }: UntilWhenProps) {
  const day = today();
  const own = clocks.filter(({ whose, lastDay }) => whose === 'claimant' && lastDay !== undefined);
  const next = own
    .filter(({ status }) => status === 'running' || status === 'soon')
    .toSorted((first, second) => ((first.lastDay ?? '') < (second.lastDay ?? '') ? -1 : 1))[0];
  const passed = own.filter(({ status }) => status === 'passed');
  const all = (
    <Button type="link" size="small" className="next-move-all" onClick={() => onView('deadlines')}>
      看全部期限
    </Button>
  );
  return (
    <>
      {next?.lastDay === undefined ? (
        '按现在填的日期，没有正在走的期限。页面和记录以后可能查不到，还是早一点交好。'
      ) : (
        <>
          最近的一个期限是“{next.name}”：<strong>{dayInWords(next.lastDay)}</strong>（{daysLeft(next.lastDay, day)}）。
        </>
      )}
      {passed.length === 0 ? '' : `“${passed.map(({ name }) => name).join('”“')}”已经过了，请看看还能走哪条路。`} {all}
    </>
  );
}
