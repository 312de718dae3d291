import { type FileHandle, open } from 'node:fs/promises';

/** More boxes than any recorder writes side by side; a file made to keep us busy ends here. */
const mostBoxes = 10_000;

/**
 * Seconds, as the head of an MP4, MOV or 3GP says (ISO/IEC 14496-12, 8.2.2: `mvhd` in `moov`); undefined where it says
 * nothing. The library for metadata only counts sound, and screen recordings have none.
 */
export async function mp4Length(path: string): Promise<number | undefined> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const movie = await findBox(file, 'moov', 0, size);
    const head = movie && (await findBox(file, 'mvhd', movie.start, movie.end));
    if (head === undefined) return;
    const bytes = await bytesAt(file, head.start, 32);
    const isLong = bytes[0] === 1;
    const scale = bytes.readUInt32BE(isLong ? 20 : 12);
    const units = isLong ? Number(bytes.readBigUInt64BE(24)) : bytes.readUInt32BE(16);
    // All ones means that it is not known.
    return scale === 0 || units === 0 || units >= 0xffffffff ? undefined : units / scale;
  } finally {
    await file.close();
  }
}

interface Content {
  readonly start: number;
  readonly end: number;
}

async function findBox(file: FileHandle, type: string, from: number, end: number): Promise<Content | undefined> {
  let start = from;
  for (let count = 0; count < mostBoxes && start + 8 <= end; count += 1) {
    const head = await bytesAt(file, start, 16);
    const written = head.readUInt32BE(0);
    const size = written === 0 ? end - start : written === 1 ? Number(head.readBigUInt64BE(8)) : written;
    const headSize = written === 1 ? 16 : 8;
    if (size < headSize) return;
    if (head.toString('latin1', 4, 8) === type) return { start: start + headSize, end: Math.min(end, start + size) };
    start += size;
  }
  return;
}

/** Zeros after the end of the file. */
async function bytesAt(file: FileHandle, start: number, length: number): Promise<Buffer> {
  const { buffer } = await file.read(Buffer.alloc(length), 0, length, start);
  return buffer;
}
