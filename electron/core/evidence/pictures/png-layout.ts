import { crc32, inflateSync } from 'node:zlib';
import { UnusableFile } from '../unusable-file.ts';
import { neededProfile } from './color-profile.ts';
import { fetchAgain } from './picture-file.ts';

/** Where the parts of a PNG lie, and how its pixels are coded (PNG specification, third edition, clauses 5 and 11). */
export interface PngLayout {
  readonly width: number;
  readonly height: number;
  readonly bitDepth: number;
  readonly colorType: number;
  readonly interlaced: boolean;
  /** At most as many entries as pixels can name. */
  readonly palette: Uint8Array | undefined;
  /** A tRNS chunk: some grey, colour or palette entries are transparent. */
  readonly hasTransparency: boolean;
  /** An acTL chunk: what is described here is only the first of several pictures. */
  readonly isAnimated: boolean;
  /** Where it is needed, see color-profile.ts. */
  readonly profile: Uint8Array | undefined;
  readonly data: readonly { readonly offset: number; readonly length: number }[];
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const channelsByColorType: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const mostProfileBytes = 4 * 1024 * 1024;

/**
 * Walks the chunks and checks every checksum, so that a truncated or altered file is refused here and not
 * printed half empty. Throws UnusableFile.
 */
export function readPngLayout(bytes: Buffer): PngLayout {
  const chunks = new Map<string, Buffer>();
  const data: { offset: number; length: number }[] = [];
  for (const { type, offset, content } of chunksOf(bytes)) {
    if (type === 'IDAT') data.push({ offset, length: content.length });
    else if (!chunks.has(type)) chunks.set(type, content);
  }
  const header = chunks.get('IHDR');
  if (header === undefined || header.length !== 13 || data.length === 0) {
    throw new UnusableFile(`PNG 图片已损坏：缺少图像数据${fetchAgain}`);
  }
  const bitDepth = header.readUInt8(8);
  const colorType = header.readUInt8(9);
  const palette = chunks.get('PLTE');
  return {
    width: header.readUInt32BE(0),
    height: header.readUInt32BE(4),
    bitDepth,
    colorType,
    interlaced: header.readUInt8(12) !== 0,
    palette: palette === undefined ? undefined : Uint8Array.from(palette.subarray(0, 3 * 2 ** bitDepth)),
    hasTransparency: chunks.has('tRNS'),
    isAnimated: chunks.has('acTL'),
    profile: neededProfile(profileIn(chunks.get('iCCP')), colorType === 0 || colorType === 4 ? 1 : 3),
    data,
  };
}

function* chunksOf(bytes: Buffer): Generator<{ type: string; offset: number; content: Buffer }, void, void> {
  if (!bytes.subarray(0, 8).equals(signature)) throw new UnusableFile(`不是完整的 PNG 图片：文件开头不符${fetchAgain}`);
  for (let offset = 8; ; ) {
    if (offset + 12 > bytes.length) throw new UnusableFile(`PNG 图片不完整：文件在中途结束${fetchAgain}`);
    const end = offset + 8 + bytes.readUInt32BE(offset);
    if (end + 4 > bytes.length) throw new UnusableFile(`PNG 图片不完整：文件在中途结束${fetchAgain}`);
    if (crc32(bytes.subarray(offset + 4, end)) !== bytes.readUInt32BE(end)) {
      throw new UnusableFile(`PNG 图片已损坏：校验和不符${fetchAgain}`);
    }
    const type = bytes.toString('latin1', offset + 4, offset + 8);
    if (type === 'IEND') return;
    yield { type, offset: offset + 8, content: bytes.subarray(offset + 8, end) };
    offset = end + 4;
  }
}

/** An iCCP chunk holds a name, a zero byte, the method and the deflated profile. One that cannot be read is none. */
function profileIn(chunk: Buffer | undefined): Uint8Array | undefined {
  if (chunk === undefined) return undefined;
  try {
    return inflateSync(chunk.subarray(chunk.indexOf(0) + 2), { maxOutputLength: mostProfileBytes });
  } catch {
    return undefined;
  }
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
