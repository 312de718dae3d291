import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useEffect, useState } from 'react';
import { api } from '../../api.ts';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { PaperSheet } from '../../parts/paper-sheet.tsx';
import { Waiting } from '../../parts/waiting.tsx';

interface TemplatePreviewProps {
  readonly path: string;
  readonly text: string;
}

/** What the template as typed makes of a real case, of those the user has. */
export function TemplatePreview({ path, text }: TemplatePreviewProps) {
  const cases = useQuery(api.cases.list.queryOptions({ input: { limit: 200 } }));
  const [chosen, setChosen] = useState<string>();
  const caseId = chosen ?? cases.data?.cases[0]?.id;
  const shownText = useSettled(text);
  const preview = useQuery({
    ...api.templates.preview.queryOptions({ input: { path, text: shownText, caseId: caseId ?? '' } }),
    enabled: caseId !== undefined,
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  const html = preview.data?.html;
  if (cases.isSuccess && caseId === undefined) {
    return (
      <section className="template-preview" aria-label="预览">
        <p className="quiet">还没有案件。先新建一个，或者打开示例，就能在这里看到模板印出来的样子。</p>
      </section>
    );
  }
  return (
    <section className="template-preview stack" aria-label="预览">
      <div className="row">
        <span>用这个案件预览</span>
        <Select<string>
          aria-label="用哪个案件预览"
          className="template-preview-case"
          value={caseId ?? null}
          options={(cases.data?.cases ?? []).map(({ id, title }) => ({ value: id, label: title }))}
          onChange={setChosen}
        />
      </div>
      {preview.isError ? <ErrorNotice error={preview.error} onRetry={() => void preview.refetch()} /> : null}
      {preview.isPending ? <Waiting what="正在排出预览" /> : null}
      {preview.isSuccess && html === undefined ? (
        <p className="quiet" role="status">
          {preview.data.problems.some(({ severity }) => severity === 'error')
            ? '模板还有问题，改正以后这里会显示印出来的样子。'
            : '这一部分要等生成材料时才有内容，这里看不到。'}
        </p>
      ) : null}
      {html === undefined ? null : <PaperSheet title="模板预览" html={html} />}
    </section>
  );
}

/** Typing is looked at when it pauses. */
const pause = 200;

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pause);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
