import {
  ArrowDownOutlined,
  ArrowUpOutlined,
  DeleteOutlined,
  PlusOutlined,
  SplitCellsOutlined,
} from '@ant-design/icons';
import { Button, Input } from 'antd';
import type { Json } from '../../../../electron/contract/rpc/case-procedures.ts';
import { useDraftSession, useDraftValue } from '../../../draft/draft-context.tsx';
import { isList } from '../../../draft/draft-values.ts';
import { FieldFindings } from '../../../draft/field-findings.tsx';
import { changesToSplit, fileWith } from './change-files.ts';
import { type EvidenceEntry, evidenceEntries } from './evidence-entries.ts';
import { isLocked, isRecording, troubleOf } from './file-standing.ts';
import { PdfPassword } from './pdf-password.tsx';
import { RecordingPanel } from './recording-panel.tsx';
import { Thumbnail } from './thumbnail.tsx';
import type { StoredFiles } from './use-stored-files.ts';

interface ItemFilesProps {
  readonly caseId: string;
  readonly entry: EvidenceEntry;
  readonly files: StoredFiles;
  readonly onView: (fileIndex: number) => void;
  /** Choose further files for this item. */
  readonly onAdd: () => void;
}

/** The files of one item, in the order in which they print. */
export function ItemFiles({ caseId, entry, files, onView, onAdd }: ItemFilesProps) {
  const session = useDraftSession();
  const path = ['evidence', entry.index, 'files'];
  const value = useDraftValue(path);
  const rows: readonly Json[] = isList(value) ? value : [];
  const isAlone = entry.files.length === 1;
  const name = `证据${entry.number}`;
  const move = (from: number, to: number) => session.change(`移动${name}的文件`, [{ kind: 'move', path, from, to }]);

  return (
    <section className="item-files" aria-label="文件" data-field={`evidence[${entry.index}].files`}>
      <h4>文件（{entry.files.length} 个）</h4>
      <ul>
        {entry.files.map((file, index) => {
          const stored = files.byPath.get(file.path);
          const trouble = troubleOf(stored, files.isKnown);
          const place = `第${index + 1}个文件`;
          return (
            <li key={file.path} className="item-file">
              <button type="button" className="item-file-picture" onClick={() => onView(index)}>
                <span className="only-for-readers">查看{place}</span>
                <Thumbnail file={stored} isKnown={files.isKnown} />
              </button>
              <div className="item-file-words">
                <span className="item-file-name">{stored?.originalName ?? file.path.split('/').at(-1)}</span>
                <Input
                  size="small"
                  aria-label={`${place}的说明`}
                  placeholder="说明（可不填）"
                  value={file.note}
                  onChange={({ target }) =>
                    session.change('修改文件说明', [
                      { kind: 'set', path: [...path, index], value: fileWith(rows[index], { note: target.value }) },
                    ])
                  }
                />
                {trouble === undefined ? null : <p className="item-file-trouble">{trouble.text}</p>}
                {stored !== undefined && isLocked(stored) ? (
                  <PdfPassword caseId={caseId} path={file.path} place={place} />
                ) : null}
                {isAlone ? null : (
                  <span className="item-file-acts">
                    <Button
                      type="text"
                      size="small"
                      icon={<ArrowUpOutlined />}
                      aria-label={`上移${place}`}
                      disabled={index === 0}
                      onClick={() => move(index, index - 1)}
                    />
                    <Button
                      type="text"
                      size="small"
                      icon={<ArrowDownOutlined />}
                      aria-label={`下移${place}`}
                      disabled={index === entry.files.length - 1}
                      onClick={() => move(index, index + 1)}
                    />
                    <Button
                      type="text"
                      size="small"
                      icon={<SplitCellsOutlined />}
                      aria-label={`把${place}单独作为一份证据`}
                      title="单独作为一份证据"
                      onClick={() => {
                        const { draft } = session.state();
                        const current = evidenceEntries(draft).find(({ key }) => key === entry.key);
                        if (current === undefined) return;
                        session.change(`从${name}分出一份`, changesToSplit(draft, current, index));
                      }}
                    />
                    <Button
                      type="text"
                      size="small"
                      icon={<DeleteOutlined />}
                      aria-label={`移除${place}`}
                      onClick={() => session.change(`移除${name}的文件`, [{ kind: 'remove', path: [...path, index] }])}
                    />
                  </span>
                )}
              </div>
              {stored !== undefined && isRecording(stored) ? (
                <RecordingPanel place={place} path={[...path, index]} file={stored} />
              ) : null}
            </li>
          );
        })}
      </ul>
      <FieldFindings place={`evidence[${entry.index}].files`} />
      {entry.files.map((file, index) =>
        // What is wrong with the file itself stands beside it already.
        troubleOf(files.byPath.get(file.path), files.isKnown) === undefined ? (
          <FieldFindings key={file.path} place={`evidence[${entry.index}].files[${index}]`} />
        ) : null,
      )}
      <Button size="small" icon={<PlusOutlined />} onClick={onAdd}>
        再加文件到这一份
      </Button>
    </section>
  );
}
