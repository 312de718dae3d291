import type { DraftProblem } from './draft-problem.ts';
import type { Steps } from './working-draft.ts';

/** One thing to be done so that the rest can be read. */
export interface Mending {
  readonly steps: Steps;
  /** Unset: it is taken out. */
  readonly value?: unknown;
  /** Told about; unset where nothing was said that could be lost. */
  readonly problem?: Omit<DraftProblem, 'path'> & { readonly at: Steps };
}
