import sharp, { type Metadata } from 'sharp';
import type { Picture } from '../evidence-source.ts';
import { pagesProblem } from '../limits.ts';
import { UnusableFile } from '../unusable-file.ts';
import { type Converted, convertPicture } from './convert-picture.ts';
import { checkPixels, copiesOf, notDecodable, type PictureFile, type PictureRoom } from './picture-file.ts';

export type OtherPicture = 'image/webp' | 'image/gif' | 'image/avif' | 'image/tiff';

const names: Readonly<Record<OtherPicture, string>> = {
  'image/webp': 'WebP',
  'image/gif': 'GIF',
  'image/avif': 'AVIF',
  'image/tiff': 'TIFF',
};

/**
 * Pictures that a PDF cannot hold, written once as ones that it can: all pages of a TIFF, of the others the first
 * picture. Throws UnusableFile.
 */
export async function readOtherPicture(
  file: PictureFile,
  mime: OtherPicture,
  { workFolder, limits }: PictureRoom,
): Promise<{ pictures: Picture[]; remarks: string[] }> {
  const kind = names[mime];
  const metadata = await sharp(file.bytes, { limitInputPixels: false }).metadata().catch(notDecodable(kind));
  const { width, height, pages: count = 1 } = metadata;
  checkPixels(width, height, limits);
  const isPaged = mime === 'image/tiff';
  const tooMany = isPaged ? pagesProblem(count, limits) : undefined;
  if (tooMany !== undefined) throw new UnusableFile(tooMany);
  const as = encodingFor(mime, file.bytes, metadata);
  const pictures: Picture[] = [];
  for (let page = 0; page < (isPaged ? count : 1); page += 1) {
    const target = `${copiesOf(workFolder, file)}-${page + 1}`;
    pictures.push(await convertPicture(file.bytes, { kind, target, pixels: limits.pixels, as, page }));
  }
  const remarks = [
    as === 'png' ? `由 ${kind} 转换为 PNG，像素不变` : `由 ${kind} 转换为 JPEG（质量 95），尺寸和颜色不变`,
  ];
  if (!isPaged && count > 1) remarks.push(`原件是动图，共 ${count} 帧，纸上只收录第 1 帧`);
  return { pictures, remarks };
}

/** Lossless stays lossless. What a lossy file has lost is lost, and as PNG a photo would be ten times as large. */
function encodingFor(mime: OtherPicture, bytes: Buffer, { compression }: Metadata): Converted {
  switch (mime) {
    case 'image/gif':
      return 'png';
    case 'image/tiff':
      return (compression as string | undefined) === 'jpeg' ? 'jpeg' : 'png';
    case 'image/webp':
      // The chunk of a lossless picture is named VP8L; others come before it only in the first kilobytes.
      return bytes.subarray(0, 4_096).includes('VP8L') ? 'png' : 'jpeg';
    case 'image/avif':
      return 'jpeg';
  }
}
