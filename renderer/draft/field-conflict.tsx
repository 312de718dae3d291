import { Button } from 'antd';
import type { Json } from '../../electron/contract/rpc/case-procedures.ts';
import { useDraftSession, useSessionState } from './draft-context.tsx';
import { pathText } from './path-text.ts';

/** The same field was changed elsewhere: both texts, and a choice. */
export function FieldConflict({ place }: { readonly place: string }) {
  const session = useDraftSession();
  const conflict = useSessionState(({ conflicts }) => conflicts.find(({ path }) => pathText(path) === place));
  if (conflict === undefined) return null;
  return (
    <div className="field-conflict" role="alert">
      <p>这一项在别的窗口也改过。您想用哪一个？</p>
      <dl>
        <dt>这里写的</dt>
        <dd>{shown(conflict.mine)}</dd>
        <dt>那边写的（现在保存着的）</dt>
        <dd>{shown(conflict.theirs)}</dd>
      </dl>
      <div className="row">
        <Button type="primary" onClick={() => session.settle(conflict, 'mine')}>
          用我的
        </Button>
        <Button onClick={() => session.settle(conflict, 'theirs')}>用那边的</Button>
      </div>
    </div>
  );
}

/** A value in words a person can read and copy. */
export function shown(value: Json | undefined): string {
  if (value === undefined || value === null || value === '') return '（空）';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value !== 'object') return String(value);
  const inner = Array.isArray(value) ? value : Object.values(value);
  return inner.map((held) => shown(held)).join('；');
}
