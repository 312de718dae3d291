import { timeCodeOf } from '../../../contract/case/time-codes.ts';
import type { Media } from '../../ports.ts';
import type { SourceContent, SourcePage } from '../evidence-source.ts';
import { type PagePress, printedPages } from '../printed-pages.ts';
import type { FileToRead } from '../read-evidence.ts';
import { UnusableFile } from '../unusable-file.ts';
import { createFactsReader } from './read-facts.ts';
import { recordingBodies } from './recording-bodies.ts';
import type { RecordingFacts } from './recording-facts.worker.ts';
import { recordingRows } from './recording-rows.ts';
import { type SeenRecording, seeRecording } from './see-recording.ts';

/** Reads recordings: facts, pictures at times, what is said, as pages of an exhibit. One is played at a time. */
export interface RecordingReader {
  /** Throws UnusableFile for one that neither tells how long it is nor can be played. */
  read(order: FileToRead, signal: AbortSignal): Promise<SourceContent>;
  close(): Promise<void>;
}

/** 证据规定 15, 61: whoever relies on a recording shows what it was first stored on. */
const carrierNote =
  '按照《最高人民法院关于民事诉讼证据的若干规定》第十五条，提交视听资料要有最初保存它的载体，提交电子数据要有原件。原始文件和原始载体请妥善保管，以备核对。';
const frameNote = '以下画面直接截自原始文件，没有修饰，时间从文件开头起算。画面供查阅，内容以原始文件为准。';

export function createRecordingReader(press: PagePress, media: Media | undefined): RecordingReader {
  const factsReader = createFactsReader();
  let turn: Promise<unknown> = Promise.resolve();

  async function readInTurn(order: FileToRead, signal: AbortSignal): Promise<SourceContent> {
    const [outcome, seen] = await Promise.all([
      factsReader.read(order.absolute, signal),
      seeRecording(media, order.absolute, order.file.marks ?? [], signal),
    ]);
    const facts: RecordingFacts = typeof outcome === 'string' ? { codecs: [], hasPicture: false } : outcome;
    // A format that is not known here says nothing against the file.
    const isKnown = outcome === 'unknown' || facts.codecs.length > 0;
    if (seen.duration === undefined && !isKnown) {
      throw new UnusableFile('录音录像无法播放，也读不出时长，文件可能不完整，请从原来的设备再取一份完好的，重新添加');
    }
    const isVideo = seen.picture !== undefined || facts.hasPicture;
    const trouble = troubleOf(seen, facts, isVideo);
    const name = order.file.path.split('/').at(-1) ?? order.file.path;
    const bodies = recordingBodies({
      heading: `${isVideo ? '录像' : '录音'}：${name}`,
      rows: recordingRows(order, facts, seen),
      notes: [
        carrierNote,
        ...(trouble === undefined ? [] : [`${trouble}。文件没有改动，可以用能够播放它的程序打开。`]),
        ...(seen.frames.length === 0 ? [] : [frameNote]),
        ...(seen.beyond.length === 0 ? [] : [`指定的时刻 ${seen.beyond.join('、')} 在结尾之后，没有画面。`]),
      ],
      frames: seen.frames,
      transcript: order.file.transcript ?? [],
    });
    const pages: SourcePage[] = [];
    for (const body of bodies) {
      pages.push(...(await printedPages(press, { title: name, body, orientation: 'portrait' }, signal)));
    }
    return { kind: 'pages', pages, remarks: trouble === undefined ? [] : [trouble], namesFile: true };
  }

  return {
    read(order, signal) {
      const read = turn.then(() => readInTurn(order, signal));
      turn = read.catch(() => undefined);
      return read;
    },
    close: () => factsReader.close(),
  };
}

/** Why there are no pictures of what has them. */
function troubleOf(
  { picture, frames, stillFrom }: SeenRecording,
  { codecs }: RecordingFacts,
  isVideo: boolean,
): string | undefined {
  if (!isVideo) return;
  const code = codecs.length === 0 ? '' : `（${codecs.join('、')}）`;
  if (picture === undefined) return `没能读出这段录像的画面${code}：程序没有相应的解码器，或者文件不完整`;
  const isUnseen = frames.some((group) => group.frames.some(({ jpeg }) => jpeg === undefined));
  if (isUnseen) return '录像的一部分画面未能读出，文件可能不完整';
  if (stillFrom === undefined) return;
  return `录像从 ${timeCodeOf(stillFrom)} 起没有新的画面：或者画面不再变化，或者文件不完整`;
}
