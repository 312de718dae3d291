import { Button } from 'antd';
import { useDraftSession, useSessionState } from '../../draft/draft-context.tsx';
import { shown } from '../../draft/field-conflict.tsx';
import type { EditConflict } from '../../draft/rebase-edits.ts';
import { CopyButton } from '../../parts/copy-button.tsx';

/** Edits that met other edits. Each is asked about at its field; here they are listed, also those whose field is gone. */
export function LostEdits() {
  const session = useDraftSession();
  const conflicts = useSessionState((state) => state.conflicts);
  if (conflicts.length === 0) return null;
  return (
    <section className="workbench-notice" aria-label="两个窗口都改过的内容">
      <p>
        <strong>有 {conflicts.length} 处在别的窗口也改过。</strong>
        您写的没有丢，请选用哪一个。
      </p>
      <ul className="lost-edits">
        {conflicts.map((conflict) => (
          <li key={`${conflict.label}${conflict.path.join('.')}`}>
            <LostEdit conflict={conflict} />
            <span className="row">
              <Button size="small" onClick={() => session.settle(conflict, 'mine')}>
                用我的
              </Button>
              <Button size="small" onClick={() => session.settle(conflict, 'theirs')}>
                用那边的
              </Button>
              <CopyButton text={shown(conflict.mine)} name="这里写的内容" />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function LostEdit({ conflict: { label, mine, theirs } }: { readonly conflict: EditConflict }) {
  return (
    <span>
      {label}：这里写的是“{shown(mine)}”，那边是“{shown(theirs)}”
    </span>
  );
}
