import { type Forum, legalBases, standardTermBases } from '../law/bases.ts';
import { dealDay, wasRefusedByTerm } from '../law/dispute.ts';
import { type Citation, citeInForce } from '../law/provisions.ts';
import { type Inline, text } from './inline.ts';
import type { DocumentInput } from './paper.ts';
import type { PartyWords } from './party-words.ts';

/** Law that was in force both when the deal was made and on the day of the paper; `undefined` when none was. */
export function citeForDeal(input: DocumentInput, ids: readonly string[]): Citation | undefined {
  return citeInForce(input.provisions, ids, [dealDay(input.case), input.case.date]);
}

/** Each legal basis as one sentence with its citations. A basis that was not in force is left out. */
export function groundParagraphs(input: DocumentInput, forum: Forum): Inline[][] {
  return legalBases(input.case, forum).flatMap(({ statement, provisions }) => {
    const citation = citeForDeal(input, provisions);
    return citation === undefined ? [] : [text(`${statement}（${citation.text}）。`)];
  });
}

/** The same as citations only, for a form that has no room for reasoning; "" when there are none. */
export function groundCitations(input: DocumentInput, additional: readonly string[] = []): string {
  const ids = [...legalBases(input.case, 'elsewhere').flatMap(({ provisions }) => provisions), ...additional];
  return citeForDeal(input, [...new Set(ids)])?.text ?? '';
}

/**
 * The answer to "虚拟商品不退不换", where the case reports such an answer. Two routes, each in its own paragraph with
 * its own condition; validity is left to those who decide it (合同行政监督管理办法 22).
 */
export function standardTermParagraphs(input: DocumentInput, words: PartyWords): Inline[][] {
  if (!wasRefusedByTerm(input.case)) return [];
  const notPart = citeForDeal(input, standardTermBases.notPartOfContract);
  const unfair = citeForDeal(input, standardTermBases.unfairContent);
  const { claimant } = words;
  const routes = [
    notPart &&
      `提供该条款的一方不能证明已经以合理方式提示、说明，致使${claimant}没有注意或者理解的，${claimant}主张该条款不成为合同的内容（${notPart.text}）。`,
    unfair &&
      `不论是否提示过，该条款如被用来免除商品、服务不符合约定时的退款责任，即属不合理地免除经营者责任、限制消费者主要权利，${claimant}主张其内容无效（${unfair.text}）；其效力以人民法院或者仲裁机构的认定为准。`,
  ].filter((route) => route !== undefined);
  if (routes.length === 0) return [];
  const opening = '对以“不退不换”一类条款拒绝退款的答复，另作以下说明';
  if (routes.length === 1) return [text(`${opening}：${routes[0] ?? ''}`)];
  return [
    text(`${opening}，两点各自成立，互不以对方为前提：`),
    ...routes.map((route, index) => text(`（${index + 1}）${route}`)),
  ];
}
