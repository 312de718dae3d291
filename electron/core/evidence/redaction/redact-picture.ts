import sharp, { type Sharp } from 'sharp';
import type { FileRanges, Picture } from '../evidence-source.ts';
import { storePicture } from '../pictures/store-picture.ts';
import { UnusableFile } from '../unusable-file.ts';
import { bareJpegRanges } from './bare-jpeg.ts';
import { type Box, pixelsOf } from './box.ts';
import { pictureBytes, readRanges } from './picture-bytes.ts';

/**
 * The picture with what lies under the boxes gone, and without anything but its pixels. One without boxes keeps its very
 * bytes: of a PNG only the image data go into a packet, and a JPEG is taken without the parts that are no picture.
 * `target` is where a new picture may be put, without its ending. Throws EVIDENCE_CHANGED.
 */
export async function redactPicture(picture: Picture, boxes: readonly Box[], target: string): Promise<Picture> {
  if (boxes.length === 0) {
    if (picture.encoding.kind === 'png') return picture;
    const data = await bareRanges(picture.data);
    if (data !== undefined) return { ...picture, data };
  }
  return paintedPicture(picture, boxes, target);
}

/** Undefined for a JPEG whose parts cannot be told apart: it has to be coded anew. */
async function bareRanges(data: FileRanges): Promise<FileRanges | undefined> {
  const bytes = await readRanges(data);
  try {
    return { ...data, ranges: bareJpegRanges(bytes).flatMap((range) => rangesInFile(data.ranges, range)) };
  } catch (cause) {
    if (cause instanceof UnusableFile) return;
    throw cause;
  }
}

type Range = FileRanges['ranges'][number];

/** A range of the joined ranges as ranges of the file. */
function rangesInFile(ranges: readonly Range[], { offset, length }: Range): Range[] {
  let start = 0;
  return ranges.flatMap((range) => {
    const from = Math.max(offset, start);
    const to = Math.min(offset + length, start + range.length);
    const part = { offset: range.offset + from - start, length: to - from };
    start += range.length;
    return part.length > 0 ? [part] : [];
  });
}

/** Turned upright, painted and coded anew: PNG without loss, JPEG with hardly any. */
async function paintedPicture(picture: Picture, boxes: readonly Box[], target: string): Promise<Picture> {
  const { width, height, encoding } = picture;
  const components = encoding.kind === 'jpeg' ? encoding.components : encoding.color.kind === 'grey' ? 1 : 3;
  // Colours of a press are worked out with their profile; all others go on with the one they have.
  const isPress = components === 4;
  const stored = sharp(await pictureBytes(picture), { ...unlimited, ignoreIcc: !isPress });
  const { data, info } = await turned(stored, picture.orientation)
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  for (const { left, top, width: across, height: down } of boxes.flatMap((box) => pixelsOf(box, width, height) ?? [])) {
    for (let row = top; row < top + down; row += 1) {
      const start = (row * width + left) * info.channels;
      data.fill(0, start, start + across * info.channels);
    }
  }
  const raw = { width, height, channels: info.channels };
  const painted = sharp(data, { ...unlimited, raw }).toColourspace(components === 1 ? 'b-w' : 'srgb');
  const coded =
    encoding.kind === 'jpeg'
      ? painted.jpeg({ quality: 92, chromaSubsampling: '4:4:4' })
      : painted.png({ compressionLevel: 6, progressive: false, palette: false });
  return storePicture(
    await coded.toBuffer({ resolveWithObject: true }),
    target,
    isPress ? undefined : encoding.profile,
  );
}

/** What is read here was measured before. */
const unlimited = { limitInputPixels: false, failOn: 'none' } as const;

/** Stored pixels as displayed (Exif 3.0, tag 0112). sharp turns before it mirrors. */
function turned(image: Sharp, orientation: number): Sharp {
  switch (orientation) {
    case 2:
      return image.flop();
    case 3:
      return image.rotate(180);
    case 4:
      return image.flip();
    case 5:
      return image.rotate(90).flop();
    case 6:
      return image.rotate(90);
    case 7:
      return image.rotate(270).flop();
    case 8:
      return image.rotate(270);
    default:
      return image;
  }
}
