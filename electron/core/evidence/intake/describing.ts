import type { EvidenceLimits } from '../../../contract/evidence-limits.ts';
import { createPictureWorkers } from '../pictures/picture-workers.ts';
import { createFactsReader, type FactsReader } from '../recordings/read-facts.ts';
import { createPageCounter, type PageCounter } from './page-counter.ts';
import type { PictureReading } from './thumbnail.ts';

/** What files are looked at with. Its worker threads start with the first file that needs them. */
export interface Describing extends Omit<PictureReading, 'signal'> {
  readonly pages: PageCounter;
  readonly recordings: FactsReader;
}

/** `folder` is for copies that last a moment. To be closed with the drop that it was opened for. */
export function openDescribing(
  folder: string,
  limits: EvidenceLimits,
): { readonly describing: Describing; close(): Promise<void> } {
  const parts = { pages: createPageCounter(), workers: createPictureWorkers(), recordings: createFactsReader() };
  return {
    describing: { ...parts, folder, limits },
    close: async () => {
      await Promise.all(Object.values(parts).map((part) => part.close()));
    },
  };
}
