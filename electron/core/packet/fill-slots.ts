import { type PDFContext, type PDFDocument, PDFName, PDFRawStream, type PDFRef, type PDFStream } from 'pdf-lib';
import { AppError } from '../../contract/errors.ts';
import type { Picture } from '../evidence/evidence-source.ts';
import type { AppendixCell, AppendixPage } from './appendix-plan.ts';
import { openSource, pageForm, type SourceDocument } from './page-form.ts';
import { pictureObject } from './picture-object.ts';
import { slotNumberOf } from './slot-picture.ts';

type Matrix = readonly [number, number, number, number, number, number];

/**
 * Puts evidence into the frames of the printed appendix. Each frame's stand-in picture is painted into a unit
 * square; a form XObject of the same unit square takes its place and draws the picture or page, so Chromium's
 * layout, tags and alternative texts stay as they are. Pictures are shared by all slices that show them, and
 * their bytes are not read here.
 */
export async function fillSlots(
  document: PDFDocument,
  pages: readonly AppendixPage[],
  signal: AbortSignal,
): Promise<void> {
  const { context } = document;
  const slots = findSlots(context);
  const pictures = new Map<Picture, PDFRef>();
  const documents = new Map<string, SourceDocument>();
  const cells = pages.flatMap((page) => page.cells);
  for (const cell of cells) {
    signal.throwIfAborted();
    if (cell.content.kind === 'placeholder') continue;
    const slot = slots.get(cell.slot);
    if (slot === undefined) throw new AppError('PRINT_FAILED', { detail: `附件第 ${cell.slot + 1} 个图框没有印出` });
    context.assign(slot, await unitForm(document, cell, pictures, documents));
    if (cell.content.kind === 'pdf-page') releaseAfterLastPage(cell, cells, documents);
  }
}

/** The stand-in pictures of the printed document, by slot number. */
function findSlots(context: PDFContext): Map<number, PDFRef> {
  const slots = new Map<number, PDFRef>();
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream) || object.dict.get(PDFName.of('Subtype')) !== PDFName.of('Image')) continue;
    const number = slotNumberOf(object.contents);
    if (number !== undefined) slots.set(number, ref);
  }
  return slots;
}

async function unitForm(
  document: PDFDocument,
  { content }: AppendixCell,
  pictures: Map<Picture, PDFRef>,
  documents: Map<string, SourceDocument>,
): Promise<PDFStream> {
  const { context } = document;
  switch (content.kind) {
    case 'picture': {
      const { picture, slice } = content;
      const image = pictures.get(picture) ?? context.register(pictureObject(context, picture));
      pictures.set(picture, image);
      const stretch = picture.height / slice.height;
      const below = (picture.height - slice.top - slice.height) / slice.height;
      return drawing(context, image, [[1, 0, 0, stretch, 0, -below], orientationMatrix(picture.orientation)]);
    }
    case 'pdf-page': {
      const source = documents.get(content.pdf) ?? (await openSource(content.pdf, document));
      documents.set(content.pdf, source);
      const { form, view } = pageForm(source, content.index, context);
      const toUnit: Matrix = [1 / view.width, 0, 0, 1 / view.height, -view.x / view.width, -view.y / view.height];
      return drawing(context, form, [rotationMatrix(view.rotation), toUnit]);
    }
    case 'placeholder':
      throw new RangeError('a placeholder has no slot');
  }
}

/** Turns the unit square clockwise onto itself (Rotate of ISO 32000-1, 7.7.3.3). */
function rotationMatrix(rotation: 0 | 90 | 180 | 270): Matrix {
  switch (rotation) {
    case 0:
      return [1, 0, 0, 1, 0, 0];
    case 90:
      return [0, -1, 1, 0, 0, 1];
    case 180:
      return [-1, 0, 0, -1, 1, 1];
    case 270:
      return [0, 1, -1, 0, 1, 0];
  }
}

/** A form XObject of the unit square that draws `object` through `matrices`, clipped to the square by its BBox. */
function drawing(context: PDFContext, object: PDFRef, matrices: readonly Matrix[]): PDFStream {
  const operators = matrices.map((matrix) => `${matrix.map(decimal).join(' ')} cm`).join('\n');
  return context.stream(`q\n${operators}\n/E Do\nQ`, {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [0, 0, 1, 1],
    Resources: { XObject: { E: object } },
  });
}

/** PDF numbers have no exponent (7.3.3). */
function decimal(value: number): string {
  return String(Number(value.toFixed(8)) + 0);
}

/**
 * From the unit square of the displayed picture to that of the stored one, for each EXIF orientation
 * (Exif 3.0, tag 0112).
 */
function orientationMatrix(orientation: number): Matrix {
  const matrices: Readonly<Record<number, Matrix>> = {
    2: [-1, 0, 0, 1, 1, 0],
    3: [-1, 0, 0, -1, 1, 1],
    4: [1, 0, 0, -1, 0, 1],
    5: [0, -1, -1, 0, 1, 1],
    6: [0, -1, 1, 0, 0, 1],
    7: [0, 1, 1, 0, 0, 0],
    8: [0, 1, -1, 0, 1, 0],
  };
  return matrices[orientation] ?? [1, 0, 0, 1, 0, 0];
}

/** Exhibits come in order, so a document is done with its last page; its parsed objects need not stay in memory. */
function releaseAfterLastPage(
  cell: AppendixCell,
  cells: readonly AppendixCell[],
  documents: Map<string, SourceDocument>,
): void {
  const pdf = cell.content.kind === 'pdf-page' ? cell.content.pdf : undefined;
  const next = cells[cell.slot + 1]?.content;
  const isLast = next?.kind !== 'pdf-page' || next.pdf !== pdf;
  if (isLast && pdf !== undefined) documents.delete(pdf);
}
