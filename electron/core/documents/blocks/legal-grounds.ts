import { type Forum, legalBases, standardTermBases } from '../../law/bases/bases.ts';
import { pleadsFault } from '../../law/bases/basis-rules.ts';
import { isOutsideConsumerLaw } from '../../law/decisions/consumer-status.ts';
import { hasNoRefundTerm, termInvalid, termOutOfContract } from '../../law/decisions/standard-terms.ts';
import { dealDay, faultOf, payerAge } from '../../law/dispute.ts';
import { byRankAndNumber, type Citation, citeInForce } from '../../law/provisions.ts';
import { hasGuardian } from '../../law/representation.ts';
import { type Inline, joinInline, text } from '../inline.ts';
import type { DocumentInput } from '../paper.ts';
import type { PartyWords } from '../party-words.ts';
import { citeApplicable } from './cite-applicable.ts';
import { rescissionPleaded } from './rescission.ts';

/** Law that was in force both when the deal was made and on the day of the paper; `undefined` when none was. */
export function citeForDeal(input: DocumentInput, ids: readonly string[]): Citation | undefined {
  return citeInForce(input.law.provisions, ids, [dealDay(input.case), input.case.date]);
}

/**
 * Each legal basis as one sentence with its citations. A basis that was not in force is left out. To a court the
 * bases that end the contract are followed by saying that it is ended; `seller` is who repays.
 */
export function groundParagraphs(input: DocumentInput, forum: Forum, words: PartyWords, seller: string): Inline[][] {
  const cited = legalBases(input.case, forum, input.law).flatMap(({ statement, provisions, isForCourt }) => {
    const citation = citeForDeal(input, provisions);
    return citation === undefined ? [] : [{ paragraph: text(`${statement}（${citation.text}）。`), isForCourt }];
  });
  const lastEnding = cited.findLastIndex(({ isForCourt }) => isForCourt);
  const ending = () => text(rescissionPleaded(input, seller, words));
  return [
    ...cited.flatMap(({ paragraph }, index) => (index === lastEnding ? [paragraph, ending()] : [paragraph])),
    ...unratified(input, words),
    ...unknownAge(input),
  ];
}

/** What ties the law to the facts told above it, for a shop or a platform; undefined where a rule says it all by itself. */
export function groundsOpening({ case: file }: DocumentInput, words: PartyWords, seller: string): string | undefined {
  if (!pleadsFault(file)) return `${words.claimant}按无理由退货提出请求，有关规定如下：`;
  switch (faultOf(file)) {
    case 'not-conforming':
      return `${words.claimant}认为，如“三、事实”所述，${seller}提供的商品或者服务与约定不符。有关规定如下：`;
    case 'late':
    case 'not-performed':
      return `${words.claimant}认为，如“三、事实”所述，${seller}没有按照约定履行。有关规定如下：`;
    case undefined:
      return undefined;
  }
}

/** 民法典 145: what a child of eight or more did has no effect without the guardian, who says so by signing. */
function unratified({ case: file }: DocumentInput, words: PartyWords): Inline[][] {
  if (!file.issues.includes('minor-top-up') || payerAge(file) !== 'minor') return [];
  const acts = file.claimants.some((claimant) => hasGuardian(claimant, file.date));
  return acts ? [text(`${words.claimant}的法定代理人不同意上述充值，也不予追认。`)] : [];
}

/** Which rule holds for a minor's top-up turns on the age at the time: without it none is cited. */
function unknownAge({ case: file, facts }: DocumentInput): Inline[][] {
  if (!file.issues.includes('minor-top-up') || payerAge(file) !== 'adult-or-unknown') return [];
  const birthDate = facts.need(undefined, '充值的未成年人的出生日期', 'claimants[0].birthDate');
  return [joinInline('适用的规定取决于充值时的年龄：', birthDate, '。')];
}

/** The same as citations only, for a form that has no room for reasoning; "" when there are none. */
export function groundCitations(input: DocumentInput, additional: readonly string[] = []): string {
  const ids = [
    ...legalBases(input.case, 'elsewhere', input.law).flatMap(({ provisions }) => provisions),
    ...additional,
  ];
  return citeForDeal(input, byRankAndNumber(input.law.provisions, [...new Set(ids)]))?.text ?? '';
}

/**
 * The answer to "虚拟商品不退不换", where the case reports such an answer. Two routes, each in its own paragraph with
 * its own condition; validity is left to those who decide it (合同行政监督管理办法 22).
 */
export function standardTermParagraphs(input: DocumentInput, forum: Forum, words: PartyWords): Inline[][] {
  const { case: file, law } = input;
  if (!hasNoRefundTerm(file)) return [];
  // A term that was plainly shown, or that only repeats a lawful exclusion, leaves one route: the other is not pleaded.
  const isShown = termOutOfContract(file, law).answer === 'hard';
  const isLawful = termInvalid(file, law).answer === 'repeats-exclusion';
  const notPart = isShown ? undefined : citeForDeal(input, standardTermBases.notPartOfContract);
  const unfair = isLawful ? undefined : citeApplicable(input, standardTermBases.unfairContent);
  const { claimant } = words;
  const restricted = isOutsideConsumerLaw(file) ? '对方' : '消费者';
  const cannotStand = `${claimant}认为不合理地免除了经营者的责任、限制了${restricted}的主要权利`;
  const routes = [
    notPart &&
      `提供该条款的一方不能证明已经以合理方式提示、说明，致使${claimant}没有注意或者理解的，${claimant}主张该条款不成为合同的内容（${notPart.text}）。`,
    unfair &&
      `不论是否提示过，该条款如被用来免除商品、服务不符合约定时的退款责任，${cannotStand}，主张其内容无效${
        forum === 'court'
          ? `，请人民法院依法认定（${unfair.text}）。`
          : `（${unfair.text}）；其效力以人民法院或者仲裁机构的认定为准。`
      }`,
  ].filter((route) => route !== undefined);
  if (routes.length === 0) return [];
  const opening = '对以“不退不换”一类条款拒绝退款的答复，另作以下说明';
  if (routes.length === 1) return [text(`${opening}：${routes[0] ?? ''}`)];
  return [
    text(`${opening}，两点各自成立，互不以对方为前提：`),
    ...routes.map((route, index) => text(`（${index + 1}）${route}`)),
  ];
}
