import { type Picture, type Slice, type SourcePage, wholePicture } from '../evidence-source.ts';
import { paperRoom } from '../paper-room.ts';
import type { CutTask } from './cut-picture.worker.ts';

/** In mm: as wide as a screenshot of an ordinary phone (1080×2400) becomes on a sheet. */
const phoneWidth = 110;
/** Wider pictures, in pixels, come from a computer: their letters are small beside their width. */
const mostPhonePixels = 1_440;
/** On paper, at least: below it, letters of a screenshot are seen to be made of squares. */
const leastDotsPerInch = 150;
/** Of its reading width, at least, for a picture to be shown whole on one sheet. */
const leastWhole = 0.75;

/** Width on paper at which a picture of so many pixels across is read, in mm. */
function readingWidth(pixels: number): number {
  const wanted = pixels > mostPhonePixels ? paperRoom.portrait.width : phoneWidth;
  return Math.min(wanted, (pixels / leastDotsPerInch) * 25.4);
}

/**
 * A picture whole, or, where it would become too narrow to be read on one sheet, in pieces as wide as it is read.
 * `cut` finds where; it decodes the picture. Throws what it throws.
 */
export async function pagesOfPicture(
  picture: Picture,
  cut: (task: CutTask) => Promise<readonly Slice[]>,
): Promise<SourcePage[]> {
  const width = readingWidth(picture.width);
  const { height: room } = paperRoom.portrait;
  if ((room * picture.width) / picture.height >= width * leastWhole) return [wholePicture(picture)];
  const scale = width / picture.width;
  const { path } = picture.data;
  const slices = await cut({
    source: path,
    width: picture.width,
    height: picture.height,
    isTurned: picture.orientation !== 1,
    most: Math.floor(room / scale),
  });
  return slices.map((slice, index) => ({
    kind: 'picture',
    picture,
    slice,
    size: { width, height: slice.height * scale, isFixed: true },
    mark: `第${index + 1}段/共${slices.length}段`,
  }));
}
