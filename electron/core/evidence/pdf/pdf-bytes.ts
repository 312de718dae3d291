import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** The bytes of a PDF, read piece by piece: PDFium asks for what it needs while it works, and cannot wait. */
export interface PdfBytes {
  readonly length: number;
  /** Fills `target` from `position`; the number of bytes there were. */
  read(position: number, target: Uint8Array): number;
  close(): void;
}

export function bytesOfFile(path: string): PdfBytes {
  const file = openSync(path, 'r');
  return {
    length: fstatSync(file).size,
    read: (position, target) => readSync(file, target, 0, target.length, position),
    close: () => closeSync(file),
  };
}

export function bytesInMemory(bytes: Uint8Array): PdfBytes {
  return {
    length: bytes.length,
    read(position, target) {
      const piece = bytes.subarray(position, position + target.length);
      target.set(piece);
      return piece.length;
    },
    close: () => undefined,
  };
}
