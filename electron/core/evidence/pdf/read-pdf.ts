import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Piscina } from 'piscina';
import { mmPerPoint, type SourceContent } from '../evidence-source.ts';
import { UnusableFile } from '../unusable-file.ts';
import { loadPdf } from './load-pdf.ts';
import type { NormaliseOutcome, NormaliseTask } from './normalise-pdf.worker.ts';
import { displayedSize, viewOf } from './pdf-page-view.ts';

/** Reads PDFs in worker threads, so that a file that hangs or eats memory can be stopped. */
export interface PdfReader {
  /** Normalises the PDF at `path` into the work folder. Throws UnusableFile. */
  read(path: string, sha256: string, signal: AbortSignal): Promise<SourceContent>;
  close(): Promise<void>;
}

/** A file that takes longer is stopped and becomes a placeholder. */
const timeLimitMs = 60_000;
const maximumPages = 5_000;

/** Why nothing of a PDF can be printed. */
export const pdfRefusals = {
  password: 'PDF 设有打开密码，请先用密码打开并另存为不加密的文件',
  failed: 'PDF 已损坏，无法读出页面',
  empty: 'PDF 没有页面',
  tooSlow: 'PDF 无法在限定的时间和内存内读出',
} as const;

export function createPdfReader(workFolder: string): PdfReader {
  const pool = new Piscina<NormaliseTask, NormaliseOutcome>({
    filename: new URL('./normalise-pdf.worker.ts', import.meta.url).href,
    name: 'normalisePdf',
    minThreads: 0,
    maxThreads: 2,
    idleTimeout: 1_000,
    resourceLimits: { maxOldGenerationSizeMb: 1_024 },
  });
  return {
    async read(path, sha256, signal) {
      const target = join(workFolder, `${sha256}.pdf`);
      const outcome = await pool
        .run({ source: path, target }, { signal: AbortSignal.any([signal, AbortSignal.timeout(timeLimitMs)]) })
        .catch((cause: unknown): never => {
          signal.throwIfAborted();
          throw new UnusableFile(pdfRefusals.tooSlow, { cause });
        });
      if (outcome === 'password' || outcome === 'failed') throw new UnusableFile(pdfRefusals[outcome]);
      const sizes = await measurePages(target);
      return {
        kind: 'pages',
        pages: sizes.map(({ width, height }, index) => ({
          kind: 'pdf-page',
          pdf: target,
          index,
          size: { width: width * mmPerPoint, height: height * mmPerPoint, isFixed: false },
        })),
        remarks: outcome === 'repaired' ? ['文件结构有损坏，修复后收录，请核对页面'] : [],
      };
    },
    close: () => pool.destroy(),
  };
}

/** Width and height of each page as displayed, in points. */
async function measurePages(path: string): Promise<{ width: number; height: number }[]> {
  const pages = await loadPdf(await readFile(path))
    .then((document) => document.getPages().map((page) => displayedSize(viewOf(page))))
    .catch((cause: unknown): never => {
      throw new UnusableFile('PDF 的页面结构无法读出', { cause });
    });
  if (pages.length === 0) throw new UnusableFile(pdfRefusals.empty);
  if (pages.length > maximumPages) throw new UnusableFile(`PDF 有 ${pages.length} 页，上限为 ${maximumPages} 页`);
  return pages;
}
