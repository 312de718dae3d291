import { evidenceGroups } from '../../contract/case/case-kinds.ts';
import type { Draft } from '../../contract/rpc/case-procedures.ts';
import { fieldOf, rowsOf } from './draft-values.ts';

/** The number each evidence item will print with, by its place in the draft (see documents/exhibit-order.ts). */
export function exhibitNumbers(draft: Draft): readonly number[] {
  const groupPlaces = new Map<unknown, number>(evidenceGroups.map((group, place) => [group, place]));
  const groupOf = (item: unknown) => groupPlaces.get(fieldOf(item, 'group')) ?? evidenceGroups.length - 1;
  const order = rowsOf(draft, 'evidence')
    .map((item, index) => ({ index, group: groupOf(item) }))
    .sort((first, second) => first.group - second.group || first.index - second.index);
  const numbers: number[] = [];
  for (const [place, { index }] of order.entries()) numbers[index] = place + 1;
  return numbers;
}
