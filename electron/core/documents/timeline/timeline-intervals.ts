import type { PromiseRow } from '../../../contract/case/case-file.ts';

export type PromisedInterval = NonNullable<PromiseRow['interval']>;

/** The promise and what became of it, in one line: "承诺24小时到账 · 实际超过48小时". */
export function intervalText(interval: PromisedInterval): string {
  return `${promisedText(interval)} · ${actualText(interval)}`;
}

/** "承诺24小时到账", whether or not the case already begins with 承诺. */
export function promisedText({ promisedText: written }: PromisedInterval): string {
  return written.startsWith('承诺') ? written : `承诺${written}`;
}

/** "实际超过48小时", whether or not the case already begins with 实际. */
export function actualText({ actualText: written }: PromisedInterval): string {
  return written.startsWith('实际') ? written : `实际${written}`;
}
