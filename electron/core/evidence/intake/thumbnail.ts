import sharp from 'sharp';
import { maximumPixels } from '../pictures/read-picture.ts';
import { UnusableFile } from '../unusable-file.ts';

/** Pixels. A tall screenshot shows its top, where the name of the shop or of the other side stands. */
const mostWidth = 320;
const mostHeight = 480;

/** Pixels, as displayed. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Reads the header of a picture. Throws UnusableFile. */
export async function measurePicture(path: string): Promise<PictureSize> {
  const { autoOrient } = await reading(path).metadata().catch(damaged);
  return { width: autoOrient.width, height: autoOrient.height };
}

/**
 * The small picture of the one at `path`, upright, as WebP. The whole picture is decoded, which proves that it is;
 * throws UnusableFile when it is not. Runs in the threads of the image library.
 */
export async function makeThumbnail(path: string, { width, height }: PictureSize): Promise<Uint8Array> {
  const scale = Math.min(1, mostWidth / width);
  const size = {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.min(Math.round(height * scale), mostHeight)),
  };
  return reading(path)
    .autoOrient()
    .resize({ ...size, fit: 'cover', position: 'top' })
    .webp({ quality: 70, effort: 0 })
    .toBuffer()
    .catch(damaged);
}

/** The picture as JPEG, upright and in full size: WebP ends at 16,383 rows. Throws UnusableFile. */
export async function convertToJpeg(path: string): Promise<Uint8Array> {
  return reading(path).autoOrient().flatten({ background: '#ffffff' }).jpeg({ quality: 92 }).toBuffer().catch(damaged);
}

function reading(path: string) {
  return sharp(path, { failOn: 'truncated', limitInputPixels: maximumPixels, sequentialRead: true });
}

function damaged(cause: unknown): never {
  throw new UnusableFile('图片已损坏或不完整，无法读出', { cause });
}
