import sharp from 'sharp';
import type { Picture } from '../evidence-source.ts';
import { neededProfile } from './color-profile.ts';
import { convertPicture } from './convert-picture.ts';
import { readJpegHeader } from './jpeg-header.ts';
import {
  checkPixels,
  copiesOf,
  decodingSeconds,
  notDecodable,
  type PictureFile,
  type PictureRoom,
} from './picture-file.ts';

/** A JPEG goes into a PDF as it is; decoding here only proves that it is whole. Throws UnusableFile. */
export async function readJpeg(
  file: PictureFile,
  { workFolder, limits }: PictureRoom,
): Promise<{ picture: Picture; remarks: string[] }> {
  const header = readJpegHeader(file.bytes);
  if (header?.isForPdf !== true || ![1, 3, 4].includes(header.components)) {
    const target = copiesOf(workFolder, file);
    const picture = await convertPicture(file.bytes, { kind: 'JPEG', target, pixels: limits.pixels, as: 'jpeg' });
    return { picture, remarks: ['这种 JPEG 不能直接放进 PDF，已重新编码，尺寸不变'] };
  }
  const image = sharp(file.bytes, { failOn: 'truncated', limitInputPixels: false, sequentialRead: true });
  const { width, height, orientation = 1 } = await image.metadata().catch(notDecodable('JPEG'));
  checkPixels(width, height, limits);
  await image
    .clone()
    .resize({ width: Math.max(1, Math.ceil(width / 8)) })
    .timeout({ seconds: decodingSeconds })
    .raw()
    .toBuffer()
    .catch(notDecodable('JPEG'));
  const isTurned = orientation >= 5;
  const profile = neededProfile(header.icc, header.components);
  const picture: Picture = {
    width: isTurned ? height : width,
    height: isTurned ? width : height,
    orientation,
    encoding: {
      kind: 'jpeg',
      components: header.components,
      inverted: header.components === 4 && header.hasAdobeMarker,
      ...(profile && { profile }),
    },
    data: {
      path: file.path,
      ranges: [{ offset: 0, length: file.bytes.length }],
      size: file.bytes.length,
      modifiedMs: file.modifiedMs,
    },
  };
  return { picture, remarks: [] };
}
