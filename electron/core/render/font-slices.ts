import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageFolder, weights } from './font-families.ts';

/** One `@font-face` rule of a family, as its package writes it. */
export interface Slice {
  readonly folder: string;
  /** The style sheet that it stands in: one family in one weight. */
  readonly face: string;
  readonly rule: string;
}

/** The slices by the code points that they claim. */
export type Slices = ReadonlyMap<number, readonly Slice[]>;

/** A style sheet of a package, and where its addresses begin. */
export interface SliceSheet {
  readonly folder: string;
  readonly face: string;
  readonly rules: string;
}

/** The style sheets of these packages in all weights. */
export async function readSheets(names: readonly string[]): Promise<SliceSheet[]> {
  const faces = names.flatMap((name) => weights.map((weight) => ({ name, weight })));
  return Promise.all(
    faces.map(async ({ name, weight }) => {
      const folder = packageFolder(name);
      const face = join(folder, `${weight}.css`);
      return { folder, face, rules: await readFile(face, 'utf8') };
    }),
  );
}

/** Families are cut alike, so slices with the same range are gone through once: four faces cost as much as one. */
export function slicesOf(sheets: readonly SliceSheet[]): Slices {
  const byRange = new Map<string, Slice[]>();
  for (const { folder, face, rules } of sheets) {
    for (const [rule, range = ''] of rules.matchAll(/@font-face\s*\{[^}]*?unicode-range:\s*([^;]+);[^}]*\}/g)) {
      const alike = byRange.get(range);
      if (alike === undefined) byRange.set(range, [{ folder, face, rule }]);
      else alike.push({ folder, face, rule });
    }
  }
  const slices = new Map<number, readonly Slice[]>();
  for (const [range, alike] of byRange) {
    for (const [first, last] of pointRanges(range)) {
      for (let point = first; point <= last; point += 1) {
        const known = slices.get(point);
        slices.set(point, known === undefined ? alike : [...known, ...alike]);
      }
    }
  }
  return slices;
}

/** The first and the last code point of each part of `U+4e09-4e0b, U+4e0d`, as style sheets write it. */
function* pointRanges(range: string): Generator<readonly [number, number]> {
  for (const part of range.split(',')) {
    const [first = '', last = first] = part.trim().slice('U+'.length).split('-');
    yield [Number.parseInt(first, 16), Number.parseInt(last, 16)];
  }
}
