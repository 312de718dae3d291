import { PDFDocument } from 'pdf-lib';
import { AppError } from '../../contract/errors.ts';
import { exhibitAnchor } from '../documents/exhibits.ts';
import type { PrintSession } from '../ports.ts';
import { arePlacesOf, type ComposedPacket, composePacket, type PacketContent } from './compose-packet.ts';
import { type Places, pageOf, readPlaces, samePlaces, unknownPlaces } from './places.ts';
import { renumberStructureIdentifiers } from './stable-identifiers.ts';

export interface LaidOutPacket {
  readonly composed: ComposedPacket;
  readonly document: PDFDocument;
  readonly places: Places;
}

/** From here on references have a fixed width, so that page numbers can no longer move what they number. */
const fixedFrom = 4;
const mostPrints = 6;

/**
 * Prints until every page number in the packet is the one it stands on: print, read the places back from the
 * PDF, compose again with them, print again. Two prints are the rule, one when `guess` is already right. Page
 * numbers can only shift a layout by their own width, and from the fourth print on not even that.
 *
 * Without a guess the first print leaves the appendix out: how many pages it has is planned, so the places of a
 * print without it tell those of the whole.
 */
export async function layOutPacket(
  content: PacketContent,
  session: PrintSession,
  guess: Places | undefined,
  signal: AbortSignal,
): Promise<LaidOutPacket> {
  let places = guess !== undefined && arePlacesOf(content, guess) ? guess : unknownPlaces;
  for (let print = 1; print <= mostPrints; print += 1) {
    const withAppendix = places !== unknownPlaces;
    const composed = composePacket(content, places, { fixedReferences: print >= fixedFrom, withAppendix });
    const bytes = await session.print(composed.html, signal);
    renumberStructureIdentifiers(bytes);
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    const found = readPlaces(document);
    if (samePlaces(found, places)) {
      checkExhibits(composed, places);
      return { composed, document, places };
    }
    places = withAppendix ? found : insertAppendix(found, content);
  }
  throw new AppError('PRINT_FAILED', { detail: `页码在 ${mostPrints} 次排版后仍不稳定` });
}

/** The places of the whole packet, from a print without the appendix. */
function insertAppendix(found: Places, { parts, exhibits, appendix }: PacketContent): Places {
  if (!parts.includes('appendix')) return found;
  const next = parts[parts.indexOf('appendix') + 1];
  const start = next === undefined ? found.totalPages + 1 : pageOf(found, `part-${next}`);
  const anchors = new Map(
    [...found.anchors].map(([anchor, page]) => [anchor, page >= start ? page + appendix.length : page]),
  );
  anchors.set('part-appendix', start);
  for (const { number } of exhibits) {
    const first = appendix.find((page) => page.exhibit === number);
    if (first !== undefined) anchors.set(`evidence-${number}`, start + first.slot);
  }
  return { totalPages: found.totalPages + appendix.length, anchors };
}

/** The pages of exhibits are counted, not read; here the count meets what was printed. */
function checkExhibits({ exhibits }: ComposedPacket, places: Places): void {
  for (const exhibit of exhibits.values()) {
    if (exhibit.pages > 0 && pageOf(places, exhibitAnchor(exhibit)) !== exhibit.firstPage) {
      throw new AppError('PRINT_FAILED', { detail: `证据${exhibit.number}没有印在它的页码上` });
    }
  }
}
