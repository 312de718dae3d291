import { Piscina } from 'piscina';
import { pdfRefusals } from '../pdf/read-pdf.ts';
import { UnusableFile } from '../unusable-file.ts';
import type { PageCount } from './count-pages.worker.ts';

/** Counts the pages of PDFs in a worker thread, which starts with the first and can be stopped when one hangs. */
export interface PageCounter {
  /** Throws UnusableFile for a PDF whose pages cannot be found. */
  count(path: string, signal: AbortSignal): Promise<number>;
  close(): Promise<void>;
}

const timeLimitMs = 20_000;

export function createPageCounter(): PageCounter {
  let pool: Piscina<string, PageCount> | undefined;
  const started = () =>
    new Piscina<string, PageCount>({
      filename: new URL('./count-pages.worker.ts', import.meta.url).href,
      name: 'countPages',
      maxThreads: 1,
      resourceLimits: { maxOldGenerationSizeMb: 1_024 },
    });
  return {
    async count(path, signal) {
      pool ??= started();
      const count = await pool
        .run(path, { signal: AbortSignal.any([signal, AbortSignal.timeout(timeLimitMs)]) })
        .catch((cause: unknown): never => {
          signal.throwIfAborted();
          throw new UnusableFile(pdfRefusals.tooSlow, { cause });
        });
      if (count === 'password' || count === 'failed') throw new UnusableFile(pdfRefusals[count]);
      if (count === 0) throw new UnusableFile(pdfRefusals.empty);
      return count;
    },
    close: async () => {
      await pool?.destroy();
    },
  };
}
