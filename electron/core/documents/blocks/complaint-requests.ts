import type { Case, Claim } from '../../../contract/case/case-file.ts';
import { formatYuan } from '../../../contract/case/money.ts';
import { claimKindWords } from '../../../contract/case/words.ts';
import { priceWord } from '../../law/dispute.ts';
import { kindsWithAmount } from '../../law/sum-in-dispute.ts';
import { type Inline, joinInline, plainText, text } from '../inline.ts';
import type { DocumentInput } from '../paper.ts';
import { numberedParty } from '../party-words.ts';
import { splitSubject } from './claim-subject.ts';
import { claimantPlace, hasOwnRows, ownerName, scheduleTitle } from './claimant-schedule.ts';
import {
  type ClaimLine,
  calculationOf,
  isForCourtOnly,
  type PlacedClaim,
  placedClaims,
  requestInWords,
} from './claims.ts';
import { complainedOf, complaintWords as words } from './complaint-facts.ts';
import { isListed } from './complaint-group.ts';

/** What a market regulator can be asked for: nothing that only a court decides. */
export function complaintClaims(file: Case): PlacedClaim[] {
  return placedClaims(file, (claim) => !isForCourtOnly(claim));
}

/** 投诉请求. The sums of a listed group stand in its table, so one line asks for all of one kind. */
export function complaintRequests(input: DocumentInput, claims: readonly PlacedClaim[]): ClaimLine[] {
  const { case: file, facts } = input;
  if (claims.length === 0) {
    return [{ number: 1, request: joinInline(facts.need(undefined, '投诉请求', 'claims'), '。'), calculation: [] }];
  }
  const isTabled = ({ claim: { claimant, kind } }: PlacedClaim) =>
    isListed(file) && hasOwnRows(file) && claimantPlace(file, claimant) !== undefined && kindsWithAmount.includes(kind);
  const tabled = claims.filter(isTabled);
  const kinds = [...new Set(tabled.map(({ claim }) => claim.kind))];
  const lines = [
    ...kinds.map((kind) => ({ request: tabledRequest(file, kind, tabled), calculation: [] as Inline[] })),
    ...claims
      .filter((claim) => !isTabled(claim))
      .map((claim) => ({
        request: requestWithSubject(input, claim),
        calculation: calculationOf(facts, file, words, claim),
      })),
  ];
  return lines.map(({ request, calculation }, index) => ({
    number: index + 1,
    request: joinInline(request, '。'),
    calculation,
  }));
}

/** "被投诉人一向各投诉人退还货款，合计1012.00元，各人金额见《投诉人订单和金额表》". */
function tabledRequest(file: Case, kind: Claim['kind'], tabled: readonly PlacedClaim[]): Inline[] {
  const alike = tabled.filter(({ claim }) => claim.kind === kind);
  const owners = [...new Set(alike.map(({ claim }) => claimantPlace(file, claim.claimant) ?? 0))];
  const { length } = file.claimants;
  const to =
    owners.length === length
      ? `各${words.claimant}`
      : owners.map((place) => numberedParty(words.claimant, place, length)).join('、');
  const subjects = new Set(alike.map(({ claim }) => addressed(file, claim)));
  const subject = subjects.size === 1 ? [...subjects].join('') : '';
  const amounts = alike.flatMap(({ claim }) => (claim.amount === undefined ? [] : [claim.amount]));
  const sum = formatYuan(amounts.reduce((total, amount) => total + amount, 0));
  // An amount that is still open is asked for in the table.
  const inAll = amounts.length === alike.length ? `，合计${sum}` : '';
  return text(`${subject}向${to}${verbOf(file, kind)}${inAll}，各人金额见《${scheduleTitle(words)}》`);
}

/** The respondents that the case names for a claim, as the form numbers them. */
function addressed(file: Case, { against }: Claim): string {
  return complainedOf(file)
    .flatMap(({ respondent: { id } }, place, { length }) =>
      id !== undefined && against.includes(id) ? [numberedParty(words.respondent, place, length)] : [],
    )
    .join('、');
}

function verbOf(file: Case, kind: Claim['kind']): string {
  if (kind === 'refund') return `退还${priceWord(file)}`;
  return kind === 'partial-refund' ? `退还部分${priceWord(file)}` : claimKindWords[kind];
}

/** "由店铺经营者退还…" → "被投诉人一向投诉人二退还…": the form has given each its name. */
function requestWithSubject({ case: file, facts }: DocumentInput, placed: PlacedClaim): Inline[] {
  const { claim } = placed;
  const complained = complainedOf(file).map(({ respondent }) => respondent);
  const { subject, request } = splitSubject(requestInWords(facts, file, words, placed), complained, words.respondent);
  const named = subject || addressed(file, claim);
  const who = ownerName(file, words, claim.claimant);
  if (who === '') return joinInline(named, request);
  // What is paid is paid to somebody; what is done is asked for by somebody.
  return claim.amount === undefined || plainText(request).includes(who)
    ? joinInline(`${who}请求：`, named, request)
    : joinInline(named, `向${who}`, request);
}
