import './recording-panel.css';
import { CameraOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { secondsOf } from '../../../../electron/contract/case/time-codes.ts';
import type { DraftPath } from '../../../../electron/contract/rpc/case-procedures.ts';
import type { StoredFile } from '../../../../electron/contract/rpc/evidence-procedures.ts';
import { useDraftSession, useDraftValue } from '../../../draft/draft-context.tsx';
import { MarkList } from './mark-list.tsx';
import { recordingLists } from './recording-changes.ts';
import { RecordingPlayer } from './recording-player.tsx';
import { isTimeCode, momentOf, recordingWords } from './recording-words.ts';
import { TranscriptTable } from './transcript-table.tsx';

interface RecordingPanelProps {
  /** 第2个文件 */
  readonly place: string;
  /** Of the file in the draft. */
  readonly path: DraftPath;
  readonly file: StoredFile;
}

/** Plays a recording; the moments to be printed and what is said are noted beside it. */
export function RecordingPanel({ place, path, file }: RecordingPanelProps) {
  const session = useDraftSession();
  const value = useDraftValue(path);
  const [isOpen, setIsOpen] = useState(false);
  const player = useRef<HTMLVideoElement>(null);
  const { marks, transcript } = recordingWords(value);
  const isSound = file.mime.startsWith('audio/');

  const now = () => momentOf(player.current?.currentTime ?? 0);
  const lists = recordingLists(value, path);
  const addMark = () => {
    const at = now();
    if (marks.includes(at)) return;
    const later = marks.findIndex((mark) => isTimeCode(mark) && secondsOf(mark) > secondsOf(at));
    session.change('记下截图时刻', lists.insert('marks', later === -1 ? marks.length : later, [at]));
  };
  const goTo = (at: string) => {
    if (player.current === null || !isTimeCode(at)) return;
    player.current.currentTime = secondsOf(at);
  };

  return (
    <details className="recording-panel" onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>
        {isSound ? '播放和文字整理' : '播放、截图和文字整理'}
        <span className="quiet small">{standing(isSound, marks.length, transcript.length)}</span>
      </summary>
      {isOpen ? (
        <div className="stack">
          {file.isMissing ? null : <RecordingPlayer ref={player} file={file} name={place} />}
          {isSound ? null : (
            <section className="stack" aria-label={`${place}的截图时刻`}>
              <h5>要印出来的画面</h5>
              <p className="quiet small">
                印出来时会从头到尾均匀地截几幅。关键的画面请放到那一刻，再点“在此处截图”，会印得更大。
              </p>
              <Button icon={<CameraOutlined />} disabled={file.isMissing} onClick={addMark}>
                在此处截图
              </Button>
              <MarkList marks={marks} lists={lists} onGo={goTo} />
            </section>
          )}
          <TranscriptTable
            place={place}
            path={[...path, 'transcript']}
            rows={transcript}
            lists={lists}
            now={now}
            onGo={goTo}
          />
        </div>
      ) : null}
    </details>
  );
}

function standing(isSound: boolean, marks: number, lines: number): string {
  const parts = [isSound || marks === 0 ? '' : `${marks}个时刻`, lines === 0 ? '还没有文字' : `${lines}句文字`];
  return parts.filter((part) => part !== '').join('，');
}
