import { readFile } from 'node:fs/promises';
import { type PDFContext, type PDFDocument, PDFName, PDFRawStream, type PDFRef, type PDFStream } from 'pdf-lib';
import { AppError } from '../../contract/errors.ts';
import type { Picture } from '../evidence/evidence-source.ts';
import { loadPdf } from '../evidence/pdf/load-pdf.ts';
import { type SourceDocument, sourceFor } from '../evidence/pdf/page-form.ts';
import { type Matrix, pageUnitForm, unitForm } from '../evidence/pdf/unit-form.ts';
import type { AppendixCell, AppendixPage } from './appendix-plan.ts';
import { deferStreams, type ReadFile } from './defer-streams.ts';
import type { FilledPictures } from './fit-budget.ts';
import { pictureObject, type SharedProfiles } from './picture-object.ts';
import { slotNumberOf } from './slot-picture.ts';

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
): Promise<FilledPictures> {
  const { context } = document;
  const slots = findSlots(context);
  const pictures: SharedPictures = { objects: new Map(), profiles: new Map() };
  const documents = new Map<string, OpenSource>();
  const cells = pages.flatMap((page) => page.cells);
  for (const cell of cells) {
    signal.throwIfAborted();
    if (cell.content.kind === 'placeholder') continue;
    const slot = slots.get(cell.slot);
    if (slot === undefined) throw new AppError('PRINT_FAILED', { detail: `附件第 ${cell.slot + 1} 个图框没有印出` });
    context.assign(slot, await formOf(document, cell, pictures, documents));
    if (cell.content.kind === 'pdf-page') releaseAfterLastPage(cell, cells, documents, context);
  }
  return pictures;
}

/** What pictures have put into the document so far. */
interface SharedPictures extends FilledPictures {
  readonly objects: Map<Picture, PDFRef>;
  readonly profiles: SharedProfiles;
}

/** A PDF whose pages are being taken over, and the largest number of an object before any was. */
interface OpenSource {
  readonly source: SourceDocument;
  readonly file: ReadFile;
  readonly from: number;
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

async function formOf(
  document: PDFDocument,
  { content }: AppendixCell,
  { objects, profiles }: SharedPictures,
  documents: Map<string, OpenSource>,
): Promise<PDFStream> {
  const { context } = document;
  switch (content.kind) {
    case 'picture': {
      const { picture, slice } = content;
      const image = objects.get(picture) ?? context.register(pictureObject(context, picture, profiles));
      objects.set(picture, image);
      const stretch = picture.height / slice.height;
      const below = (picture.height - slice.top - slice.height) / slice.height;
      return unitForm(context, image, [[1, 0, 0, stretch, 0, -below], orientationMatrix(picture.orientation)]);
    }
    case 'pdf-page': {
      const open = documents.get(content.pdf) ?? (await openSource(content.pdf, document));
      documents.set(content.pdf, open);
      return pageUnitForm(open.source, content.index, context);
    }
    case 'placeholder':
      throw new RangeError('a placeholder has no slot');
  }
}

async function openSource(path: string, target: PDFDocument): Promise<OpenSource> {
  const from = target.context.largestObjectNumber;
  const bytes = await readFile(path);
  return { from, file: { path, bytes }, source: sourceFor(await loadPdf(bytes), target) };
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

/** Exhibits come in order, so a document is done with its last page; what it is made of need not stay in memory. */
function releaseAfterLastPage(
  cell: AppendixCell,
  cells: readonly AppendixCell[],
  documents: Map<string, OpenSource>,
  context: PDFContext,
): void {
  const pdf = cell.content.kind === 'pdf-page' ? cell.content.pdf : undefined;
  const next = cells[cell.slot + 1]?.content;
  const isLast = next?.kind !== 'pdf-page' || next.pdf !== pdf;
  if (!isLast || pdf === undefined) return;
  const open = documents.get(pdf);
  documents.delete(pdf);
  if (open !== undefined) deferStreams(context, open.file, open.from);
}
