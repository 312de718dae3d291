import type { Case } from '../../contract/case/case-file.ts';
import { evidenceGroups } from '../../contract/case/case-kinds.ts';
import { maskKeys } from './card-key-mask.ts';

/** An exhibit's number and title, before anything is known of its pages. */
export interface NumberedExhibit {
  readonly id: string;
  readonly number: number;
  readonly title: string;
}

/**
 * The order of the exhibits everywhere in the packet: by evidence group, and within a group as the case lists
 * them. Numbering follows this order, so that the catalogue, which stands grouped, counts 1 to n without a jump
 * (证据规定 19: evidence is numbered item by item).
 */
export function orderExhibits(file: Pick<Case, 'evidence'>): NumberedExhibit[] {
  return evidenceGroups
    .flatMap((group) => file.evidence.filter((item) => item.group === group))
    .map((item, index) => ({ id: item.id, number: index + 1, title: maskKeys(item.title) }));
}
