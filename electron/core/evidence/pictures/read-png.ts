import type { Picture } from '../evidence-source.ts';
import { checkPngData } from './check-png-data.ts';
import { checkPixels, copiesOf, type PictureFile, type PictureRoom } from './picture-file.ts';
import { fitsPdfUnchanged, type PngLayout, readPngLayout } from './png-layout.ts';
import { pngPicture } from './png-picture.ts';

/** A PNG as it is where a PDF can hold it, else written once as one that it can. Throws UnusableFile. */
export async function readPng(
  file: PictureFile,
  { workFolder, limits }: PictureRoom,
): Promise<{ picture: Picture; remarks: string[] }> {
  const layout = readPngLayout(file.bytes);
  checkPixels(layout.width, layout.height, limits);
  const remarks = layout.isAnimated ? ['原件是动图，纸上只收录第 1 帧'] : [];
  if (fitsPdfUnchanged(layout)) {
    await checkPngData(file.bytes, layout);
    const { path, modifiedMs } = file;
    const picture = pngPicture(layout, { path, ranges: layout.data, size: file.bytes.length, modifiedMs });
    return { picture, remarks };
  }
  // Screenshots of phones go in as they are; what decodes a picture is loaded with the first that does not.
  const { convertPicture } = await import('./convert-picture.ts');
  const target = copiesOf(workFolder, file);
  const picture = await convertPicture(file.bytes, { kind: 'PNG', target, pixels: limits.pixels, as: 'png' });
  if (layout.bitDepth === 16) remarks.push('由 16 位 PNG 转换为 8 位 PNG，尺寸不变');
  if (await isSeeThrough(file.bytes, layout, limits.pixels)) remarks.push('透明部分以白色为底');
  return { picture, remarks };
}

/** Most pictures with an alpha channel have nothing transparent in them; of those there is nothing to say. */
async function isSeeThrough(bytes: Buffer, { colorType, hasTransparency }: PngLayout, pixels: number) {
  if (colorType !== 4 && colorType !== 6 && !hasTransparency) return false;
  const { default: sharp } = await import('sharp');
  const { isOpaque } = await sharp(bytes, { limitInputPixels: pixels }).stats();
  return !isOpaque;
}
