import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createInflate } from 'node:zlib';
import sharp from 'sharp';
import {
  type FileRanges,
  type Picture,
  type PictureEncoding,
  type SourceContent,
  wholePicture,
} from '../evidence-source.ts';
import { unprintedKind } from '../unprinted-kind.ts';
import { UnusableFile } from '../unusable-file.ts';
import { fitsPdfUnchanged, inflatedLength, type PngLayout, readPngLayout } from './png-layout.ts';
import { cutIntoSlices, rowInk } from './slices.ts';

/** A picture taken from disk: its bytes once, and what identifies them. */
export interface PictureFile {
  readonly bytes: Buffer;
  readonly path: string;
  readonly sha256: string;
  readonly modifiedMs: number;
}

/** 120 million pixels: a 1080-wide screenshot of 110,000 rows. Beyond it a picture is a bomb or a mistake. */
export const maximumPixels = 120_000_000;

/** A picture taller than this many times its width is read in slices, as wide on paper as a phone screenshot. */
const tallRatio = 3;
/** Rows of one slice for each pixel of width: what fits under a stamp on A4 (see paper-room.ts). */
const sliceRatio = 2.2;

const inflateChunk = 1024 * 1024;

/** Slices of a long screenshot are as wide in mm as an ordinary phone screenshot becomes (1080×2400 at full height). */
const sliceWidth = 110;

/** Reads a picture of the kind `mime`. Throws UnusableFile. */
export async function readPicture(
  file: PictureFile,
  mime: string | undefined,
  workFolder: string,
): Promise<SourceContent> {
  switch (mime) {
    case 'image/png':
      return readPng(file, workFolder);
    case 'image/jpeg':
      return readJpeg(file);
    default:
      throw new UnusableFile(unprintedKind(mime));
  }
}

async function readPng(file: PictureFile, workFolder: string): Promise<SourceContent> {
  const layout = readPngLayout(file.bytes);
  checkPixels(layout.width, layout.height);
  if (!fitsPdfUnchanged(layout)) return withSlices(await convertedPng(file, workFolder), file.bytes);
  const picture = unchangedPng(file, layout);
  // A tall picture is decoded to be cut, which proves that it is whole; any other is only inflated.
  if (!isTall(picture)) await checkImageData(file.bytes, layout);
  return withSlices(picture, file.bytes);
}

function unchangedPng(file: PictureFile, layout: PngLayout): Picture {
  return pngPicture(layout, {
    path: file.path,
    ranges: layout.data,
    size: file.bytes.length,
    modifiedMs: file.modifiedMs,
  });
}

async function checkImageData(bytes: Buffer, layout: PngLayout): Promise<void> {
  const expected = inflatedLength(layout);
  const found = await countInflated(bytes, layout, expected).catch((cause: unknown): never => {
    throw new UnusableFile('PNG 图片已损坏：图像数据无法解压', { cause });
  });
  if (found < expected) throw new UnusableFile('PNG 图片不完整：图像数据不足');
}

/** How many bytes the image data inflate to. The bytes themselves are dropped; a bomb is left off past `expected`. */
async function countInflated(bytes: Buffer, layout: PngLayout, expected: number): Promise<number> {
  let count = 0;
  const parts = layout.data.map(({ offset, length }) => bytes.subarray(offset, offset + length));
  await pipeline(Readable.from(parts), createInflate({ chunkSize: inflateChunk }), async (chunks) => {
    for await (const chunk of chunks) {
      count += chunk.length;
      if (count > expected + inflateChunk) return;
    }
  });
  return count;
}

/** 16-bit, interlaced or transparent: written once as plain 8-bit RGB on white, every pixel kept. */
async function convertedPng(file: PictureFile, workFolder: string): Promise<Picture> {
  const bytes = await sharp(file.bytes, { failOn: 'error', limitInputPixels: maximumPixels })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .png({ compressionLevel: 6, progressive: false, palette: false })
    .toBuffer()
    .catch(notDecodable('PNG'));
  const path = join(workFolder, `${file.sha256}.png`);
  await writeFile(path, bytes);
  const layout = readPngLayout(bytes);
  return pngPicture(layout, { path, ranges: layout.data, size: bytes.length });
}

function pngPicture(layout: PngLayout, data: FileRanges): Picture {
  const color: Extract<PictureEncoding, { kind: 'png' }>['color'] =
    layout.colorType === 3 && layout.palette !== undefined
      ? { kind: 'palette', palette: layout.palette }
      : layout.colorType === 0
        ? { kind: 'grey' }
        : { kind: 'rgb' };
  const encoding: PictureEncoding = { kind: 'png', bitDepth: layout.bitDepth, color };
  return { width: layout.width, height: layout.height, orientation: 1, encoding, data };
}

/** A PDF holds a JPEG as it is; decoding here only proves that it is whole. */
async function readJpeg(file: PictureFile): Promise<SourceContent> {
  const image = sharp(file.bytes, { failOn: 'truncated', limitInputPixels: maximumPixels });
  const metadata = await image.metadata().catch(notDecodable('JPEG'));
  checkPixels(metadata.width, metadata.height);
  await image
    .clone()
    .resize({ width: Math.max(1, Math.ceil(metadata.width / 8)) })
    .raw()
    .toBuffer()
    .catch(notDecodable('JPEG'));
  const orientation = metadata.orientation ?? 1;
  const isTurned = orientation >= 5;
  const picture: Picture = {
    width: isTurned ? metadata.height : metadata.width,
    height: isTurned ? metadata.width : metadata.height,
    orientation,
    encoding: {
      kind: 'jpeg',
      components: metadata.channels,
      inverted: metadata.channels === 4 && hasAdobeMarker(file.bytes),
    },
    data: {
      path: file.path,
      ranges: [{ offset: 0, length: file.bytes.length }],
      size: file.bytes.length,
      modifiedMs: file.modifiedMs,
    },
  };
  return withSlices(picture, file.bytes);
}

/** Adobe writes CMYK inverted and says so with an APP14 segment. */
function hasAdobeMarker(bytes: Buffer): boolean {
  return bytes.subarray(0, 65_536).includes(Buffer.from('Adobe\0', 'latin1'));
}

function isTall({ width, height }: Picture): boolean {
  return height > width * tallRatio;
}

async function withSlices(picture: Picture, bytes: Buffer): Promise<SourceContent> {
  if (!isTall(picture)) {
    return { kind: 'pages', pages: [wholePicture(picture)], remarks: [] };
  }
  const { data, info } = await sharp(bytes, { failOn: 'truncated', limitInputPixels: maximumPixels })
    .rotate()
    .flatten({ background: '#ffffff' })
    .greyscale()
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true })
    .catch(notDecodable('图片'));
  const ink = rowInk(data, info.width * info.channels, info.height);
  const slices = cutIntoSlices(ink, Math.floor(picture.width * sliceRatio));
  return {
    kind: 'pages',
    pages: slices.map((slice, index) => ({
      kind: 'picture',
      picture,
      slice,
      size: { width: sliceWidth, height: (sliceWidth * slice.height) / picture.width, isFixed: true },
      mark: `第${index + 1}段/共${slices.length}段`,
    })),
    remarks: [],
  };
}

/** Throws UnusableFile for a picture of no pixels or of too many. */
export function checkPixels(width: number, height: number): void {
  if (width === 0 || height === 0) throw new UnusableFile('图片没有像素');
  if (width * height > maximumPixels) {
    throw new UnusableFile(`图片过大：${width}×${height} 像素，上限为 ${maximumPixels / 100_000_000} 亿像素`);
  }
}

function notDecodable(kind: string): (cause: unknown) => never {
  return (cause) => {
    throw new UnusableFile(`${kind} 图片已损坏或不完整，无法读出`, { cause });
  };
}
