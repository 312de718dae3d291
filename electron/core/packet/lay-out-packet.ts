import type { PDFDocument } from 'pdf-lib';
import { AppError } from '../../contract/errors.ts';
import { exhibitAnchor } from '../documents/exhibits.ts';
import type { PrintSession } from '../ports.ts';
import { bindPacket, partPages } from './bind-packet.ts';
import { arePlacesOf, type ComposedPacket, composePacket } from './compose-packet.ts';
import type { PacketContent } from './packet-content.ts';
import { type Places, pageOf, samePlaces, unknownPlaces } from './places.ts';
import { printAhead } from './print-ahead.ts';
import type { PrintedDocument } from './printed-document.ts';

export interface LaidOutPacket {
  readonly composed: ComposedPacket;
  readonly document: PDFDocument;
  readonly places: Places;
}

/** From here on references have a fixed width, so that page numbers can no longer move what they number. */
const fixedFrom = 3;
const mostPrints = 6;
/** Sheets from which on a second look at the front costs less than the risk of printing everything twice. */
const longAppendix = 200;

/**
 * Prints until every page number in the packet is the one it stands on: print, read the places back from the
 * PDF, compose again with them, print again. With a good guess the first print is the last. Page numbers can only
 * shift a layout by their own width, and from the third print on not even that. `mostSheets` of the appendix are printed in
 * one document.
 */
export async function layOutPacket(
  content: PacketContent,
  session: PrintSession,
  guess: Places,
  signal: AbortSignal,
  mostSheets?: number,
): Promise<LaidOutPacket> {
  let places = arePlacesOf(content, guess)
    ? guess
    : await guessPlaces(content, session, await printFront(content, session, signal), signal);
  for (let count = 1; count <= mostPrints; count += 1) {
    const fixedReferences = count >= fixedFrom;
    const composed = composePacket(content, places, { fixedReferences, withAppendix: true, mostSheets });
    const { document, places: found } = await print(composed, session, signal);
    if (samePlaces(found, places)) {
      checkExhibits(composed, places);
      return { composed, document, places };
    }
    places = found;
  }
  throw new AppError('PRINT_FAILED', { detail: `页码在 ${mostPrints} 次排版后仍不稳定` });
}

/**
 * The places of everything but the appendix, as if it had no pages. It needs no evidence to have been read, so it
 * can be printed meanwhile, and it loads the fonts.
 */
export async function printFront(
  content: PacketContent,
  session: PrintSession,
  signal: AbortSignal,
  places: Places = unknownPlaces,
): Promise<Places> {
  const front = composePacket(content, places, { fixedReferences: false, withAppendix: false });
  return (await print(front, session, signal)).places;
}

async function print(
  { html, continued }: Pick<ComposedPacket, 'html' | 'continued'>,
  session: PrintSession,
  signal: AbortSignal,
): Promise<PrintedDocument> {
  const prints = printAhead([html, ...continued], session, signal);
  // What reads a PDF is slow to load, so it is loaded while the browser prints.
  const { readPrintedDocument } = await import('./printed-document.ts');
  return readPrintedDocument(prints);
}

/** A guess at the whole packet from the front, which may have been printed before the evidence was read. */
export async function guessPlaces(
  content: PacketContent,
  session: PrintSession,
  front: Places,
  signal: AbortSignal,
): Promise<Places> {
  const guess = insertAppendix(front, content);
  if (content.appendix.length <= longAppendix) return guess;
  return insertAppendix(await printFront(content, session, signal, guess), content);
}

/** The places of the whole packet, from those without the appendix: how many pages that has is planned. */
function insertAppendix(front: Places, content: PacketContent): Places {
  return bindPacket(content, partPages(content.parts, front)).places;
}

/** The pages of exhibits are counted, not read; here the count meets what was printed. */
function checkExhibits({ exhibits }: ComposedPacket, places: Places): void {
  for (const exhibit of exhibits.values()) {
    if (exhibit.pages > 0 && pageOf(places, exhibitAnchor(exhibit)) !== exhibit.firstPage) {
      throw new AppError('PRINT_FAILED', { detail: `证据${exhibit.number}没有印在它的页码上` });
    }
  }
}
