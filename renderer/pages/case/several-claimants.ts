import type { Draft } from '../../../electron/contract/rpc/case-procedures.ts';
import { listAt } from '../../draft/draft-values.ts';
import type { FieldOf } from '../../draft/field-spec.ts';

/** Whose something is; asked only where several people complain together. */
export function whose(label: string): FieldOf<'reference'> {
  return {
    kind: 'reference',
    at: 'claimant',
    label,
    to: 'claimants',
    help: '不选就是大家共同的。',
    when: (_row, draft: Draft) => listAt(draft, ['claimants']).length > 1,
  };
}
