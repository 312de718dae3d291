import type { Finding } from '../../../electron/contract/finding.ts';
import type { Changes, OtherInput } from '../checked-case.ts';

/** One mistake put into the clean case, and the finding that must point to it. */
export interface SeededDefect {
  readonly id: string;
  readonly changes: Changes;
  readonly path: string;
  readonly severity: Finding['severity'];
  readonly input?: OtherInput;
  /** Other findings that the same mistake truly deserves. */
  readonly also?: readonly string[];
}

export function defect(
  id: string,
  changes: Changes,
  path: string,
  severity: Finding['severity'],
  more: Pick<SeededDefect, 'input' | 'also'> = {},
): SeededDefect {
  return { id, changes, path, severity, ...more };
}

export const item = (changes: Changes = {}) => ({ name: '激活码', kind: 'card-key', unitPrice: '268.00', ...changes });

export const exhibit = (id: string, changes: Changes = {}) => ({
  id,
  title: `截图${id}`,
  group: 'other',
  files: [`evidence/${id}.png`],
  source: '手机截图',
  proves: '事实。',
  form: 'original',
  carrier: '手机',
  ...changes,
});

export const event = (kind: string, at: string, changes: Changes = {}) => ({
  at,
  kind,
  text: '事情经过。',
  evidence: ['聊天-1'],
  ...changes,
});
