import { open } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { AppError } from '../../../contract/errors.ts';
import type { FileRanges, Picture } from '../evidence-source.ts';

/** The picture as a file of its own, from the very bytes that a full packet would hold. Throws EVIDENCE_CHANGED. */
export async function pictureBytes(picture: Picture): Promise<Buffer> {
  const data = await readRanges(picture.data);
  const { encoding } = picture;
  if (encoding.kind === 'jpeg') return data;
  const isTurned = picture.orientation >= 5;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(isTurned ? picture.height : picture.width, 0);
  header.writeUInt32BE(isTurned ? picture.width : picture.height, 4);
  header.writeUInt8(encoding.bitDepth, 8);
  header.writeUInt8({ grey: 0, rgb: 2, palette: 3 }[encoding.color.kind], 9);
  const palette = encoding.color.kind === 'palette' ? [chunk('PLTE', encoding.color.palette)] : [];
  return Buffer.concat([signature, chunk('IHDR', header), ...palette, chunk('IDAT', data), chunk('IEND', Buffer.of())]);
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** PNG specification, third edition, clause 5.3. */
function chunk(type: string, content: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(content.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** The bytes behind the ranges, after making sure that the file is still the one that was read. */
export async function readRanges(data: FileRanges): Promise<Buffer> {
  const changed = (cause?: unknown) => new AppError('EVIDENCE_CHANGED', { file: data.path }, { cause });
  const file = await open(data.path, 'r').catch((cause: unknown): never => {
    throw changed(cause);
  });
  try {
    const { size, mtimeMs } = await file.stat();
    if (size !== data.size || (data.modifiedMs !== undefined && mtimeMs !== data.modifiedMs)) throw changed();
    const bytes = Buffer.alloc(data.ranges.reduce((sum, { length }) => sum + length, 0));
    let done = 0;
    for (const { offset, length } of data.ranges) {
      const { bytesRead } = await file.read(bytes, done, length, offset);
      if (bytesRead !== length) throw changed();
      done += length;
    }
    return bytes;
  } finally {
    await file.close();
  }
}
