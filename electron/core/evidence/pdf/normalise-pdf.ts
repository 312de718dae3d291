import { type QpdfRun, runQpdf } from './qpdf.ts';

/**
 * The normalised copy, or why there is none. `repaired`: small faults were put right. `rebuilt`: the table of its objects
 * was lost and made anew, or its pages were not objects of their own; each program finds other pages then.
 */
export type Normalised =
  | { readonly kind: 'clean' | 'repaired' | 'rebuilt'; readonly bytes: Uint8Array }
  | { readonly kind: 'password' | 'failed' };

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

/**
 * `password` may be empty, which also opens what only restricts printing and copying. `rebuilds` write the file anew for
 * qpdf where it gives up, each asked when those before it did not help.
 */
export async function normalisePdf(
  path: string,
  password: string,
  rebuilds: readonly (() => Promise<Uint8Array | undefined>)[],
): Promise<Normalised> {
  const first = await runQpdf(path, [`--password=${password}`, ...normalising]);
  if (first.messages.some((message) => message.includes('invalid password'))) return { kind: 'password' };
  if (isDone(first)) return { kind: howRepaired(first), bytes: first.output };
  for (const rebuild of rebuilds) {
    const bytes = await rebuild();
    const run = bytes === undefined ? undefined : await runQpdf(bytes, [`--password=${password}`, ...normalising]);
    if (run !== undefined && isDone(run)) return { kind: 'rebuilt', bytes: run.output };
  }
  return { kind: 'failed' };
}

function howRepaired({ exitCode, messages }: QpdfRun): 'clean' | 'repaired' | 'rebuilt' {
  if (exitCode === 0) return 'clean';
  return messages.some((message) => /file is damaged|reconstruct|is direct; converting/.test(message))
    ? 'rebuilt'
    : 'repaired';
}

function isDone(run: QpdfRun): run is QpdfRun & { readonly output: Uint8Array } {
  return (run.exitCode === 0 || run.exitCode === 3) && run.output !== undefined;
}
