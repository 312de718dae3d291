import { orderExhibits } from '../../electron/core/documents/exhibit-order.ts';
import { createFacts } from '../../electron/core/documents/facts.ts';
import type { DocumentInput } from '../../electron/core/documents/paper.ts';
import { builtInLaw } from './built-in-law.ts';
import { cleanCase } from './clean-case.ts';

/**
 * What a document model is built from: the clean case with `changes`, its exhibits numbered and placed from
 * page 12 on, two pages each. `pages` 0 is a packet without an appendix.
 */
export function documentInput(changes: Readonly<Record<string, unknown>> = {}, pages = 2): DocumentInput {
  const file = cleanCase(changes);
  const exhibits = new Map(
    orderExhibits(file).map((exhibit, index) => [exhibit.id, { ...exhibit, firstPage: 12 + index * pages, pages }]),
  );
  return { case: file, exhibits, facts: createFacts(exhibits), law: { ...builtInLaw, provisions: new Map() } };
}
