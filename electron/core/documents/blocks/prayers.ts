import type { Case } from '../../../contract/case/case-file.ts';
import { formatDay } from '../../../contract/case/moments.ts';
import { priceWord } from '../../law/dispute.ts';
import { isCourtFee } from '../../law/sum-in-dispute.ts';
import type { Facts } from '../facts.ts';
import { type Inline, joinInline, plainText, text } from '../inline.ts';
import type { DocumentInput } from '../paper.ts';
import { everybody, numberedParty, type PartyWords } from '../party-words.ts';
import { splitSubject, withoutOpening } from './claim-subject.ts';
import { ownerName } from './claimant-schedule.ts';
import { type ClaimLine, calculationOf, type PlacedClaim, placedClaims, requestInWords } from './claims.ts';
import { rescissionNotice, rescissionWords } from './rescission.ts';

/** The claims a court is asked for one by one. The fee of the case is the last prayer of every statement of claim. */
export function courtClaims(file: Case): PlacedClaim[] {
  return placedClaims(file, (claim) => {
    const isBareCosts = claim.kind === 'costs' && claim.amount === undefined && claim.text === undefined;
    return !isBareCosts && !isCourtFee(claim);
  });
}

/** Who asks whom, as the paper names them. */
interface Sides {
  /** Who is ordered to act where the request names nobody. */
  readonly against: string;
  /** The plaintiff whose claim it is, "" where it is everybody's. */
  readonly plaintiff: string;
  /** The plaintiffs of the contract: "原告", "原告二", "各原告". */
  readonly parties: string;
}

/** 诉讼请求: each claim as what the court is asked to order, then what others owe, then the court fee. */
export function prayers(
  input: DocumentInput,
  claims: readonly PlacedClaim[],
  seller: string,
  words: PartyWords,
): ClaimLine[] {
  const { case: file, facts } = input;
  const asked = claims.map((placed) => ({
    ...prayer(file, requestInWords(facts, file, words, placed), sidesOf(file, placed, seller, words), words, () =>
      rescissionDay(facts, file, placed),
    ),
    calculation: calculationOf(facts, file, words, placed),
  }));
  const lines: { readonly request: Inline[]; readonly calculation: Inline[] }[] = [...asked];
  if (lines.length === 0) lines.push({ request: facts.need(undefined, '诉讼请求', 'claims'), calculation: [] });
  if (!asked.some(({ isAddressed }) => isAddressed)) lines.push(...othersAsked(input, claims, words));
  // No sum: the court fixes the fee and who bears it (诉讼费用交纳办法 29).
  const defendants = file.respondents.length > 1 ? `各${words.respondent}` : words.respondent;
  lines.push({ request: text(`本案诉讼费用由${defendants}承担`), calculation: [] });
  return lines.map(({ request, calculation }, index) => ({
    number: index + 1,
    request: joinInline(request, index === lines.length - 1 ? '。' : '；'),
    calculation,
  }));
}

function sidesOf(file: Case, { claim }: PlacedClaim, seller: string, words: PartyWords): Sides {
  const plaintiff = ownerName(file, words, claim.claimant);
  const named = respondentsNamed(file, claim.against, words.respondent);
  return {
    against: named === '' ? seller : named,
    plaintiff,
    parties: plaintiff === '' ? everybody(file, words) : plaintiff,
  };
}

function respondentsNamed(file: Case, ids: readonly string[], word: string): string {
  return file.respondents
    .flatMap(({ id }, index) =>
      id !== undefined && ids.includes(id) ? [numberedParty(word, index, file.respondents.length)] : [],
    )
    .join('、');
}

/**
 * What is asked of those whom no claim names. What a platform owes depends on facts that are not proved by the shop's
 * breach (消费者权益保护法 44), so it is left to the law; nothing makes a payment provider repay an authorised
 * purchase, so what is asked of one the case itself must say.
 */
function othersAsked({ case: file, facts }: DocumentInput, claims: readonly PlacedClaim[], words: PartyWords) {
  const isShop = file.respondents.some(({ roles }) => roles.includes('merchant'));
  const named = claims.flatMap(({ claim }) => claim.against);
  const others = file.respondents.flatMap(({ id, roles }, index) =>
    !isShop || roles.includes('merchant') || (id !== undefined && named.includes(id))
      ? []
      : [{ roles, name: numberedParty(words.respondent, index, file.respondents.length) }],
  );
  const join = (list: typeof others) => list.map(({ name }) => name).join('、');
  const platforms = join(others.filter(({ roles }) => roles.includes('platform')));
  const providers = join(others.filter(({ roles }) => !roles.includes('platform')));
  return [
    ...(platforms === '' ? [] : [text(`判令${platforms}就上述款项依法承担相应责任`)]),
    ...(providers === '' ? [] : [joinInline('判令', facts.need(undefined, `对${providers}的诉讼请求`, 'claims'))]),
  ].map((request) => ({ request, calculation: [] }));
}

/** The day from which the contract is ended by notice; `undefined` where no notice was given. */
export function rescissionDay(facts: Facts, file: Case, { claim }: PlacedClaim): Inline[] | undefined {
  const notice = rescissionNotice(file, claim.claimant);
  if (notice === undefined) return undefined;
  const { at, precision } = notice.event;
  const day = precision === 'exact' ? formatDay(at.day) : undefined;
  return facts.need(day, '解除合同的通知到达对方的日期', `events[${notice.index}].at`);
}

/** Its leading texts as one, so that what was written and the sum added to it are read together. */
function asOneText(request: readonly Inline[]): Inline[] {
  const end = request.findIndex(({ kind }) => kind !== 'text');
  const texts = end < 0 ? request : request.slice(0, end);
  return joinInline(plainText(texts), request.slice(texts.length));
}

/** A sum that stands beside a bare 解除合同 is what comes back: 民法典 566. */
function sumAsRequest(file: Case, text: string): string {
  return text.replace(/^金额/u, `退还${priceWord(file)}`);
}

interface Prayer {
  readonly request: Inline[];
  /** True where the request itself says who is ordered to act. */
  readonly isAddressed: boolean;
}

/**
 * "退还货款" → "判令被告退还货款"; "由店铺退还" → "判令被告一退还"; what only the court does stays without 判令. A
 * contract that a notice has ended is found to have ended on that day; else the court ends it (民法典 565).
 */
function prayer(
  file: Case,
  request: readonly Inline[],
  sides: Sides,
  words: PartyWords,
  noticeDay: () => Inline[] | undefined,
): Prayer {
  const [first, ...rest] = asOneText(request);
  if (first?.kind !== 'text') return { request: joinInline(`判令${sides.against}`, request), isAddressed: false };
  const opened = withoutOpening(first.text);
  const ends = rescissionWords.exec(opened)?.[0];
  if (ends !== undefined) {
    const day = noticeDay();
    const contract = `${sides.parties}与${sides.against}之间的涉案合同`;
    const ended = day === undefined ? text(`解除${contract}`) : joinInline(`确认${contract}于`, day, '解除');
    const left: Inline[] = joinInline(sumAsRequest(file, opened.slice(ends.length)), rest);
    if (left.length === 0) return { request: ended, isAddressed: false };
    const consequence = prayer(file, left, sides, words, noticeDay);
    return { ...consequence, request: joinInline(ended, '，', consequence.request) };
  }
  const bare: Inline[] = joinInline(opened, rest);
  if (/^(?:确认|撤销)/u.test(plainText(bare))) return { request: bare, isAddressed: false };
  const { subject, request: verb } = splitSubject(bare, file.respondents, words.respondent);
  if (subject !== '')
    return { request: joinInline(`判令${subject}`, toPlaintiff(verb, sides, words)), isAddressed: true };
  // Somebody is named after all, though nobody of this case: the court still reads who.
  if (opened.startsWith('由')) return { request: joinInline('判令', bare), isAddressed: true };
  return { request: joinInline(`判令${sides.against}`, toPlaintiff(bare, sides, words)), isAddressed: false };
}

const manner = /^(?:共同|连带|各自|分别|立即|依法|全额)*/u;

/** One of several plaintiffs asks for what is owed to them alone: "向原告一退还", "负担原告一的公证费". */
function toPlaintiff(request: readonly Inline[], { plaintiff }: Sides, words: PartyWords): Inline[] {
  const [first, ...rest] = request;
  if (plaintiff === '' || first?.kind !== 'text' || first.text.includes(words.claimant)) return [...request];
  const how = manner.exec(first.text)?.[0] ?? '';
  const verb = first.text.slice(how.length);
  const bears = /^(?:负担|承担)(?!责任)/u.exec(verb)?.[0];
  if (bears === undefined) return joinInline(`${how}向${plaintiff}${verb}`, rest);
  const borne = verb.slice(bears.length);
  return joinInline(`${how}${bears}${plaintiff}${/^[为因]/u.test(borne) ? '' : '的'}${borne}`, rest);
}
