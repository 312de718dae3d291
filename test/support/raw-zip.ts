import { crc32, deflateRawSync } from 'node:zlib';

/** A file in a zip as nobody should write it: whatever is given stands there, be it true or not. */
export interface RawEntry {
  readonly name: string | Uint8Array;
  readonly data?: Uint8Array | string;
  readonly isDeflated?: boolean;
  /** Unix mode with the type of the file: 0o120777 is a link. */
  readonly mode?: number;
  /** General purpose bits; bit 11 (UTF-8 name) unless told. */
  readonly flags?: number;
  readonly method?: number;
  /** The size that the list names, unpacked. */
  readonly listedSize?: number;
  /** The list points at the bytes of the entry before. */
  readonly sharesBytes?: boolean;
}

/** A zip byte by byte (PKWARE's appnote, 4.3): local headers with their bytes, central directory, end record. */
export function rawZip(entries: readonly RawEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let position = 0;
  let start = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const plain = Buffer.from(entry.data ?? '');
    const packed = entry.isDeflated === true ? deflateRawSync(plain) : plain;
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(entry.flags ?? 0x800, 2);
    fields.writeUInt16LE(entry.method ?? (entry.isDeflated === true ? 8 : 0), 4);
    fields.writeUInt32LE(crc32(plain), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(entry.listedSize ?? plain.length, 18);
    fields.writeUInt16LE(name.length, 22);
    if (entry.sharesBytes !== true) {
      start = position;
      const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), fields, name, packed]);
      parts.push(local);
      position += local.length;
    }
    const end = Buffer.alloc(14);
    end.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 6);
    end.writeUInt32LE(start, 10);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u003f\u0003', 'latin1'), fields, end, name]));
  }
  const list = Buffer.concat(directory);
  const last = Buffer.alloc(22);
  last.write('PK\u0005\u0006', 'latin1');
  last.writeUInt16LE(entries.length, 8);
  last.writeUInt16LE(entries.length, 10);
  last.writeUInt32LE(list.length, 12);
  last.writeUInt32LE(position, 16);
  return Buffer.concat([...parts, list, last]);
}
