import type { DraftPath } from '../../../electron/contract/rpc/case-procedures.ts';
import type { FieldOf, FieldSpec } from '../field-spec.ts';

export interface FieldProps<Kind extends FieldSpec['kind']> {
  readonly spec: FieldOf<Kind>;
  /** Where the field itself stands. */
  readonly path: DraftPath;
}

/** Dots in `at` lead into objects. */
export function pathBelow(parent: DraftPath, at: string): DraftPath {
  return at === '' ? parent : [...parent, ...at.split('.')];
}
