import { FileTextOutlined, RedoOutlined, UndoOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useEffect } from 'react';
import { useSessionState } from '../../draft/draft-context.tsx';
import { textOf } from '../../draft/draft-values.ts';
import { FieldConflict } from '../../draft/field-conflict.tsx';
import { useAllFindings } from '../../draft/findings-context.tsx';
import { useField } from '../../draft/use-field.ts';
import { shortCount } from '../../parts/short-count.ts';
import { SaveState } from './save-state.tsx';
import { useUndoKeys } from './use-undo-keys.ts';

interface WorkbenchHeadProps {
  readonly onFindings: () => void;
  /** Where there is no room for the paper beside the questions. */
  readonly onPaper: (() => void) | undefined;
}

export function WorkbenchHead({ onFindings, onPaper }: WorkbenchHeadProps) {
  const undoLabel = useSessionState((state) => state.undo);
  const redoLabel = useSessionState((state) => state.redo);
  const { undo, redo } = useUndoKeys();
  const findings = useAllFindings();
  return (
    <header className="workbench-head">
      <CaseTitle />
      <div className="workbench-acts">
        <SaveState />
        <Button
          icon={<UndoOutlined />}
          disabled={undoLabel === undefined}
          title={undoLabel === undefined ? '没有可以撤销的' : `撤销：${undoLabel}（Ctrl+Z）`}
          onClick={undo}
        >
          撤销
        </Button>
        <Button
          icon={<RedoOutlined />}
          disabled={redoLabel === undefined}
          title={redoLabel === undefined ? '没有可以重做的' : `重做：${redoLabel}（Ctrl+Shift+Z）`}
          onClick={redo}
        >
          重做
        </Button>
        {onPaper === undefined ? null : (
          <Button icon={<FileTextOutlined />} onClick={onPaper}>
            看文书
          </Button>
        )}
        <Button onClick={onFindings} aria-haspopup="dialog">
          提示
          <span className="workbench-count">{shortCount(findings.length)}</span>
        </Button>
      </div>
    </header>
  );
}

function CaseTitle() {
  const [value, write] = useField(['title'], '案件名称');
  const title = textOf(value);
  useEffect(() => {
    document.title = `${title === '' ? '还没有名称的案件' : title} · 据理`;
  }, [title]);
  return (
    <div className="workbench-title" data-field="title">
      <h1 className="only-for-readers">{title === '' ? '还没有名称的案件' : title}</h1>
      <Input
        variant="borderless"
        aria-label="案件名称"
        placeholder="给这个案件起个名字"
        value={title}
        onChange={({ target }) => write(target.value)}
      />
      <FieldConflict place="title" />
    </div>
  );
}
