import { formatDay } from '../../../contract/case/moments.ts';
import { consumerAssociationBases } from '../../law/bases/paper-bases.ts';
import { chosenAgent, isRepresented } from '../../law/representation.ts';
import type { AccountSection } from '../blocks/account-of-facts.ts';
import { inBrackets } from '../blocks/cite-applicable.ts';
import { type ClaimantSchedule, claimantSchedule } from '../blocks/claimant-schedule.ts';
import { type ClaimLine, totalInWords } from '../blocks/claims.ts';
import { complainedOf, complaintFacts, filedElsewhere, complaintWords as words } from '../blocks/complaint-facts.ts';
import { complaintClaims, complaintRequests } from '../blocks/complaint-requests.ts';
import { claimantRows, type NamedRow, respondentRows } from '../blocks/named-rows.ts';
import {
  type Attachment,
  attachments,
  enclosedEvidence,
  type SignatureBlock,
  signatureBlock,
} from '../blocks/signature.ts';
import { type Inline, text } from '../inline.ts';
import type { DocumentInput } from '../paper.ts';

/**
 * 消费者协会投诉书. An association is no authority: it investigates and mediates (消费者权益保护法 37), and no rule
 * counts its days. The contents are those of the complaint to the market regulator.
 */
export interface ConsumerAssociationComplaint {
  readonly title: string;
  readonly addressee: Inline[];
  readonly parties: NamedRow[];
  readonly asked: Inline[][];
  readonly requests: ClaimLine[];
  readonly total: Inline[];
  /** When, where, what and how much. */
  readonly facts: NamedRow[];
  /** The dispute itself, its evidence and the law, in full width. */
  readonly account: AccountSection[];
  readonly otherFilings: Inline[][];
  /** Sums of a group, where each has their own. */
  readonly schedule: ClaimantSchedule | undefined;
  readonly attachments: Attachment[];
  readonly signature: SignatureBlock;
}

export function buildConsumerAssociation(input: DocumentInput): ConsumerAssociationComplaint {
  const { case: file, facts } = input;
  const claims = complaintClaims(file);
  const complained = complainedOf(file).map(({ respondent }) => respondent);
  const told = complaintFacts(input);
  return {
    title: '消费者协会投诉书',
    addressee: facts.need(
      file.addressees.consumerAssociation,
      '受理投诉的消费者协会',
      'addressees.consumerAssociation',
    ),
    parties: [
      ...claimantRows(input, words, 'identity'),
      ...respondentRows(input, words, (respondent) => complained.includes(respondent), true),
    ],
    asked: askedOfAssociation(input),
    requests: complaintRequests(input, claims),
    total: totalInWords(facts, claims),
    facts: told
      .filter(({ name }) => inTable.includes(name))
      .map(({ name, paragraphs }) => ({ name, lines: paragraphs })),
    account: told
      .filter(({ name }) => !inTable.includes(name))
      .map(({ name, paragraphs }) => ({ title: name, paragraphs })),
    otherFilings: otherFilings(input),
    schedule: claimantSchedule(input, words, claims),
    attachments: enclosed(input),
    signature: signatureBlock(file, words.claimant),
  };
}

/** Rows of the official form that are a line or two. */
const inTable: readonly string[] = ['时间', '地点', '内容', '涉及金额'];

function askedOfAssociation(input: DocumentInput): Inline[][] {
  const { mediation, inquiry } = consumerAssociationBases;
  return [
    text(`请依法受理本投诉，就争议事项进行调查、调解，并及时处理${inBrackets(input, mediation)}。`),
    text(`需要核实的，请约请${words.respondent}说明情况、提供证据资料${inBrackets(input, inquiry)}。`),
  ];
}

/**
 * What was and was not asked of others. Signed with the complaint, so an empty list is no statement: somebody has to
 * have said that there was nothing.
 */
function otherFilings(input: DocumentInput): Inline[][] {
  const { case: file, facts } = input;
  const others = filedElsewhere(input);
  if (others.length > 0) return [text(`${words.claimant}就同一争议向其他机构提出请求的情况如下：`), ...others];
  if (file.consents.notFiledElsewhere !== true) {
    const answer = '是否已就同一争议向法院、仲裁机构、行政机关或者其他消费者协会提出';
    return [facts.need(undefined, answer, 'consents.notFiledElsewhere')];
  }
  return [
    text(
      `截至${formatDay(file.date)}，${words.claimant}未就同一争议向人民法院、仲裁机构、市场监督管理部门等行政机关或者其他消费者协会提出过请求。`,
    ),
  ];
}

function enclosed({ case: file }: DocumentInput): Attachment[] {
  const hasAgent = file.claimants.some((claimant) => chosenAgent(claimant, file.date) !== undefined);
  const byGuardian = file.claimants.some((claimant) => isRepresented(claimant, file.date));
  return attachments([
    enclosedEvidence(file),
    byGuardian ? '投诉人和法定代理人身份证明、监护关系证明材料复印件' : '投诉人身份证明复印件',
    hasAgent ? '授权委托书和受托人身份证明' : undefined,
  ]);
}
