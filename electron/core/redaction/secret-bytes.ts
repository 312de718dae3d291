import type { Secret } from './secret.ts';

/** Finds secrets among bytes that may be text in any of the codes a PDF may hold. Bytes are given one character each. */
export interface ByteSearch {
  /** The first that is found; undefined where there is none. */
  find(bytes: string): Secret | undefined;
  /** No form of any secret is longer, so pieces that overlap by so much hide nothing between them. */
  readonly longest: number;
}

/** Shorter ones would be met by chance among numbers and in compressed data. */
const shortest = 6;

export function createByteSearch(secrets: readonly Secret[], kept: readonly string[] = []): ByteSearch {
  const forms = new Map<string, Secret>();
  for (const secret of secrets) {
    for (const written of writings(secret.text)) {
      for (const form of codedForms(written)) if (!forms.has(form.toLowerCase())) forms.set(form.toLowerCase(), secret);
    }
  }
  const alternatives = [...forms.keys()].sort((one, other) => other.length - one.length).map(literal);
  const pattern = alternatives.length === 0 ? undefined : new RegExp(alternatives.join('|'), 'gi');
  const spared = kept
    .flatMap(codedForms)
    .filter((text) => [...forms.keys()].some((form) => text.toLowerCase().includes(form)));
  return {
    longest: Math.max(0, ...[...forms.keys()].map(({ length }) => length), ...spared.map(({ length }) => length)),
    find(bytes) {
      if (pattern === undefined) return;
      for (const { 0: found, index } of bytes.matchAll(pattern)) {
        const isSpared = spared.some((text) => {
          const inside = text.toLowerCase().indexOf(found.toLowerCase());
          const start = index - inside;
          return (
            inside >= 0 && bytes.slice(Math.max(0, start), start + text.length).toLowerCase() === text.toLowerCase()
          );
        });
        if (!isSpared) return forms.get(found.toLowerCase());
      }
      return;
    },
  };
}

/** As it was found, solid, and in the groups in which numbers are written. */
function writings(text: string): string[] {
  const solid = text.replaceAll(/[\s-]/gu, '');
  const grouped = /^\d+$/.test(solid)
    ? [solid.replace(/^(\d{3})(\d{4})(?=\d{4}$)/, '$1 $2 '), solid.replaceAll(/\d{4}(?=\d)/g, '$& ')]
    : [];
  const all = [text, solid, ...grouped, ...grouped.map((one) => one.replaceAll(' ', '-'))];
  return [...new Set(all)].filter(({ length }) => length >= shortest);
}

/** UTF-8, UTF-16 of either order, and the hexadecimal digits of both. */
function codedForms(text: string): string[] {
  const plain = Buffer.from(text, 'utf8');
  const little = Buffer.from(text, 'utf16le');
  const big = Buffer.from(little).swap16();
  return [
    ...[plain, little, big].map((bytes) => bytes.toString('latin1')),
    ...[plain, big].map((bytes) => bytes.toString('hex')),
  ];
}

function literal(written: string): string {
  return written.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
