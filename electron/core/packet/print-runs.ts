import type { AppendixPage } from './appendix-plan.ts';
import type { Binding } from './bind-packet.ts';

/** Sheets of the appendix that are printed as one document, with what stands before them. */
export interface PrintRun {
  readonly sheets: readonly AppendixPage[];
  /** Pages of the appendix before it. */
  readonly pagesBefore: number;
}

/**
 * Sheets from which an appendix is printed in several runs, and the most of each: the time Chromium takes grows faster
 * than the pages do, 2 s for 37, 9 for 1,037 and 32 for 2,037.
 */
const mostSheetsOfRun = 300;

/** Cuts an appendix into runs about as long as each other. What is inserted before a sheet goes with it. */
export function planRuns(
  { appendix, beforeSheet }: Pick<Binding, 'appendix' | 'beforeSheet'>,
  mostSheets = mostSheetsOfRun,
): readonly PrintRun[] {
  const length = Math.ceil(appendix.length / Math.max(1, Math.ceil(appendix.length / mostSheets)));
  const starts = Array.from(
    { length: length === 0 ? 0 : Math.ceil(appendix.length / length) },
    (_, run) => run * length,
  );
  return starts.map((start) => {
    const sheets = appendix.slice(start, start + length);
    const index = sheets[0]?.index ?? 0;
    return { sheets, pagesBefore: index - (beforeSheet.get(index)?.length ?? 0) };
  });
}
