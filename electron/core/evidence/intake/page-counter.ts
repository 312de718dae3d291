import { memoise } from '../../memoise.ts';
import { pdfRefusals } from '../pdf/pdf-refusals.ts';
import { createPdfWorkers, defaultBounds } from '../pdf/pdf-workers.ts';
import { UnusableFile } from '../unusable-file.ts';

/** Counts the pages of PDFs in a worker thread, which starts with the first and can be stopped when one hangs. */
export interface PageCounter {
  /** Throws UnusableFile for a PDF whose pages cannot be found. */
  count(path: string, signal: AbortSignal): Promise<number>;
  close(): Promise<void>;
}

/** Somebody waits in front of the window. */
const timeLimitMs = 20_000;

export function createPageCounter(): PageCounter {
  const workers = memoise(async () => createPdfWorkers({ ...defaultBounds, milliseconds: timeLimitMs }));
  return {
    async count(path, signal) {
      const count = await (await workers.get()).run('countPages', { path, password: '' }, signal);
      if (count === 'password' || count === 'failed') throw new UnusableFile(pdfRefusals[count]);
      if (count === 0) throw new UnusableFile(pdfRefusals.empty);
      return count;
    },
    close: async () => {
      await (await workers.forget())?.close();
    },
  };
}
