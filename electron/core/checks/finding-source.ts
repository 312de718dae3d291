import { citeInForce, type Provisions } from '../law/provisions.ts';

/**
 * The articles behind a finding, as the window shows them: "投诉举报处理办法第十条；民事诉讼法第一百二十二条". Only what is in
 * force on the day of the papers; `undefined` when none of it is. Throws where the table has no such provision.
 */
export function findingSource(provisions: Provisions, ids: readonly string[], on: string): string | undefined {
  const cited = citeInForce(provisions, ids, [on])?.provisions ?? [];
  const laws = [...Map.groupBy(cited, ({ short }) => short)];
  if (laws.length === 0) return undefined;
  return laws
    .map(
      ([short, articles]) => `${short}${articles.map(({ article, clause = '' }) => `${article}${clause}`).join('、')}`,
    )
    .join('；');
}
