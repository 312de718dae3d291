import { createInflate } from 'node:zlib';
import { UnusableFile } from '../unusable-file.ts';
import { fetchAgain } from './picture-file.ts';
import { inflatedLength, type PngLayout } from './png-layout.ts';

/** Large enough for few steps between threads, small enough that the memory is used again. */
const inflateChunk = 1024 * 1024;

/**
 * Proves that the image data inflate, to their own checksum, and to every row that the header promises. The checksums
 * of the chunks only say that the bytes are the writer's; a reader refuses a picture whose writer stopped early.
 * Throws UnusableFile.
 */
export async function checkPngData(bytes: Buffer, layout: PngLayout): Promise<void> {
  const expected = inflatedLength(layout);
  const found = await countInflated(bytes, layout, expected).catch((cause: unknown): never => {
    throw new UnusableFile(`PNG 图片已损坏：图像数据无法解压${fetchAgain}`, { cause });
  });
  if (found < expected) throw new UnusableFile(`PNG 图片不完整：图像数据不足${fetchAgain}`);
}

/** How many bytes the image data inflate to. The bytes themselves are dropped; a bomb is left off past `expected`. */
function countInflated(bytes: Buffer, { data }: PngLayout, expected: number): Promise<number> {
  const parts = data.map(({ offset, length }) => bytes.subarray(offset, offset + length));
  const inflate = createInflate({ chunkSize: Math.min(inflateChunk, Math.max(expected, 64)) });
  return new Promise((resolve, reject) => {
    let count = 0;
    inflate.on('data', (chunk: Buffer) => {
      count += chunk.length;
      if (count <= expected + inflateChunk) return;
      inflate.destroy();
      resolve(count);
    });
    inflate.on('end', () => resolve(count));
    inflate.on('error', reject);
    // In one piece: each piece would be a step of its own between threads, and writers make them 8 KB long.
    inflate.end(parts.length === 1 ? parts[0] : Buffer.concat(parts));
  });
}
