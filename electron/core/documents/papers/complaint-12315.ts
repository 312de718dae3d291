import type { Case } from '../../../contract/case/case-file.ts';
import { respondentRoleWords } from '../../../contract/case/words.ts';
import { complaintBases } from '../../law/bases/bases.ts';
import { citeInForce } from '../../law/provisions.ts';
import { chosenAgent, isRepresented } from '../../law/representation.ts';
import { inBrackets } from '../blocks/cite-applicable.ts';
import { type ClaimantSchedule, claimantSchedule, scheduleTitle } from '../blocks/claimant-schedule.ts';
import { type ClaimLine, totalInWords } from '../blocks/claims.ts';
import { type ComplainantFields, complainantFields } from '../blocks/complainant.ts';
import { competenceLine } from '../blocks/complaint-competence.ts';
import {
  type ComplaintFact,
  complainedOf,
  complaintFacts,
  otherFilings,
  complaintWords as words,
} from '../blocks/complaint-facts.ts';
import {
  type ComplainantList,
  complainantList,
  isListed,
  listTitle,
  representativePlaces,
} from '../blocks/complaint-group.ts';
import { complaintClaims, complaintRequests } from '../blocks/complaint-requests.ts';
import { type Attachment, attachments, type SignatureBlock, signatureBlock } from '../blocks/signature.ts';
import { type Inline, joinInline, text } from '../inline.ts';
import type { DocumentInput } from '../paper.ts';
import { numberedParty } from '../party-words.ts';

/** 是 and 否 with one of them ticked, or neither and a blank beside them. */
export interface Tick {
  readonly yes: boolean;
  readonly no: boolean;
  readonly blank: Inline[];
}

/**
 * 投诉书 in the layout of the official 《投诉登记表》; its contents are those of 投诉举报处理办法 10. Names of the
 * fields are the form's.
 */
export interface Complaint12315 {
  readonly title: string;
  readonly addressee: Inline[];
  /** Why this office; empty where the case does not tell. */
  readonly competence: Inline[];
  /** Who complains, where they are too many for the form. */
  readonly group: Inline[];
  readonly complainants: (ComplainantFields & {
    readonly heading: string;
    /** How many rows of the form the block takes. */
    readonly rows: number;
  })[];
  readonly publish: Tick;
  readonly mediate: Tick;
  readonly respondents: {
    readonly heading: string;
    readonly name: Inline[];
    readonly contact: Inline[];
    readonly address: Inline[];
    readonly phone: Inline[];
  }[];
  readonly facts: ComplaintFact[];
  readonly requests: ClaimLine[];
  readonly total: Inline[];
  readonly otherFilings: Inline[][];
  readonly declaration: Inline[];
  readonly signature: SignatureBlock;
  readonly notes: Attachment[];
  readonly list: ComplainantList | undefined;
  readonly schedule: ClaimantSchedule | undefined;
}

export function buildComplaint12315(input: DocumentInput): Complaint12315 {
  const { case: file, facts } = input;
  const claims = complaintClaims(file);
  const schedule = claimantSchedule(input, words, claims);
  return {
    title: '投诉书',
    addressee: facts.need(file.addressees.marketRegulator, '受理投诉的市场监督管理部门', 'addressees.marketRegulator'),
    competence: competenceLine(input),
    group: isListed(file) ? text(`共${file.claimants.length}人，见所附《${listTitle(file)}》`) : [],
    complainants: complainants(input),
    publish: tick(input, file.consents.publishComplaint, '是否同意公示投诉信息', 'consents.publishComplaint'),
    mediate: tick(input, file.consents.delegateMediation, '是否同意委托调解', 'consents.delegateMediation'),
    respondents: respondentsComplainedOf(input),
    facts: complaintFacts(input),
    requests: complaintRequests(input, claims),
    total: totalInWords(facts, claims),
    otherFilings: otherFilings(input),
    declaration: declaration(input),
    signature: signatures(input),
    notes: notes(input, schedule !== undefined),
    list: complainantList(input),
    schedule,
  };
}

/** A block for each of one or two; of a listed group for those who speak for it. */
function complainants(input: DocumentInput): Complaint12315['complainants'] {
  const { claimants } = input.case;
  const speaking = representativePlaces(input.case);
  const blocks = isListed(input.case)
    ? speaking.map((place, order) => ({ place, heading: numberedParty('代表人', order, speaking.length) }))
    : claimants.map((_, place) => ({ place, heading: numberedParty(words.claimant, place, claimants.length) }));
  return blocks.flatMap(({ place, heading }) => {
    const claimant = claimants[place];
    if (claimant === undefined) return [];
    const fields = complainantFields(input, claimant, place);
    return [{ heading, rows: fields.agent.length === 0 ? 3 : 4, ...fields }];
  });
}

/** Whoever speaks for a listed group signs for it; where nobody was chosen, each signs in the list. */
function signatures({ case: file }: DocumentInput): SignatureBlock {
  const block = signatureBlock(file, words.claimant);
  if (!isListed(file)) return block;
  const speaking = representativePlaces(file);
  const lines = speaking.flatMap((place, order) => {
    const line = block.lines[place];
    if (line === undefined) return [];
    const party = numberedParty(words.claimant, place, file.claimants.length);
    return [{ label: line.label.replace(party, numberedParty('代表人', order, speaking.length)) }];
  });
  return { ...block, lines };
}

function tick({ facts }: DocumentInput, answer: boolean | undefined, label: string, path: string): Tick {
  return {
    yes: answer === true,
    no: answer === false,
    blank: answer === undefined ? facts.need(undefined, label, path) : [],
  };
}

function respondentsComplainedOf({ case: file, facts }: DocumentInput): Complaint12315['respondents'] {
  const complained = complainedOf(file);
  return complained.map(({ respondent, index }, place) => {
    const path = `respondents[${index}]`;
    const who = numberedParty(words.respondent, place, complained.length);
    const { name, shopName, roles, creditCode, contact, legalRepresentative, phone, address } = respondent;
    const role = roles.map((one) => respondentRoleWords[one]).join('、');
    const details = [role, shopName && `店铺名称：${shopName}`, creditCode && `统一社会信用代码：${creditCode}`];
    return {
      heading: who,
      name: joinInline(
        facts.need(name, `${who}名称`, `${path}.name`),
        `（${details.filter((detail) => detail !== undefined && detail !== '').join('，')}）`,
      ),
      contact: text(contact ?? legalRepresentative ?? ''),
      address: facts.need(address, `${who}地址`, `${path}.address`),
      // 投诉举报处理办法 10(二) asks for name and address; an unknown number leaves its cell empty.
      phone: text(phone ?? ''),
    };
  });
}

function declaration({ case: file, law: { provisions } }: DocumentInput): Inline[] {
  const law = citeInForce(provisions, [complaintBases.identity], [file.date]);
  return text(
    law === undefined
      ? '投诉人对所提供材料内容的真实性负责。'
      : `投诉人依据${law.text}提供以上信息，并对所提供材料内容的真实性负责。`,
  );
}

function notes(input: DocumentInput, hasSchedule: boolean): Attachment[] {
  const { case: file } = input;
  const hasAgent = file.claimants.some((claimant) => chosenAgent(claimant, file.date) !== undefined);
  const byGuardian = file.claimants.some((claimant) => isRepresented(claimant, file.date));
  return attachments([
    file.evidence.length === 0 ? undefined : `随附证据材料${file.evidence.length}项，名称、来源和页码见《证据目录》。`,
    byGuardian
      ? '随附投诉人和法定代理人身份证明、监护关系证明材料，供核验真实身份。'
      : '随附投诉人身份证明材料，供核验真实身份。',
    hasAgent
      ? `委托他人代为投诉，随附授权委托书原件和受托人身份证明${inBrackets(input, [complaintBases.agent])}。`
      : undefined,
    ...groupNotes(file, hasSchedule, inBrackets(input, [complaintBases.jointComplaint])),
    '通过网络、电话等非现场方式提交的，投诉人可以不签字。',
    '登记单位、编号和经办人由登记单位填写。',
  ]);
}

/** What goes with a complaint of several; whether they choose representatives is theirs to decide. */
function groupNotes(file: Case, hasSchedule: boolean, rule: string): (string | undefined)[] {
  if (file.claimants.length === 1) return [];
  const speaking = representativePlaces(file);
  const schedule = hasSchedule ? `各人的订单和金额见《${scheduleTitle(words)}》。` : undefined;
  if (!isListed(file)) return [`投诉人为两人，基于同一争议共同投诉${rule}。`, schedule];
  return [
    speaking.length === 0
      ? `投诉人为${file.claimants.length}人，基于同一争议共同投诉，各人在《${listTitle(file)}》上签名；可以书面推选两名代表人${rule}。`
      : `投诉人为${file.claimants.length}人，基于同一争议共同投诉；由代表人签名，随附全体投诉人签名的《${listTitle(file)}》${rule}。`,
    schedule,
  ];
}
