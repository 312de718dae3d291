import {
  AudioOutlined,
  FileOutlined,
  FilePdfOutlined,
  FileTextOutlined,
  VideoCameraOutlined,
  WarningOutlined,
} from '@ant-design/icons';
import { timeCodeOf } from '../../../../electron/contract/case/time-codes.ts';
import type { StoredFile } from '../../../../electron/contract/rpc/evidence-procedures.ts';
import { fileAddress } from '../../../api/file-address.ts';

interface ThumbnailProps {
  readonly file: StoredFile | undefined;
  /** What is known of the files is up to date. */
  readonly isKnown: boolean;
}

/** A small picture of a file, or what stands for one. Its name is said by what it stands on. */
export function Thumbnail({ file, isKnown }: ThumbnailProps) {
  if (file === undefined || file.isMissing) {
    return <span className="evidence-thumbnail-icon">{isKnown ? <WarningOutlined /> : null}</span>;
  }
  // One that cannot be decoded has no small picture either.
  if (file.kind === 'picture' && file.width !== undefined) {
    return (
      <img
        src={fileAddress('thumbnails', `${file.sha256}.webp`)}
        alt=""
        draggable={false}
        decoding="async"
        className="evidence-thumbnail-picture"
      />
    );
  }
  return (
    <span className="evidence-thumbnail-icon">
      <KindIcon file={file} />
      <span>{wordsOf(file)}</span>
    </span>
  );
}

function KindIcon({ file: { kind, mime } }: { readonly file: StoredFile }) {
  if (kind === 'pdf') return <FilePdfOutlined />;
  if (kind === 'recording') return mime.startsWith('audio/') ? <AudioOutlined /> : <VideoCameraOutlined />;
  return kind === 'document' ? <FileTextOutlined /> : <FileOutlined />;
}

/** PDF 3 页; MP4 1:05. */
function wordsOf(file: StoredFile): string {
  if (file.kind === 'pdf') return `PDF${file.pages === undefined ? '' : ` ${file.pages} 页`}`;
  if (file.kind === 'recording' && file.duration !== undefined)
    return `${endingOf(file)} ${timeCodeOf(Math.round(file.duration))}`;
  return endingOf(file);
}

function endingOf({ originalName }: StoredFile): string {
  return /\.([A-Za-z0-9]{1,8})$/.exec(originalName)?.[1]?.toUpperCase() ?? '文件';
}
