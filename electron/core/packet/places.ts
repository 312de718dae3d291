import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFRef } from 'pdf-lib';
import { AppError } from '../../contract/errors.ts';

/** Where things stand in a printed packet: the page (from 1) of every anchor, and how many pages there are. */
export interface Places {
  readonly totalPages: number;
  readonly anchors: ReadonlyMap<string, number>;
}

/** The number under which a packet is laid out before anything is known: every anchor on page 1. */
export const unknownPlaces: Places = { totalPages: 1, anchors: new Map() };

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

/** The page of an anchor. Every part and exhibit has one, so a missing anchor is a defect of the print. */
export function pageOf(places: Places, anchor: string): number {
  const page = places.anchors.get(anchor);
  if (page !== undefined) return page;
  if (places === unknownPlaces) return 1;
  throw new AppError('PRINT_FAILED', { detail: `打印结果中找不到 ${anchor}` });
}

export function samePlaces(first: Places, second: Places): boolean {
  return (
    first.totalPages === second.totalPages &&
    first.anchors.size === second.anchors.size &&
    [...first.anchors].every(([anchor, page]) => second.anchors.get(anchor) === page)
  );
}
