import { readFile, rename, writeFile } from 'node:fs/promises';
import { threadId } from 'node:worker_threads';
import { comparePage, isSameSize } from './compare-page.ts';
import { hasEndlessForm } from './form-paths.ts';
import { loadPdf } from './load-pdf.ts';
import { normalisePdf } from './normalise-pdf.ts';
import { textOfPage } from './page-text.ts';
import { openShown, pageSizesOf } from './pdf-document.ts';
import { factsOf, type PdfFacts } from './pdf-facts.ts';
import type { ComparedPage, Copy, FileOrder, PageTold, PdfTasks, Prepared, PrepareOrder } from './pdf-tasks.ts';
import type { Pdfium } from './pdfium.ts';
import { withPdfium } from './pdfium-of-thread.ts';
import { pagesDrawnByReader } from './reader-drawn.ts';
import { rebuildWithPdfium, rebuildWithPdfLib } from './rebuild-pdf.ts';
import { drawTrialPages, type PageSize, saveTrialPages, type TrialPages } from './trial-pages.ts';
import { unchangedPages } from './unchanged-pages.ts';

/** pdf-lib tells the console of this thread what it leaves out of a broken file; people read it in the remarks. */
globalThis.console.warn = () => undefined;

const noFacts: PdfFacts = { signatures: 0, attachments: 0, scripts: 0, isDynamicForm: false };

/** Normalises the PDF, and draws its pages as the packet will, to be compared. */
export async function preparePdf(order: PrepareOrder): Promise<Prepared> {
  const seen = await withPdfium((pdfium) => look(pdfium, order));
  if (seen.pages > order.maximumPages) return { kind: 'too-many', pages: seen.pages };
  const normalised = await normalise(order);
  if (normalised.kind === 'password') return { kind: 'password' };
  const trial = 'bytes' in normalised ? await drawTrial(normalised.bytes) : undefined;
  if (trial === undefined && seen.pages === 0) return { kind: seen.isLocked ? 'password' : 'failed' };
  const pages = Math.max(seen.pages, trial?.sizes.length ?? 0);
  if (pages === 0) return { kind: 'empty' };
  if (pages > order.maximumPages) return { kind: 'too-many', pages };
  if ('bytes' in normalised) await writeWhole(order.target, normalised.bytes);
  const copy = trial === undefined || !('bytes' in normalised) ? 'none' : normalised.kind;
  const told = trial === undefined ? [] : await askFile(order, copy, trial, seen.sizes);
  if (told === 'endless-form') return { kind: told };
  const isToBeCompared = Array.from({ length: seen.pages }, (_, index) => told[index]).some((one) => one === undefined);
  if (trial !== undefined && isToBeCompared) await writeWhole(`${order.target}.trial`, await saveTrialPages(trial));
  return { kind: 'prepared', copy, sizes: trial?.sizes ?? [], shown: seen.pages, told, facts: seen.facts };
}

/** What the file itself says of its pages; `shown` are their sizes as PDFium has them. */
async function askFile(
  { path, password }: FileOrder,
  copy: Copy,
  trial: TrialPages,
  shown: readonly PageSize[],
): Promise<PageTold[] | 'endless-form'> {
  try {
    const original = await loadPdf(await readFile(path), password);
    // PDFium would be stopped only when its time is over.
    if (hasEndlessForm(original)) return 'endless-form';
    const unchanged = copy === 'clean' ? unchangedPages(original, trial.document) : [];
    const drawnByReader = pagesDrawnByReader(original);
    return trial.sizes.map((size, index) => {
      if (drawnByReader.has(index)) return 'reader';
      return unchanged[index] && isSameSize(shown[index], size) ? 'unchanged' : undefined;
    });
  } catch {
    return []; // broken in a way that only the parser used here minds: its pages are compared
  }
}

function normalise({ path, password }: FileOrder) {
  const byPdfium = () =>
    withPdfium(async (pdfium) => {
      const shown = openShown(pdfium, path, password);
      if (typeof shown !== 'object') return;
      try {
        return rebuildWithPdfium(shown);
      } finally {
        shown.close();
      }
    });
  return normalisePdf(path, password, [() => rebuildWithPdfLib(path), byPdfium]);
}

function look(pdfium: Pdfium, order: PrepareOrder) {
  const shown = openShown(pdfium, order.path, order.password);
  if (typeof shown !== 'object') return { pages: 0, isLocked: shown === 'password', facts: noFacts, sizes: [] };
  try {
    const sizes = shown.pages > order.maximumPages ? [] : pageSizesOf(shown);
    return { pages: shown.pages, isLocked: false, facts: factsOf(shown), sizes };
  } finally {
    shown.close();
  }
}

async function drawTrial(normalised: Uint8Array) {
  try {
    return await drawTrialPages(await loadPdf(normalised));
  } catch {
    return; // the packet could not open it either
  }
}

/** Two files with the same bytes have the same target; whoever reads it must never find half of it. */
async function writeWhole(target: string, bytes: Uint8Array): Promise<void> {
  const unfinished = `${target}.${threadId}`;
  await writeFile(unfinished, bytes);
  await rename(unfinished, target);
}

/** What the file shows, next to what the packet will show. */
export const comparePages: PdfTasks['comparePages'] = (order) =>
  withPdfium(async (pdfium) => {
    const shown = openShown(pdfium, order.path, order.password);
    if (typeof shown !== 'object') throw new Error('a PDF that could be opened before cannot be opened now');
    const trial = order.trial === undefined ? undefined : openShown(pdfium, order.trial);
    const drawn = typeof trial === 'object' ? trial : undefined;
    const compared: ComparedPage[] = [];
    for (const page of order.pages) {
      compared.push(await comparePage({ shown, drawn, copy: order.copy }, page, `${order.target}-${page.index + 1}`));
    }
    drawn?.close();
    shown.close();
    return compared;
  });

/** Only the tables of the PDF are read, not its pages. */
export const countPages: PdfTasks['countPages'] = async ({ path, password }) => {
  const pages = await withPdfium((pdfium) => {
    const shown = openShown(pdfium, path, password);
    if (typeof shown !== 'object') return shown;
    shown.close();
    return shown.pages;
  });
  if (pages !== undefined) return pages;
  const normalised = await normalise({ path, password });
  if (!('bytes' in normalised)) return normalised.kind;
  return (await drawTrial(normalised.bytes))?.sizes.length ?? 'failed';
};

/** The text layer of every page; undefined for one that cannot be opened. */
export const readTexts: PdfTasks['readTexts'] = ({ path, password }) =>
  withPdfium((pdfium) => {
    const shown = openShown(pdfium, path, password);
    if (typeof shown !== 'object') return [];
    try {
      return Array.from({ length: shown.pages }, (_, index) => textOfPage(shown, index));
    } finally {
      shown.close();
    }
  });
