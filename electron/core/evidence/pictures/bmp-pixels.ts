/**
 * Reads BMP (Windows bitmaps of all headers since OS/2 1.x, [MS-WMF] 2.2.2): 1, 2, 4, 8, 16, 24 and 32 bits, bit
 * fields, run lengths, upside down or not. Other decoders at hand lose rows or colours of some of these without a word.
 */
export interface BmpPixels {
  readonly width: number;
  readonly height: number;
  /** RGB, from the top, 8 bits each. */
  readonly data: Uint8Array;
}

/** What the header says. Rows are stored from the bottom up unless `isTopDown`. */
export interface BmpHeader {
  readonly width: number;
  readonly height: number;
  readonly isTopDown: boolean;
  readonly bits: number;
  readonly compression: number;
  /** Where the pixels begin. */
  readonly start: number;
  /** Bytes of red, green, blue, by entry; empty for true colours. */
  readonly palette: Uint8Array;
  /** Red, green, blue. */
  readonly masks: readonly [number, number, number];
}

const uncompressed = 0;
const runs8 = 1;
const runs4 = 2;
const bitFields = 3;
const alphaBitFields = 6;

/** Throws RangeError when the file ends too soon or says what no BMP says. */
export function readBmpHeader(bytes: Buffer): BmpHeader {
  const headerSize = bytes.readUInt32LE(14);
  const isOld = headerSize === 12;
  if (bytes.toString('latin1', 0, 2) !== 'BM' || (!isOld && headerSize < 40)) throw new RangeError('no BMP header');
  const width = isOld ? bytes.readUInt16LE(18) : bytes.readInt32LE(18);
  const rows = isOld ? bytes.readUInt16LE(20) : bytes.readInt32LE(22);
  const bits = bytes.readUInt16LE(isOld ? 24 : 28);
  const compression = isOld ? uncompressed : bytes.readUInt32LE(30);
  if (width < 0 || ![1, 2, 4, 8, 16, 24, 32].includes(bits)) throw new RangeError('not a size or depth of BMP');
  const hasMasks = compression === bitFields || compression === alphaBitFields;
  const masksAfter = hasMasks && headerSize === 40 ? (compression === bitFields ? 12 : 16) : 0;
  return {
    width,
    height: Math.abs(rows),
    isTopDown: rows < 0,
    bits,
    compression,
    start: bytes.readUInt32LE(10),
    palette: bits <= 8 ? paletteOf(bytes, 14 + headerSize + masksAfter, bits, isOld) : new Uint8Array(),
    masks: hasMasks
      ? [bytes.readUInt32LE(54), bytes.readUInt32LE(58), bytes.readUInt32LE(62)]
      : bits === 16
        ? [0x7c00, 0x03e0, 0x001f]
        : [0xff0000, 0x00ff00, 0x0000ff],
  };
}

function paletteOf(bytes: Buffer, start: number, bits: number, isOld: boolean): Uint8Array {
  const said = isOld ? 0 : bytes.readUInt32LE(46);
  const count = said === 0 || said > 2 ** bits ? 2 ** bits : said;
  const size = isOld ? 3 : 4;
  const palette = new Uint8Array(2 ** bits * 3);
  for (let entry = 0; entry < count; entry += 1) {
    for (const channel of [0, 1, 2]) palette[entry * 3 + channel] = bytes.readUInt8(start + entry * size + 2 - channel);
  }
  return palette;
}

/** Throws RangeError when the file ends before its last pixel. */
export function readBmp(bytes: Buffer): BmpPixels {
  const header = readBmpHeader(bytes);
  const { width, height, bits, compression } = header;
  const data = new Uint8Array(width * height * 3);
  if (compression === runs8 || compression === runs4) readRuns(bytes, header, data);
  else if (compression === uncompressed || compression === bitFields || compression === alphaBitFields) {
    if (bits <= 8) readIndexed(bytes, header, data);
    else if (bits === 24) readTrueColor(bytes, header, data);
    else readMasked(bytes, header, data);
  } else throw new RangeError('a BMP that holds another format');
  return { width, height, data };
}

/** Where each row is stored, checked once against the end of the file, and where it goes. */
function* rowsOf(bytes: Buffer, { width, height, bits, start, isTopDown }: BmpHeader) {
  const stride = Math.ceil((width * bits) / 32) * 4;
  if (start + stride * (height - 1) + Math.ceil((width * bits) / 8) > bytes.length)
    throw new RangeError('rows missing');
  for (let row = 0; row < height; row += 1) {
    yield { from: start + row * stride, to: (isTopDown ? row : height - 1 - row) * width * 3 };
  }
}

function readIndexed(bytes: Buffer, header: BmpHeader, data: Uint8Array): void {
  const { width, bits, palette } = header;
  const perByte = 8 / bits;
  const last = 2 ** bits - 1;
  for (const { from, to } of rowsOf(bytes, header)) {
    for (let column = 0; column < width; column += 1) {
      const packed = bytes[from + Math.floor(column / perByte)] ?? 0;
      const entry = (packed >> (8 - bits * ((column % perByte) + 1))) & last;
      paint(data, to + column * 3, palette, entry);
    }
  }
}

function paint(data: Uint8Array, place: number, palette: Uint8Array, entry: number): void {
  data[place] = palette[entry * 3] ?? 0;
  data[place + 1] = palette[entry * 3 + 1] ?? 0;
  data[place + 2] = palette[entry * 3 + 2] ?? 0;
}

function readTrueColor(bytes: Buffer, header: BmpHeader, data: Uint8Array): void {
  for (const { from, to } of rowsOf(bytes, header)) {
    for (let place = 0; place < header.width * 3; place += 3) {
      data[to + place] = bytes[from + place + 2] ?? 0;
      data[to + place + 1] = bytes[from + place + 1] ?? 0;
      data[to + place + 2] = bytes[from + place] ?? 0;
    }
  }
}

function readMasked(bytes: Buffer, header: BmpHeader, data: Uint8Array): void {
  const size = header.bits / 8;
  const channels = header.masks.map((mask) => {
    // The lowest bit of the mask; the highest value that fits above it becomes 255.
    const unit = (mask & -mask) >>> 0 || 1;
    return { mask, unit, most: (mask >>> 0) / unit || 1 };
  });
  for (const { from, to } of rowsOf(bytes, header)) {
    for (let column = 0; column < header.width; column += 1) {
      const value = size === 2 ? bytes.readUInt16LE(from + column * 2) : bytes.readUInt32LE(from + column * 4);
      for (const [channel, { mask, unit, most }] of channels.entries()) {
        data[to + column * 3 + channel] = Math.round((((value & mask) >>> 0) / unit / most) * 255);
      }
    }
  }
}

/** Run lengths (BI_RLE4, BI_RLE8). What is jumped over stays at the first colour, as Windows shows it. */
function readRuns(
  bytes: Buffer,
  { width, height, compression, start, isTopDown, palette }: BmpHeader,
  data: Uint8Array,
) {
  for (let place = 0; place < data.length; place += 3) paint(data, place, palette, 0);
  const isHalf = compression === runs4;
  let [column, row, offset] = [0, 0, start];
  const put = (entry: number) => {
    if (column < width && row < height) {
      paint(data, ((isTopDown ? row : height - 1 - row) * width + column) * 3, palette, entry);
    }
    column += 1;
  };
  const half = (packed: number, index: number) => (index % 2 === 0 ? packed >> 4 : packed & 15);
  while (row < height) {
    const [count, value] = [bytes.readUInt8(offset), bytes.readUInt8(offset + 1)];
    offset += 2;
    if (count > 0) {
      for (let index = 0; index < count; index += 1) put(isHalf ? half(value, index) : value);
    } else if (value === 0) [column, row] = [0, row + 1];
    else if (value === 1) return;
    else if (value === 2) {
      column += bytes.readUInt8(offset);
      row += bytes.readUInt8(offset + 1);
      offset += 2;
    } else {
      for (let index = 0; index < value; index += 1) {
        const stored = bytes.readUInt8(offset + (isHalf ? index >> 1 : index));
        put(isHalf ? half(stored, index) : stored);
      }
      // Each literal run fills whole words.
      offset += Math.ceil((isHalf ? Math.ceil(value / 2) : value) / 2) * 2;
    }
  }
}
