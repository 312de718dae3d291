import type { Case } from '../cases/case-file.ts';
import { ownBusinessBasis, platformBasis, smallClaimsBasis } from '../law/bases.ts';
import { contractNature, faultOf, isUntruthAlleged, ownBusinessRow } from '../law/dispute.ts';
import { citeInForce } from '../law/provisions.ts';
import type { PlacedClaim } from './claims.ts';
import { type Inline, joinInline, text } from './inline.ts';
import { citeForDeal } from './legal-grounds.ts';
import type { DocumentInput } from './paper.ts';
import { type PartyWords, respondentsWithRole } from './party-words.ts';

/** How the reasons of a statement of claim end: who else answers and why, the law applied, and what is asked. */
export function conclusionParagraphs(
  input: DocumentInput,
  claims: readonly PlacedClaim[],
  seller: string,
  words: PartyWords,
): Inline[][] {
  const { case: file, provisions } = input;
  const small = citeInForce(provisions, [smallClaimsBasis], [file.date]);
  return [
    ...platformParagraphs(input, words),
    ...providerParagraphs(input, words),
    ...fraudParagraphs(input, seller, words),
    ...application(file, claims, seller, words),
    text(`综上，${words.claimant}依法提起诉讼，请求人民法院支持上述诉讼请求。`),
    ...(small !== undefined && isMoneyOnly(claims)
      ? [text(`本案请求为金钱给付，如符合${small.text}规定的条件，请依法适用小额诉讼程序审理。`)]
      : []),
  ];
}

/** What the case itself shows of the platform comes first; the shop's breach alone makes no platform answer. */
function platformParagraphs(input: DocumentInput, words: PartyWords): Inline[][] {
  const { case: file } = input;
  const platforms = respondentsWithRole(file.respondents, 'platform', words.respondent);
  if (platforms === '') return [];
  const isShop = file.respondents.some(({ roles }) => roles.includes('merchant'));
  const platformLaw = isShop ? citeForDeal(input, platformBasis) : undefined;
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
  const law = row === undefined ? undefined : citeForDeal(input, ownBusinessBasis);
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

/**
 * 消费者权益保护法 55 is pleaded only by whoever asks for it; knowing falsehood is theirs to prove, and late or faulty
 * performance alone is none.
 */
function fraudParagraphs({ case: file, facts }: DocumentInput, seller: string, words: PartyWords): Inline[][] {
  if (!file.claims.some(({ kind }) => kind === 'triple-damages')) return [];
  const left = '，据此请求增加赔偿；是否构成欺诈，请人民法院依法认定。';
  if (isUntruthAlleged(file)) {
    return [text(`${words.claimant}主张${seller}就商品或者服务所作的上述介绍构成欺诈${left}`)];
  }
  const fact = facts.need(undefined, '对方明知而作虚假陈述或者隐瞒的事实', 'issues');
  return [joinInline(`${words.claimant}主张${seller}构成欺诈的事实：`, fact, left)];
}

/** The law applied to this case in one sentence; none where its facts are told by nobody but the statements. */
function application(file: Case, claims: readonly PlacedClaim[], seller: string, words: PartyWords): Inline[][] {
  const fault = faultOf(file);
  const refund = claims.find(({ claim: { kind } }) => kind === 'refund' || kind === 'partial-refund');
  if (fault === undefined || refund === undefined) return [];
  const sum = refund.claim.kind === 'refund' ? '上述款项' : '所请求的款项';
  return [text(`${words.claimant}认为，${seller}${faultWords(fault, file)}（见“争议情况”），应当退还${sum}。`)];
}

function faultWords(fault: NonNullable<ReturnType<typeof faultOf>>, file: Case): string {
  switch (fault) {
    case 'late':
      return '未按约定期限履行';
    case 'not-performed':
      return '未按约定履行';
    case 'not-conforming':
      return file.promises.length > 0 ? '的履行与上述承诺不一致' : '的履行不符合约定';
  }
}

function isMoneyOnly(claims: readonly PlacedClaim[]): boolean {
  return claims.length > 0 && claims.every(({ claim }) => claim.kind !== 'performance' && claim.kind !== 'other');
}
