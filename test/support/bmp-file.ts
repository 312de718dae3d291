/** A BMP to be written. `rows` are entries of the palette or colours (0xRRGGBB), from the top. */
export interface BmpForm {
  readonly bits: 1 | 2 | 4 | 8 | 16 | 24 | 32;
  readonly rows: readonly (readonly number[])[];
  readonly isTopDown?: boolean;
  /** The header of OS/2 1.x, 12 bytes. */
  readonly isOld?: boolean;
  /** Bits of red, green and blue in 16 and 32 bits; unset means 5-5-5 and 8-8-8. */
  readonly masks?: readonly [number, number, number];
  /** Bytes between the palette and the pixels. */
  readonly gap?: number;
  /** BI_RLE8 or BI_RLE4, already coded. */
  readonly runs?: Uint8Array;
}

/** A palette for the entries of a BMP: each its own colour. */
export function bmpColor(entry: number): number {
  return (((entry * 53) % 256) << 16) | (((entry * 101 + 40) % 256) << 8) | ((entry * 197 + 90) % 256);
}

export function bmpFile({ bits, rows, isTopDown, isOld, masks, gap = 0, runs }: BmpForm): Buffer {
  const [width, height] = [rows[0]?.length ?? 0, rows.length];
  const entries = bits <= 8 ? 2 ** bits : 0;
  const header = Buffer.alloc(14 + (isOld ? 12 : 40) + (masks ? 12 : 0) + entries * (isOld ? 3 : 4) + gap);
  header.write('BM', 0, 'latin1');
  header.writeUInt32LE(header.length, 10);
  header.writeUInt32LE(isOld ? 12 : 40, 14);
  if (isOld)
    for (const [place, value] of [width, height, 1, bits].entries()) header.writeUInt16LE(value, 18 + place * 2);
  else {
    header.writeInt32LE(width, 18);
    header.writeInt32LE(isTopDown ? -height : height, 22);
    header.writeUInt16LE(1, 26);
    header.writeUInt16LE(bits, 28);
    header.writeUInt32LE(runs ? (bits === 8 ? 1 : 2) : masks ? 3 : 0, 30);
    for (const [place, mask] of (masks ?? []).entries()) header.writeUInt32LE(mask, 54 + place * 4);
  }
  const palette = 14 + (isOld ? 12 : 40) + (masks ? 12 : 0);
  for (let entry = 0; entry < entries; entry += 1)
    header.writeUIntLE(bmpColor(entry), palette + entry * (isOld ? 3 : 4), 3);
  if (runs) return Buffer.concat([header, runs]);
  const stored = isTopDown ? rows : rows.toReversed();
  return Buffer.concat([header, ...stored.map((row) => storedRow(row, bits, masks))]);
}

function storedRow(row: readonly number[], bits: number, masks: BmpForm['masks']): Buffer {
  const bytes = Buffer.alloc(Math.ceil((row.length * bits) / 32) * 4);
  for (const [column, value] of row.entries()) {
    if (bits < 8) {
      const place = Math.floor((column * bits) / 8);
      const shift = 8 - bits - ((column * bits) % 8);
      bytes.writeUInt8(bytes.readUInt8(place) | (value << shift), place);
    } else if (bits === 8) bytes.writeUInt8(value, column);
    else if (bits === 24) bytes.writeUIntLE(value, column * 3, 3);
    else {
      const sizes = masks ?? (bits === 16 ? [0x7c00, 0x03e0, 0x001f] : [0xff0000, 0xff00, 0xff]);
      const packed = sizes.reduce((sum, mask, index) => {
        const most = mask / (mask & -mask);
        const channel = (value >> (16 - index * 8)) & 255;
        return sum + Math.round((channel / 255) * most) * (mask & -mask);
      }, 0);
      if (bits === 16) bytes.writeUInt16LE(packed, column * 2);
      else bytes.writeUInt32LE(packed, column * 4);
    }
  }
  return bytes;
}
