import type { InputProblem } from '../../contract/errors.ts';

/** Why something of a draft does not get into the papers yet. */
export type DraftProblemKind =
  /** A field is empty without which its row cannot be printed. */
  | 'missing'
  /** What stands there cannot be read as what belongs there. */
  | 'unreadable'
  /** A field that Juli does not know. */
  | 'unknown-field'
  /** An id that another row of the list has. */
  | 'duplicate'
  /** A reference to something that is not in the case. */
  | 'reference';

/** `path` is a path of the draft. */
export interface DraftProblem extends InputProblem {
  readonly kind: DraftProblemKind;
  /** True: the whole row around it is left out of the papers until it is mended. */
  readonly isRowLeftOut: boolean;
}
