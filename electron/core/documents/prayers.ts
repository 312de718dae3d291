import type { Case } from '../cases/case-file.ts';
import { priceWord } from '../law/dispute.ts';
import { splitSubject, withoutOpening } from './claim-subject.ts';
import { type ClaimLine, calculationOf, isCourtFee, type PlacedClaim, placedClaims, requestInWords } from './claims.ts';
import { type Inline, joinInline, plainText, text } from './inline.ts';
import type { DocumentInput } from './paper.ts';
import { numberedParty, type PartyWords } from './party-words.ts';

/** The claims a court is asked for one by one. The fee of the case is the last prayer of every statement of claim. */
export function courtClaims(file: Case): PlacedClaim[] {
  return placedClaims(file, (claim) => {
    const isBareCosts = claim.kind === 'costs' && claim.amount === undefined && claim.text === undefined;
    return !isBareCosts && !isCourtFee(claim);
  });
}

/** 诉讼请求: each claim as what the court is asked to order, then what others owe, then the court fee. */
export function prayers(
  input: DocumentInput,
  claims: readonly PlacedClaim[],
  seller: string,
  words: PartyWords,
): ClaimLine[] {
  const { case: file, facts } = input;
  const asked = claims.map((claim) => ({
    ...prayer(file, requestInWords(facts, file, words, claim), seller, words),
    calculation: calculationOf(facts, file, words, claim),
  }));
  const lines: { readonly request: Inline[]; readonly calculation: Inline[] }[] = [...asked];
  if (lines.length === 0) lines.push({ request: facts.need(undefined, '诉讼请求', 'claims'), calculation: [] });
  const others = file.respondents
    .flatMap(({ roles }, index) =>
      roles.includes('merchant') ? [] : [numberedParty(words.respondent, index, file.respondents.length)],
    )
    .join('、');
  // What a platform owes depends on facts that are not proved by the shop's breach (消费者权益保护法 44).
  if (others !== '' && others !== seller && !asked.some(({ isAddressed }) => isAddressed)) {
    lines.push({ request: text(`判令${others}就上述款项依法承担相应责任`), calculation: [] });
  }
  // No sum: the court fixes the fee and who bears it (诉讼费用交纳办法 29).
  const defendants = file.respondents.length > 1 ? `各${words.respondent}` : words.respondent;
  lines.push({ request: text(`本案诉讼费用由${defendants}承担`), calculation: [] });
  return lines.map(({ request, calculation }, index) => ({
    number: index + 1,
    request: joinInline(request, index === lines.length - 1 ? '。' : '；'),
    calculation,
  }));
}

// 解除合同 and how it is usually written: with or without the parties, with or without what follows from it.
const termination = /^解除[^，、；。]*合同(?:关系)?[，、；。]?(?:并且?|同时)?/u;

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

/** "退还货款" → "判令被告退还货款"; "由店铺退还" → "判令被告一退还"; what only the court does stays without 判令. */
function prayer(
  file: Case,
  request: readonly Inline[],
  seller: string,
  words: PartyWords,
): { readonly request: Inline[]; readonly isAddressed: boolean } {
  const [first, ...rest] = asOneText(request);
  if (first?.kind !== 'text') return { request: joinInline(`判令${seller}`, request), isAddressed: false };
  const opened = withoutOpening(first.text);
  const ends = termination.exec(opened)?.[0];
  if (ends !== undefined) {
    const ended = `解除${words.claimant}与${seller}之间的涉案合同`;
    const left: Inline[] = joinInline(sumAsRequest(file, opened.slice(ends.length)), rest);
    if (left.length === 0) return { request: text(ended), isAddressed: false };
    const consequence = prayer(file, left, seller, words);
    return { ...consequence, request: joinInline(`${ended}，`, consequence.request) };
  }
  const bare: Inline[] = joinInline(opened, rest);
  if (/^(?:确认|撤销)/u.test(plainText(bare))) return { request: bare, isAddressed: false };
  const { subject, request: verb } = splitSubject(bare, file.respondents, words.respondent);
  if (subject !== '') return { request: joinInline(`判令${subject}`, verb), isAddressed: true };
  // Somebody is named after all, though nobody of this case: the court still reads who.
  if (opened.startsWith('由')) return { request: joinInline('判令', bare), isAddressed: true };
  return { request: joinInline(`判令${seller}`, bare), isAddressed: false };
}
