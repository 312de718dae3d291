import { crc32 } from 'node:zlib';
import { UnusableFile } from '../unusable-file.ts';

/** Where the parts of a PNG lie, and how its pixels are coded (PNG specification, third edition, clauses 5 and 11). */
export interface PngLayout {
  readonly width: number;
  readonly height: number;
  readonly bitDepth: number;
  readonly colorType: number;
  readonly interlaced: boolean;
  readonly palette: Uint8Array | undefined;
  /** A tRNS chunk: some grey, colour or palette entries are transparent. */
  readonly hasTransparency: boolean;
  readonly data: readonly { readonly offset: number; readonly length: number }[];
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const channelsByColorType: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/**
 * Walks the chunks and checks every checksum, so that a truncated or altered file is refused here and not
 * printed half empty. Throws UnusableFile.
 */
export function readPngLayout(bytes: Buffer): PngLayout {
  if (!bytes.subarray(0, 8).equals(signature)) throw new UnusableFile('不是完整的 PNG 图片：文件开头不符');
  let offset = 8;
  let header: Buffer | undefined;
  let palette: Uint8Array | undefined;
  let hasTransparency = false;
  const data: { offset: number; length: number }[] = [];
  for (;;) {
    if (offset + 12 > bytes.length) throw new UnusableFile('PNG 图片不完整：文件在中途结束');
    const length = bytes.readUInt32BE(offset);
    const end = offset + 8 + length;
    if (end + 4 > bytes.length) throw new UnusableFile('PNG 图片不完整：文件在中途结束');
    const type = bytes.toString('latin1', offset + 4, offset + 8);
    if (crc32(bytes.subarray(offset + 4, end)) !== bytes.readUInt32BE(end)) {
      throw new UnusableFile('PNG 图片已损坏：校验和不符');
    }
    const content = bytes.subarray(offset + 8, end);
    if (type === 'IHDR') header = content;
    else if (type === 'PLTE') palette = Uint8Array.from(content);
    else if (type === 'tRNS') hasTransparency = true;
    else if (type === 'IDAT') data.push({ offset: offset + 8, length });
    else if (type === 'IEND') break;
    offset = end + 4;
  }
  if (header === undefined || header.length !== 13 || data.length === 0) {
    throw new UnusableFile('PNG 图片已损坏：缺少图像数据');
  }
  return {
    width: header.readUInt32BE(0),
    height: header.readUInt32BE(4),
    bitDepth: header.readUInt8(8),
    colorType: header.readUInt8(9),
    interlaced: header.readUInt8(12) !== 0,
    palette,
    hasTransparency,
    data,
  };
}

/** Bytes of the inflated image: one filter byte and the packed samples for each row. */
export function inflatedLength(layout: PngLayout): number {
  const channels = channelsByColorType[layout.colorType] ?? 1;
  return layout.height * (1 + Math.ceil((layout.width * channels * layout.bitDepth) / 8));
}

/**
 * Whether a PDF can hold the image data as they are: PNG's row filters are PDF's predictors (ISO 32000-1,
 * 7.4.4.4), but PDF knows no interlacing, and transparency would need a second image.
 */
export function fitsPdfUnchanged(layout: PngLayout): boolean {
  if (layout.interlaced || layout.hasTransparency || layout.bitDepth > 8) return false;
  return layout.colorType === 0 || layout.colorType === 2 || (layout.colorType === 3 && layout.palette !== undefined);
}
