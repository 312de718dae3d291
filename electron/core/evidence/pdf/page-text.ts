import type { ShownPage, ShownPdf } from './pdf-document.ts';
import type { Pdfium } from './pdfium.ts';

/**
 * The text layer of a page: `boxes[i]` is where the UTF-16 unit `text[i]` stands; undefined for a space or line end
 * that is only inferred.
 */
export interface PageText {
  readonly text: string;
  readonly boxes: readonly (TextBox | undefined)[];
}

/** In shares of the page as it is displayed, from its upper left corner, like the boxes of redactions. */
export interface TextBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** FPDF_PageToDevice answers in whole pixels; on so large a device they are millionths of the page. */
const deviceSize = 1_000_000;

/** Undefined for a page that cannot be opened. */
export function textOfPage(pdf: ShownPdf, index: number): PageText | undefined {
  return pdf.withPage(index, (page) => readText(pdf.pdfium, page));
}

function readText({ api, memory }: Pdfium, page: ShownPage): PageText {
  const layer = api.FPDFText_LoadPage(page.handle);
  if (layer === 0) return { text: '', boxes: [] };
  try {
    return memory.lend(32, (scratch) => {
      const corner = (x: number, y: number) => {
        api.FPDF_PageToDevice(page.handle, 0, 0, deviceSize, deviceSize, 0, x, y, scratch, scratch + 4);
        const at = (offset: number) => api.pdfium.getValue(scratch + offset, 'i32') / deviceSize;
        return { x: at(0), y: at(4) };
      };
      let text = '';
      const boxes: (TextBox | undefined)[] = [];
      const count = api.FPDFText_CountChars(layer);
      for (let index = 0; index < count; index += 1) {
        const character = String.fromCodePoint(Math.min(api.FPDFText_GetUnicode(layer, index) >>> 0, 0x10ffff));
        const isFound = api.FPDFText_GetCharBox(layer, index, scratch, scratch + 8, scratch + 16, scratch + 24);
        const edge = (place: number) => api.pdfium.getValue(scratch + place * 8, 'double');
        const [left, right, bottom, top] = [edge(0), edge(1), edge(2), edge(3)];
        const box = isFound && right > left ? boxBetween(corner(left, bottom), corner(right, top)) : undefined;
        text += character;
        boxes.push(box, ...(character.length > 1 ? [box] : []));
      }
      return { text, boxes };
    });
  } finally {
    api.FPDFText_ClosePage(layer);
  }
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A page may be turned, so which corner comes first is not known. */
function boxBetween(first: Point, second: Point): TextBox {
  const x = Math.min(first.x, second.x);
  const y = Math.min(first.y, second.y);
  return { x, y, width: Math.abs(first.x - second.x), height: Math.abs(first.y - second.y) };
}
