import { readFile } from 'node:fs/promises';
import { loadPdf } from '../pdf/load-pdf.ts';
import { runQpdf } from '../pdf/qpdf.ts';

/** The number of pages, or why there is none. */
export type PageCount = number | 'password' | 'failed';

/** The task of the worker, called by its name (see page-counter.ts). Only the tables of the PDF are read, not its pages. */
export async function countPages(path: string): Promise<PageCount> {
  const { messages } = await runQpdf(path, ['--show-npages', '/in.pdf']);
  if (messages.some((message) => message.includes('invalid password'))) return 'password';
  const count = messages.find((message) => /^\d+$/.test(message.trim()));
  if (count !== undefined) return Number(count);
  try {
    // As with printing (normalise-pdf.worker.ts): the build of qpdf gives up on a damaged cross-reference table.
    return (await loadPdf(await readFile(path))).getPageCount();
  } catch {
    return 'failed';
  }
}
