import { open } from 'node:fs/promises';
import { detectIsoMedia } from './detect-iso-media.ts';
import { detectText } from './detect-text.ts';

/** What signatures need, and what text is judged by. */
const headBytes = 4_100;
const textBytes = 65_536;

/**
 * The kind of a file (its MIME type) by content, never by name; undefined for one that nothing is known of. A table
 * of text looks like any text, so that between those two `name` decides.
 */
export async function detectKind(path: string, name = path): Promise<string | undefined> {
  const file = await open(path, 'r');
  try {
    const head = await readStart(headBytes);
    const signed = signatureOf(head) ?? (await libraryKind(head)) ?? tiffOf(head);
    if (signed === 'application/zip') {
      const { detectZipKind } = await import('./detect-zip-kind.ts');
      return await detectZipKind(path, head, name);
    }
    if (signed !== undefined) return signed;
    const start = head.length < headBytes ? head : await readStart(textBytes);
    return detectText(start, start.length < textBytes, name);

    async function readStart(most: number): Promise<Buffer> {
      const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(most), 0, most, 0);
      return buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

const signatures: readonly (readonly [Buffer, string])[] = [
  [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'image/png'],
  [Buffer.from([0xff, 0xd8, 0xff]), 'image/jpeg'],
  [Buffer.from('PK\x03\x04', 'latin1'), 'application/zip'],
  [Buffer.from('PK\x05\x06', 'latin1'), 'application/zip'],
  [Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'application/x-ole-storage'],
  [Buffer.from('Rar!\x1a\x07', 'latin1'), 'application/x-rar-compressed'],
  [Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]), 'application/x-7z-compressed'],
  // Voice messages of WeChat and QQ, the former with a byte of their own in front.
  [Buffer.from('#!SILK'), 'audio/silk'],
  [Buffer.from('\x02#!SILK', 'latin1'), 'audio/silk'],
  [Buffer.from('#!AMR'), 'audio/amr'],
];

function signatureOf(head: Buffer): string | undefined {
  const found = signatures.find(([signature]) => head.subarray(0, signature.length).equals(signature));
  if (found !== undefined) return found[1];
  const media = detectIsoMedia(head);
  if (media !== undefined) return media;
  // Some programs write a line of their own before the header of a PDF; readers look for it in the first 1,024 bytes.
  return head.subarray(0, 1_024).includes('%PDF-') ? 'application/pdf' : undefined;
}

/** The library looks into a TIFF's directory, to tell photos of cameras by it, and knows nothing of one that lies further on. */
function tiffOf(head: Buffer): string | undefined {
  const start = head.toString('latin1', 0, 4);
  return ['II*\0', 'MM\0*', 'II+\0', 'MM\0+'].includes(start) ? 'image/tiff' : undefined;
}

/** Names that differ from those that the rest of the program goes by. */
const otherNames: Readonly<Record<string, string>> = {
  'image/apng': 'image/png',
  'application/ogg': 'audio/ogg',
  'application/vnd.ms-asf': 'video/x-ms-asf',
};

async function libraryKind(head: Buffer): Promise<string | undefined> {
  // Not needed for screenshots, photos and PDFs, which are most of what there is.
  const { fileTypeFromBuffer } = await import('file-type');
  const type = await fileTypeFromBuffer(head);
  const mime = type?.mime.split(';', 1)[0];
  // Text of all kinds is told by detect-text.ts, which knows more of it.
  if (mime === undefined || mime.startsWith('text/') || mime === 'application/xml') return undefined;
  return otherNames[mime] ?? mime;
}
