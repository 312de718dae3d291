import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SourceContent, SourcePage } from './evidence-source.ts';
import type { EvidenceTools, PrintPages } from './evidence-tools.ts';

/** What sets evidence that has no pages of its own. */
export interface PagePress extends Pick<EvidenceTools, 'workFolder' | 'printPages'> {
  /** The reader of PDFs (pdf/read-pdf.ts). */
  readPdf(path: string, sha256: string, signal: AbortSignal): Promise<SourceContent>;
}

/**
 * Sets `page` in pages of the room of a sheet and takes them in as any PDF. They are as large as the sheet has room for,
 * and are put on it as they are.
 */
export async function printedPages(
  { workFolder, printPages, readPdf }: PagePress,
  page: Parameters<PrintPages>[0],
  signal: AbortSignal,
): Promise<SourcePage[]> {
  const bytes = await printPages(page, signal);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const path = join(workFolder, `${sha256}.printed.pdf`);
  await writeFile(path, bytes);
  const content = await readPdf(path, sha256, signal);
  if (content.kind === 'unusable') throw new Error(`the program's own page cannot be read: ${content.reason}`);
  return content.pages.map((one) =>
    one.kind === 'placeholder' ? one : { ...one, isSet: true, size: { ...one.size, isFixed: true } },
  );
}
