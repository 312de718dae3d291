import { UnusableFile } from '../unusable-file.ts';

type Range = { readonly offset: number; readonly length: number };

/**
 * The parts of a JPEG that its picture needs (ITU T.81, annex B): without EXIF and the place it was taken at, comments,
 * profiles, previews and whatever follows its end, where phones keep films and second pictures. Only Adobe's APP14 stays:
 * it says how the colours are coded. Not a byte of the picture itself is changed. Throws UnusableFile.
 */
export function bareJpegRanges(bytes: Buffer): Range[] {
  const ranges: { offset: number; length: number }[] = [];
  const keep = (offset: number, end: number) => {
    const last = ranges.at(-1);
    if (last !== undefined && last.offset + last.length === offset) last.length = end - last.offset;
    else ranges.push({ offset, length: end - offset });
  };
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) throw broken();
  keep(0, 2);
  let offset = 2;
  for (;;) {
    // Fill bytes may stand before any marker.
    while (bytes[offset] === 0xff && bytes[offset + 1] === 0xff) offset += 1;
    const marker = bytes[offset + 1];
    if (bytes[offset] !== 0xff || marker === undefined) throw broken();
    if (marker === endOfImage) {
      keep(offset, offset + 2);
      return ranges;
    }
    if (offset + 4 > bytes.length) throw broken();
    const end = offset + 2 + bytes.readUInt16BE(offset + 2);
    const isMetadata = (marker >= 0xe0 && marker <= 0xef && marker !== adobe) || marker === comment;
    if (marker === startOfScan) {
      const next = endOfScan(bytes, end);
      keep(offset, next);
      offset = next;
    } else {
      if (!isMetadata) keep(offset, end);
      offset = end;
    }
  }
}

const [endOfImage, startOfScan, adobe, comment] = [0xd9, 0xda, 0xee, 0xfe];

/** Where the coded data of a scan end: at the first marker that is neither a stuffed zero nor a restart. */
function endOfScan(bytes: Buffer, start: number): number {
  for (let place = bytes.indexOf(0xff, start); place >= 0; place = bytes.indexOf(0xff, place + 1)) {
    const next = bytes[place + 1] ?? 0;
    const isData = next === 0 || next === 0xff || (next >= 0xd0 && next <= 0xd7);
    if (!isData) return place;
  }
  throw broken();
}

function broken(): UnusableFile {
  return new UnusableFile('JPEG 图片已损坏或不完整，无法为遮盖版去掉其中的拍摄信息，请另存为 PNG 后重新添加');
}
