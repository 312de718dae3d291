import type { PDFPage } from 'pdf-lib';

/** The part of a page that is shown (its crop box, in points) and how far it is turned clockwise to be read. */
export interface PageView {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly rotation: 0 | 90 | 180 | 270;
}

/** Throws a RangeError for a page without a size. */
export function viewOf(page: PDFPage): PageView {
  const { x, y, width, height } = page.getCropBox();
  if (!(width > 0 && height > 0)) throw new RangeError('a page without a size');
  const quarter = (((Math.round(page.getRotation().angle / 90) % 4) + 4) % 4) as 0 | 1 | 2 | 3;
  return { x, y, width, height, rotation: ([0, 90, 180, 270] as const)[quarter] };
}

/** Width and height as displayed, in points. */
export function displayedSize({ width, height, rotation }: PageView): { width: number; height: number } {
  return rotation % 180 === 0 ? { width, height } : { width: height, height: width };
}
