import { Button, Input, Select } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { useEffect, useId, useRef, useState } from 'react';
import type { Paragraph } from '../../../../electron/contract/rpc/paper-procedures.ts';
import { client } from '../../../api.ts';
import { useDraftSelection } from '../../../draft/draft-context.tsx';
import { exhibitList } from '../../../draft/exhibit-list.ts';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { useUndoMessage } from '../../../parts/use-undo-message.tsx';
import { type PaperPart, useOverride } from './use-override.ts';

interface ParagraphEditorProps {
  readonly caseId: string;
  readonly part: PaperPart;
  readonly paragraph: Paragraph;
  readonly onClose: () => void;
}

/** One paragraph by hand, with what Juli wrote beside it. It is kept as it is typed; 恢复 gives it back to Juli. */
export function ParagraphEditor({ caseId, part, paragraph, onClose }: ParagraphEditorProps) {
  const { at, original, own, isStale } = paragraph;
  const [text, setText] = useState(own ?? original);
  const saving = useOverride({ caseId, part, at, original });
  const offerUndo = useUndoMessage();
  const exhibits = useDraftSelection(exhibitList);
  const id = useId();
  const box = useRef<TextAreaRef>(null);
  useEffect(() => box.current?.focus({ cursor: 'end' }), []);

  const type = (next: string) => {
    setText(next);
    if (next.trim() !== '') saving.save(next === original ? null : next);
  };
  const giveBack = () => {
    const before = text;
    setText(original);
    saving.save(null);
    offerUndo('已恢复为自动生成的文字', () => client.papers.override({ id: caseId, part, at, original, own: before }));
    onClose();
  };
  const insert = (exhibit: string) => {
    const area = box.current?.resizableTextArea?.textArea;
    const start = area?.selectionStart ?? text.length;
    type(`${text.slice(0, start)}{证据:${exhibit}}${text.slice(area?.selectionEnd ?? start)}`);
    requestAnimationFrame(() => area?.focus());
  };

  return (
    <section className="paragraph-editor sheet stack" aria-label="修改这一段">
      <div className="row paragraph-editor-head">
        <h3>修改这一段</h3>
        <span className="quiet small" role="status">
          {saving.state === 'saving' ? '正在保存……' : own === undefined ? '自动生成的文字' : '您手写的文字，已保存'}
        </span>
      </div>
      {isStale ? (
        <div className="paragraph-editor-stale" role="note">
          <p>这一段写好之后，它依据的内容又改过。请对照下面自动生成的文字检查；现在印出的仍是您写的。</p>
          <Button size="small" onClick={() => saving.save(text)}>
            检查过了，仍用我写的
          </Button>
        </div>
      ) : null}
      {saving.state === 'failed' ? <ErrorNotice error={saving.error} onRetry={saving.retry} /> : null}
      <div className="stack paragraph-editor-own">
        <label htmlFor={id}>印在文书上的文字</label>
        <Input.TextArea
          ref={box}
          id={id}
          value={text}
          className="paragraph-editor-box"
          maxLength={20_000}
          status={text.trim() === '' ? 'warning' : ''}
          onChange={({ target }) => type(target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') onClose();
          }}
        />
      </div>
      {text.trim() === '' ? (
        <p className="quiet small" role="status">
          这一段不能空着。写上文字后会自动保存；也可以恢复为自动生成的文字。
        </p>
      ) : null}
      <div className="row">
        {exhibits.length === 0 ? null : (
          <Select<string>
            aria-label="插入证据引用"
            placeholder="插入证据引用"
            value={null}
            className="paragraph-editor-insert"
            popupMatchSelectWidth={false}
            showSearch={{ optionFilterProp: 'label' }}
            options={exhibits.map(({ id: value, name, title }) => ({ value, label: `${name} ${title}` }))}
            onSelect={insert}
          />
        )}
        <Button onClick={giveBack} disabled={own === undefined && text === original}>
          恢复为自动生成的文字
        </Button>
        <Button type="primary" onClick={onClose}>
          改好了
        </Button>
      </div>
      {/\{证据[:：]/u.test(text) ? (
        <p className="quiet small">“{'{证据:编号}'}”会印成证据的序号和页码，证据移动以后也不会错，请整个保留。</p>
      ) : null}
      <details open={own !== undefined}>
        <summary>自动生成的文字</summary>
        <p className="paragraph-editor-original">{original}</p>
      </details>
    </section>
  );
}
