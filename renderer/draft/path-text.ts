import type { DraftPath } from '../../electron/contract/rpc/case-procedures.ts';

/** `['claims', 0, 'amount']` → `claims[0].amount`, as findings write it. */
export function pathText(path: DraftPath): string {
  return path.reduce<string>(
    (text, step) => (typeof step === 'number' ? `${text}[${step}]` : text === '' ? step : `${text}.${step}`),
    '',
  );
}

/** Whether `path` is `above` or lies below it. Both as texts. */
export function isWithin(path: string, above: string): boolean {
  return path === above || (path.startsWith(above) && ['.', '['].includes(path.charAt(above.length)));
}
