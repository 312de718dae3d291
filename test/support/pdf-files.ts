import {
  PDFBool,
  type PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFPage,
  type PDFRef,
  PDFString,
  rgb,
  StandardFonts,
} from 'pdf-lib';
import { runQpdf } from '../../electron/core/evidence/pdf/qpdf.ts';

/** PDFs made for tests, one for each thing that a PDF can be or have. */

const name = PDFName.of;
const save = { useObjectStreams: false, addDefaultPage: false } as const;
/** A4 in points. */
export const sheet = { width: 595, height: 842 } as const;
/** Where the seals of these files stand: small, and away from the middle. */
export const sealBox = { x: 470, y: 90, width: 40, height: 40 } as const;

async function textPages(count: number): Promise<PDFDocument> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (let number = 1; number <= count; number += 1) {
    const page = document.addPage([sheet.width, sheet.height]);
    page.drawText(`Statement of account, page ${number}`, { x: 60, y: 760, size: 14, font });
  }
  return document;
}

export async function plainPdf(pages: number): Promise<Uint8Array> {
  return (await textPages(pages)).save(save);
}

/** A red square as an appearance (ISO 32000-1, 12.5.5). */
function seal(document: PDFDocument): PDFRef {
  const { width, height } = sealBox;
  const drawing = document.context.stream(`0.85 0.1 0.1 RG 6 w 3 3 ${width - 6} ${height - 6} re S`, {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [0, 0, width, height],
  });
  return document.context.register(drawing);
}

function annotate(page: PDFPage, annotation: PDFDict): PDFRef {
  const ref = page.doc.context.register(annotation);
  page.node.addAnnot(ref);
  return ref;
}

const sealRectangle = [sealBox.x, sealBox.y, sealBox.x + sealBox.width, sealBox.y + sealBox.height];

/** A seal as readers put it on: a stamp annotation with its appearance. */
export async function stampedPdf(): Promise<Uint8Array> {
  const document = await textPages(1);
  const dict = { Type: 'Annot', Subtype: 'Stamp', Rect: sealRectangle, F: 4, AP: { N: seal(document) } };
  annotate(document.getPage(0), document.context.obj(dict));
  return document.save(save);
}

/** A signature field that is signed, with a seal for its appearance. The signature itself is only its outward form. */
export async function signedPdf(): Promise<Uint8Array> {
  const document = await textPages(2);
  const { context } = document;
  const value = context.obj({ Type: 'Sig', Filter: 'Adobe.PPKLite', SubFilter: 'adbe.pkcs7.detached' });
  value.set(name('ByteRange'), context.obj([0, 10, 20, 10]));
  value.set(name('Contents'), PDFHexString.of('00'.repeat(32)));
  const field = context.obj({ Type: 'Annot', Subtype: 'Widget', FT: 'Sig', Rect: sealRectangle, F: 132 });
  field.set(name('T'), PDFString.of('Signature1'));
  field.set(name('V'), context.register(value));
  field.set(name('AP'), context.obj({ N: seal(document) }));
  const ref = annotate(document.getPage(0), field);
  document.catalog.set(name('AcroForm'), context.obj({ Fields: [ref], SigFlags: 3 }));
  return document.save(save);
}

/** A box without an appearance of its own: every reader draws one, qpdf takes none over. */
export async function unpaintedAnnotationPdf(): Promise<Uint8Array> {
  const document = await textPages(3);
  const dict = { Type: 'Annot', Subtype: 'Square', Rect: sealRectangle, F: 4, C: [0.85, 0.1, 0.1], BS: { W: 6 } };
  annotate(document.getPage(1), document.context.obj(dict));
  return document.save(save);
}

/** A form that was filled in. */
export async function filledFormPdf(): Promise<Uint8Array> {
  const document = await textPages(1);
  const field = document.getForm().createTextField('order');
  field.setText('20261002-7');
  field.addToPage(document.getPage(0), {
    x: 60,
    y: 500,
    width: 200,
    height: 24,
    textColor: rgb(0.85, 0.1, 0.1),
    borderWidth: 0,
  });
  return document.save(save);
}

/** The same, and it asks readers to draw its fields anew. */
export async function unpaintedFormPdf(): Promise<Uint8Array> {
  const document = await PDFDocument.load(await filledFormPdf(), { updateMetadata: false });
  document.getForm().acroForm.dict.set(name('NeedAppearances'), PDFBool.True);
  return document.save({ ...save, updateFieldAppearances: false });
}

/** Its second page has a seal that is not to be seen on a screen; qpdf draws it into the page all the same. */
export async function hiddenSealPdf(): Promise<Uint8Array> {
  const document = await textPages(3);
  const dict = { Type: 'Annot', Subtype: 'Stamp', Rect: sealRectangle, F: 36, AP: { N: seal(document) } };
  annotate(document.getPage(1), document.context.obj(dict));
  return document.save(save);
}

/** Scripts that run when it is opened, and a file inside. */
export async function scriptedPdf(): Promise<Uint8Array> {
  const document = await textPages(1);
  document.addJavaScript('start', 'while (true) app.alert("!");');
  await document.attach(Buffer.from('inside'), 'inside.txt');
  return document.save(save);
}

/** Text in a font that is neither inside nor one of the standard ones. */
export async function fontlessPdf(): Promise<Uint8Array> {
  const document = await textPages(1);
  const font = document.context.obj({ Type: 'Font', Subtype: 'TrueType', BaseFont: 'NoSuchFontAnywhere' });
  const page = document.getPage(0);
  page.node.setFontDictionary(name('F9'), document.context.register(font));
  const text = document.context.stream('BT /F9 24 Tf 60 600 Td (Terms of sale) Tj ET');
  page.node.addContentStream(document.context.register(text));
  return document.save(save);
}

/** The largest page that PDF knows (ISO 32000-1, annex C): five metres square. */
export async function hugePagePdf(): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  document.addPage([14_400, 14_400]).drawRectangle({ x: 1_000, y: 1_000, width: 6_000, height: 6_000 });
  return document.save(save);
}

/** Links on all its pages; only the one of the second has a frame, where others have their seal. */
export async function framedLinkPdf(): Promise<Uint8Array> {
  const document = await textPages(3);
  for (const [index, page] of document.getPages().entries()) {
    const frame = index === 1 ? { C: [0.85, 0.1, 0.1], BS: { W: 6 } } : { Border: [0, 0, 0] };
    annotate(page, document.context.obj({ Type: 'Annot', Subtype: 'Link', Rect: sealRectangle, ...frame }));
  }
  return document.save(save);
}

/** Its page tree comes back to its root, instead of its pages or behind them. */
export async function cyclicPdf(hasPages: boolean): Promise<Uint8Array> {
  const text = Buffer.from(await plainPdf(2)).toString('latin1');
  const root = /\/Pages (\d+ 0 R)/.exec(text)?.[1] ?? '';
  const ring = (_: string, pages: string) => `/Kids [ ${hasPages ? pages : ''} ${root} ]`;
  return Buffer.from(text.replace(/\/Kids \[([^\]]*)\]/, ring), 'latin1');
}

/** Its first page is no object of its own but stands in the list of pages (ISO 32000-1, 7.7.3.2, forbids it). */
export async function directPagePdf(): Promise<Uint8Array> {
  const document = await textPages(2);
  const { context } = document;
  const kids = document.catalog.Pages().Kids();
  kids.set(0, context.lookup(kids.get(0)) ?? context.obj({}));
  return document.save(save);
}

/** A form whose fields share what is below them: one field at the end of 2^24 paths. */
export async function sharedFieldsPdf(): Promise<Uint8Array> {
  const document = await textPages(1);
  const { context } = document;
  const end = { Type: 'Annot', Subtype: 'Widget', FT: 'Tx', Rect: sealRectangle, AP: { N: seal(document) } };
  let below = annotate(document.getPage(0), context.obj(end));
  for (let level = 0; level < 24; level += 1) below = context.register(context.obj({ Kids: [below, below] }));
  document.catalog.set(name('AcroForm'), context.obj({ Fields: [below] }));
  return document.save(save);
}

/** A page that draws a form ten times, which draws the next ten times, and so on: 10^14 squares. */
export async function endlessPdf(): Promise<Uint8Array> {
  const document = await textPages(1);
  const { context } = document;
  let inner = context.register(
    context.stream('0 0 600 800 re f', { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 600, 800] }),
  );
  for (let level = 0; level < 14; level += 1) {
    const form = { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 600, 800], Resources: { XObject: { X: inner } } };
    inner = context.register(context.stream('/X Do '.repeat(10), form));
  }
  const page = document.getPage(0);
  page.node.setXObject(name('X'), inner);
  page.node.addContentStream(context.register(context.stream('/X Do')));
  return document.save(save);
}

/** Opens with `password`. */
export async function lockedPdfFile(password: string): Promise<Uint8Array> {
  const options = ['--encrypt', password, 'owner', '256', '--', '/out.pdf'];
  const { output, messages } = await runQpdf(await plainPdf(2), ['/in.pdf', ...options]);
  if (output === undefined) throw new Error(messages.join(' '));
  return output;
}

/** Its cross-reference table points anywhere. */
export async function lostTablePdf(): Promise<Uint8Array> {
  const text = Buffer.from(await plainPdf(2)).toString('latin1');
  return Buffer.from(text.replace(/startxref\n\d+/, 'startxref\n7'), 'latin1');
}

/** As many pages as one likes, all of them empty, in no time. */
export function manyPagesPdf(pages: number): Uint8Array {
  const kids = Array.from({ length: pages }, (_, index) => `${index + 3} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages} /Kids [${kids}] /MediaBox [0 0 595 842] >>`,
    ...Array.from({ length: pages }, () => '<< /Type /Page /Parent 2 0 R >>'),
  ];
  let text = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  return Buffer.from(
    `${text}xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`,
    'latin1',
  );
}
