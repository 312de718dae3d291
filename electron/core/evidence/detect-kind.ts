import { open } from 'node:fs/promises';
import { fileTypeFromBuffer } from 'file-type';

/** Larger files are hashed but not opened. */
export const maximumBytes = 512 * 1024 * 1024;
export const tooLarge = `文件过大，上限为 ${maximumBytes / 1024 / 1024} MB`;

/** The kind of a file (its MIME type) by content, never by name; undefined for one that has no signature. */
export async function detectKind(path: string): Promise<string | undefined> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4_100), 0, 4_100, 0);
    const head = buffer.subarray(0, bytesRead);
    const type = await fileTypeFromBuffer(head);
    // Some programs write a line of their own before the header of a PDF; readers look for it in the first 1,024 bytes.
    return type?.mime ?? (head.subarray(0, 1_024).includes('%PDF-') ? 'application/pdf' : undefined);
  } finally {
    await file.close();
  }
}
