import type { Case } from '../../../contract/case/case-file.ts';
import { sumsOf } from '../../cases/order-sums.ts';
import { causeOfAction } from '../../law/dispute.ts';
import { chosenAgent, isRepresented } from '../../law/representation.ts';
import { type AccountSection, accountOfFacts } from '../blocks/account-of-facts.ts';
import { type ClaimantSchedule, claimantSchedule } from '../blocks/claimant-schedule.ts';
import { type ClaimLine, totalInWords } from '../blocks/claims.ts';
import { conclusionParagraphs } from '../blocks/conclusion.ts';
import { evidenceParagraphs } from '../blocks/evidence-section.ts';
import { groundParagraphs, standardTermParagraphs } from '../blocks/legal-grounds.ts';
import { defendantLine, plaintiffLines } from '../blocks/litigants.ts';
import { totalsInWords } from '../blocks/payments.ts';
import { courtClaims, prayers } from '../blocks/prayers.ts';
import { type Attachment, attachments, type SignatureBlock, signatureBlock } from '../blocks/signature.ts';
import { buildElementsStatement, type ElementsStatement } from '../elements/elements-statement.ts';
import { type Inline, text } from '../inline.ts';
import type { DocumentInput } from '../paper.ts';
import { everybody, type PartyWords, sellerName } from '../party-words.ts';

const words: PartyWords = { claimant: '原告', respondent: '被告' };

/**
 * 民事起诉状 in one of its two layouts; the other list is empty. The model form by elements is an offer and no duty
 * (法〔2025〕82号), so the traditional layout stands unless the case asks for the form.
 */
export interface SmallClaims {
  readonly title: string;
  readonly traditional: TraditionalStatement[];
  readonly elements: ElementsStatement[];
}

export function buildSmallClaims(input: DocumentInput): SmallClaims {
  const isForm = input.case.court.layout === 'elements';
  return {
    title: '民事起诉状',
    traditional: isForm ? [] : [traditionalStatement(input)],
    elements: isForm ? [buildElementsStatement(input)] : [],
  };
}

/** The traditional layout; its contents are those of 民事诉讼法 124, its copies those of 123. */
export interface TraditionalStatement {
  readonly parties: Inline[][];
  readonly cause: Inline[];
  readonly claims: ClaimLine[];
  readonly total: Inline[];
  readonly account: AccountSection[];
  /** What was paid and what came back, unless a calculation has said it. */
  readonly sums: Inline[][];
  readonly grounds: Inline[][];
  readonly rebuttal: Inline[][];
  readonly conclusion: Inline[][];
  readonly evidence: Inline[][];
  /** Whose order and sum is whose, where several sue together. */
  readonly schedule: ClaimantSchedule | undefined;
  readonly court: Inline[];
  readonly signature: SignatureBlock;
  readonly attachments: Attachment[];
}

function traditionalStatement(input: DocumentInput): TraditionalStatement {
  const { case: file, facts } = input;
  const seller = sellerName(file.respondents, words.respondent);
  const claims = courtClaims(file);
  return {
    parties: [
      ...file.claimants.flatMap((claimant, index) => plaintiffLines(input, words.claimant, claimant, index)),
      ...file.respondents.map((respondent, index) => defendantLine(input, words.respondent, respondent, index)),
    ],
    cause: facts.need(causeOfAction(file), '案由', 'orders'),
    claims: prayers(input, claims, seller, words),
    total: totalInWords(facts, claims),
    account: accountOfFacts(file, facts, { words, seller, shown: { orders: false, promises: false } }),
    sums: sumsPaid(file),
    grounds: groundParagraphs(input, 'court', words, seller),
    rebuttal: standardTermParagraphs(input, 'court', words),
    conclusion: conclusionParagraphs(input, claims, seller, words),
    evidence: evidenceParagraphs(input, words),
    schedule: claimantSchedule(input, words, claims),
    court: facts.need(file.addressees.court, '受诉人民法院名称', 'addressees.court'),
    signature: signatureBlock(file, '具状人'),
    attachments: enclosed(file),
  };
}

function sumsPaid(file: Case): Inline[][] {
  const totals = sumsOf(file.orders);
  const isSaid = totals.refunded === 0 && file.claims.some(({ calculation }) => calculation !== undefined);
  return totals.paid === 0 || isSaid ? [] : [text(`就涉案订单，${everybody(file, words)}${totalsInWords(totals)}。`)];
}

function enclosed(file: Case): Attachment[] {
  const copies = file.respondents.length;
  const hasAgent = file.claimants.some((claimant) => chosenAgent(claimant, file.date) !== undefined);
  const byGuardian = file.claimants.some((claimant) => isRepresented(claimant, file.date));
  return attachments([
    `本起诉状副本${copies}份`,
    `证据目录和证据材料${copies + 1}份（提交人民法院1份，被告${copies}份）`,
    `原告身份证明复印件${file.claimants.length}份`,
    byGuardian ? '法定代理人身份证明和监护关系证明' : undefined,
    hasAgent ? '授权委托书和委托诉讼代理人身份证明' : undefined,
  ]);
}
