import './viewer.css';
import { BorderOutlined, CloseOutlined, DownloadOutlined, LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import { evidenceGroupWords } from '../../../../electron/contract/case/words.ts';
import type { StoredFile } from '../../../../electron/contract/rpc/evidence-procedures.ts';
import { fileAddress } from '../../../api/file-address.ts';
import { CopyButton } from '../../../parts/copy-button.tsx';
import { GrowingText } from '../../../parts/growing-text.tsx';
import { CoverDesk, canBeCovered } from './cover-desk.tsx';
import { type EvidenceEntry, entryName } from './evidence-entries.ts';
import { isRecording, troubleOf } from './file-standing.ts';
import { provesExamples } from './group-words.ts';
import { PdfPages } from './pdf-pages.tsx';
import { RecordingPlayer } from './recording-player.tsx';
import { StrayBoxes } from './stray-boxes.tsx';
import type { EvidenceActs } from './use-evidence-acts.ts';
import type { StoredFiles } from './use-stored-files.ts';
import { isInText, ViewerPicture } from './viewer-picture.tsx';

/** A file of an item. */
export interface ViewerPlace {
  readonly key: string;
  readonly file: number;
}

interface ViewerProps {
  readonly caseId: string;
  readonly place: ViewerPlace;
  readonly entries: readonly EvidenceEntry[];
  readonly files: StoredFiles;
  readonly acts: EvidenceActs;
  readonly onGo: (place: ViewerPlace) => void;
  readonly onClose: (key: string) => void;
}

/** One file over the whole window, with what there is to say of it at the side. Arrows lead on, Esc closes. */
export function Viewer({ caseId, place, entries, files, acts, onGo, onClose }: ViewerProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [isCovering, setCovering] = useState(false);
  const close = useRef<HTMLButtonElement>(null);
  const places = entries.flatMap((entry) => entry.files.map((_file, index) => ({ key: entry.key, file: index })));
  const now = places.findIndex(({ key, file }) => key === place.key && file === place.file);
  const entry = entries.find(({ key }) => key === place.key);
  const path = entry?.files[place.file]?.path;
  const file = path === undefined ? undefined : files.byPath.get(path);
  const isCovered = isCovering && canBeCovered(file);
  const go = (by: number) => {
    const next = places[now + by];
    if (next !== undefined) onGo(next);
  };
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    // A player has the arrows for itself.
    if (event.target instanceof HTMLMediaElement) return;
    if (isInText(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'ArrowLeft') go(-1);
    else if (event.key === 'ArrowRight') go(1);
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    const node = dialog.current;
    const listen = (event: KeyboardEvent) => onKey(event);
    window.addEventListener('keydown', listen);
    node?.showModal();
    return () => {
      window.removeEventListener('keydown', listen);
      node?.close();
    };
  }, []);

  const title = entry === undefined ? '' : entryName(entry);
  return (
    <dialog
      ref={dialog}
      className="viewer"
      aria-label={`查看${title}`}
      onCancel={(event) => {
        event.preventDefault();
        onClose(place.key);
      }}
    >
      <header className="viewer-head">
        <Button icon={<LeftOutlined />} disabled={now <= 0} aria-label="上一个" onClick={() => go(-1)} />
        <Button
          icon={<RightOutlined />}
          disabled={now >= places.length - 1}
          aria-label="下一个"
          onClick={() => go(1)}
        />
        <strong className="viewer-title">{title}</strong>
        <span className="quiet">
          {entry !== undefined && entry.files.length > 1
            ? `第 ${place.file + 1} 个，共 ${entry.files.length} 个文件`
            : ''}
        </span>
        {canBeCovered(file) ? (
          <Button icon={<BorderOutlined />} aria-pressed={isCovered} onClick={() => setCovering(!isCovering)}>
            {isCovered ? '画完了，回去查看' : '遮盖'}
          </Button>
        ) : null}
        <Button ref={close} className="viewer-close" icon={<CloseOutlined />} onClick={() => onClose(place.key)}>
          关闭
        </Button>
      </header>
      {entry === undefined || path === undefined ? (
        <p className="viewer-broken">这份证据已经不在案件里了。</p>
      ) : (
        <div className="viewer-body">
          {isCovered && file !== undefined ? (
            <CoverDesk key={path} caseId={caseId} entry={entry} fileIndex={place.file} file={file} name={title} />
          ) : (
            <>
              <ViewedFile key={path} file={file} isKnown={files.isKnown} name={title} />
              <ViewerSide entry={entry} fileIndex={place.file} file={file} isKnown={files.isKnown} acts={acts} />
            </>
          )}
        </div>
      )}
    </dialog>
  );
}

interface ViewedFileProps {
  readonly file: StoredFile | undefined;
  readonly isKnown: boolean;
  readonly name: string;
}

function ViewedFile({ file, isKnown, name }: ViewedFileProps) {
  if (file === undefined || file.isMissing) {
    return <p className="viewer-broken">{troubleOf(file, isKnown)?.text ?? ''}</p>;
  }
  if (file.kind === 'picture') {
    const size =
      file.width === undefined || file.height === undefined ? undefined : { width: file.width, height: file.height };
    return <ViewerPicture address={fileAddress('pictures', file.sha256)} name={name} size={size} />;
  }
  if (isRecording(file)) {
    return (
      <div className="viewer-broken">
        <RecordingPlayer file={file} name={name} />
      </div>
    );
  }
  if (isShownByBrowser(file)) {
    return (
      <iframe className="viewer-pdf" title={name} src={fileAddress('originals', file.sha256, file.originalName)} />
    );
  }
  if (file.kind === 'pdf') {
    return (
      <div className="cover-desk">
        <PdfPages
          address={fileAddress('originals', file.sha256, file.originalName)}
          broken="这份 PDF 设了密码或者已经损坏，在这里看不了，原件已经收好。可以存一份出来，用别的程序打开。"
        />
      </div>
    );
  }
  return (
    <div className="viewer-broken">
      <p>
        这种文件在这里看不了，原件已经收好。
        {file.problem === undefined ? '生成材料以后，能看到它印出来的样子；' : ''}也可以存一份出来，用别的程序打开。
      </p>
    </div>
  );
}

/** A PDF, where the browser has a reader of its own; without one it would save the file at once. */
function isShownByBrowser({ kind }: StoredFile): boolean {
  return kind === 'pdf' && navigator.pdfViewerEnabled;
}

interface ViewerSideProps {
  readonly entry: EvidenceEntry;
  readonly fileIndex: number;
  readonly file: StoredFile | undefined;
  readonly isKnown: boolean;
  readonly acts: EvidenceActs;
}

function ViewerSide({ entry, fileIndex, file, isKnown, acts }: ViewerSideProps) {
  const id = useId();
  const trouble = troubleOf(file, isKnown);
  return (
    <aside className="viewer-side stack" aria-label="这份证据">
      <div className="field">
        <label className="field-label" htmlFor={`${id}title`}>
          名称
        </label>
        <Input
          id={`${id}title`}
          value={entry.title}
          onChange={({ target }) => acts.write(entry.key, 'title', target.value)}
        />
      </div>
      <div className="field">
        <label className="field-label" htmlFor={`${id}proves`}>
          证明什么
        </label>
        <GrowingText
          id={`${id}proves`}
          placeholder={provesExamples[entry.group]}
          value={entry.proves}
          onChange={({ target }) => acts.write(entry.key, 'proves', target.value)}
        />
      </div>
      {trouble === undefined ? null : <p className="item-file-trouble">{trouble.text}</p>}
      {canBeCovered(file) ? null : <StrayBoxes item={entry.index} file={fileIndex} />}
      {file === undefined ? null : (
        <>
          <dl className="viewer-facts">
            <dt>分组</dt>
            <dd>{evidenceGroupWords[entry.group]}</dd>
            <dt>原来的文件名</dt>
            <dd>{file.originalName}</dd>
            <dt>大小</dt>
            <dd>{sizeWords(file)}</dd>
            <dt>放进来的时间</dt>
            <dd>{instantWords(file.takenAt)}</dd>
            <dt>校验值（SHA-256）</dt>
            <dd>
              <code>{file.sha256.slice(0, 16)}……</code>
            </dd>
          </dl>
          <CopyButton text={file.sha256} name="校验值" />
          <p className="quiet small">
            校验值由文件的全部内容算出，改动一个字节就会不同。据理没有改过这份原件；以后再算一次还一样，就说明文件后来没有变。它不说明内容是不是真实。
          </p>
          {file.isMissing ? null : (
            <Button
              icon={<DownloadOutlined />}
              href={fileAddress('originals', file.sha256, file.originalName)}
              {...(isShownByBrowser(file) ? { target: '_blank', rel: 'noreferrer' } : { download: file.originalName })}
            >
              {isShownByBrowser(file) ? '打开原件' : '存一份原件'}
            </Button>
          )}
        </>
      )}
    </aside>
  );
}

function sizeWords({ size, width, height, pages }: StoredFile): string {
  const bytes =
    size < 1_000_000 ? `${Math.max(1, Math.round(size / 1_000))} KB` : `${(size / 1_000_000).toFixed(1)} MB`;
  if (width !== undefined && height !== undefined) return `${bytes}，${width}×${height} 像素`;
  return pages === undefined ? bytes : `${bytes}，${pages} 页`;
}

function instantWords(instant: string): string {
  return new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'long', timeStyle: 'short' }).format(
    new Date(instant),
  );
}
