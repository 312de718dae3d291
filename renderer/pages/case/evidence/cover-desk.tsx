import './cover-desk.css';
import { Segmented } from 'antd';
import { useState } from 'react';
import type { StoredFile } from '../../../../electron/contract/rpc/evidence-procedures.ts';
import { fileAddress } from '../../../api/file-address.ts';
import { CoverLayer } from './cover-layer.tsx';
import { CoverSide } from './cover-side.tsx';
import type { EvidenceEntry } from './evidence-entries.ts';
import { PdfPages } from './pdf-pages.tsx';
import { useCoverBoxes } from './use-cover-boxes.ts';
import { ViewerPicture } from './viewer-picture.tsx';

interface CoverDeskProps {
  readonly caseId: string;
  readonly entry: EvidenceEntry;
  readonly fileIndex: number;
  readonly file: StoredFile;
  readonly name: string;
}

/** Where boxes can be drawn: on what the window itself can show page by page. */
export function canBeCovered(file: StoredFile | undefined): file is StoredFile {
  return file !== undefined && !file.isMissing && (file.kind === 'picture' || file.kind === 'pdf');
}

/** One file with its boxes, in the viewer's place. */
export function CoverDesk({ caseId, entry, fileIndex, file, name }: CoverDeskProps) {
  const covers = useCoverBoxes(entry.index, fileIndex);
  const [isBlack, setBlack] = useState(false);
  const isPdf = file.kind === 'pdf';
  const size =
    file.width === undefined || file.height === undefined ? undefined : { width: file.width, height: file.height };
  return (
    <>
      <div className="cover-desk">
        <div className="cover-bar">
          <Segmented
            aria-label="看哪一版"
            value={isBlack ? 'redacted' : 'full'}
            options={[
              { value: 'full', label: '看完整版' },
              { value: 'redacted', label: '看遮盖版' },
            ]}
            onChange={(value) => setBlack(value === 'redacted')}
          />
        </div>
        {isPdf ? (
          <PdfPages
            address={fileAddress('originals', file.sha256, file.originalName)}
            broken="这份 PDF 在这里打不开，没法在上面画框。设了密码的，请用密码打开，另存一份不加密的，再添加进来。"
            layer={(page) => <CoverLayer page={page} covers={covers} isBlack={isBlack} />}
          />
        ) : (
          <ViewerPicture
            address={fileAddress('pictures', file.sha256)}
            name={name}
            size={size}
            layer={<CoverLayer page={1} covers={covers} isBlack={isBlack} />}
          />
        )}
      </div>
      <CoverSide caseId={caseId} path={file.path} isPdf={isPdf} covers={covers} />
    </>
  );
}
