import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { EvidenceLimits } from '../../../contract/evidence-limits.ts';
import { mmPerPoint, type PaperSize, type SourceContent, type SourcePage } from '../evidence-source.ts';
import { pagesProblem } from '../limits.ts';
import { UnusableFile } from '../unusable-file.ts';
import type { PageText } from './page-text.ts';
import { pageRefusal, pdfRefusals } from './pdf-refusals.ts';
import { imageMark, mendedMark, pdfRemarks } from './pdf-remarks.ts';
import type { ComparedPage, FileOrder, Prepared } from './pdf-tasks.ts';
import { createPdfWorkers, type PdfWorkers } from './pdf-workers.ts';
import { signedNotice } from './signed-notice.ts';
import type { PageSize } from './trial-pages.ts';

/** Reads PDFs in worker threads, so that a file that hangs or eats memory can be stopped. */
export interface PdfReader {
  /** What of the PDF at `path` can go on paper; copies go into the work folder. Throws UnusableFile. */
  read(path: string, sha256: string, signal: AbortSignal): Promise<SourceContent>;
  /** Whether `password` opens the file; if so, it is kept until the program ends, and nowhere but in memory. */
  unlock(path: string, sha256: string, password: string, signal: AbortSignal): Promise<boolean>;
  /** The text layer page by page; undefined for a page that cannot be opened. Throws UnusableFile. */
  readTexts(path: string, sha256: string, signal: AbortSignal): Promise<readonly (PageText | undefined)[]>;
  close(): Promise<void>;
}

/** Pages that are compared in one task: a large file keeps all threads busy, and each task its time limit. */
const pagesAtOnce = 50;

export function createPdfReader(
  workFolder: string,
  limits: () => EvidenceLimits,
  workers: PdfWorkers = createPdfWorkers(),
): PdfReader {
  const passwords = new Map<string, string>();
  const fileOf = (path: string, sha256: string): FileOrder => ({ path, password: passwords.get(sha256) ?? '' });
  return {
    async read(path, sha256, signal) {
      const target = join(workFolder, `${sha256}.pdf`);
      const file = fileOf(path, sha256);
      try {
        const order = { ...file, target, maximumPages: limits().pages };
        const prepared = await workers.run('preparePdf', order, signal);
        checkPrepared(prepared, limits());
        return pagesOf(prepared, await comparePages(workers, file, target, prepared, signal), target);
      } finally {
        await rm(`${target}.trial`, { force: true });
      }
    },
    async unlock(path, sha256, password, signal) {
      const isOpen = typeof (await workers.run('countPages', { path, password }, signal)) === 'number';
      if (isOpen) passwords.set(sha256, password);
      return isOpen;
    },
    readTexts: (path, sha256, signal) => workers.run('readTexts', fileOf(path, sha256), signal),
    close: () => workers.close(),
  };
}

type PreparedPdf = Extract<Prepared, { kind: 'prepared' }>;

function checkPrepared(prepared: Prepared, limits: EvidenceLimits): asserts prepared is PreparedPdf {
  if (prepared.kind === 'prepared') return;
  if (prepared.kind !== 'too-many') throw new UnusableFile(pdfRefusals[prepared.kind]);
  throw new UnusableFile(pagesProblem(prepared.pages, limits) ?? pdfRefusals.tooMuch);
}

/** All pages: those of the file that PDFium shows, most of them unchanged, and those that only the repaired copy has. */
async function comparePages(
  workers: PdfWorkers,
  file: FileOrder,
  target: string,
  { shown, sizes, copy, told }: PreparedPdf,
  signal: AbortSignal,
): Promise<ComparedPage[]> {
  const open = Array.from({ length: shown }, (_, index) => index).filter((index) => told[index] !== 'unchanged');
  const orders = open.map((index) => ({ index, isDrawnByReader: told[index] === 'reader' }));
  const parts = Array.from({ length: Math.ceil(open.length / pagesAtOnce) }, (_, part) =>
    orders.slice(part * pagesAtOnce, (part + 1) * pagesAtOnce),
  );
  const isDrawn = copy !== 'none' && orders.some(({ isDrawnByReader }) => !isDrawnByReader);
  const trial = isDrawn ? `${target}.trial` : undefined;
  const compared = await Promise.all(
    parts.map((pages) => workers.run('comparePages', { ...file, trial, target, pages, copy }, signal)),
  );
  const found = new Map(compared.flat().map((page, index) => [open[index], page]));
  return Array.from({ length: Math.max(shown, sizes.length) }, (_, index): ComparedPage => {
    const without = { stamps: 0, attachments: 0 };
    return found.get(index) ?? { kind: index < shown ? 'same' : 'unseen', ...without };
  });
}

function pagesOf(prepared: PreparedPdf, compared: readonly ComparedPage[], pdf: string): SourceContent {
  const pages = compared.map((page, index): SourcePage => {
    if (page.kind === 'image') {
      const { picture } = page;
      const slice = { top: 0, height: picture.height };
      const size = paperSize(page.size);
      return { kind: 'picture', picture, slice, size, mark: imageMark, isImageOfPage: true };
    }
    const size = prepared.sizes[index];
    if (size === undefined) return { kind: 'placeholder', reason: pageRefusal };
    const mended = page.kind === 'same' ? {} : { mark: mendedMark };
    return { kind: 'pdf-page', pdf, index, size: paperSize(size), ...mended };
  });
  if (pages.every(({ kind }) => kind === 'placeholder')) throw new UnusableFile(pdfRefusals.failed);
  const notice = signedNotice({
    signatures: prepared.facts.signatures,
    stamps: compared.reduce((sum, page) => sum + page.stamps, 0),
  });
  const remarks = pdfRemarks(prepared, compared);
  return { kind: 'pages', pages, remarks, ...(notice === undefined ? {} : { notice }) };
}

function paperSize({ width, height }: PageSize): PaperSize {
  return { width: width * mmPerPoint, height: height * mmPerPoint, isFixed: false };
}
