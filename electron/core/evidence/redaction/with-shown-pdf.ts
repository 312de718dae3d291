import { openShown, type ShownPdf } from '../pdf/pdf-document.ts';
import type { Pdfium } from '../pdf/pdfium.ts';
import { withPdfium } from '../pdf/pdfium-of-thread.ts';

export class UnopenedPdf extends Error {}

/** Opens a PDF of the work folder for as long as `use` runs. Throws UnopenedPdf. */
export function withShownPdf<Result>(
  path: string,
  use: (shown: ShownPdf, pdfium: Pdfium) => Promise<Result>,
): Promise<Result> {
  return withPdfium(async (pdfium) => {
    const shown = openShown(pdfium, path);
    if (typeof shown !== 'object') throw new UnopenedPdf('PDFium cannot open the file');
    try {
      return await use(shown, pdfium);
    } finally {
      shown.close();
    }
  });
}
