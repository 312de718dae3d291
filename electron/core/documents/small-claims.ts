import type { Case } from '../cases/case-file.ts';
import { causeOfAction } from '../law/dispute.ts';
import { type AccountSection, accountOfFacts } from './account-of-facts.ts';
import { type ClaimLine, totalInWords } from './claims.ts';
import { conclusionParagraphs } from './conclusion.ts';
import { type Inline, joinInline, text } from './inline.ts';
import { groundParagraphs, standardTermParagraphs } from './legal-grounds.ts';
import { defendantLine, plaintiffLines } from './litigants.ts';
import type { DocumentInput } from './paper.ts';
import { isMinor, type PartyWords, sellerName } from './party-words.ts';
import { paymentTotals, totalsInWords } from './payments.ts';
import { courtClaims, prayers } from './prayers.ts';
import { type Attachment, attachments, type SignatureBlock, signatureBlock } from './signature.ts';

const words: PartyWords = { claimant: '原告', respondent: '被告' };

/** 民事起诉状, the traditional layout; its contents are those of 民事诉讼法 124, its copies those of 123. */
export interface SmallClaims {
  readonly title: string;
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
  readonly evidence: Inline[];
  readonly court: Inline[];
  readonly signature: SignatureBlock;
  readonly attachments: Attachment[];
}

export function buildSmallClaims(input: DocumentInput): SmallClaims {
  const { case: file, facts } = input;
  const seller = sellerName(file.respondents, words.respondent);
  const claims = courtClaims(file);
  return {
    title: '民事起诉状',
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

function sumsPaid(file: Case): Inline[][] {
  const totals = paymentTotals(file.orders);
  const isSaid = totals.refunded === 0 && file.claims.some(({ calculation }) => calculation !== undefined);
  return totals.paid === 0 || isSaid ? [] : [text(`就涉案订单，原告${totalsInWords(totals)}。`)];
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
