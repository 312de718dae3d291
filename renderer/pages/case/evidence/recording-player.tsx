import { type Ref, useState } from 'react';
import type { StoredFile } from '../../../../electron/contract/rpc/evidence-procedures.ts';
import { fileAddress } from '../../../api/file-address.ts';

interface RecordingPlayerProps {
  readonly file: StoredFile;
  readonly name: string;
  readonly ref?: Ref<HTMLVideoElement>;
}

/** Plays sound and moving pictures, as far as the browser has their code. */
export function RecordingPlayer({ file, name, ref }: RecordingPlayerProps) {
  const [isUnplayable, setIsUnplayable] = useState(false);
  // One element for both; what is said is written down beside it for those who do not hear.
  const Player = 'video';
  if (isUnplayable) {
    return (
      <p className="item-file-trouble" role="status">
        这个窗口播放不了这种格式，原件已经收好。可以存一份原件，用别的播放器打开；文字整理照样可以填写。
      </p>
    );
  }
  return (
    <Player
      {...(ref === undefined ? {} : { ref })}
      className={file.mime.startsWith('audio/') ? 'recording-player-sound' : 'recording-player-picture'}
      controls
      preload="metadata"
      aria-label={`播放${name}`}
      src={fileAddress('recordings', file.sha256)}
      onError={() => setIsUnplayable(true)}
    />
  );
}
