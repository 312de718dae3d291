import { writeFile } from 'node:fs/promises';
import { degrees, type PDFDict, PDFDocument, PDFName, type PDFPage, rgb } from 'pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { isBlank, isSamePicture } from '../../electron/core/evidence/pdf/compare-pixels.ts';
import { loadPdf } from '../../electron/core/evidence/pdf/load-pdf.ts';
import { normalisePdf } from '../../electron/core/evidence/pdf/normalise-pdf.ts';
import { openShown, renderPage } from '../../electron/core/evidence/pdf/pdf-document.ts';
import { type Pdfium, startPdfium } from '../../electron/core/evidence/pdf/pdfium.ts';
import { drawTrialPages, saveTrialPages } from '../../electron/core/evidence/pdf/trial-pages.ts';
import { unchangedPages } from '../../electron/core/evidence/pdf/unchanged-pages.ts';
import { plainPdf, stampedPdf } from '../support/pdf-files.ts';
import { useWorkFolder } from '../support/work-folder.ts';

const name = PDFName.of;

/** Which pages are known to be the same without being looked at; a look shows that they are. */
describe('pages taken over unchanged', () => {
  const work = useWorkFolder();
  let pdfium: Pdfium;
  beforeAll(async () => {
    pdfium = await startPdfium();
  });

  async function take(bytes: Uint8Array) {
    await writeFile(work.path('in.pdf'), bytes);
    const normalised = await normalisePdf(work.path('in.pdf'), '', []);
    if (!('bytes' in normalised)) throw new Error(normalised.kind);
    return { original: await loadPdf(bytes), trial: await drawTrialPages(await loadPdf(normalised.bytes)) };
  }

  function pictures(bytes: Uint8Array) {
    const shown = openShown(pdfium, bytes);
    if (typeof shown !== 'object') throw new Error('cannot be opened');
    const drawn = Array.from({ length: shown.pages }, (_, index) =>
      shown.withPage(index, (page) => renderPage(pdfium, page, Math.round(page.width), Math.round(page.height))),
    );
    shown.close();
    return drawn;
  }

  it.each<[string, (page: PDFPage) => void]>([
    ['as they come', () => undefined],
    ['turned', (page) => page.setRotation(degrees(270))],
    ['cut out of a larger sheet', (page) => page.setCropBox(40, 60, 200, 150)],
    ['whose sheet begins elsewhere', (page) => page.setMediaBox(-50, 20, 300, 260)],
    ['that are composed as a group', (page) => page.node.set(name('Group'), groupOf(page))],
    ['with resources of the page tree', inheritResources],
    ['whose program is in pieces', (page) => page.drawText('one more line', { x: 30, y: 30, size: 9 })],
    ['with an empty list of annotations', (page) => page.node.set(name('Annots'), page.doc.context.obj([]))],
  ])('are those %s', async (_, change) => {
    const bytes = await drawnPdf(change);
    const { original, trial } = await take(bytes);
    expect(unchangedPages(original, trial.document)).toEqual([true, true]);
    const [before, after] = [pictures(bytes), pictures(await saveTrialPages(trial))];
    for (const [index, picture] of before.entries()) {
      const other = after[index];
      if (picture === undefined || other === undefined) throw new Error('a page cannot be opened');
      expect(isBlank(picture)).toBe(false);
      expect(isSamePicture(picture, other)).toBe(true);
    }
  });

  it.each<[string, (page: PDFPage) => void]>([
    ['with a unit of their own', (page) => page.node.set(name('UserUnit'), page.doc.context.obj(2))],
    ['with layers', (page) => page.doc.catalog.set(name('OCProperties'), page.doc.context.obj({ OCGs: [], D: {} }))],
    ['that mix colours with what lies below', (page) => setGraphicsState(page, { BM: 'Multiply' })],
    ['with something half transparent', (page) => setGraphicsState(page, { ca: 0.5 })],
    ['with a mask over everything', (page) => setGraphicsState(page, { SMask: { S: 'Alpha' } })],
    ['with a part that borrows the resources of the page', borrowResources],
  ])('are not those %s, which are looked at', async (_, change) => {
    const { original, trial } = await take(await drawnPdf(change));
    expect(unchangedPages(original, trial.document)).not.toContain(true);
  });

  it('are not those with annotations, whose neighbours are', async () => {
    const { original, trial } = await take(await stampedPdf());
    expect(unchangedPages(original, trial.document)).toEqual([false]);
  });

  it('are not those that lost or changed anything on the way', async () => {
    const { trial } = await take(await drawnPdf(() => undefined));
    const other = async (change: (page: PDFPage) => void) => {
      const { original } = await take(await drawnPdf(change));
      return unchangedPages(original, trial.document);
    };
    expect(await other((page) => page.drawText('.', { x: 30, y: 30, size: 9 }))).toEqual([false, false]);
    expect(await other((page) => page.setRotation(degrees(90)))).toEqual([false, false]);
    expect(await other((page) => page.setCropBox(1, 0, 300, 280))).toEqual([false, false]);
    expect(await other((page) => page.node.Resources()?.delete(name('XObject')))).toEqual([false, false]);
    expect(unchangedPages(await loadPdf(await plainPdf(1)), trial.document)).toEqual([]);
  });
});

/** Two pages with text, a drawing and a picture, each changed. */
async function drawnPdf(change: (page: PDFPage) => void): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const image = await document.embedPng(pixel);
  for (const number of [1, 2]) {
    const page = document.addPage([300, 280]);
    page.drawText(`Page ${number}`, { x: 60, y: 100, size: 20 });
    page.drawRectangle({ x: 60, y: 130, width: 50, height: 40, color: rgb(0.8, 0.1, 0.1) });
    page.drawImage(image, { x: 130, y: 130, width: 40, height: 40 });
    change(page);
  }
  return document.save({ useObjectStreams: false });
}

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M/wHwAEAQH/7yMK/gAAAABJRU5ErkJggg==',
  'base64',
);

function groupOf({ doc }: PDFPage): PDFDict {
  return doc.context.obj({ Type: 'Group', S: 'Transparency', CS: 'DeviceRGB' });
}

function inheritResources(page: PDFPage): void {
  const resources = page.node.Resources();
  const parent = page.node.Parent();
  if (resources === undefined || parent === undefined) throw new Error('nothing to inherit');
  parent.set(name('Resources'), resources);
  page.node.delete(name('Resources'));
}

function setGraphicsState(page: PDFPage, state: Record<string, string | number | Record<string, string>>): void {
  page.node.setExtGState(name('GS'), page.doc.context.obj(state));
}

function borrowResources(page: PDFPage): void {
  const { context } = page.doc;
  const form = context.stream('0 0 9 9 re f', { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 9, 9] });
  page.node.setXObject(name('Borrowing'), context.register(form));
}
