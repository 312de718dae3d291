import sharp, { type Sharp, type SharpInput } from 'sharp';
import type { Picture } from '../evidence-source.ts';
import { neededProfile } from './color-profile.ts';
import { decodingSeconds, notDecodable } from './picture-file.ts';
import { storePicture } from './store-picture.ts';

/** How a picture is written again: without loss, or as a JPEG of the best quality where it was lossy before. */
export type Converted = 'png' | 'jpeg';

export interface Conversion {
  /** For the message when it fails: `WebP`. */
  readonly kind: string;
  /** Path of the copy, without its ending. */
  readonly target: string;
  readonly pixels: number;
  readonly as: Converted;
  /** Of several, counted from 0. */
  readonly page?: number;
}

/** Its differences cannot be seen, and cannot be told from those that the file had already. */
const bestQuality = { quality: 95, chromaSubsampling: '4:4:4' } as const;

/**
 * Writes one picture of a file once as a PDF can hold it, 8-bit RGB on white, upright, every pixel in its place. An
 * RGB profile is not worked into the pixels but carried along. Throws UnusableFile.
 */
export async function convertPicture(input: SharpInput, conversion: Conversion): Promise<Picture> {
  const { kind, pixels, page = 0 } = conversion;
  const reading = { failOn: 'truncated', limitInputPixels: pixels, page, pages: 1 } as const;
  const { icc } = await sharp(input, reading).metadata().catch(notDecodable(kind));
  const profile = neededProfile(icc, 3);
  const image = sharp(input, { ...reading, ignoreIcc: profile !== undefined })
    .autoOrient()
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .timeout({ seconds: decodingSeconds });
  return writePicture(image, conversion, profile);
}

/** Encodes what `image` yields, three channels, into the work folder. Throws UnusableFile. */
export async function writePicture(
  image: Sharp,
  { kind, target, as }: Pick<Conversion, 'kind' | 'target' | 'as'>,
  profile: Uint8Array | undefined,
): Promise<Picture> {
  const encoded = as === 'png' ? image.png({ compressionLevel: 6, palette: false }) : image.jpeg(bestQuality);
  const bytes = await encoded.toBuffer({ resolveWithObject: true }).catch(notDecodable(kind));
  return storePicture(bytes, target, profile);
}
