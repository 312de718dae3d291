import type { Case } from '../../contract/case/case-file.ts';
import { foundBy, inAnyGroups, maskedAround } from '../cases/kept-numbers.ts';
import { bankCardsIn, identityNumbersIn, mobilesIn, namedKeysIn } from '../cases/sensitive-text.ts';
import { maskInline } from '../documents/card-key-mask.ts';
import { plainText, text } from '../documents/inline.ts';

/**
 * Text for a form that strangers read: card keys masked, and no number of a person but the claimant's own phone.
 * Numbers by which an order, a payment or a ticket is found stay whole, whatever they look like.
 */
export function withoutPrivateData(file: Case, written: string): string {
  const ownPhone = file.claimants[0]?.phone ?? '';
  return maskedAround([...foundBy(file), ...(ownPhone.trim() === '' ? [] : [ownPhone])], written, masked);
}

function masked(written: string): string {
  const concealed = [
    ...namedKeysIn(written),
    ...identityNumbersIn(written),
    ...bankCardsIn(written),
    ...mobilesIn(written),
  ];
  const shown = concealed.reduce(
    (left, number) => left.replaceAll(inAnyGroups(number), `****${number.slice(-4)}`),
    written,
  );
  return plainText(maskInline(text(shown)));
}
