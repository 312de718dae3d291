import type { Case, Claim, Order } from '../../contract/case/case-file.ts';
import type { CourtFees } from '../law/tables/court-fees.ts';

/**
 * The sums a packet may show beside those the case names, added up here anew and by none of the functions that the
 * papers use: whoever adds wrongly there is found out here. All in 分.
 */
export interface DerivedAmounts {
  /** What was paid, refunded, is still held: for each order, each claimant and in all. */
  readonly paid: ReadonlySet<number>;
  readonly refunded: ReadonlySet<number>;
  readonly outstanding: ReadonlySet<number>;
  /** Totals of claims: all, without costs, without what only a court decides, of each claimant. */
  readonly claimed: ReadonlySet<number>;
  /** The same where a paper makes fewer claims: no three times the price before a platform, refunds before a bank. */
  readonly claimedIn: ReadonlyMap<string, ReadonlySet<number>>;
  /** Prices of items, thrice what was paid, what was not used, fees of the court. */
  readonly other: ReadonlySet<number>;
}

export function deriveAmounts(file: Case, fees: CourtFees): DerivedAmounts {
  const groups = orderGroups(file);
  const totals = groups.map((orders) => ({
    paid: add(orders.flatMap(({ payments }) => payments.map(({ amount }) => amount))),
    refunded: add(orders.flatMap(({ refunds }) => refunds.map(({ amount }) => amount))),
  }));
  const paid = new Set(totals.map((total) => total.paid));
  const claimed = totalsOf(file, () => true);
  const claimedIn = new Map([
    ['platform-appeal', totalsOf(file, ({ kind }) => kind !== 'triple-damages')],
    ['payment-dispute', totalsOf(file, ({ kind }) => kind === 'refund' || kind === 'partial-refund')],
  ]);
  return {
    paid,
    refunded: new Set(totals.map((total) => total.refunded)),
    outstanding: new Set(totals.map((total) => total.paid - total.refunded)),
    claimed,
    claimedIn,
    other: new Set([
      ...[...claimedIn.values()].flatMap((sums) => [...sums]),
      ...totalsOf(file, ({ kind }) => kind === 'damages' || kind === 'triple-damages'),
      ...file.orders.flatMap(itemAmounts),
      ...groups.map((orders) => add(orders.flatMap(({ items }) => items.map(priceOf)))),
      ...[...paid].map((sum) => 3 * sum),
      ...file.orders.flatMap(unusedAmounts),
      ...[...claimed, ...paid].flatMap((sum) => courtFees(sum, fees)),
    ]),
  };
}

function add(amounts: readonly number[]): number {
  let sum = 0;
  for (const amount of amounts) sum += amount;
  return sum;
}

function orderGroups({ orders, claimants }: Case): (readonly Order[])[] {
  const ofClaimants = claimants.flatMap(({ id }) => {
    const own = orders.filter(({ claimant }) => claimant !== undefined && claimant === id);
    const common = orders.filter(({ claimant }) => claimant === undefined);
    return [own, common, [...own, ...common]];
  });
  return [orders, ...orders.map((order) => [order]), ...ofClaimants];
}

const priceOf = ({ quantity, unitPrice }: Order['items'][number]) => quantity * unitPrice;

function itemAmounts({ items }: Order): number[] {
  return items.flatMap((item) => [priceOf(item), 3 * priceOf(item)]);
}

/** 诉讼费用交纳办法 29: the fee is no part of the sum; 合同行政监督管理办法 22: validity is for courts alone. */
const courtMatter = /诉讼费|受理费|保全费|判令|撤销|无效|效力/u;

function totalsOf(file: Case, belongs: (claim: Claim) => boolean): Set<number> {
  const claims = file.claims.filter((claim) => belongs(claim) && claim.kind !== 'rescission');
  const groups = [...claimGroups(file), ...claimGroups({ ...file, claims })].map((group) => group.filter(belongs));
  return new Set(groups.map((group) => add(group.map(({ amount }) => amount ?? 0))));
}

function claimGroups({ claims, claimants, respondents }: Case): (readonly Claim[])[] {
  const isCourtMatter = ({ text = '' }: Claim) => courtMatter.test(text);
  const filters: readonly ((claim: Claim) => boolean)[] = [
    () => true,
    ({ kind }) => kind !== 'costs',
    (claim) => !isCourtMatter(claim),
    (claim) => claim.kind !== 'costs' && !isCourtMatter(claim),
    (claim) => !((claim.kind === 'costs' || claim.kind === 'other') && isCourtMatter(claim)),
  ];
  const shares = [
    claims,
    ...claimants.flatMap(({ id }) => {
      const own = claims.filter(({ claimant }) => claimant !== undefined && claimant === id);
      const common = claims.filter(({ claimant }) => claimant === undefined);
      return [own, common, [...own, ...common]];
    }),
    ...respondents.map(({ id }) =>
      claims.filter(({ against }) => against.length === 0 || (id !== undefined && against.includes(id))),
    ),
  ];
  return shares.flatMap((share) => filters.map((filter) => share.filter(filter)));
}

/** A membership for a time, by days (民法典 157, 566): what was paid for those used and for those left. */
function unusedAmounts({ term, received, payments, refunds }: Order): number[] {
  const paid = add(payments.map(({ amount }) => amount));
  const held = paid - add(refunds.map(({ amount }) => amount));
  const left = received === undefined ? [] : [paid - received.value, held - received.value];
  if (term === undefined) return left;
  const days = daysFrom(term.from, term.until);
  const used = daysFrom(term.from, term.usedUntil);
  const shares = [paid * used, paid * (days - used)].map((share) => share / days);
  const rounded = shares.flatMap((share) => [Math.floor(share), Math.ceil(share)]);
  return [...left, ...rounded, ...rounded.map((share) => held - share), ...rounded.map((share) => paid - share)];
}

/** Days from one day to another, both counted. */
export function daysFrom(from: string, until: string): number {
  return (Date.parse(until) - Date.parse(from)) / 86_400_000 + 1;
}

/** 诉讼费用交纳办法 13 by the bands of the table, and the half of it (15, 16). */
function courtFees(sum: number, { acceptance: { bands } }: CourtFees): number[] {
  let full = 0;
  let from = 0;
  for (const { flat, perThousand, upTo } of bands) {
    if (flat !== undefined) full += flat;
    if (perThousand !== undefined && sum > from) full += ((Math.min(sum, upTo ?? sum) - from) * perThousand) / 1000;
    from = upTo ?? from;
  }
  return [Math.round(full), Math.round(Math.round(full) / 2)];
}
