import type { Case } from '../../contract/case/case-file.ts';

/** Numbers by which an order, a payment or a ticket is found: they stay whole, whatever they look like. */
export function foundBy({ orders, filings }: Case): string[] {
  return [
    ...orders.flatMap(({ number, payments }) => [number, ...payments.map((payment) => payment.transactionNumber)]),
    ...filings.map(({ reference }) => reference),
  ].flatMap((number) => (number === undefined || number.trim() === '' ? [] : [number]));
}

/** `written` with everything but the `kept` texts put through `mask`. */
export function maskedAround(kept: readonly string[], written: string, mask: (part: string) => string): string {
  if (kept.length === 0) return mask(written);
  const longestFirst = [...new Set(kept)].sort((one, other) => other.length - one.length);
  // Only where it stands by itself: the "X" of somebody's order number is in every other identity number.
  const pattern = new RegExp(`(?<![A-Za-z0-9])(${longestFirst.map(literal).join('|')})(?![A-Za-z0-9])`, 'u');
  return written
    .split(pattern)
    .map((part, index) => (index % 2 === 1 ? part : mask(part)))
    .join('');
}

/** A card or phone number may be written in groups. */
export function inAnyGroups(number: string): RegExp {
  return new RegExp([...number].map(literal).join('[ -]?'), 'gu');
}

function literal(written: string): string {
  return written.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
}
