import type { Case, EvidenceItem } from '../../contract/case/case-file.ts';
import { formatMoment } from '../../contract/case/moments.ts';
import { formatYuan } from '../../contract/case/money.ts';
import { claimKindWords } from '../../contract/case/words.ts';
import { sumsOf } from '../cases/order-sums.ts';
import { accountOfFacts } from '../documents/blocks/account-of-facts.ts';
import { splitSubject } from '../documents/blocks/claim-subject.ts';
import {
  isForCourtOnly,
  type PlacedClaim,
  placedClaims,
  requestInWords,
  statesAmount,
} from '../documents/blocks/claims.ts';
import { orderFacts, totalsInWords } from '../documents/blocks/payments.ts';
import { orderExhibits } from '../documents/exhibit-order.ts';
import type { Facts } from '../documents/facts.ts';
import { plainText } from '../documents/inline.ts';
import type { PartyWords } from '../documents/party-words.ts';
import { kindsWithAmount } from '../law/sum-in-dispute.ts';
import { type ShortenableAccount, sentencesOf, type WeighedSentence } from './channel-sentences.ts';

/** What the account is made from, and how its reader calls the two sides. */
export interface Told {
  readonly file: Case;
  readonly facts: Facts;
  readonly words: PartyWords;
  /** A payment provider hears facts and handles the payment; it enforces no consumer law. */
  readonly isToProvider: boolean;
}

/** The account that the papers tell, as sentences that can be left out one by one. */
export function channelAccount(told: Told): ShortenableAccount {
  const { file, facts, words } = told;
  const sections = accountOfFacts(file, facts, { words, seller: '商家', shown: { orders: false, promises: false } });
  const sentences: WeighedSentence[] = sections.flatMap(({ title, paragraphs }, section) =>
    paragraphs
      .flatMap((paragraph, place) =>
        sentencesOf(plainText(paragraph)).map((text) => ({ text, paragraph: section * 1000 + place })),
      )
      .map(({ text, paragraph }, index, told) => {
        const before = told.slice(0, index).map((sentence) => sentence.text);
        return { text, paragraph, weight: weightOf(file, title, text, before) };
      }),
  );
  return { sentences, openings: openings(told), requests: requests(told) };
}

/** Who, what, when and for how much; what is wrong; what was promised and answered; then the rest of each. */
function weightOf(file: Case, section: string, sentence: string, before: readonly string[]): number {
  switch (section) {
    case '交易经过':
      if (tellsOrder(file, sentence)) return 0;
      if (!citesGroup(file, sentence, 'promise')) return 5;
      return before.some((earlier) => citesGroup(file, earlier, 'promise')) ? 3 : 2;
    case '争议情况':
      return before.length === 0 || citesGroup(file, sentence, 'problem') ? 1 : 3;
    case '协商和处理经过':
      return before.length === 0 ? 2 : 4;
    default:
      return 6;
  }
}

/** Whether a sentence rests on evidence of the group, by the numbers in it. */
function citesGroup(file: Case, sentence: string, group: EvidenceItem['group']): boolean {
  const groups = new Map(file.evidence.map((item) => [item.id, item.group]));
  const numbers = new Set(sentence.match(/(?<=证据)\d+/gu));
  return orderExhibits(file).some(({ id, number }) => numbers.has(String(number)) && groups.get(id) === group);
}

/** Names an order by number or by what was paid for it, or the blank that stands for the orders. */
function tellsOrder(file: Case, sentence: string): boolean {
  return (
    file.orders.length === 0 ||
    file.orders.some(
      ({ number, payments }) =>
        (number !== undefined && sentence.includes(number)) ||
        payments.some(({ amount }) => statesAmount(sentence, amount)),
    )
  );
}

/** From the order as it is told in a paper down to what was paid. */
function openings({ file, facts, words }: Told): string[] {
  const [order] = file.orders;
  if (order === undefined) return [];
  const totals = `${words.claimant}${totalsInWords(sumsOf(file.orders))}。`;
  if (file.orders.length > 1) return [`涉案订单共${file.orders.length}笔，${totals}`, totals];
  const { place, items } = orderFacts(facts, order, 0, 1);
  const placedAt = order.placedAt === undefined ? '' : `${formatMoment(order.placedAt)}`;
  const bought = `${placedAt}在${plainText(place)}下单`;
  return [`${bought}，商品为${plainText(items)}，${totals}`, `${bought}，${totals}`, totals];
}

/** What can be asked for here: nothing that only a court decides. */
export function channelClaims(file: Case): PlacedClaim[] {
  return placedClaims(file, (claim) => !isForCourtOnly(claim));
}

/** The request from its own words down to the bare sum. Every form names the sum where there is one. */
function requests(told: Told): string[] {
  const { file, facts } = told;
  const claims = channelClaims(file);
  if (claims.length === 0) return [`请求：${plainText(facts.need(undefined, '请求', 'claims'))}。`];
  const isOpen = claims.some(isSumOpen);
  const amounts = claims.flatMap(({ claim }) => (claim.amount === undefined ? [] : [claim.amount]));
  const sum = formatYuan(amounts.reduce((total, amount) => total + amount, 0));
  const inAll = amounts.length > 1 && !isOpen ? `，合计${sum}` : '';
  // The sums of several claimants are told by kind: who asks for which of them stands in the papers.
  const isCommon = claims.every(({ claim }) => file.claimants.length === 1 || claim.claimant === undefined);
  const listed = isCommon ? claims.map((claim) => bareRequest(told, claim)).join('；') : undefined;
  const kinds = [...new Set(claims.map(({ claim }) => claim.kind))].map((kind) =>
    kindInWords(
      told,
      claims.filter(({ claim }) => claim.kind === kind),
    ),
  );
  const shortest = isOpen ? openSum(facts, claims) : amounts.length === 0 ? '处理本争议' : `金额合计${sum}`;
  return [
    ...(listed === undefined ? [] : [`请求：${listed}${inAll}。`]),
    `请求${kinds.join('、')}${kinds.length > 1 ? inAll : ''}。`,
    `请求${shortest}。`,
  ];
}

/** One form is about one respondent, so a request names nobody; and it ends without a mark. */
function bareRequest({ file, facts, words }: Told, claim: PlacedClaim): string {
  const { subject, request } = splitSubject(
    requestInWords(facts, file, words, claim),
    file.respondents,
    words.respondent,
  );
  const said = plainText(request).replace(/[\s。；，！？]+$/u, '');
  return subject === '' ? said : said.replace(/^(?:共同|连带|各自|分别)+/u, '');
}

function isSumOpen({ claim: { kind, amount } }: PlacedClaim): boolean {
  return amount === undefined && kindsWithAmount.includes(kind);
}

function openSum(facts: Facts, claims: readonly PlacedClaim[]): string {
  const open = claims.find(isSumOpen);
  return `金额${plainText(facts.need(undefined, '请求的金额', `claims[${open?.index ?? 0}].amount`))}`;
}

/** "退还服务费用268.00元": claims of one kind without their own words, and their sum. */
function kindInWords({ file, facts, words }: Told, alike: readonly PlacedClaim[]): string {
  const [first] = alike;
  if (first === undefined) return '';
  const { kind, text: _, ...rest } = first.claim;
  const amounts = alike.flatMap(({ claim }) => (claim.amount === undefined ? [] : [claim.amount]));
  const sum = amounts.reduce((total, amount) => total + amount, 0);
  // What these ask for stands in their own words alone.
  if (!kindsWithAmount.includes(kind)) return `${claimKindWords[kind]}${amounts.length === 0 ? '' : formatYuan(sum)}`;
  const open = alike.find(isSumOpen);
  const placed = open ?? { ...first, claim: { ...rest, kind, amount: sum } };
  const { text: __, ...claim } = placed.claim;
  return plainText(requestInWords(facts, file, words, { ...placed, claim }));
}
