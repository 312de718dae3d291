import type { SecretKind } from '../../contract/case/case-kinds.ts';

/**
 * What stands in the place of a secret in a redacted packet: enough to tell two of them apart, too little to use, and
 * as long as the secret, so that the lines around it break where they do in the full one.
 */
export function maskOf(kind: SecretKind, secret: string): string {
  switch (kind) {
    case 'identity-number':
      return secret.length >= 12 ? starsBetween(secret, 3, 4) : starsBetween(secret, 1, 1);
    case 'phone':
      return phoneMask(secret);
    case 'bank-card':
      return secret.replaceAll(/\d(?=(?:\D*\d){4})/g, '*');
    case 'card-key':
      // As papers print it anyway (documents/card-key-mask.ts).
      return `****${secret.slice(-4)}`;
    case 'other':
      return '*'.repeat(secret.length);
  }
}

/** `110***********1234`. */
function starsBetween(secret: string, head: number, tail: number): string {
  return `${secret.slice(0, head)}${'*'.repeat(Math.max(1, secret.length - head - tail))}${secret.slice(-tail)}`;
}

/** `138****5678`: the four digits before the last four, however the number is grouped. */
function phoneMask(secret: string): string {
  let digitsAfter = 0;
  return [...secret]
    .reverse()
    .map((character) => {
      if (!/\d/.test(character)) return character;
      digitsAfter += 1;
      return digitsAfter > 4 && digitsAfter <= 8 ? '*' : character;
    })
    .reverse()
    .join('');
}
