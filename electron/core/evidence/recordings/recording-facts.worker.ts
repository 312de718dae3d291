import { type IAudioMetadata, type IFormat, parseFile, type UnionOfParseErrors } from 'music-metadata';
import { mp4Length } from './mp4-length.ts';

/** What a recording says of itself. */
export interface RecordingFacts {
  /** Seconds; unset where the file does not say. */
  readonly duration?: number;
  /** As people call them: `H.264`, `AAC`. */
  readonly codecs: readonly string[];
  readonly hasPicture: boolean;
  /** ISO, or as the device wrote it with its own time zone. */
  readonly recordedAt?: string;
  readonly device?: string;
}

/** `unknown` is a format that is not known here, which says nothing against the file. */
export type RecordingOutcome = RecordingFacts | 'unknown' | 'damaged';

/** The task of the worker, called by its name (see read-facts.ts). */
export async function recordingFacts(path: string): Promise<RecordingOutcome> {
  try {
    const { format, native } = await parseFile(path, { duration: true, skipCovers: true });
    const recordedAt = tagOf(native, 'com.apple.quicktime.creationdate') ?? creationOf(format);
    const maker = tagOf(native, 'com.apple.quicktime.make');
    const model = tagOf(native, 'com.apple.quicktime.model') ?? tagOf(native, 'com.android.model');
    const device = [maker, model].filter((word) => word !== undefined).join(' ');
    const duration = (await mp4Length(path)) ?? format.duration;
    return {
      ...(duration === undefined || duration <= 0 ? {} : { duration }),
      codecs: codecsOf(format),
      hasPicture: format.hasVideo === true,
      ...(recordedAt === undefined ? {} : { recordedAt }),
      ...(device === '' ? {} : { device }),
    };
  } catch (cause) {
    const { name } = cause as UnionOfParseErrors;
    return name === 'CouldNotDetermineFileTypeError' || name === 'UnsupportedFileTypeError' ? 'unknown' : 'damaged';
  }
}

function codecsOf({ trackInfo, codec }: IFormat): string[] {
  const named = trackInfo.flatMap(({ codecName }) => (codecName === undefined || codecName === '' ? [] : [codecName]));
  const all = named.length > 0 || codec === undefined ? named : [codec];
  return [...new Set(all.map((name) => codeNames[name] ?? name.replaceAll(/[<>]/g, '')))];
}

const codeNames: Readonly<Record<string, string>> = {
  '<avc1>': 'H.264',
  '<avc3>': 'H.264',
  '<hvc1>': 'H.265',
  '<hev1>': 'H.265',
  '<dvh1>': 'H.265',
  '<av01>': 'AV1',
  '<vp09>': 'VP9',
  '<mp4v>': 'MPEG-4',
  '<samr>': 'AMR',
  'MPEG-4/AAC': 'AAC',
  MPEGH_ISO_HEVC: 'H.265',
  'MPEG4/ISO/AVC': 'H.264',
  'MPEGH/ISO/HEVC': 'H.265',
};

/** Formats that know no time write zero, which reads as the first day of 1904 or of 1970. */
function creationOf({ creationTime }: IFormat): string | undefined {
  return creationTime === undefined || creationTime.getUTCFullYear() < 1980 ? undefined : creationTime.toISOString();
}

function tagOf(native: IAudioMetadata['native'], id: string): string | undefined {
  const found = Object.values(native)
    .flat()
    .find((tag) => tag.id === id)?.value;
  return typeof found === 'string' && found.trim() !== '' ? found.trim().slice(0, 80) : undefined;
}
