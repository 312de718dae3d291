import type { Case } from '../../contract/case/case-file.ts';
import { bankCardsIn, identityNumbersIn, mobilesIn, namedKeysIn } from '../cases/sensitive-text.ts';
import { maskInline } from '../documents/card-key-mask.ts';
import { plainText, text } from '../documents/inline.ts';

/**
 * Text for a form that strangers read: card keys masked, and no number of a person but the claimant's own phone.
 * Numbers by which an order, a payment or a ticket is found stay whole, whatever they look like.
 */
export function withoutPrivateData(file: Case, written: string): string {
  const kept = [
    ...file.orders.flatMap(({ number, payments }) => [number, ...payments.map((payment) => payment.transactionNumber)]),
    ...file.filings.map(({ reference }) => reference),
    file.claimants[0]?.phone,
  ].flatMap((number) => (number === undefined || number.trim() === '' ? [] : [number]));
  if (kept.length === 0) return masked(written);
  const pattern = new RegExp(
    `(${[...new Set(kept)]
      .sort((one, other) => other.length - one.length)
      .map(literal)
      .join('|')})`,
    'u',
  );
  return written
    .split(pattern)
    .map((part, index) => (index % 2 === 1 ? part : masked(part)))
    .join('');
}

function masked(written: string): string {
  const concealed = [
    ...namedKeysIn(written),
    ...identityNumbersIn(written),
    ...bankCardsIn(written),
    ...mobilesIn(written),
  ];
  const shown = concealed.reduce((left, number) => left.replaceAll(spread(number), `****${number.slice(-4)}`), written);
  return plainText(maskInline(text(shown)));
}

/** A card or phone number may be written in groups. */
function spread(number: string): RegExp {
  return new RegExp([...number].map(literal).join('[ -]?'), 'gu');
}

function literal(written: string): string {
  return written.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
}
