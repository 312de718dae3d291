import { readFile, rename, writeFile } from 'node:fs/promises';
import { threadId } from 'node:worker_threads';
import { loadPdf } from './load-pdf.ts';
import { type QpdfRun, runQpdf } from './qpdf.ts';

/** A PDF to normalise, and where to put the copy. */
export interface NormaliseTask {
  readonly source: string;
  readonly target: string;
}

export type NormaliseOutcome = 'clean' | 'repaired' | 'password' | 'failed';

/**
 * Every page self-contained: decrypted, annotations and form fields drawn into the page with their
 * appearances, one content stream a page, no object streams.
 */
const normalising = [
  '/in.pdf',
  '--decrypt',
  '--generate-appearances',
  '--flatten-annotations=all',
  '--coalesce-contents',
  '--object-streams=disable',
  '--remove-restrictions',
  '/out.pdf',
];

/** The task of the worker, called by its name (see read-pdf.ts). */
export async function normalisePdf({ source, target }: NormaliseTask): Promise<NormaliseOutcome> {
  const first = await runQpdf(source, normalising);
  if (first.messages.some((message) => message.includes('invalid password'))) return 'password';
  const run = isDone(first) ? first : await normaliseRebuilt(source);
  if (run?.output === undefined) return 'failed';
  // Two files with the same bytes have the same target; whoever reads it must never find half of it.
  const unfinished = `${target}.${threadId}`;
  await writeFile(unfinished, run.output);
  await rename(unfinished, target);
  return first.exitCode === 0 ? 'clean' : 'repaired';
}

function isDone({ exitCode, output }: QpdfRun): boolean {
  return (exitCode === 0 || exitCode === 3) && output !== undefined;
}

/**
 * The WebAssembly build of qpdf gives up on a damaged cross-reference table. pdf-lib reads the objects without it
 * and writes a new one, which qpdf then takes. Undefined when there is nothing to be saved.
 */
async function normaliseRebuilt(source: string): Promise<QpdfRun | undefined> {
  try {
    const document = await loadPdf(await readFile(source));
    if (document.getPageCount() === 0) return undefined;
    const rebuilt = await document.save({ useObjectStreams: false, updateFieldAppearances: false });
    const run = await runQpdf(rebuilt, normalising);
    return isDone(run) ? run : undefined;
  } catch {
    return undefined; // not a PDF, or one too broken to find its pages
  }
}
