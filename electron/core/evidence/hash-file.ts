import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

/** Size (bytes) and SHA-256 (lower-case hex) of a file of any size, read once in blocks. Rejects when it cannot be read. */
export async function hashFile(path: string, signal: AbortSignal): Promise<{ size: number; sha256: string }> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const block of createReadStream(path, { highWaterMark: 1024 * 1024, signal })) {
    size += block.length;
    hash.update(block);
  }
  return { size, sha256: hash.digest('hex') };
}
