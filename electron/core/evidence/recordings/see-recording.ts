import { type Media, type OpenRecording, UnplayableRecording } from '../../ports.ts';
import { planFrames } from './plan-frames.ts';
import type { Frame, FrameGroup } from './recording-bodies.ts';

/** What was found by playing a recording. */
export interface SeenRecording {
  /** Seconds; unset where it could not be played. */
  readonly duration: number | undefined;
  /** Pixels as displayed; unset for sound alone, and for a picture in a code the browser does not have. */
  readonly picture: { readonly width: number; readonly height: number } | undefined;
  readonly frames: readonly FrameGroup[];
  /** Marks, as written, after the end. */
  readonly beyond: readonly string[];
  /** Seconds: from here on nothing new was seen, well before the end. */
  readonly stillFrom?: number;
}

/** Pixels: 82 mm at 250 dpi, and 169 mm at 190. */
const mostWide = { even: 800, marked: 1_280 } as const;
/** Seconds. The last picture of a recording often stands that long. */
const closeToTheEnd = 1;
/** After so many moments in a row that did not come up, the rest is not waited for. */
const mostFailures = 2;

const unseen: SeenRecording = { duration: undefined, picture: undefined, frames: [], beyond: [] };

/** Plays the recording at `path` and takes pictures, evenly spread and at `marks`. Bad files are not an error. */
export async function seeRecording(
  media: Media | undefined,
  path: string,
  marks: readonly string[],
  signal: AbortSignal,
): Promise<SeenRecording> {
  if (media === undefined) return unseen;
  try {
    const recording = await media.open(path, signal);
    try {
      return await takeFrames(recording, marks, signal);
    } finally {
      await recording.close();
    }
  } catch (cause) {
    signal.throwIfAborted();
    if (cause instanceof UnplayableRecording) return unseen;
    throw cause;
  }
}

async function takeFrames(
  recording: OpenRecording,
  marks: readonly string[],
  signal: AbortSignal,
): Promise<SeenRecording> {
  const { duration, picture } = recording;
  const { step, even, marked, beyond } = planFrames(duration, marks);
  if (picture === undefined) return { duration, picture, frames: [], beyond };
  const isTall = picture.height > picture.width;
  let failures = 0;
  const still: number[] = [];
  const take = async (at: number, width: number): Promise<Frame> => {
    if (failures >= mostFailures) return { at, jpeg: undefined };
    try {
      const { jpeg, isLast } = await recording.frame(at, width, signal);
      failures = 0;
      if (isLast && at < duration - closeToTheEnd) still.push(at);
      return { at, jpeg };
    } catch (cause) {
      if (!(cause instanceof UnplayableRecording)) throw cause;
      failures += 1;
      return { at, jpeg: undefined };
    }
  };
  const takeAll = async (moments: readonly number[], width: number): Promise<Frame[]> => {
    const frames: Frame[] = [];
    for (const at of moments) frames.push(await take(at, width));
    return frames;
  };
  const chosen = await takeAll(marked, mostWide.marked);
  const spread = await takeAll(even, mostWide.even);
  const spreadHeading =
    even.length === 1 ? '开头的画面' : `从开头起每隔${intervalWords(step)}一幅的画面（共${even.length}幅）`;
  return {
    duration,
    picture,
    beyond,
    ...(still.length === 0 ? {} : { stillFrom: Math.min(...still) }),
    frames: [
      ...(chosen.length === 0
        ? []
        : [{ heading: `指定时刻的画面（共${chosen.length}幅）`, isLarge: true, isTall, frames: chosen }]),
      { heading: spreadHeading, isLarge: false, isTall, frames: spread },
    ],
  };
}

function intervalWords(seconds: number): string {
  if (seconds < 60) return `${seconds}秒`;
  return seconds % 60 === 0 ? `${seconds / 60}分钟` : `${Math.floor(seconds / 60)}分${seconds % 60}秒`;
}
