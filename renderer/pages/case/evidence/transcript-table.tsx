import { DeleteOutlined, ImportOutlined, PlusOutlined } from '@ant-design/icons';
import { App, Button, Input } from 'antd';
import { useId, useRef, useState } from 'react';
import { readTranscript } from '../../../../electron/contract/case/read-transcript.ts';
import type { DraftPath, Json } from '../../../../electron/contract/rpc/case-procedures.ts';
import { useDraftSession } from '../../../draft/draft-context.tsx';
import { GrowingText } from '../../../parts/growing-text.tsx';
import type { RecordingLists } from './recording-changes.ts';
import { isTimeCode, type SpokenRow } from './recording-words.ts';
import { textOfFile } from './text-of-file.ts';

interface TranscriptTableProps {
  readonly place: string;
  /** Of the transcript in the draft. */
  readonly path: DraftPath;
  readonly rows: readonly SpokenRow[];
  readonly lists: RecordingLists;
  /** The moment the player shows. */
  readonly now: () => string;
  readonly onGo: (at: string) => void;
}

/** As many as are drawn at once; more are asked for. */
const shownAtOnce = 100;
/** As many as a case holds (contract/case/evidence-fields.ts). */
const mostRows = 5_000;
const largestImport = 5_000_000;

/** What is said or heard, line by line, typed or taken from a file of subtitles. */
export function TranscriptTable({ place, path, rows, lists, now, onGo }: TranscriptTableProps) {
  const session = useDraftSession();
  const { message } = App.useApp();
  const id = useId();
  const chooser = useRef<HTMLInputElement>(null);
  const [shown, setShown] = useState(shownAtOnce);
  const placed = rows.slice(0, shown).map((row, index) => ({ row, index, name: `第${index + 1}句` }));
  const write = (index: number, name: keyof SpokenRow, text: string) => {
    const target = [...path, index, name];
    // A time or a speaker that is not there is left out, and a text is there even while it is empty.
    const change =
      text === '' && name !== 'text'
        ? ({ kind: 'remove', path: target } as const)
        : ({ kind: 'set', path: target, value: text } as const);
    session.change('修改文字整理', [change]);
  };
  const take = async (file: File) => {
    if (file.size > largestImport) {
      void message.error('这个文件太大，不像字幕或文字稿。');
      return;
    }
    const lines = readTranscript(await textOfFile(file));
    if (lines.length === 0) {
      void message.warning(`“${file.name}”里没有读到文字。`);
      return;
    }
    const room = Math.max(0, mostRows - rows.length);
    const taken = lines.slice(0, room);
    const added = taken.map((line): Json => ({ ...line }));
    session.change('导入文字', lists.insert('transcript', rows.length, added));
    const rest = lines.length - taken.length;
    void message.success(
      rest === 0
        ? `导入了 ${taken.length} 句。`
        : `导入了 ${taken.length} 句；一份最多 ${mostRows} 句，另有 ${rest} 句没有导入。`,
    );
  };

  return (
    <section className="stack" aria-labelledby={id}>
      <h5 id={id}>文字整理</h5>
      <p className="quiet small">
        把听到的话写下来，法官不用播放也能看懂。请照原话写，不要改动；可以导入字幕文件或者转写软件导出的文字，导入以后请对着录音逐句核对：印出来会写明“由提交人对照原始文件整理”。
      </p>
      {rows.length === 0 ? null : (
        <ol className="recording-panel-lines" aria-label={`${place}的文字整理`}>
          {placed.map(({ row, index, name }) => {
            const isGood = row.at === '' || isTimeCode(row.at);
            return (
              <li key={name}>
                <Input
                  size="small"
                  aria-label={`${name}的时间`}
                  placeholder="分:秒"
                  value={row.at}
                  status={isGood ? '' : 'error'}
                  aria-invalid={!isGood}
                  title={isGood ? '双击跳到这一刻' : '写成“分:秒”，例如 1:05'}
                  onDoubleClick={() => onGo(row.at)}
                  onChange={({ target }) => write(index, 'at', target.value.trim())}
                />
                <Input
                  size="small"
                  aria-label={`${name}的说话人`}
                  placeholder="谁说的"
                  value={row.speaker}
                  onChange={({ target }) => write(index, 'speaker', target.value)}
                />
                <GrowingText
                  rows={1}
                  aria-label={`${name}的内容`}
                  placeholder="说了什么"
                  value={row.text}
                  onChange={({ target }) => write(index, 'text', target.value)}
                />
                <Button
                  type="text"
                  size="small"
                  icon={<DeleteOutlined />}
                  aria-label={`删除${name}`}
                  onClick={() => session.change('删除一句', lists.remove('transcript', index))}
                />
              </li>
            );
          })}
        </ol>
      )}
      {rows.length > shown ? (
        <Button size="small" onClick={() => setShown(shown + shownAtOnce)}>
          再显示 {Math.min(shownAtOnce, rows.length - shown)} 句（共 {rows.length} 句）
        </Button>
      ) : null}
      <div className="row">
        <Button
          size="small"
          icon={<PlusOutlined />}
          disabled={rows.length >= mostRows}
          onClick={() => {
            session.change('添加一句', lists.insert('transcript', rows.length, [{ at: now(), text: '' }]));
            setShown(Math.max(shown, rows.length + 1));
          }}
        >
          添加一句
        </Button>
        <Button size="small" icon={<ImportOutlined />} onClick={() => chooser.current?.click()}>
          导入字幕或文字
        </Button>
        <input
          ref={chooser}
          type="file"
          accept=".srt,.vtt,.txt,text/plain,text/vtt"
          hidden
          aria-label={`导入${place}的字幕或文字`}
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file !== undefined) void take(file);
            target.value = '';
          }}
        />
      </div>
    </section>
  );
}
