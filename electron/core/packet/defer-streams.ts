import { type PDFContext, PDFName, PDFNumber, PDFRawStream, PDFRef } from 'pdf-lib';
import { DeferredStream } from './deferred-stream.ts';

/** What is smaller is kept. */
const leastLength = 8 * 1024;

/** A PDF that was read whole. */
export interface ReadFile {
  readonly path: string;
  readonly bytes: Buffer;
}

/**
 * Lets go of the large streams that were taken over from a PDF, the objects numbered above `from`, and copies the small
 * ones. pdf-lib makes them views of the bytes it was given as a Buffer, so where they stand in the file is known, and what
 * is large can be copied from there when the packet is written. Without this a packet of a thousand scans would hold all
 * of them in memory: one view of a file's bytes holds them all.
 */
export function deferStreams(context: PDFContext, { path, bytes }: ReadFile, from: number): void {
  for (let number = from + 1; number <= context.largestObjectNumber; number += 1) {
    const ref = PDFRef.of(number);
    const stream = context.lookup(ref);
    // What was joined or compressed anew stands nowhere in the file.
    if (!(stream instanceof PDFRawStream) || stream.contents.buffer !== bytes.buffer) continue;
    const { dict, contents } = stream;
    if (contents.length < leastLength) {
      context.assign(ref, PDFRawStream.of(dict, Uint8Array.from(contents)));
      continue;
    }
    const range = { offset: contents.byteOffset - bytes.byteOffset, length: contents.length };
    dict.set(PDFName.of('Length'), PDFNumber.of(range.length));
    context.assign(ref, new DeferredStream(dict, { path, size: bytes.length, ranges: [range] }));
  }
}
