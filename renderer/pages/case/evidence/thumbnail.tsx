import { FileOutlined, FilePdfOutlined, WarningOutlined } from '@ant-design/icons';
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
  if (file.kind === 'picture') {
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
      {file.kind === 'pdf' ? <FilePdfOutlined /> : <FileOutlined />}
      <span>{file.kind === 'pdf' ? `PDF${file.pages === undefined ? '' : ` ${file.pages} 页`}` : endingOf(file)}</span>
    </span>
  );
}

function endingOf({ originalName }: StoredFile): string {
  return /\.([A-Za-z0-9]{1,8})$/.exec(originalName)?.[1]?.toUpperCase() ?? '文件';
}
