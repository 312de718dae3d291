import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Entry, ZipFile } from 'yauzl';

// A picture hardly shrinks, and text never a hundredfold: what does was made to fill a disk.
const greatestRatio = 100;
const harmlessSize = 10 * 1024 * 1024;

/** Whether an entry of an archive says that it unpacks to what no honest file does. */
export function isOverblown({ uncompressedSize: size, compressedSize }: Entry): boolean {
  return size > harmlessSize && size > compressedSize * greatestRatio;
}

const unixSystems: readonly number[] = [3, 19];

/** The upper half of the attributes is a Unix mode where a Unix (or a Mac) made the entry. */
export function isPlainFileOrFolder({ versionMadeBy, externalFileAttributes }: Entry): boolean {
  const type = (externalFileAttributes >>> 16) & 0o170000;
  if (!unixSystems.includes(versionMadeBy >>> 8)) return type !== 0o120000;
  return type === 0 || type === 0o100000 || type === 0o040000;
}

/** Stored or deflated: what every program can unpack. */
export function isCommonMethod({ compressionMethod }: Entry): boolean {
  return compressionMethod === 0 || compressionMethod === 8;
}

/** Writes an entry to a new place and tells what it was. */
export async function unpackEntry(
  zip: ZipFile,
  entry: Entry,
  target: string,
  signal: AbortSignal,
): Promise<{ sha256: string }> {
  const hash = createHash('sha256');
  const hashed = new Transform({
    transform(block: Buffer, _encoding, give) {
      hash.update(block);
      give(null, block);
    },
  });
  const output = createWriteStream(target, { flags: 'wx', mode: 0o600 });
  await pipeline(await zip.openReadStreamPromise(entry), heldToSize(entry), hashed, output, { signal });
  return { sha256: hash.digest('hex') };
}

/** The list of files is only a promise; this holds the bytes to it while they come. */
export function heldToSize({ uncompressedSize }: Entry): Transform {
  let size = 0;
  return new Transform({
    transform(block: Buffer, _encoding, give) {
      size += block.length;
      give(size > uncompressedSize ? new RangeError('more bytes than the archive lists') : null, block);
    },
    flush(give) {
      give(size === uncompressedSize ? null : new RangeError('fewer bytes than the archive lists'));
    },
  });
}
