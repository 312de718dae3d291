import { writeFile } from 'node:fs/promises';
import { runQpdf } from './qpdf.ts';

/** A PDF to normalise, and where to put the copy. */
export interface NormaliseTask {
  readonly source: string;
  readonly target: string;
}

export interface NormaliseOutcome {
  readonly status: 'clean' | 'repaired' | 'password' | 'failed';
  readonly messages: readonly string[];
}

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
  const { exitCode, messages, output } = await runQpdf(source, normalising);
  if (messages.some((message) => message.includes('invalid password'))) return { status: 'password', messages };
  if ((exitCode !== 0 && exitCode !== 3) || output === undefined) return { status: 'failed', messages };
  await writeFile(target, output);
  return { status: exitCode === 0 ? 'clean' : 'repaired', messages };
}
