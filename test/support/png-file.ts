import { crc32, deflateSync } from 'node:zlib';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** One PNG chunk with its right checksum. */
export function pngChunk(type: string, content: Uint8Array): Buffer {
  const chunk = Buffer.alloc(content.length + 12);
  chunk.writeUInt32BE(content.length, 0);
  chunk.write(type, 4, 'latin1');
  chunk.set(content, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, content.length + 8)), content.length + 8);
  return chunk;
}

export interface PngForm {
  readonly width: number;
  readonly height: number;
  readonly bitDepth: number;
  readonly colorType: number;
  readonly interlace: number;
}

const plainForm: PngForm = { width: 4, height: 4, bitDepth: 8, colorType: 0, interlace: 0 };

function pngHeader(form: Partial<PngForm>): Buffer {
  const { width, height, bitDepth, colorType, interlace } = { ...plainForm, ...form };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([bitDepth, colorType, 0, 0, interlace], 8);
  return pngChunk('IHDR', header);
}

/** A PNG made of whole chunks: `chunks` stand between the header and the end. */
export function pngFile(form: Partial<PngForm>, chunks: readonly Buffer[]): Buffer {
  return Buffer.concat([signature, pngHeader(form), ...chunks, pngChunk('IEND', Buffer.alloc(0))]);
}

/** The image data of `bytes` grey bytes, filter bytes included. */
export function pngData(bytes: number): Buffer {
  return pngChunk('IDAT', deflateSync(Buffer.alloc(bytes)));
}
