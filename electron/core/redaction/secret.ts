import type { SecretKind } from '../../contract/case/case-kinds.ts';
import {
  bankCardsIn,
  cardKeysIn,
  identityNumbersIn,
  mobilesIn,
  namedKeysIn,
  passwordsIn,
} from '../cases/sensitive-text.ts';

/** A text that must not be found in a redacted packet. */
export interface Secret {
  readonly kind: SecretKind;
  readonly text: string;
}

/** What a text says that must not travel further, by what it looks like. */
export function secretsIn(text: string): Secret[] {
  const found: readonly (readonly [SecretKind, string[]])[] = [
    ['identity-number', identityNumbersIn(text)],
    ['card-key', [...namedKeysIn(text), ...cardKeysIn(text)]],
    ['bank-card', bankCardsIn(text)],
    ['phone', mobilesIn(text)],
    ['other', passwordsIn(text)],
  ];
  const secrets = new Map<string, Secret>();
  for (const [kind, texts] of found) {
    for (const one of texts) if (!secrets.has(one)) secrets.set(one, { kind, text: one });
  }
  return [...secrets.values()];
}
