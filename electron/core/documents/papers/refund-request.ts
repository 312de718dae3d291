import type { Case } from '../../../contract/case/case-file.ts';
import { formatDay } from '../../../contract/case/moments.ts';
import { referencesIn } from '../../cases/prose.ts';
import { recordsBasis } from '../../law/bases/bases.ts';
import { type AccountSection, accountOfFacts } from '../blocks/account-of-facts.ts';
import { isOffPlatform, merchantNames, platformName } from '../blocks/addressees.ts';
import { type ClaimantSchedule, claimantSchedule } from '../blocks/claimant-schedule.ts';
import { type ClaimLine, isForCourtOnly, placedClaims, totalInWords } from '../blocks/claims.ts';
import { fraudFacts } from '../blocks/fraud-facts.ts';
import { citeForDeal, groundParagraphs, groundsOpening, standardTermParagraphs } from '../blocks/legal-grounds.ts';
import { claimantRows, type NamedRow } from '../blocks/named-rows.ts';
import { type OrderTable, orderTables } from '../blocks/order-tables.ts';
import { paymentMethods } from '../blocks/payments.ts';
import { type PromiseTableRow, promiseTableRows } from '../blocks/promise-rows.ts';
import { requestLines } from '../blocks/request-lines.ts';
import { rescissionNotice as noticeGiven } from '../blocks/rescission.ts';
import {
  isNoticeDue,
  noticeOfRescission,
  type RescissionNotice,
  rescissionAsked,
} from '../blocks/rescission-notice.ts';
import {
  type Attachment,
  attachments,
  enclosedEvidence,
  type SignatureBlock,
  signatureBlock,
} from '../blocks/signature.ts';
import { type Inline, joinInline, text } from '../inline.ts';
import type { DocumentInput } from '../paper.ts';
import { provedBy } from '../paper-text.ts';
import type { PartyWords } from '../party-words.ts';

const words: PartyWords = { claimant: '申请人', respondent: '被申请人' };

/** 平台退款申请书: to the platform and the merchant, before anybody else is asked; to the merchant alone where there is no platform. */
export interface RefundRequest {
  readonly title: string;
  readonly addressees: Inline[];
  readonly applicant: NamedRow[];
  readonly requests: ClaimLine[];
  readonly total: Inline[];
  readonly manner: Inline[][];
  readonly orders: OrderTable[];
  readonly promises: PromiseTableRow[];
  readonly account: AccountSection[];
  /** Why more than the price is asked for; empty where it is not. */
  readonly fraud: Inline[];
  readonly hasGrounds: boolean;
  readonly grounds: Inline[][];
  readonly rebuttal: Inline[][];
  /** None, or one with its number among the sections. */
  readonly notices: (RescissionNotice & { readonly section: string })[];
  /** Sums of a group, where each has their own. */
  readonly schedule: ClaimantSchedule | undefined;
  readonly attachments: Attachment[];
  readonly signature: SignatureBlock;
}

/** Where no platform stands between the two, it goes to the seller alone. */
export function refundRequestTitle(file: Case): string {
  return isOffPlatform(file) ? '退款申请书' : '平台退款申请书';
}

export function buildRefundRequest(input: DocumentInput): RefundRequest {
  const { case: file, facts } = input;
  const grounds = groundParagraphs(input, 'elsewhere', words, '商家');
  const rebuttal = standardTermParagraphs(input, 'elsewhere', words);
  const hasGrounds = grounds.length + rebuttal.length > 0;
  const opening = grounds.length === 0 ? undefined : groundsOpening(input, words, '商家');
  // A contract is ended by notice, not on request: the claim for it has a section of its own.
  const claims = placedClaims(file, (claim) => !isForCourtOnly(claim) && claim.kind !== 'rescission');
  const notice = noticeOfRescission(input, words);
  const noticeSection = hasGrounds ? '五' : '四';
  const fraud = fraudFacts(input, '商家', words);
  return {
    title: refundRequestTitle(file),
    addressees: addresseesOf(input),
    applicant: claimantRows(input, words),
    requests: requestLines(input, words, claims, '退款请求'),
    total: totalInWords(facts, claims),
    manner: [...rescissionInWords(input, notice === undefined ? undefined : noticeSection), ...mannerOfAnswer(input)],
    orders: orderTables(input, words),
    promises: promiseTableRows(input, words),
    account: accountOfFacts(file, facts, {
      words,
      seller: '商家',
      shown: { orders: true, promises: true, keys: true },
    }),
    fraud: fraud.length === 0 ? [] : joinInline(fraud, '。'),
    hasGrounds,
    grounds: opening === undefined ? grounds : [text(opening), ...grounds],
    rebuttal,
    notices: notice === undefined ? [] : [{ ...notice, section: noticeSection }],
    schedule: claimantSchedule(input, words, claims),
    attachments: attachments([
      enclosedEvidence(file),
      `申请人身份信息（${isOffPlatform(file) ? '核验身份' : '按平台规则核验'}时提供）`,
    ]),
    signature: signatureBlock(file, words.claimant),
  };
}

/** The platform first, then the shop: whichever of them the case names. */
function addresseesOf({ case: file, facts }: DocumentInput): Inline[] {
  if (isOffPlatform(file)) return facts.need(merchantNames(file).join('、'), '商家名称', 'respondents[0].name');
  const addressees = [platformName(file), ...merchantNames(file)].filter((name) => name !== undefined);
  return facts.need([...new Set(addressees)].join('、'), '受理退款申请的平台名称', 'addressees.platform');
}

/** That the contract was ended before, is ended by this paper, or what is missing for it. */
function rescissionInWords(input: DocumentInput, noticeSection: string | undefined): Inline[][] {
  const { case: file, facts } = input;
  const given = noticeGiven(file);
  if (given !== undefined) {
    const { at, text: said, evidence } = given.event;
    const proof = provedBy(facts, [...new Set([...evidence, ...referencesIn(said)])]);
    return [joinInline(`${words.claimant}已于${formatDay(at.day)}通知商家解除合同`, proof, '。')];
  }
  if (!isNoticeDue(file)) return [];
  if (noticeSection !== undefined) {
    const onward = isOffPlatform(file) ? '' : '，请平台一并转送商家并告知送达时间';
    return [text(`解除合同的通知见本申请书第${noticeSection}部分${onward}。`)];
  }
  return placedClaims(file, ({ kind }) => kind === 'rescission').map((claim) => rescissionAsked(input, words, claim));
}

/** How the money should come back and what a refusal should contain. No day count: the law sets none for this step. */
function mannerOfAnswer(input: DocumentInput): Inline[][] {
  const { case: file } = input;
  const methods = paymentMethods(file.orders);
  const route = methods.length === 0 ? '原付款渠道' : `原付款渠道（${methods.join('、')}）`;
  const records = citeForDeal(input, recordsBasis(file));
  const legal = records === undefined ? '' : `（${records.text}）`;
  const isOff = isOffPlatform(file);
  const rules = isOff ? '所依据的约定' : '所依据的规则条款和公示位置';
  return [
    text(`请将退款退回${route}，并告知退款的时间和金额。`),
    text(
      `如不同意退款，或者只同意退还一部分，请以书面形式答复，写明具体理由、${rules}，并提供据以认定的${recordsOf(file)}${legal}。`,
    ),
    ...(isOff ? [] : [text('请在平台公示的处理时限内答复，并告知本申请的受理编号。')]),
  ];
}

/** What a refusal has to rest on, by what was sold. */
function recordsOf({ orders }: Case): string {
  const kinds = new Set(orders.flatMap(({ items }) => items.map(({ kind }) => kind)));
  if (kinds.has('card-key') || kinds.has('other') || kinds.size === 0) return '订单、交付、激活或者核销记录';
  return kinds.has('game-credit') ? '订单、充值和到账记录' : '订单、开通和使用记录';
}
