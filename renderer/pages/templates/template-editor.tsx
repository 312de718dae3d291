import { Button } from 'antd';
import { useRef } from 'react';
import type { TemplateProblem } from '../../../electron/contract/rpc/house-procedures.ts';
import { client } from '../../api.ts';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { useUndoMessage } from '../../parts/use-undo-message.tsx';
import { CodeEditor, goToLine } from './code-editor.tsx';
import { TemplatePreview } from './template-preview.tsx';
import { useTemplateText } from './use-template-text.ts';

interface TemplateEditorProps {
  readonly path: string;
  readonly title: string;
  readonly textAtFirst: string;
  /** The text waits, for problems that are still to be told. */
  readonly isUnfinished: boolean;
  readonly builtIn: string | undefined;
  /** What was typed is on disk. */
  readonly onKept: () => void;
  /** The template is another one now: ask for it again. */
  readonly onReplaced: () => Promise<unknown>;
}

/** One template with what it makes of a real case. What is typed is kept; it is put to use as soon as it is sound. */
export function TemplateEditor({
  path,
  title,
  textAtFirst,
  isUnfinished,
  builtIn,
  onKept,
  onReplaced,
}: TemplateEditorProps) {
  const template = useTemplateText(path, textAtFirst, isUnfinished, onKept);
  const offerUndo = useUndoMessage();
  const box = useRef<HTMLTextAreaElement>(null);
  const { text, state } = template;
  const errors = template.problems.filter(({ severity }) => severity === 'error');
  const ofThis = template.problems.filter((problem) => problem.path === path);
  const isChanged = text !== builtIn;

  const reset = async () => {
    const { removed } = await client.templates.reset({ path });
    await onReplaced();
    if (removed === undefined) return;
    offerUndo(`“${title}”已恢复为内置模板`, async () => {
      await client.templates.write({ path, text: removed });
      await onReplaced();
    });
  };

  return (
    <div className="template-editor">
      <section className="stack template-editor-text" aria-label="模板文字">
        <div className="row template-editor-head">
          <h2>{title}</h2>
          <span className="quiet small" role="status">
            {standing(state, errors.length > 0, isChanged)}
          </span>
        </div>
        {state === 'failed' ? <ErrorNotice error={template.error} onRetry={() => template.type(text)} /> : null}
        <CodeEditor
          label={`“${title}”的模板文字`}
          text={text}
          onType={template.type}
          markedLines={new Set(ofThis.flatMap(({ line }) => line ?? []))}
          box={box}
        />
        <ProblemList problems={template.problems} path={path} onLine={(line) => goToLine(box.current, line)} />
        <div className="row">
          <Button disabled={builtIn === undefined || !isChanged} onClick={() => void reset()}>
            恢复为内置模板
          </Button>
        </div>
        {builtIn === undefined || !isChanged ? null : (
          <details>
            <summary>内置模板的文字</summary>
            <pre className="template-built-in">{builtIn}</pre>
          </details>
        )}
      </section>
      <TemplatePreview path={path} text={text} />
    </div>
  );
}

function standing(state: 'kept' | 'keeping' | 'failed', hasErrors: boolean, isChanged: boolean): string {
  if (state === 'keeping') return '正在保存……';
  if (state === 'failed') return '没有保存';
  if (hasErrors) return '已保存，改正下面的问题后启用；现在用的还是原来的';
  return isChanged ? '已保存，正在使用您的模板' : '正在使用内置模板';
}

interface ProblemListProps {
  readonly problems: readonly TemplateProblem[];
  readonly path: string;
  readonly onLine: (line: number) => void;
}

export function ProblemList({ problems, path, onLine }: ProblemListProps) {
  if (problems.length === 0) return null;
  return (
    <ul className="template-problems" aria-label="模板的问题">
      {problems.map(({ path: place, line, detail, severity }) => (
        <li key={`${place} ${line ?? ''} ${detail}`} className={`template-problem-${severity}`}>
          {severity === 'error' ? '要改正' : '请留意'}：
          {line === undefined || place !== path ? null : (
            <button type="button" className="template-line" onClick={() => onLine(line)}>
              第{line}行
            </button>
          )}
          {place === path ? null : (
            <span>
              {place}
              {line === undefined ? '' : `第${line}行`}：
            </span>
          )}
          {detail}
        </li>
      ))}
    </ul>
  );
}
