import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFRef } from 'pdf-lib';
import { joinPrints } from './join-prints.ts';
import type { Places } from './places.ts';

/** A document as the browser printed it, and where everything in it stands. */
export interface PrintedDocument {
  readonly document: PDFDocument;
  readonly places: Places;
}

/** Reads prints as one document. Their bytes are numbered anew, in place. */
export async function readPrintedDocument(prints: AsyncIterable<Uint8Array>): Promise<PrintedDocument> {
  const joined = joinPrints();
  for await (const bytes of prints) await joined.add(bytes);
  const document = joined.document();
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
