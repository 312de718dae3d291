import { CheckOutlined, LoadingOutlined, WarningOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { shownErrorOf } from '../../api/shown-error.ts';
import { useDraftSession, useSessionState } from '../../draft/draft-context.tsx';

/** A save that takes less than this is not worth a word. */
const unnoticed = 400;

/** Every change is saved by itself; this says whether it was. */
export function SaveState() {
  const isSaving = useSessionState((state) => state.isSaving);
  const hasFailed = useSessionState((state) => state.failure !== undefined);
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    if (!isSaving) {
      setSlow(false);
      return;
    }
    const timer = setTimeout(() => setSlow(true), unnoticed);
    return () => clearTimeout(timer);
  }, [isSaving]);

  if (hasFailed) {
    return (
      <span className="save-state save-state-failed">
        <WarningOutlined /> 没能保存
      </span>
    );
  }
  return (
    <span className="save-state" title="每次修改都会自动保存，不用点保存">
      {isSlow ? <LoadingOutlined /> : <CheckOutlined />} {isSlow ? '正在保存' : '已保存'}
    </span>
  );
}

/** Why it was not saved, and that nothing is lost. */
export function SaveFailureNotice() {
  const session = useDraftSession();
  const failure = useSessionState((state) => state.failure);
  if (failure === undefined) return null;
  return (
    <div className="workbench-notice" role="alert">
      <p>
        <strong>刚才的修改还没能保存。</strong>
        您写的内容都还在这个窗口里，可以继续写；能保存时会自动保存。
      </p>
      <p className="workbench-notice-reason">{shownErrorOf(failure.error).text}</p>
      <Button onClick={() => session.retry()}>现在再试一次</Button>
    </div>
  );
}
