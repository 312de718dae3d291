import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Picture } from '../evidence-source.ts';
import { pictureBytes } from '../redaction/picture-bytes.ts';
import { storePicture } from './store-picture.ts';

/** How far pictures are compressed. */
export interface Compression {
  /** Of JPEG, 1 to 100. */
  readonly quality: number;
  /** Pixels for each inch of paper, at most. */
  readonly dotsPerInch: number;
}

interface Level extends Compression {
  /** Of a palette. */
  readonly colours: number;
}

/** From hardly seen to just readable: a screen shows 100 dots an inch, print that is read with ease has 150 and more. */
export const levels: readonly Level[] = [
  { quality: 92, dotsPerInch: 400, colours: 256 },
  { quality: 88, dotsPerInch: 300, colours: 256 },
  { quality: 82, dotsPerInch: 300, colours: 128 },
  { quality: 75, dotsPerInch: 250, colours: 128 },
  { quality: 70, dotsPerInch: 220, colours: 64 },
  { quality: 65, dotsPerInch: 200, colours: 64 },
  { quality: 60, dotsPerInch: 175, colours: 32 },
  { quality: 50, dotsPerInch: 150, colours: 32 },
  { quality: 40, dotsPerInch: 130, colours: 16 },
  { quality: 30, dotsPerInch: 110, colours: 16 },
];

/** In pixels stored as they were, so that no turning is needed: the orientation stays with the picture. */
export async function compressPicture(
  picture: Picture,
  scale: number,
  { quality, colours }: Level,
  workFolder: string,
): Promise<Picture> {
  const { encoding, orientation } = picture;
  const components = encoding.kind === 'jpeg' ? encoding.components : encoding.color.kind === 'grey' ? 1 : 3;
  // Colours of a press are worked out with their profile; all others go on with the one they have.
  const isPress = components === 4;
  const bytes = await pictureBytes(picture);
  const isTurned = orientation >= 5;
  const width = Math.max(1, Math.round((isTurned ? picture.height : picture.width) * scale));
  const pixels = sharp(bytes, { limitInputPixels: false, failOn: 'none', ignoreIcc: !isPress })
    .resize({ width, withoutEnlargement: true })
    .removeAlpha()
    .toColourspace(components === 1 ? 'b-w' : 'srgb');
  const encodings = [pixels.clone().jpeg({ quality, chromaSubsampling: quality > 80 ? '4:4:4' : '4:2:0' })];
  // A photo as PNG has more than a byte a pixel; what a screen shows has fewer, and few colours hold it better than JPEG.
  if (encoding.kind === 'png' && bytes.length < picture.width * picture.height) {
    encodings.push(pixels.clone().png({ palette: true, colours, dither: 0, effort: 1, compressionLevel: 9 }));
  }
  const candidates = await Promise.all(encodings.map((image) => image.toBuffer({ resolveWithObject: true })));
  const smallest = candidates.reduce((least, one) => (one.data.length < least.data.length ? one : least));
  const target = join(workFolder, `compressed-${randomUUID()}`);
  const stored = await storePicture(smallest, target, isPress ? undefined : encoding.profile);
  return isTurned ? { ...stored, width: stored.height, height: stored.width, orientation } : { ...stored, orientation };
}
