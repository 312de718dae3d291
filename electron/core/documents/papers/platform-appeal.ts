import type { Claim } from '../../../contract/case/case-file.ts';
import { formatDay } from '../../../contract/case/moments.ts';
import { platformAppealBases } from '../../law/bases/paper-bases.ts';
import { type AccountSection, accountOfFacts } from '../blocks/account-of-facts.ts';
import { platformName } from '../blocks/addressees.ts';
import { inBrackets } from '../blocks/cite-applicable.ts';
import { type ClaimantSchedule, claimantSchedule } from '../blocks/claimant-schedule.ts';
import { type ClaimLine, isForCourtOnly, placedClaims, totalInWords } from '../blocks/claims.ts';
import { answerPhrase } from '../blocks/filing-words.ts';
import { groundParagraphs, groundsOpening, standardTermParagraphs } from '../blocks/legal-grounds.ts';
import { claimantRows, type NamedRow, respondentRows } from '../blocks/named-rows.ts';
import { type OrderTable, orderTables } from '../blocks/order-tables.ts';
import { platformRecords, type RecordRow } from '../blocks/platform-records.ts';
import { type PromiseTableRow, promiseTableRows } from '../blocks/promise-rows.ts';
import { requestLines } from '../blocks/request-lines.ts';
import {
  type Attachment,
  attachments,
  enclosedEvidence,
  type SignatureBlock,
  signatureBlock,
} from '../blocks/signature.ts';
import { type StepRow, stepRows, wasRefused } from '../blocks/steps-taken.ts';
import { type Inline, joinInline, text } from '../inline.ts';
import type { DocumentInput } from '../paper.ts';
import { paperProse, provedBy } from '../paper-text.ts';
import type { PartyWords } from '../party-words.ts';

/** The user's account of the answers tells the shop's. */
const shopAnswered = /商家|店铺|卖家|客服/u;

const words: PartyWords = { claimant: '申诉人', respondent: '被申诉商家' };

/** 平台介入申诉书: to the platform, after the shop refused or kept silent. It asks for a decision, not for money of its own. */
export interface PlatformAppeal {
  readonly title: string;
  readonly addressee: Inline[];
  readonly parties: NamedRow[];
  readonly requests: ClaimLine[];
  readonly total: Inline[];
  readonly manner: Inline[][];
  readonly orders: OrderTable[];
  readonly promises: PromiseTableRow[];
  readonly account: AccountSection[];
  readonly steps: StepRow[];
  readonly answer: Inline[][];
  readonly reply: Inline[][];
  readonly recordsIntroduction: string;
  readonly records: RecordRow[];
  readonly hasGrounds: boolean;
  readonly grounds: Inline[][];
  /** Sums of a group, where each has their own. */
  readonly schedule: ClaimantSchedule | undefined;
  readonly attachments: Attachment[];
  readonly signature: SignatureBlock;
}

export function buildPlatformAppeal(input: DocumentInput): PlatformAppeal {
  const { case: file, facts } = input;
  const claims = placedClaims(file, isForPlatform);
  // Law on what this paper does not ask for would only puzzle its reader.
  const asked = { ...input, case: { ...file, claims: claims.map(({ claim }) => claim) } };
  const rules = groundParagraphs(asked, 'elsewhere', words, '商家');
  const opening = rules.length === 0 ? undefined : groundsOpening(asked, words, '商家');
  const grounds = [
    ...(opening === undefined ? [] : [text(opening)]),
    ...rules,
    ...standardTermParagraphs(input, 'elsewhere', words),
  ];
  const answer = paperProse(facts, words, file.statements.answer);
  const { retention, records } = platformAppealBases;
  return {
    title: '平台介入申诉书',
    addressee: facts.need(platformName(file), '受理申诉的平台名称', 'addressees.platform'),
    parties: [
      ...claimantRows(input, words),
      ...respondentRows(input, words, ({ roles }) => roles.includes('merchant'), false),
    ],
    requests: requestLines(input, words, claims, '请求平台处理的事项', 'dropped'),
    total: totalInWords(facts, claims),
    manner: mannerOfDecision(input),
    orders: orderTables(input, words),
    promises: promiseTableRows(input, words),
    account: accountOfFacts(file, facts, {
      words,
      seller: '商家',
      shown: { orders: true, promises: true, handling: true, keys: true },
    }),
    steps: stepRows(
      input,
      words,
      ['merchant'],
      shopAnswered.test(file.statements.answer ?? '') ? 'told-below' : 'told-here',
    ),
    answer,
    reply: replyToShop(input),
    recordsIntroduction: `请平台核查并在处理时依据下列记录${inBrackets(input, [...retention, ...records])}：`,
    records: platformRecords(input, words),
    hasGrounds: grounds.length > 0,
    grounds,
    schedule: claimantSchedule(input, words, claims),
    attachments: attachments([enclosedEvidence(file), '申诉人身份信息（按平台规则核验时提供）']),
    signature: signatureBlock(file, words.claimant),
  };
}

/** A platform decides by its rules on refund and performance; fraud, costs and the end of the contract are not its to find. */
function isForPlatform(claim: Claim): boolean {
  return !isForCourtOnly(claim) && claim.kind !== 'triple-damages' && claim.kind !== 'rescission';
}

/** 电子商务法 61 lets a platform help; which sum it grants, and when, is a matter of its own published rules. */
function mannerOfDecision(input: DocumentInput): Inline[][] {
  const help = inBrackets(input, platformAppealBases.assistance);
  return [
    ...earlierDecisions(input),
    text(`请平台核实双方提交的材料，协助解决本争议${help}，并在公示的处理时限内按公示的争议处理规则作出决定。`),
    text(
      '请告知受理编号，并书面告知处理结果，写明认定的事实、理由、所依据的规则条款及其公示位置；部分支持的，写明金额和计算方式。',
    ),
  ];
}

/** Where the platform has decided before, this paper asks it to look again. */
function earlierDecisions({ case: file, facts }: DocumentInput): Inline[][] {
  return file.filings
    .filter(({ body, status }) => body === 'platform' && (status === 'handled' || status === 'refused'))
    .map(({ filedOn, endedOn, reference, answer, evidence }) =>
      joinInline(
        `平台${endedOn === undefined ? '' : `于${formatDay(endedOn)}`}对${words.claimant}`,
        filedOn === undefined ? '' : `${formatDay(filedOn)}提出的`,
        `请求${reference === undefined ? '' : `（编号${reference}）`}已作处理`,
        // The account of the answers, further down, tells it with its evidence.
        ...(!/平台/u.test(file.statements.answer ?? '')
          ? [answerPhrase(facts, words, answer), provedBy(facts, evidence, answer)]
          : ['，答复见第四部分']),
        `。${words.claimant}不同意该处理，请平台重新核实。`,
      ),
    );
}

/** Why the shop's answer does not settle it. A shop that kept silent said nothing to reply to. */
function replyToShop({ case: file, facts }: DocumentInput): Inline[][] {
  const reply = paperProse(facts, words, file.statements.reply);
  if (reply.length > 0 || !wasRefused(file)) return reply;
  return facts.needProse(undefined, '商家的答复为什么不能解决争议', 'statements.reply');
}
