import type { FileRanges, Picture, PictureEncoding } from '../evidence-source.ts';
import type { PngLayout } from './png-layout.ts';

type PngColor = Extract<PictureEncoding, { kind: 'png' }>['color'];

/** The picture whose image data lie at `data`. */
export function pngPicture(layout: PngLayout, data: FileRanges): Picture {
  const { width, height, bitDepth, profile } = layout;
  const encoding: PictureEncoding = { kind: 'png', bitDepth, color: colorOf(layout), ...(profile && { profile }) };
  return { width, height, orientation: 1, encoding, data };
}

function colorOf({ colorType, palette }: PngLayout): PngColor {
  if (colorType === 3 && palette !== undefined) return { kind: 'palette', palette };
  return { kind: colorType === 0 ? 'grey' : 'rgb' };
}
