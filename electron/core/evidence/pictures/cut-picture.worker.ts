import sharp from 'sharp';
import type { Slice } from '../evidence-source.ts';
import { rowCosts } from './row-costs.ts';
import { cutIntoSlices } from './slices.ts';

/** A picture that is too long for one sheet. Sizes in pixels as displayed. */
export interface CutTask {
  readonly source: string;
  readonly width: number;
  readonly height: number;
  /** Its EXIF orientation is not the plain one. */
  readonly isTurned: boolean;
  /** Rows that a sheet has room for. */
  readonly most: number;
}

/** The task of the worker, called by its name (see picture-workers.ts). Throws when the picture cannot be decoded. */
export async function cutPicture({ source, width, height, isTurned, most }: CutTask): Promise<readonly Slice[]> {
  // Row by row where it can be, so that only one grey byte of each pixel is in memory.
  const { data, info } = await sharp(source, {
    failOn: 'truncated',
    limitInputPixels: false,
    sequentialRead: !isTurned,
  })
    .autoOrient()
    .flatten({ background: '#ffffff' })
    .greyscale()
    .toColourspace('b-w')
    .extractChannel(0)
    .raw()
    .toBuffer({ resolveWithObject: true });
  if (info.width !== width || info.height !== height) throw new RangeError('the picture is not as large as it was');
  return cutIntoSlices(rowCosts(data, width, height), width, most);
}
