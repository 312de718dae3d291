import type { Secret } from './secret.ts';

/** Looks for secrets in texts, however they are written there: in groups, over lines, in full-width digits. */
export interface SecretSearch {
  readonly isEmpty: boolean;
  /** The secrets that `text` still says. */
  find(text: string): Secret[];
  /** Where each of them stands in a text whose characters stand apart: places of first and last character. */
  places(characters: readonly string[]): { readonly secret: Secret; readonly first: number; readonly last: number }[];
}

/** Shorter ones count only where no other letter or digit touches them. */
const wordLength = 9;
/** Nothing shorter is looked for: it is everywhere. */
const shortest = 4;

/** `kept` are texts that may contain a secret and stay all the same. */
export function createSecretSearch(secrets: readonly Secret[], kept: readonly string[] = []): SecretSearch {
  const wanted = secrets.flatMap((secret) => {
    const plain = plainOf(secret.text);
    return plain.length < shortest ? [] : [{ secret, plain }];
  });
  const spared = kept.map(plainOf).filter((text) => wanted.some(({ plain }) => text.includes(plain)));
  const without = (text: string) => spared.reduce((left, number) => left.replaceAll(number, blankOf), text);
  const placesOf = (text: string, plain: string): number[] => {
    const places: number[] = [];
    for (let place = text.indexOf(plain); place >= 0; place = text.indexOf(plain, place + 1)) places.push(place);
    return places;
  };

  return {
    isEmpty: wanted.length === 0,
    find(text) {
      const plain = without(plainOf(text));
      const loose = text.normalize('NFKC').toUpperCase();
      return wanted
        .filter((one) =>
          one.plain.length < wordLength ? standsAlone(loose, one.secret.text) : plain.includes(one.plain),
        )
        .map(({ secret }) => secret);
    },
    places(characters) {
      // Each character may be none, one or several when it is written plainly.
      let joined = '';
      const origin: number[] = [];
      for (const [index, character] of characters.entries()) {
        const plain = plainOf(character);
        joined += plain;
        origin.push(...plain.split('').map(() => index));
      }
      const text = without(joined);
      return wanted.flatMap(({ secret, plain }) =>
        placesOf(text, plain).flatMap((place) => {
          const first = origin[place] ?? 0;
          const last = origin[place + plain.length - 1] ?? 0;
          const isAlone = !isJoined(characters[first - 1]) && !isJoined(characters[last + 1]);
          return plain.length >= wordLength || isAlone ? [{ secret, first, last }] : [];
        }),
      );
    },
  };
}

/** As long as what it stands for, so that places stay what they are. */
function blankOf(text: string): string {
  return ' '.repeat(text.length);
}

/** Full-width and other forms made plain, letters large, and without anything that only parts characters. */
function plainOf(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}\p{Cf}\p{Cc}·•._]/gu, '');
}

function standsAlone(text: string, secret: string): boolean {
  const written = secret.normalize('NFKC').toUpperCase();
  for (let place = text.indexOf(written); place >= 0; place = text.indexOf(written, place + 1)) {
    if (!isJoined(text[place - 1]) && !isJoined(text[place + written.length])) return true;
  }
  return false;
}

/** Whether a character goes on with the letters or digits beside it. */
function isJoined(character = ''): boolean {
  return /[A-Z\d]/.test(character.normalize('NFKC').toUpperCase());
}
