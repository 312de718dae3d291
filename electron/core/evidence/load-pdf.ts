import { ParseSpeeds, PDFDocument } from 'pdf-lib';

/**
 * Parses a PDF as it is: no new dates, and without pdf-lib's pauses, which give a window time to redraw after every
 * hundred objects. Throws whatever pdf-lib throws.
 */
export function loadPdf(bytes: Uint8Array): Promise<PDFDocument> {
  return PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest });
}
