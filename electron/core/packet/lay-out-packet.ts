import { PDFDocument } from 'pdf-lib';
import { AppError } from '../../contract/errors.ts';
import type { PrintSession } from '../ports.ts';
import { type ComposedPacket, composePacket, type PacketContent } from './compose-packet.ts';
import { type Places, readPlaces, samePlaces } from './places.ts';

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
 */
export async function layOutPacket(
  content: PacketContent,
  session: PrintSession,
  guess: Places,
  signal: AbortSignal,
): Promise<LaidOutPacket> {
  let places = guess;
  for (let print = 1; print <= mostPrints; print += 1) {
    const composed = composePacket(content, places, print >= fixedFrom);
    const bytes = await session.print(composed.html, signal);
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    const found = readPlaces(document);
    if (samePlaces(found, places)) return { composed, document, places };
    places = found;
  }
  throw new AppError('PRINT_FAILED', { detail: `页码在 ${mostPrints} 次排版后仍不稳定` });
}
