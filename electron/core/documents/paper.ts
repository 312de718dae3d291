import type { Case } from '../../contract/case/case-file.ts';
import { paperIds } from '../../contract/case/case-kinds.ts';
import type { Law } from '../law/law.ts';
import type { Exhibits } from './exhibits.ts';
import type { Facts } from './facts.ts';

export type PaperId = (typeof paperIds)[number];
/** What `--papers` and `papers` in case.json may name: the papers, and the two that stand for themselves. */
export const choosablePapers = [...paperIds, 'timeline', 'evidence-list'] as const;
export type ChoosablePaper = (typeof choosablePapers)[number];

/** What every document model is made from. Models are pure: same input, same output, no clock, no disk. */
export interface DocumentInput {
  readonly case: Case;
  readonly exhibits: Exhibits;
  readonly facts: Facts;
  /** Provisions and the dated tables beside them: clocks, fees, checklists, rebuttals, channels. */
  readonly law: Law;
}
