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
  const { x, y, width, height } = shownBox(page);
  if (!(width > 0 && height > 0)) throw new RangeError('a page without a size');
  const quarter = (((Math.round(page.getRotation().angle / 90) % 4) + 4) % 4) as 0 | 1 | 2 | 3;
  return { x, y, width, height, rotation: ([0, 90, 180, 270] as const)[quarter] };
}

/** Width and height as displayed, in points. */
export function displayedSize({ width, height, rotation }: PageView): { width: number; height: number } {
  return rotation % 180 === 0 ? { width, height } : { width: height, height: width };
}

/** What lies outside the sheet is not shown, even where the crop box says so (ISO 32000-1, 14.11.2). */
function shownBox(page: PDFPage): Pick<PageView, 'x' | 'y' | 'width' | 'height'> {
  const media = page.getMediaBox();
  const crop = page.getCropBox();
  const x = Math.max(media.x, crop.x);
  const y = Math.max(media.y, crop.y);
  const width = Math.min(media.x + media.width, crop.x + crop.width) - x;
  const height = Math.min(media.y + media.height, crop.y + crop.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : media;
}
