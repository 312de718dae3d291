import type { PDFDocument } from 'pdf-lib';

/**
 * Parses a PDF as it is: no new dates, and without pdf-lib's pauses, which give a window time to redraw after every
 * hundred objects. Throws whatever pdf-lib throws.
 */
export async function loadPdf(bytes: Uint8Array, password = ''): Promise<PDFDocument> {
  // Slow to load, and of no use before there is a PDF.
  const { ParseSpeeds, PDFDocument } = await import('pdf-lib');
  return PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest, password });
}
