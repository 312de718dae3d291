import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fallback, families, packageFolder, weights } from './font-families.ts';
import { readFontGaps } from './font-gaps.ts';

export interface Fonts {
  /** The `@font-face` rules that `text` needs; `assetUrl` turns a path into what the printed page may load. */
  css(text: string, assetUrl: (path: string) => string): string;
  /** The characters of `text` that none of the faces can draw. */
  missing(text: string): Promise<string[]>;
}

/** One `@font-face` rule of a family, as its package writes it. */
interface Slice {
  readonly folder: string;
  readonly rule: string;
}

/** Reads the faces' rules and which characters each slice covers, as it claims (see font-gaps.ts). */
export async function readFonts(): Promise<Fonts> {
  const faces = await Promise.all(
    families.flatMap((family) => weights.map((weight) => readFace(packageFolder(family.package), weight))),
  );
  const gaps = readFontGaps();
  const isCovered = (character: string) => {
    const codePoint = character.codePointAt(0) ?? 0;
    return !gaps.has(codePoint) && faces.every((face) => face.has(codePoint));
  };
  const uncovered = (text: string) =>
    [...new Set(text)].filter((character) => !/\s/u.test(character) && !isCovered(character));

  return {
    css(text, assetUrl) {
      const slices = new Set<Slice>();
      for (const character of new Set(text)) {
        const codePoint = character.codePointAt(0) ?? 0;
        for (const face of faces) for (const slice of face.get(codePoint) ?? []) slices.add(slice);
      }
      const rules = [...slices].map((slice) => withAssetUrl(slice, assetUrl));
      return [...rules, ...fallbackRules(uncovered(text), assetUrl)].join('\n');
    },
    async missing(text) {
      const rare = uncovered(text);
      if (rare.length === 0) return [];
      const { openSync } = await import('fontkit');
      const font = openSync(join(packageFolder(fallback.package), 'files', `${fallback[400]}.woff`));
      if (!('hasGlyphForCodePoint' in font)) return rare;
      return rare.filter((character) => !font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0));
    },
  };
}

/** The slices of one weight, by the code points that they cover. */
async function readFace(folder: string, weight: number): Promise<Map<number, Slice[]>> {
  const rules = await readFile(join(folder, `${weight}.css`), 'utf8');
  const face = new Map<number, Slice[]>();
  for (const [rule] of rules.matchAll(/@font-face\s*\{[^}]*\}/g)) {
    const slice = { folder, rule };
    for (const codePoint of codePointsOf(rule)) {
      const known = face.get(codePoint);
      if (known === undefined) face.set(codePoint, [slice]);
      else known.push(slice);
    }
  }
  return face;
}

function* codePointsOf(rule: string): Generator<number> {
  const list = /unicode-range:\s*([^;]+);/.exec(rule)?.[1] ?? '';
  for (const part of list.split(',')) {
    const [first = '', last = first] = part.trim().replace(/^U\+/i, '').split('-');
    for (let point = Number.parseInt(first, 16); point <= Number.parseInt(last, 16); point += 1) yield point;
  }
}

/** The rule with an absolute address, WOFF2 only, and no fallback face flashing up in print. */
function withAssetUrl({ folder, rule }: Slice, assetUrl: (path: string) => string): string {
  return rule
    .replace(/src:[^;]*?url\(\.\/([^)]+\.woff2)\)[^;]*;/, (_, file: string) => {
      return `src: url('${assetUrl(join(folder, file))}') format('woff2');`;
    })
    .replace('font-display: swap', 'font-display: block');
}

function fallbackRules(characters: readonly string[], assetUrl: (path: string) => string): string[] {
  if (characters.length === 0) return [];
  const range = characters.map((character) => `U+${(character.codePointAt(0) ?? 0).toString(16)}`).join(',');
  const folder = packageFolder(fallback.package);
  return families.flatMap(({ name }) =>
    weights.map((weight) => {
      const file = join(folder, 'files', `${fallback[weight]}.woff2`);
      return `@font-face{font-family:'${name}';font-weight:${weight};font-display:block;src:url('${assetUrl(file)}') format('woff2');unicode-range:${range}}`;
    }),
  );
}
