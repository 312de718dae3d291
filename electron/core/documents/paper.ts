import type { Case } from '../cases/case-file.ts';
import type { Provisions } from '../law/provisions.ts';
import type { Exhibits } from './exhibits.ts';
import type { Facts } from './facts.ts';

/** The papers to file, in the order they stand in a packet. */
export const paperIds = ['refund-request', 'complaint-12315', 'small-claims'] as const;
export type PaperId = (typeof paperIds)[number];

/** What every document model is made from. Models are pure: same input, same output, no clock, no disk. */
export interface DocumentInput {
  readonly case: Case;
  readonly exhibits: Exhibits;
  readonly facts: Facts;
  readonly provisions: Provisions;
}
