import { decodePDFRawStream, PDFArray, PDFDict, type PDFDocument, PDFName, type PDFPage, PDFRawStream } from 'pdf-lib';
import { mixesColors } from './mixes-colors.ts';
import { viewOf } from './pdf-page-view.ts';
import { sameObjects } from './same-objects.ts';

const name = PDFName.of;

/**
 * For each page of the file, whether the packet draws the very same program with the very same resources: then nothing
 * can be lost, and the page need not be rendered to know. `original` is parsed here in another way than by what made the
 * copy, so that both have to have understood the file alike. `trial` are the pages as the packet draws them.
 *
 * Not decided here, and so to be rendered: pages with annotations (they are drawn into the copy), with layers, with a
 * unit of their own, with a mixture of colours that depends on what lies below (a page is composed for itself, ISO
 * 32000-1, 11.4.7; a form on a sheet), and with parts that take their resources from the page they stand on.
 */
export function unchangedPages(original: PDFDocument, trial: PDFDocument): boolean[] {
  const pages = trial.getPages();
  if (original.catalog.has(name('OCProperties')) || original.getPageCount() !== pages.length) return [];
  const isSame = sameObjects(original.context, trial.context, isSelfContained);
  return pages.map((sheet, index) => {
    try {
      const page = original.getPage(index);
      const form = formOf(sheet);
      if (form === undefined || page.node.has(name('UserUnit')) || hasAnnotations(page)) return false;
      if (!isSameView(page, sheet)) return false;
      const resources = page.node.Resources() ?? original.context.obj({});
      if (!isSame(resources, form.dict.get(name('Resources')))) return false;
      return Buffer.compare(programOf(page), decodePDFRawStream(form).decode()) === 0;
    } catch {
      return false; // something is not what it should be, or packed in a way unknown here: the page is looked at instead
    }
  });
}

function formOf(sheet: PDFPage): PDFRawStream | undefined {
  const form = sheet.node.Resources()?.lookup(name('XObject'), PDFDict).values()[0];
  const found = form === undefined ? undefined : sheet.doc.context.lookup(form);
  return found instanceof PDFRawStream ? found : undefined;
}

function hasAnnotations(page: PDFPage): boolean {
  const list = page.node.lookup(name('Annots'));
  return list !== undefined && !(list instanceof PDFArray && list.size() === 0);
}

/** The sheet was given its size by the copy of the page. */
function isSameView(page: PDFPage, sheet: PDFPage): boolean {
  const before = viewOf(page);
  const after = viewOf(sheet);
  return (['x', 'y', 'width', 'height', 'rotation'] as const).every((key) => before[key] === after[key]);
}

/** Several streams are one program; where one does not end its line, a line ends (7.8.2, and so does qpdf). */
function programOf(page: PDFPage): Buffer {
  const contents = page.node.lookup(name('Contents'));
  const streams = contents instanceof PDFArray ? contents.asArray() : [contents];
  const pieces: Uint8Array[] = [];
  for (const entry of streams) {
    const stream = page.doc.context.lookup(entry);
    if (!(stream instanceof PDFRawStream)) throw new TypeError('a page without a program');
    const last = pieces.at(-1);
    if (last !== undefined && last.at(-1) !== 0x0a) pieces.push(Buffer.from('\n'));
    pieces.push(decodePDFRawStream(stream).decode());
  }
  return Buffer.concat(pieces);
}

/** Neither takes resources from the page it is drawn on, nor colours from what was drawn before it. */
function isSelfContained(dict: PDFDict): boolean {
  const type = dict.get(name('Subtype'));
  const needsResources = type === name('Form') || type === name('Type3') || dict.has(name('PatternType'));
  const isShading = dict.has(name('Shading'));
  if (needsResources && !isShading && !dict.has(name('Resources'))) return false;
  const isGraphicsState = type === undefined && !(dict.has(name('Width')) && dict.has(name('Height')));
  return !isGraphicsState || !mixesColors(dict);
}
