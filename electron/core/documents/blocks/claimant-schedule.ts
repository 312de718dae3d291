import type { Case, Order } from '../../../contract/case/case-file.ts';
import { formatYuan } from '../../../contract/case/money.ts';
import { sumsOf } from '../../cases/order-sums.ts';
import { kindsWithAmount } from '../../law/sum-in-dispute.ts';
import type { Facts } from '../facts.ts';
import { type Inline, joinInline, text } from '../inline.ts';
import type { DocumentInput } from '../paper.ts';
import { numberedParty, type PartyWords } from '../party-words.ts';
import { calculationOf, type PlacedClaim } from './claims.ts';

/** One claimant, or at the end what all of them have together. */
export interface ScheduleRow {
  /** "" in the row of all. */
  readonly number: string;
  readonly name: Inline[];
  readonly phone: Inline[];
  readonly orders: Inline[][];
  readonly paid: string;
  readonly refunded: string;
  readonly claimed: Inline[];
  readonly evidence: Inline[][];
}

/** Claimants and sums of a group, for every paper that several file together. */
export interface ClaimantSchedule {
  readonly title: string;
  /** What the paper calls one of them. */
  readonly claimant: string;
  readonly rows: ScheduleRow[];
  readonly total: { readonly paid: string; readonly refunded: string; readonly claimed: Inline[] };
  /** How the sums claimed are reached, one line a claim. */
  readonly calculations: Inline[][];
}

/** What the table is called, where a paper points to it. */
export function scheduleTitle(words: PartyWords): string {
  return `${words.claimant}订单和金额表`;
}

/**
 * The schedule of claimants and sums, `undefined` for one claimant and where no order or claim says whose it is.
 * `claims` are those that the paper makes. The sums of the rows make the sums at the foot: what is nobody's own
 * stands in a last row for all of them.
 */
export function claimantSchedule(
  input: DocumentInput,
  words: PartyWords,
  claims: readonly PlacedClaim[],
): ClaimantSchedule | undefined {
  const { case: file, facts } = input;
  if (!hasOwnRows(file)) return undefined;
  const common = commonRow(input, claims);
  return {
    title: scheduleTitle(words),
    claimant: words.claimant,
    rows: [...file.claimants.map((_, index) => ownRow(input, words, claims, index)), ...(common ?? [])],
    total: { ...sumsInWords(file.orders), claimed: claimedSum(facts, claims) },
    calculations: claims.flatMap(({ claim, index }) => {
      const owner = claimantPlace(file, claim.claimant);
      const calculation = calculationOf(facts, file, words, { claim, index });
      if (owner === undefined || calculation.length === 0) return [];
      return [joinInline(`${numberedParty(words.claimant, owner, file.claimants.length)}：`, calculation)];
    }),
  };
}

/** True where the case says which order or claim is whose. */
export function hasOwnRows(file: Case): boolean {
  return file.claimants.length > 1 && [...file.orders, ...file.claims].some(({ claimant }) => claimant !== undefined);
}

/** The place of a claimant by id. */
export function claimantPlace(file: Case, id: string | undefined): number | undefined {
  const place = id === undefined ? -1 : file.claimants.findIndex((claimant) => claimant.id === id);
  return place < 0 ? undefined : place;
}

/** "申请人二" for what only one of several has or asks; "" for what all of them do. */
export function ownerName(file: Case, words: PartyWords, id: string | undefined): string {
  const place = file.claimants.length === 1 ? undefined : claimantPlace(file, id);
  return place === undefined ? '' : numberedParty(words.claimant, place, file.claimants.length);
}

function ownRow(
  { case: file, facts, exhibits }: DocumentInput,
  words: PartyWords,
  claims: readonly PlacedClaim[],
  index: number,
): ScheduleRow {
  const { id, name, phone } = file.claimants[index] ?? {};
  const isTheirs = ({ claimant }: { readonly claimant?: string | undefined }) =>
    claimant !== undefined && claimant === id;
  const who = numberedParty(words.claimant, index, file.claimants.length);
  const own = claims.filter(({ claim }) => isTheirs(claim));
  const named = new Set([
    ...file.evidence.filter(isTheirs).map((item) => item.id),
    ...file.events.filter(isTheirs).flatMap(({ evidence }) => evidence),
    ...own.flatMap(({ claim }) => claim.evidence),
  ]);
  return {
    number: String(index + 1),
    name: facts.need(name, `${who}姓名`, `claimants[${index}].name`),
    phone: facts.need(phone, `${who}联系电话`, `claimants[${index}].phone`),
    orders: orderNumbers(file, facts, isTheirs),
    ...sumsInWords(file.orders.filter(isTheirs)),
    claimed: claimedSum(facts, own),
    evidence: [...exhibits.keys()]
      .filter((exhibit) => named.has(exhibit))
      .map((exhibit) => facts.references([exhibit])),
  };
}

/** What no claimant has alone, or nothing. */
function commonRow({ case: file, facts }: DocumentInput, claims: readonly PlacedClaim[]): ScheduleRow[] | undefined {
  const isCommon = ({ claimant }: { readonly claimant?: string | undefined }) => claimant === undefined;
  const orders = file.orders.filter(isCommon);
  const common = claims.filter(({ claim }) => isCommon(claim) && claim.amount !== undefined);
  if (orders.length === 0 && common.length === 0) return undefined;
  return [
    {
      number: '',
      name: text('各人共同'),
      phone: [],
      orders: orderNumbers(file, facts, isCommon),
      ...sumsInWords(orders),
      claimed: claimedSum(facts, common),
      evidence: [],
    },
  ];
}

function orderNumbers(file: Case, facts: Facts, belongs: (order: Order) => boolean): Inline[][] {
  return file.orders.flatMap((order, index) =>
    belongs(order) ? [facts.need(order.number, `第${index + 1}笔订单订单编号`, `orders[${index}].number`)] : [],
  );
}

function sumsInWords(orders: readonly Order[]): { paid: string; refunded: string } {
  const { paid, refunded } = sumsOf(orders);
  return { paid: formatYuan(paid), refunded: formatYuan(refunded) };
}

/** A sum that leaves one open would be false: the open one is asked for instead. */
function claimedSum(facts: Facts, claims: readonly PlacedClaim[]): Inline[] {
  const open = claims.find(({ claim }) => claim.amount === undefined && kindsWithAmount.includes(claim.kind));
  if (open !== undefined) return facts.need(undefined, '请求的金额', `claims[${open.index}].amount`);
  return text(formatYuan(claims.reduce((sum, { claim }) => sum + (claim.amount ?? 0), 0)));
}
