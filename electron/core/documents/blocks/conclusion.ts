import { legalBases, ownBusinessBasis, platformBasis, smallClaimsBasis } from '../../law/bases/bases.ts';
import { smallClaimsEligibility } from '../../law/decisions/small-claims-eligibility.ts';
import { contractNature, ownBusinessRow } from '../../law/dispute.ts';
import { citeInForce } from '../../law/provisions.ts';
import { isForMoney } from '../../law/sum-in-dispute.ts';
import { type Inline, joinInline, text } from '../inline.ts';
import type { DocumentInput } from '../paper.ts';
import { type PartyWords, respondentsWithRole } from '../party-words.ts';
import { citeApplicable } from './cite-applicable.ts';
import type { PlacedClaim } from './claims.ts';
import { courtPlaceParagraphs } from './court-place.ts';
import { fraudFacts } from './fraud-facts.ts';
import { lawApplied } from './law-applied.ts';
import { asksForRescission } from './rescission.ts';

/** How the reasons of a statement of claim end: who else answers and why, the law applied, and what is asked. */
export function conclusionParagraphs(
  input: DocumentInput,
  claims: readonly PlacedClaim[],
  seller: string,
  words: PartyWords,
  /** Where the paper tells what is wrong. */
  problemAt = '“争议情况”',
): Inline[][] {
  return [
    ...platformParagraphs(input, words),
    ...providerParagraphs(input, words),
    ...fraudParagraphs(input, seller, words),
    ...rescissionParagraphs(input, words),
    ...lawApplied(input, { claims, seller, words, problemAt }),
    ...courtPlaceParagraphs(input, words),
    text(`综上，${words.claimant}依法提起诉讼，请求人民法院支持上述诉讼请求。`),
    ...smallClaimsRequest(input, claims),
  ];
}

/** What the case itself shows of the platform comes first; the shop's breach alone makes no platform answer. */
function platformParagraphs(input: DocumentInput, words: PartyWords): Inline[][] {
  const { case: file } = input;
  const platforms = respondentsWithRole(file.respondents, 'platform', words.respondent);
  if (platforms === '') return [];
  const isShop = file.respondents.some(({ roles }) => roles.includes('merchant'));
  const platformLaw = isShop ? citeApplicable(input, platformBasis) : undefined;
  return [
    ...ownBusinessParagraphs(input, platforms, words),
    ...(platformLaw === undefined
      ? []
      : [
          text(
            `${platforms}系网络交易平台提供者。平台提供者不能提供销售者或者服务者的真实名称、地址和有效联系方式，或者明知、应知其侵害消费者合法权益而未采取必要措施的，依法承担责任（${platformLaw.text}）。是否具备上述情形，请人民法院根据查明的事实认定。`,
          ),
        ]),
  ];
}

function ownBusinessParagraphs(input: DocumentInput, platforms: string, words: PartyWords): Inline[][] {
  const { case: file, facts } = input;
  const row = ownBusinessRow(file);
  const law = row === undefined ? undefined : citeApplicable(input, ownBusinessBasis);
  if (row === undefined || law === undefined) return [];
  const mark = /“([^”]*自营[^”]*)”/u.exec(`${row.promised}${row.subject}`)?.[1] ?? '自营';
  const shownBy = row.evidence.filter((id) => file.evidence.some((item) => item.id === id && item.group === 'promise'));
  const references = facts.references(shownBy.length > 0 ? shownBy : row.evidence);
  const proof = references.length === 0 ? [] : joinInline('，见', references);
  const answersAs = contractNature(file) === 'sale' ? '商品销售者' : '服务提供者';
  return [
    text(
      `平台经营者以标记自营业务方式或者虽未标记自营但实际开展自营业务，或者虽非自营但所作标识等足以误导消费者相信系其自营的，应当承担商品销售者或者服务提供者责任（${law.text}）。`,
    ),
    joinInline(`涉案商品页面标注“${mark}”`, proof, `。${words.claimant}据此请求${platforms}承担${answersAs}的责任。`),
  ];
}

/** No provision makes a payment provider repay an authorised purchase, so the case itself must say why it is sued. */
function providerParagraphs({ case: file, facts }: DocumentInput, words: PartyWords): Inline[][] {
  const providers = respondentsWithRole(file.respondents, 'payment-provider', words.respondent);
  if (providers === '' || file.statements.additional !== undefined) return [];
  const reason = facts.need(undefined, '请求支付机构承担责任的事实和依据', 'statements.additional');
  return [joinInline(`请求${providers}承担责任的事实和依据：`, reason, '。')];
}

function fraudParagraphs(input: DocumentInput, seller: string, words: PartyWords): Inline[][] {
  const told = fraudFacts(input, seller, words);
  return told.length === 0 ? [] : [joinInline(told, '；是否构成欺诈，请人民法院依法认定。')];
}

/** A prayer to end the contract, where none of the bases told above ends one: what it rests on the case must say. */
function rescissionParagraphs({ case: file, facts, law }: DocumentInput, words: PartyWords): Inline[][] {
  const isTold =
    file.statements.additional !== undefined || legalBases(file, 'court', law).some((basis) => basis.isForCourt);
  if (!asksForRescission(file) || isTold) return [];
  const ground = facts.need(undefined, '解除合同的事实和依据', 'statements.additional');
  return [joinInline(`${words.claimant}请求解除合同的事实和依据：`, ground, '。')];
}

/** 小额诉讼 is for simple claims of money; to have a term found void or goods delivered is none, nor is a sum above every line. */
function smallClaimsRequest(input: DocumentInput, claims: readonly PlacedClaim[]): Inline[][] {
  const law = citeInForce(input.law.provisions, [smallClaimsBasis], [input.case.date]);
  const others = claims.filter(({ claim }) => !isForMoney(claim));
  if (law === undefined || claims.length === others.length || others.some(({ claim }) => claim.kind !== 'rescission')) {
    return [];
  }
  if (smallClaimsEligibility(input.case, input.law).answer === 'too-much') return [];
  const asked = others.length === 0 ? '本案请求为金钱给付' : '本案请求解除合同并给付金钱';
  return [text(`${asked}，如符合${law.text}规定的条件，请依法适用小额诉讼程序审理。`)];
}
