import type { Case, Claim } from '../cases/case-file.ts';
import { ownBusinessBasis, platformBasis, smallClaimsBasis } from '../law/bases.ts';
import { causeOfAction, wasShownAsPlatformsOwn } from '../law/dispute.ts';
import { citeInForce } from '../law/provisions.ts';
import { type AccountSection, accountOfFacts } from './account-of-facts.ts';
import {
  type ClaimLine,
  calculationOf,
  type PlacedClaim,
  placedClaims,
  requestInWords,
  totalInWords,
} from './claims.ts';
import { type Inline, joinInline, plainText, text } from './inline.ts';
import { citeForDeal, groundParagraphs, standardTermParagraphs } from './legal-grounds.ts';
import { defendantLine, plaintiffLines } from './litigants.ts';
import type { DocumentInput } from './paper.ts';
import { isMinor, numberedParty, type PartyWords, respondentsWithRole, sellerName } from './party-words.ts';
import { paymentTotals, totalsInWords } from './payments.ts';
import { type Attachment, attachments, type SignatureBlock, signatureBlock } from './signature.ts';

const words: PartyWords = { claimant: '原告', respondent: '被告' };

/** 民事起诉状, the traditional layout; its contents are those of 民事诉讼法 124, its copies those of 123. */
export interface SmallClaims {
  readonly title: string;
  readonly parties: Inline[][];
  readonly cause: string;
  readonly claims: ClaimLine[];
  readonly total: Inline[];
  readonly account: AccountSection[];
  /** What was paid and what came back, unless a calculation has said it. */
  readonly sums: Inline[][];
  readonly grounds: Inline[][];
  readonly rebuttal: Inline[][];
  readonly conclusion: Inline[][];
  readonly evidence: Inline[];
  readonly court: Inline[];
  readonly signature: SignatureBlock;
  readonly attachments: Attachment[];
}

export function buildSmallClaims(input: DocumentInput): SmallClaims {
  const { case: file, facts } = input;
  const seller = sellerName(file.respondents, words.respondent);
  const claims = placedClaims(file, (claim) => !isBareCosts(claim));
  const sums = claims.filter(({ claim }) => !isCourtFee(claim));
  return {
    title: '民事起诉状',
    parties: [
      ...file.claimants.flatMap((claimant, index) => plaintiffLines(input, words.claimant, claimant, index)),
      ...file.respondents.map((respondent, index) => defendantLine(input, words.respondent, respondent, index)),
    ],
    cause: causeOfAction(file),
    claims: claimLines(input, claims, seller),
    total: totalInWords(facts, sums),
    account: accountOfFacts(file, facts, { words, seller, shown: { orders: false, promises: false } }),
    sums: sumsPaid(file),
    grounds: groundParagraphs(input, 'court'),
    rebuttal: standardTermParagraphs(input, words),
    conclusion: conclusionParagraphs(input, sums, seller),
    evidence:
      file.evidence.length === 0
        ? facts.need(undefined, '证据材料', 'evidence')
        : joinInline(`证据共${file.evidence.length}项，名称、来源、证明对象和页码见`, evidenceListLink, '。'),
    court: facts.need(file.addressees.court, '受诉人民法院名称', 'addressees.court'),
    signature: signatureBlock(file, '具状人'),
    attachments: enclosed(file),
  };
}

const evidenceListLink: Inline[] = [{ kind: 'link', text: '《证据目录》', href: '#part-evidence-list' }];

/** A bare claim for costs says no more than the line on 诉讼费 that every statement of claim has. */
function isBareCosts({ kind, text: written, amount }: Claim): boolean {
  return kind === 'costs' && amount === undefined && written === undefined;
}

/** The fee of the case is borne by who loses (诉讼费用交纳办法 29) and is no part of the sum in dispute. */
function isCourtFee({ text: written }: Claim): boolean {
  return written !== undefined && /诉讼费|受理费/u.test(written);
}

function claimLines(input: DocumentInput, claims: readonly PlacedClaim[], seller: string): ClaimLine[] {
  const { case: file, facts } = input;
  const several = file.respondents.length > 1;
  const asked = claims.map((claim) => ({
    request: requestInWords(facts, file, words, claim),
    calculation: calculationOf(facts, words, claim),
  }));
  const requests = asked.map(({ request, calculation }) => ({ request: asPrayer(request, seller), calculation }));
  if (requests.length === 0) {
    requests.push({ request: facts.need(undefined, '诉讼请求', 'claims'), calculation: [] });
  }
  const others = file.respondents
    .flatMap(({ roles }, index) =>
      roles.includes('merchant') ? [] : [numberedParty(words.respondent, index, file.respondents.length)],
    )
    .join('、');
  // What a platform owes depends on facts that are not proved by the shop's breach (消费者权益保护法 44).
  if (others !== '' && others !== seller && !asked.some(({ request }) => namesItsSubject(request))) {
    requests.push({ request: text(`判令${others}就上述款项依法承担相应责任`), calculation: [] });
  }
  if (!claims.some(({ claim }) => isCourtFee(claim))) {
    requests.push({ request: text(`本案诉讼费用由${several ? '各' : ''}被告承担`), calculation: [] });
  }
  return requests.map(({ request, calculation }, index) => ({
    number: index + 1,
    request: joinInline(request, index === requests.length - 1 ? '。' : '；'),
    calculation,
  }));
}

/** "退还货款" → "判令被告退还货款"; a request that names its own subject keeps it. */
function asPrayer(request: readonly Inline[], seller: string): Inline[] {
  if (/^(?:依法)?(?:判令|请求|确认|撤销|解除)/u.test(plainText(request))) return [...request];
  return joinInline(namesItsSubject(request) ? '判令' : `判令${seller}`, request);
}

function namesItsSubject(request: readonly Inline[]): boolean {
  return /^(?:判令)?(?:由|责令|(?:各|两|全体)?被告|商家|店铺|平台)/u.test(plainText(request));
}

function sumsPaid(file: Case): Inline[][] {
  const totals = paymentTotals(file.orders);
  const isSaid = totals.refunded === 0 && file.claims.some(({ calculation }) => calculation !== undefined);
  return totals.paid === 0 || isSaid ? [] : [text(`就涉案订单，原告${totalsInWords(totals)}。`)];
}

function conclusionParagraphs(input: DocumentInput, money: readonly PlacedClaim[], seller: string): Inline[][] {
  const { case: file, facts, provisions } = input;
  const platforms = respondentsWithRole(file.respondents, 'platform', words.respondent);
  const isShop = file.respondents.some(({ roles }) => roles.includes('merchant'));
  const platformLaw = platforms === '' || !isShop ? undefined : citeForDeal(input, platformBasis);
  const ownBusiness =
    platforms === '' || !wasShownAsPlatformsOwn(file) ? undefined : citeForDeal(input, ownBusinessBasis);
  const providers = respondentsWithRole(file.respondents, 'payment-provider', words.respondent);
  const small = citeInForce(provisions, [smallClaimsBasis], [file.date]);
  return [
    ...(platformLaw === undefined
      ? []
      : [
          text(
            `${platforms}系网络交易平台提供者。平台提供者不能提供销售者或者服务者的真实名称、地址和有效联系方式，或者明知、应知其侵害消费者合法权益而未采取必要措施的，依法承担责任（${platformLaw.text}）。是否具备上述情形，请人民法院根据查明的事实认定。`,
          ),
        ]),
    ...(ownBusiness === undefined
      ? []
      : [
          text(
            `平台经营者以标记自营等方式开展自营业务，或者虽非自营但所作标识足以使消费者误认为自营的，应当承担销售者或者服务提供者的责任（${ownBusiness.text}）。`,
          ),
        ]),
    // No provision makes a payment provider repay an authorised purchase, so the case itself must say why it is sued.
    ...(providers === '' || file.statements.additional !== undefined
      ? []
      : [
          joinInline(
            `请求${providers}承担责任的事实和依据：`,
            facts.need(undefined, '请求支付机构承担责任的事实和依据', 'statements.additional'),
            '。',
          ),
        ]),
    ...(isFraudClaimed(file)
      ? [
          text(
            `原告主张${seller}就商品或者服务所作的上述介绍构成欺诈，据此请求增加赔偿；是否构成欺诈，请人民法院依法认定。`,
          ),
        ]
      : []),
    text('综上，原告依法提起诉讼，请求人民法院支持上述诉讼请求。'),
    ...(small !== undefined && isMoneyOnly(money)
      ? [text(`本案请求为金钱给付，如符合${small.text}规定的条件，请依法适用小额诉讼程序审理。`)]
      : []),
  ];
}

/** 消费者权益保护法 55 is pleaded only by whoever asks for it; knowing falsehood is theirs to prove. */
function isFraudClaimed(file: Case): boolean {
  return file.claims.some(({ kind }) => kind === 'triple-damages');
}

function isMoneyOnly(claims: readonly PlacedClaim[]): boolean {
  return claims.length > 0 && claims.every(({ claim }) => claim.kind !== 'performance' && claim.kind !== 'other');
}

function enclosed(file: Case): Attachment[] {
  const copies = file.respondents.length;
  const hasAgent = file.claimants.some((claimant) => claimant.agent !== undefined && !isMinor(claimant, file.date));
  const hasGuardian = file.claimants.some((claimant) => isMinor(claimant, file.date));
  return attachments([
    `本起诉状副本${copies}份`,
    `证据目录和证据材料${copies + 1}份（提交人民法院1份，被告${copies}份）`,
    `原告身份证明复印件${file.claimants.length}份`,
    hasGuardian ? '法定代理人身份证明和监护关系证明' : undefined,
    hasAgent ? '授权委托书和委托诉讼代理人身份证明' : undefined,
  ]);
}
