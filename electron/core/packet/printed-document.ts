import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFRef } from 'pdf-lib';
import { loadPdf } from '../evidence/pdf/load-pdf.ts';
import type { Places } from './places.ts';
import { renumberStructureIdentifiers } from './stable-identifiers.ts';

/** A document as the browser printed it, and where everything in it stands. */
export interface PrintedDocument {
  readonly document: PDFDocument;
  readonly places: Places;
}

/** Numbers the bytes of a print anew, in place, and reads them. */
export async function readPrintedDocument(bytes: Uint8Array): Promise<PrintedDocument> {
  renumberStructureIdentifiers(bytes);
  const document = await loadPdf(bytes);
  return { document, places: readPlaces(document) };
}

/** Reads the named destinations that Chromium writes for each linked anchor (ISO 32000-1, 12.3.2.3). */
export function readPlaces(document: PDFDocument): Places {
  const pages = document.getPages();
  const pageNumbers = new Map(pages.map((page, index) => [page.ref, index + 1]));
  const anchors = new Map<string, number>();
  const destinations = document.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict);
  for (const [name, value] of destinations?.entries() ?? []) {
    const target = document.context.lookup(value);
    const page = target instanceof PDFArray ? target.get(0) : undefined;
    const number = page instanceof PDFRef ? pageNumbers.get(page) : undefined;
    if (number !== undefined) anchors.set(name.decodeText(), number);
  }
  return { totalPages: pages.length, anchors };
}
