import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import type { EvidenceLimits } from '../../../contract/evidence-limits.ts';
import { pixelsProblem } from '../limits.ts';
import { fetchAgain } from '../pictures/picture-file.ts';
import type { PictureWorkers } from '../pictures/picture-workers.ts';
import { unprintedKind } from '../unprinted-kind.ts';
import { UnusableFile } from '../unusable-file.ts';
import { type ExifFacts, exifFacts } from './exif-facts.ts';

/** Pixels. A tall screenshot shows its top, where the name of the shop or of the other side stands. */
const mostWidth = 320;
const mostHeight = 480;

/** What the header of a picture says. */
export interface MeasuredPicture {
  /** Pixels, as displayed. */
  readonly width: number;
  readonly height: number;
  /** Of a file with several pictures. */
  readonly pages?: number;
  readonly exif: ExifFacts;
}

/** Where a picture is that the image library reads, and how large. `remove` what was made for it. */
interface ReadablePicture {
  readonly path: string;
  readonly measured: MeasuredPicture;
  remove(): Promise<void>;
}

export interface PictureReading {
  readonly workers: Pick<PictureWorkers, 'decode'>;
  readonly limits: EvidenceLimits;
  readonly signal: AbortSignal;
  /** Where a decoded copy lies for a moment. */
  readonly folder: string;
}

const readByLibrary = ['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/avif', 'image/tiff'];
/** Decoded in a worker, into a picture that the library reads. */
const decoded: Readonly<Record<string, 'HEIC' | 'BMP'>> = {
  'image/heic': 'HEIC',
  'image/heif': 'HEIC',
  'image/bmp': 'BMP',
};

export function isShownPicture(mime: string | undefined): mime is string {
  return mime !== undefined && (readByLibrary.includes(mime) || decoded[mime] !== undefined);
}

/**
 * The small picture of the one at `path`, upright, as WebP, and what its header says. The whole picture is decoded, which
 * proves that it is; throws UnusableFile when it is not, or when it is of a kind that is not shown.
 */
export async function makeThumbnail(
  path: string,
  mime: string,
  reading: PictureReading,
): Promise<{ readonly bytes: Uint8Array; readonly measured: MeasuredPicture }> {
  const picture = await readable(path, mime, reading);
  try {
    const { width, height } = picture.measured;
    const scale = Math.min(1, mostWidth / width);
    const size = {
      width: Math.max(1, Math.round(width * scale)),
      height: Math.max(1, Math.min(Math.round(height * scale), mostHeight)),
    };
    const bytes = await open(picture.path, reading.limits)
      .autoOrient()
      .resize({ ...size, fit: 'cover', position: 'top' })
      .webp({ quality: 70, effort: 0 })
      .toBuffer()
      .catch(damaged);
    return { bytes, measured: picture.measured };
  } finally {
    await picture.remove();
  }
}

/** The picture as JPEG, upright and in full size: WebP ends at 16,383 rows. Throws UnusableFile. */
export async function convertToJpeg(path: string, mime: string, reading: PictureReading): Promise<Uint8Array> {
  const picture = await readable(path, mime, reading);
  try {
    return await open(picture.path, reading.limits)
      .autoOrient()
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 92 })
      .toBuffer()
      .catch(damaged);
  } finally {
    await picture.remove();
  }
}

async function readable(path: string, mime: string, reading: PictureReading): Promise<ReadablePicture> {
  if (readByLibrary.includes(mime)) {
    const measured = await measure(path).catch(damaged);
    refuseTooMany(measured, reading.limits);
    return { path, measured, remove: async () => undefined };
  }
  const kind = decoded[mime];
  if (kind === undefined) throw new UnusableFile(unprintedKind(mime));
  return decode(path, kind, reading);
}

async function decode(
  path: string,
  kind: 'HEIC' | 'BMP',
  { workers, limits, signal, folder }: PictureReading,
): Promise<ReadablePicture> {
  // The library cannot decode it, but knows its header.
  const { exif } = await measure(path).catch(() => ({ exif: {} }));
  const target = join(folder, randomUUID());
  const outcome = await workers.decode({ kind, source: path, target, pixels: limits.pixels }, signal);
  if (outcome.kind === 'too-large') {
    refuseTooMany(outcome, limits);
    throw new UnusableFile(
      `图片 ${outcome.width}×${outcome.height} 像素，大得解不开，请截取要用的部分，另存为 PNG 或 JPEG 后添加`,
    );
  }
  const [first, ...others] = outcome.pictures;
  if (first === undefined) throw new UnusableFile(`图片里没有画面${fetchAgain}`);
  const { width, height, data } = first;
  const measured = { width, height, exif, ...(others.length > 0 ? { pages: others.length + 1 } : {}) };
  const remove = async () => {
    await Promise.all(outcome.pictures.map((picture) => rm(picture.data.path, { force: true })));
  };
  return { path: data.path, measured, remove };
}

async function measure(path: string): Promise<MeasuredPicture> {
  // However many pixels the header says: that is what is asked here.
  const { autoOrient, format, pages, exif } = await sharp(path, { limitInputPixels: false }).metadata();
  return {
    width: autoOrient.width,
    height: autoOrient.height,
    exif: exifFacts(exif),
    // The pages of a GIF are its moving frames.
    ...(format === 'tiff' && pages !== undefined && pages > 1 ? { pages } : {}),
  };
}

function refuseTooMany({ width, height }: { readonly width: number; readonly height: number }, limits: EvidenceLimits) {
  const problem = pixelsProblem(width, height, limits);
  if (problem !== undefined) throw new UnusableFile(problem);
}

function open(path: string, { pixels }: EvidenceLimits) {
  return sharp(path, { failOn: 'truncated', limitInputPixels: pixels, sequentialRead: true });
}

function damaged(cause: unknown): never {
  throw cause instanceof UnusableFile
    ? cause
    : new UnusableFile(`图片已损坏或不完整，无法读出${fetchAgain}`, { cause });
}
