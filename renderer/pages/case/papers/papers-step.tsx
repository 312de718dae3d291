import './papers-step.css';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import type { AdvicePaper } from '../../../../electron/contract/advice-result.ts';
import { paperIds } from '../../../../electron/contract/case/case-kinds.ts';
import type { PreviewPart } from '../../../../electron/contract/rpc/paper-procedures.ts';
import { api } from '../../../api.ts';
import { useDraftValue } from '../../../draft/draft-context.tsx';
import { isObject } from '../../../draft/draft-values.ts';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { PaperPreview, usePreview } from '../../../parts/paper-preview.tsx';
import { Waiting } from '../../../parts/waiting.tsx';
import { LostParagraphs } from './lost-paragraphs.tsx';
import { PaperList } from './paper-list.tsx';
import { ParagraphEditor } from './paragraph-editor.tsx';

interface PapersStepProps {
  readonly caseId: string;
  /** Goes to a field by its path, wherever it is asked for. */
  readonly onField: (path: string) => void;
}

/** 文书: which one is for now and why, how each would print, and its paragraphs by hand. */
export function PapersStep({ caseId, onField }: PapersStepProps) {
  const advice = useQuery(api.papers.advice.queryOptions({ input: { id: caseId } }));
  if (advice.isError) return <ErrorNotice error={advice.error} onRetry={() => void advice.refetch()} />;
  if (advice.isPending) return <Waiting what="正在看这个案件该用哪些文书" />;
  return <Papers caseId={caseId} papers={advice.data.papers} onField={onField} />;
}

function Papers({ caseId, papers, onField }: PapersStepProps & { readonly papers: readonly AdvicePaper[] }) {
  const [wanted, setWanted] = useState<PreviewPart>();
  const [editedAt, setEditedAt] = useState<string>();
  const [soughtWords, setSoughtWords] = useState<string>();
  const sheet = useRef<HTMLElement>(null);
  const asked = useAskedParagraph();
  const [answered, setAnswered] = useState<string>();
  if (asked !== undefined && asked.key !== answered) {
    setAnswered(asked.key);
    setWanted(asked.paper);
    setSoughtWords(asked.own);
  }
  const first = paperIds.find((id) => papers.some((paper) => paper.id === id && paper.use === 'now'));
  const part = wanted ?? first ?? 'refund-request';
  const paper = paperIds.find((id) => id === part);
  const preview = usePreview(caseId, part).data;
  const isCurrent = preview?.part === part;
  if (soughtWords !== undefined && isCurrent) {
    setSoughtWords(undefined);
    setEditedAt(preview.paragraphs.find(({ own }) => own === soughtWords)?.at);
  }
  const edited = isCurrent ? preview.paragraphs.find(({ at }) => at === editedAt) : undefined;
  const byHand = isCurrent ? preview.paragraphs.filter(({ own }) => own !== undefined) : [];

  return (
    <div className="papers-step">
      <div className="papers-step-side stack">
        {edited !== undefined && paper !== undefined ? (
          <ParagraphEditor
            key={`${part} ${edited.at}`}
            caseId={caseId}
            part={paper}
            paragraph={edited}
            onClose={() => setEditedAt(undefined)}
          />
        ) : null}
        {isCurrent && paper !== undefined ? (
          <LostParagraphs caseId={caseId} part={paper} orphans={preview.orphans} />
        ) : null}
        {isCurrent && preview.missing.length > 0 ? (
          <section className="papers-missing" aria-label="这份文书还缺">
            <h3>这份文书还缺 {preview.missing.length} 项</h3>
            <ul>
              {preview.missing.map(({ label, path }) => (
                <li key={`${path} ${label}`}>
                  <button type="button" className="papers-link" onClick={() => onField(path)}>
                    {label}
                  </button>
                </li>
              ))}
            </ul>
            <p className="quiet small">没有填上的，印出来是带灰底的“待填写”，可以先打印再用笔补。</p>
          </section>
        ) : null}
        <PaperList
          papers={papers}
          shown={part}
          onShow={(next) => {
            setWanted(next);
            setEditedAt(undefined);
            // Where there is no room beside the list the paper stands below it.
            sheet.current?.scrollIntoView({ block: 'nearest' });
          }}
        />
      </div>
      <section className="papers-step-paper" aria-label="预览" ref={sheet}>
        <p className="papers-hint quiet small">
          {paper === undefined
            ? '这一份由案件内容自动排成，改动请到相应的步骤里做。'
            : '点一段文字可以手写修改；灰底的“待填写”点一下就到要填的地方。'}
          {byHand.length > 0 ? `　手写的有${byHand.length}段，左侧带绿线。` : ''}
          {byHand.some(({ isStale }) => isStale) ? (
            <strong className="papers-stale">其中有的依据的内容改过（黄线），请检查。</strong>
          ) : null}
        </p>
        <PaperPreview
          caseId={caseId}
          part={part}
          onField={onField}
          chosenAt={edited?.at}
          onParagraph={paper === undefined ? undefined : setEditedAt}
        />
      </section>
    </div>
  );
}

/** The paragraph by hand that a finding leads to: `?field=overrides[0].own`. */
function useAskedParagraph() {
  const [search] = useSearchParams();
  const { key } = useLocation();
  const index = /^overrides\[(\d+)\]/.exec(search.get('field') ?? '')?.[1];
  const entry = useDraftValue(['overrides', Number(index ?? 0)]);
  if (index === undefined || !isObject(entry)) return;
  const paper = paperIds.find((id) => id === entry.paper);
  return paper === undefined || typeof entry.own !== 'string' ? undefined : { key, paper, own: entry.own };
}
