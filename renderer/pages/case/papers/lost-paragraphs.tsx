import { Button } from 'antd';
import type { Preview } from '../../../../electron/contract/rpc/paper-procedures.ts';
import { client } from '../../../api.ts';
import { CopyButton } from '../../../parts/copy-button.tsx';
import { useUndoMessage } from '../../../parts/use-undo-message.tsx';
import type { PaperPart } from './use-override.ts';

interface LostParagraphsProps {
  readonly caseId: string;
  readonly part: PaperPart;
  readonly orphans: Preview['orphans'];
}

/** Words by hand whose paragraph is gone: they are not printed, and not lost. */
export function LostParagraphs({ caseId, part, orphans }: LostParagraphsProps) {
  const offerUndo = useUndoMessage();
  if (orphans.length === 0) return null;
  return (
    <section className="lost-paragraphs stack" aria-label="没有印出的手写文字">
      <p>
        <strong>有手写的文字没有印出。</strong>
        案件改动后，它们原来所在的段落已经没有了。需要的话，请复制到别的段落里。
      </p>
      {orphans.map(({ at, original, own }) => (
        <div key={`${at} ${original}`} className="stack">
          <p className="paragraph-editor-original">{own}</p>
          <div className="row">
            <CopyButton text={own} name="这段手写的文字" />
            <Button
              onClick={async () => {
                const { revision: _ } = await client.papers.override({ id: caseId, part, at, original, own: null });
                offerUndo('已删去这段手写的文字', () => client.cases.undo({ id: caseId }));
              }}
            >
              删去
            </Button>
          </div>
        </div>
      ))}
    </section>
  );
}
