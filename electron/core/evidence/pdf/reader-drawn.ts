import { PDFArray, PDFBool, PDFDict, type PDFDocument, PDFName, PDFNumber, type PDFObject } from 'pdf-lib';

const name = PDFName.of;
/** Of annotation flags (ISO 32000-1, table 165): not shown at all, or not on a screen. */
const unseen = 0x02 | 0x20;

/**
 * Pages, counted from 0, with something that the file leaves to the reader to draw: annotations and form fields without
 * an appearance, and fields of a form that asks for appearances anew (ISO 32000-1, 12.5.5, 12.7.2).
 * Two readers need not draw the same then, so no copy of such a page can be the same in all.
 */
export function pagesDrawnByReader(document: PDFDocument): ReadonlySet<number> {
  const form = document.catalog.lookupMaybe(name('AcroForm'), PDFDict);
  const asksAnew = form?.lookup(name('NeedAppearances')) === PDFBool.True;
  const found = new Set<number>();
  for (const [index, page] of document.getPages().entries()) {
    const list = page.node.lookup(name('Annots'));
    const annotations = list instanceof PDFArray ? list.asArray() : [];
    const isDrawn = annotations.some((entry) => {
      const annotation = document.context.lookup(entry);
      return annotation instanceof PDFDict && isDrawnByReader(annotation, asksAnew);
    });
    if (isDrawn) found.add(index);
  }
  return found;
}

function isDrawnByReader(annotation: PDFDict, asksAnew: boolean): boolean {
  const flags = annotation.lookup(name('F'));
  if (flags instanceof PDFNumber && (flags.asNumber() & unseen) !== 0) return false;
  const type = annotation.lookup(name('Subtype'));
  // The window of another annotation draws nothing itself.
  if (type === name('Popup')) return false;
  // A signature field shows what the signer made of it; one that is not signed shows nothing.
  const isSignature = inherited(annotation, 'FT') === name('Sig');
  if (type === name('Widget') && isSignature) return false;
  if (type === name('Widget') && asksAnew) return true;
  const appearance = annotation.lookup(name('AP'));
  if (appearance instanceof PDFDict && appearance.lookup(name('N')) !== undefined) return false;
  // Of a place to click only the frame around it is drawn, and most have none.
  return type !== name('Link') || hasBorder(annotation);
}

/** A frame is one point wide unless something else is said, and black unless it has no colour (12.5.4, table 164). */
function hasBorder(annotation: PDFDict): boolean {
  const color = annotation.lookup(name('C'));
  if (color instanceof PDFArray && color.size() === 0) return false;
  const style = annotation.lookup(name('BS'));
  const border = annotation.lookup(name('Border'));
  // The style counts where both are given (12.5.6.5); of the other the third number is the width.
  const width =
    style instanceof PDFDict ? style.lookup(name('W')) : border instanceof PDFArray ? border.lookup(2) : undefined;
  return !(width instanceof PDFNumber && width.asNumber() <= 0);
}

/** A field of several places keeps what they share above them (12.7.3). */
function inherited(field: PDFDict, key: string): unknown {
  let above: PDFDict | undefined = field;
  for (let level = 0; above !== undefined && level < 32; level += 1) {
    const value = above.lookup(name(key));
    if (value !== undefined) return value;
    const parent: PDFObject | undefined = above.lookup(name('Parent'));
    above = parent instanceof PDFDict ? parent : undefined;
  }
  return undefined;
}
