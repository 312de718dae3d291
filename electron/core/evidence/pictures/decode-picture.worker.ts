import { readFile } from 'node:fs/promises';
import decodeHeic from 'heic-decode';
import sharp, { type Raw } from 'sharp';
import type { Picture } from '../evidence-source.ts';
import { readBmp, readBmpHeader } from './bmp-pixels.ts';
import { neededProfile } from './color-profile.ts';
import { writePicture } from './convert-picture.ts';

/** A picture that the image library does not read, and where its copies go. */
export interface DecodeTask {
  readonly kind: 'HEIC' | 'BMP';
  readonly source: string;
  /** Path of the copies, without number and ending. */
  readonly target: string;
  /** At most, of one picture. */
  readonly pixels: number;
}

/** The pictures in the file, or the size of the first that is too large. */
export type DecodeOutcome =
  | { readonly kind: 'pictures'; readonly pictures: readonly Picture[] }
  | { readonly kind: 'too-large'; readonly width: number; readonly height: number };

/** What the decoder gives back; its types leave out all but `decode`. */
type HeicImages = readonly {
  readonly width: number;
  readonly height: number;
  decode(): Promise<{ data: Uint8ClampedArray; width: number; height: number }>;
}[] & { dispose(): void };

// The decoder tells its troubles to the console, which belongs to whoever prints results there.
console.log = () => undefined;

/** The task of the worker, called by its name (see picture-workers.ts). Throws when the file cannot be decoded. */
export async function decodePicture(task: DecodeTask): Promise<DecodeOutcome> {
  const bytes = await readFile(task.source);
  return task.kind === 'BMP' ? fromBmp(bytes, task) : fromHeic(bytes, task);
}

async function fromBmp(bytes: Buffer, { kind, target, pixels }: DecodeTask): Promise<DecodeOutcome> {
  const { width, height } = readBmpHeader(bytes);
  if (width * height > pixels) return { kind: 'too-large', width, height };
  const { data } = readBmp(bytes);
  const image = sharp(data, { raw: { width, height, channels: 3 }, limitInputPixels: false });
  return { kind: 'pictures', pictures: [await writePicture(image, { kind, target, as: 'png' }, undefined)] };
}

/** The decoder turns and mirrors as the file says (irot, imir), so the EXIF orientation beside it is left alone. */
async function fromHeic(bytes: Buffer, { kind, target, pixels }: DecodeTask): Promise<DecodeOutcome> {
  const images = (await decodeHeic.all({ buffer: Uint8Array.from(bytes) })) as unknown as HeicImages;
  try {
    const tooLarge = images.find(({ width, height }) => width * height > pixels);
    if (tooLarge !== undefined) return { kind: 'too-large', width: tooLarge.width, height: tooLarge.height };
    const profile = neededProfile(await profileOf(bytes), 3);
    const pictures: Picture[] = [];
    for (const [index, image] of images.entries()) {
      const { data, width, height } = await image.decode();
      const raw: Raw = { width, height, channels: 4 };
      const upright = sharp(data, { raw, limitInputPixels: false }).flatten({ background: '#ffffff' });
      pictures.push(await writePicture(upright, { kind, target: `${target}-${index + 1}`, as: 'jpeg' }, profile));
    }
    return { kind: 'pictures', pictures };
  } finally {
    images.dispose();
  }
}

/** The decoder leaves the profile out; the image library, which cannot decode the picture, reads its header. */
async function profileOf(bytes: Buffer): Promise<Uint8Array | undefined> {
  return sharp(bytes)
    .metadata()
    .then(
      ({ icc }) => icc,
      () => undefined,
    );
}
