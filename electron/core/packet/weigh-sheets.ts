import { stat } from 'node:fs/promises';
import type { Picture } from '../evidence/evidence-source.ts';
import type { AppendixPage } from './appendix-plan.ts';
import { rangesLength } from './deferred-stream.ts';

/** Bytes that each sheet brings into the file. A picture counts where it comes first, a PDF by its pages. */
export async function weighSheets(sheets: readonly AppendixPage[]): Promise<number[]> {
  const contents = sheets.flatMap(({ cells }) => cells.map(({ content }) => content));
  const pagesOf = new Map<string, number>();
  for (const content of contents) {
    if (content.kind === 'pdf-page') pagesOf.set(content.pdf, (pagesOf.get(content.pdf) ?? 0) + 1);
  }
  const bytesOf = new Map<string, number>();
  for (const [pdf, pages] of pagesOf) bytesOf.set(pdf, (await sizeOf(pdf)) / pages);
  const counted = new Set<Picture>();
  const weigh = (content: (typeof contents)[number]): number => {
    if (content.kind === 'pdf-page') return bytesOf.get(content.pdf) ?? 0;
    if (content.kind !== 'picture' || counted.has(content.picture)) return 0;
    counted.add(content.picture);
    return rangesLength(content.picture.data);
  };
  return sheets.map(({ cells }) => cells.reduce((sum, { content }) => sum + weigh(content), 0));
}

/** What cannot be read is found out where it is put in. */
async function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    ({ size }) => size,
    () => 0,
  );
}
