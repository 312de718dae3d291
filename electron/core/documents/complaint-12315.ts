import { formatYuan } from '../cases/money.ts';
import { complaintBases } from '../law/bases.ts';
import { citeInForce } from '../law/provisions.ts';
import { splitSubject } from './claim-subject.ts';
import {
  type ClaimLine,
  calculationOf,
  isForCourtOnly,
  type PlacedClaim,
  placedClaims,
  requestInWords,
  totalInWords,
} from './claims.ts';
import {
  type ComplaintFact,
  complainedOf,
  complaintFacts,
  otherFilings,
  complaintWords as words,
} from './complaint-facts.ts';
import { type Inline, joinInline, text } from './inline.ts';
import type { DocumentInput } from './paper.ts';
import { isMinor, numberedParty } from './party-words.ts';
import { paymentTotals } from './payments.ts';
import { type Attachment, attachments, type SignatureBlock, signatureBlock } from './signature.ts';
import { respondentRoleWords } from './words.ts';

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
  readonly complainants: {
    readonly heading: string;
    /** How many rows of the form the block takes. */
    readonly rows: number;
    readonly name: Inline[];
    readonly phone: Inline[];
    readonly idType: Inline[];
    readonly idNumber: Inline[];
    readonly address: Inline[];
    readonly agent: Inline[];
  }[];
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
}

export function buildComplaint12315(input: DocumentInput): Complaint12315 {
  const { case: file, facts } = input;
  const claims = placedClaims(file, (claim) => !isForCourtOnly(claim));
  return {
    title: '投诉书',
    addressee: facts.need(file.addressees.marketRegulator, '受理投诉的市场监督管理部门', 'addressees.marketRegulator'),
    complainants: complainants(input),
    publish: tick(input, file.consents.publishComplaint, '是否同意公示投诉信息', 'consents.publishComplaint'),
    mediate: tick(input, file.consents.delegateMediation, '是否同意委托调解', 'consents.delegateMediation'),
    respondents: respondentsComplainedOf(input),
    facts: complaintFacts(input),
    requests:
      claims.length === 0
        ? [{ number: 1, request: joinInline(facts.need(undefined, '投诉请求', 'claims'), '。'), calculation: [] }]
        : claims.map((claim, index) => ({
            number: index + 1,
            request: joinInline(requestWithSubject(input, claim), '。'),
            calculation: calculationOf(facts, file, words, claim),
          })),
    total: totalInWords(facts, claims),
    otherFilings: otherFilings(input),
    declaration: declaration(input),
    signature: signatureBlock(file, words.claimant),
    notes: notes(input),
  };
}

/** "由店铺经营者退还…" → "被投诉人一退还…": the form has given each its name. */
function requestWithSubject({ case: file, facts }: DocumentInput, claim: PlacedClaim): Inline[] {
  const parties = complainedOf(file).map(({ respondent }) => respondent);
  const { subject, request } = splitSubject(requestInWords(facts, file, words, claim), parties, words.respondent);
  return joinInline(subject, request);
}

function complainants({ case: file, facts }: DocumentInput): Complaint12315['complainants'] {
  return file.claimants.map((claimant, index) => {
    const path = `claimants[${index}]`;
    const who = numberedParty(words.claimant, index, file.claimants.length);
    const { agent } = claimant;
    const acting = isMinor(claimant, file.date) ? '法定代理人' : '受托人';
    return {
      heading: who,
      rows: agent === undefined ? 3 : 4,
      name: facts.need(claimant.name, `${who}姓名`, `${path}.name`),
      phone: facts.need(claimant.phone, `${who}联系电话`, `${path}.phone`),
      idType: text(claimant.idType),
      idNumber: facts.need(claimant.idNumber, `${who}证件号码`, `${path}.idNumber`),
      address: facts.need(claimant.address, `${who}联系地址`, `${path}.address`),
      agent:
        agent === undefined
          ? []
          : joinInline(
              `${acting}：`,
              facts.need(agent.name, `${who}的${acting}姓名`, `${path}.agent.name`),
              agent.organisation === undefined ? '' : `，${agent.organisation}`,
              agent.phone === undefined ? '' : `，联系电话：${agent.phone}`,
            ),
    };
  });
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

function declaration({ case: file, provisions }: DocumentInput): Inline[] {
  const law = citeInForce(provisions, [complaintBases.identity], [file.date]);
  return text(
    law === undefined
      ? '投诉人对所提供材料内容的真实性负责。'
      : `投诉人依据${law.text}提供以上信息，并对所提供材料内容的真实性负责。`,
  );
}

function notes({ case: file, provisions }: DocumentInput): Attachment[] {
  const cited = (id: string) => {
    const law = citeInForce(provisions, [id], [file.date]);
    return law === undefined ? '' : `（${law.text}）`;
  };
  const hasAgent = file.claimants.some((claimant) => claimant.agent !== undefined && !isMinor(claimant, file.date));
  const hasGuardian = file.claimants.some((claimant) => isMinor(claimant, file.date));
  const sum = file.orders.length === 0 ? '' : `，所涉订单付款合计${formatYuan(paymentTotals(file.orders).paid)}`;
  return attachments([
    file.evidence.length === 0
      ? undefined
      : `随附证据材料${file.evidence.length}项${sum}，名称、来源和页码见《证据目录》。`,
    hasGuardian
      ? '随附投诉人和法定代理人身份证明、监护关系证明材料，供核验真实身份。'
      : '随附投诉人身份证明材料，供核验真实身份。',
    hasAgent ? `委托他人代为投诉，随附授权委托书原件和受托人身份证明${cited(complaintBases.agent)}。` : undefined,
    file.claimants.length > 1
      ? `投诉人为两人以上，基于同一争议共同投诉；可以书面推选两名代表人${cited(complaintBases.jointComplaint)}。`
      : undefined,
    '通过网络、电话等非现场方式提交的，投诉人可以不签字。',
    '登记单位、编号和经办人由登记单位填写。',
  ]);
}
