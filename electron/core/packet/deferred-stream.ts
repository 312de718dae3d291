import { type PDFDict, PDFStream } from 'pdf-lib';
import type { FileRanges } from '../evidence/evidence-source.ts';

/**
 * A stream whose bytes stay in their file until the packet is written. Sixty screenshots pass through memory one
 * block at a time; only write-pdf.ts can write it.
 */
export class DeferredStream extends PDFStream {
  readonly data: FileRanges;

  constructor(dict: PDFDict, data: FileRanges) {
    super(dict);
    this.data = data;
  }
}

/** Bytes of all ranges together: the stream's Length. */
export function rangesLength(data: FileRanges): number {
  return data.ranges.reduce((sum, range) => sum + range.length, 0);
}
