import { createHash } from 'node:crypto';
import type { SourcePage } from '../evidence-source.ts';
import { renderPage } from '../pdf/pdf-document.ts';
import { pictureBytes } from './picture-bytes.ts';
import { withShownPdf } from './with-shown-pdf.ts';

/** The pages of a file as it is read now. */
export interface MarkTask {
  readonly pages: readonly SourcePage[];
}

/** Of an inch, in points. So coarse, a page is drawn in a moment, and no letter can move without being seen. */
const dotsPerPoint = 0.5;
const length = 12;

/**
 * A short word for where things stand on the pages of a file: the same as long as they look the same, whatever sets
 * them. Of pages that come out of the file itself only kind and size count: its bytes are the same.
 */
export async function layoutMark({ pages }: MarkTask): Promise<string> {
  const looks = pages.map(({ kind, isSet = false, ...page }) =>
    JSON.stringify([kind, isSet, ...('size' in page ? [page.size.width, page.size.height] : [])]),
  );
  const note = (place: number, seen: Uint8Array) => {
    looks[place] += createHash('sha256').update(seen).digest('hex');
  };
  const set = pages.flatMap((page, place) => (page.isSet === true ? [{ page, place }] : []));
  for (const { page, place } of set) if (page.kind === 'picture') note(place, await pictureBytes(page.picture));
  const printed = set.flatMap(({ page, place }) => (page.kind === 'pdf-page' ? [{ ...page, place }] : []));
  for (const [pdf, own] of Map.groupBy(printed, (page) => page.pdf)) {
    await withShownPdf(pdf, async (shown, pdfium) => {
      for (const { index, place } of own) {
        const seen = shown.withPage(index, (page) =>
          renderPage(pdfium, page, Math.ceil(page.width * dotsPerPoint), Math.ceil(page.height * dotsPerPoint)),
        );
        if (seen === undefined) throw new RangeError(`page ${index} cannot be shown`);
        note(place, seen.data);
      }
    });
  }
  return createHash('sha256').update(looks.join('\n')).digest('hex').slice(0, length);
}
