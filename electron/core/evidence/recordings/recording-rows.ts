import type { FileToRead } from '../read-evidence.ts';
import type { FactRow } from './recording-bodies.ts';
import type { RecordingFacts } from './recording-facts.worker.ts';
import type { SeenRecording } from './see-recording.ts';

/** The table at the head of a recording's page: what it is, and what it can be told by. */
export function recordingRows(
  { file, mime = '', size, sha256 }: FileToRead,
  facts: RecordingFacts,
  { duration = facts.duration, picture }: SeenRecording,
): FactRow[] {
  const codecs = facts.codecs.length === 0 ? '' : `（编码 ${facts.codecs.join('、')}）`;
  const rows: (FactRow | undefined)[] = [
    { label: '文件名', value: file.path.split('/').at(-1) ?? file.path },
    { label: '时长', value: duration === undefined ? '文件中没有记载' : lengthWords(duration) },
    { label: '大小', value: `${size.toLocaleString('en-US')} 字节` },
    { label: '格式', value: `${formatWords[mime] ?? mime}${codecs}` },
    picture && { label: '画面', value: `${picture.width} × ${picture.height} 像素` },
    facts.recordedAt === undefined
      ? undefined
      : { label: '文件记载的时间', value: `${beijingTime(facts.recordedAt)}（由录制设备写入，设备时间可能不准）` },
    facts.device === undefined ? undefined : { label: '文件记载的设备', value: facts.device },
    // In groups, as the list of originals has it, so that two people can read it to each other.
    { label: 'SHA-256 校验值', value: sha256.replaceAll(/.{8}(?=.)/g, '$& ').replace(/^(.{35}) /, '$1\n') },
    { label: '原始载体', value: file.carrier ?? '案件中没有写明' },
    { label: '原始文件', value: `${file.path}（在案件文件夹中，随案件一并导出，可用光盘或者U盘提交、当庭播放）` },
  ];
  return rows.filter((row) => row !== undefined);
}

/** What people call the formats of phones, call recorders and screen recorders. */
const formatWords: Readonly<Record<string, string>> = {
  'video/mp4': 'MP4 视频',
  'video/quicktime': 'MOV 视频',
  'video/webm': 'WebM 视频',
  'video/matroska': 'MKV 视频',
  'video/x-matroska': 'MKV 视频',
  'video/3gpp': '3GP 视频',
  'video/3gpp2': '3GP 视频',
  'video/vnd.avi': 'AVI 视频',
  'video/x-msvideo': 'AVI 视频',
  'audio/mpeg': 'MP3 音频',
  'audio/mp4': 'M4A 音频',
  'audio/x-m4a': 'M4A 音频',
  'audio/aac': 'AAC 音频',
  'audio/wav': 'WAV 音频',
  'audio/ogg': 'OGG 音频',
  'audio/opus': 'OGG 音频',
  'audio/flac': 'FLAC 音频',
  'audio/x-flac': 'FLAC 音频',
  'audio/amr': 'AMR 音频',
};

function lengthWords(seconds: number): string {
  const whole = Math.floor(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3_600), Math.floor(whole / 60) % 60, whole % 60];
  if (whole === 0) return '不到1秒';
  return `${hours === 0 ? '' : `${hours}小时`}${minutes === 0 ? '' : `${minutes}分`}${rest === 0 && whole >= 60 ? '' : `${rest}秒`}`;
}

const shanghaiOffset = 8 * 3_600_000;

/** As written where it cannot be read. */
function beijingTime(written: string): string {
  const instant = Date.parse(written);
  if (Number.isNaN(instant)) return written;
  return `${new Date(instant + shanghaiOffset).toISOString().slice(0, 19).replace('T', ' ')} 北京时间`;
}
