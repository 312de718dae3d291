import { join } from 'node:path';
import { memoise } from '../memoise.ts';
import { strayMarks } from './emoji-text.ts';
import { emoji, fallback, families, packageFolder, weights } from './font-families.ts';
import { readFontGaps } from './font-gaps.ts';
import { readSheets, type Slice, type Slices, slicesOf } from './font-slices.ts';

export interface Fonts {
  /** The `@font-face` rules that `text` needs; `assetUrl` turns a path into what the printed page may load. */
  css(text: string, assetUrl: (path: string) => string): string;
  /** The characters of `text` that none of the faces can draw, or not where they stand (see `strayMarks`). */
  missing(text: string): Promise<string[]>;
}

interface Coverage {
  readonly text: Slices;
  readonly emoji: Slices;
  readonly gaps: ReadonlySet<number>;
}

/** Reads the faces' rules; which characters each slice covers, as it claims (see font-gaps.ts), with the first text. */
export async function readFonts(): Promise<Fonts> {
  const [sheets, emojiSheets] = await Promise.all([
    readSheets(families.map((family) => family.package)),
    readSheets([emoji.package]),
  ]);
  let known: Coverage | undefined;
  const coverage = () => {
    known ??= { text: slicesOf(sheets), emoji: slicesOf(emojiSheets), gaps: readFontGaps() };
    return known;
  };

  function isInText(point: number): boolean {
    const { text, gaps } = coverage();
    const claiming = text.get(point) ?? [];
    return !gaps.has(point) && sheets.every(({ face }) => claiming.some((slice) => slice.face === face));
  }

  /** What the two families have not, parted by the face that stands in for them. */
  function rareOf(points: readonly number[]): { readonly emojis: number[]; readonly others: number[] } {
    const rare = points.filter((point) => !isInText(point) && !isUnpainted(point));
    const isEmoji = (point: number) =>
      coverage().emoji.has(point) && !emoji.alsoInFallback.has(String.fromCodePoint(point));
    return { emojis: rare.filter(isEmoji), others: rare.filter((point) => !isEmoji(point)) };
  }

  const fallbackFace = memoise(async () => {
    const { openSync } = await import('fontkit');
    return openSync(join(packageFolder(fallback.package), 'files', `${fallback[400]}.woff`));
  });

  return {
    css(text, assetUrl) {
      const points = codePointsOf(text);
      const { emojis, others } = rareOf(points);
      // Of rules for the same character the last goes first. Emoji come first of all: a digit is taken from them only
      // within a keycap, which no other face can draw.
      return [
        ...claiming(coverage().emoji, emojis).flatMap((slice) => emojiRules(slice, assetUrl)),
        ...claiming(coverage().text, points).map((slice) => withAssetUrl(slice, assetUrl)),
        ...fallbackRules(others, assetUrl),
      ].join('\n');
    },
    async missing(text) {
      const { others } = rareOf(codePointsOf(text));
      const stray = strayMarks(text, coverage().emoji);
      if (others.length === 0) return stray;
      const face = await fallbackFace.get();
      const isDrawn = (point: number) => 'hasGlyphForCodePoint' in face && face.hasGlyphForCodePoint(point);
      const unknown = others.filter((point) => !isDrawn(point)).map((point) => String.fromCodePoint(point));
      return [...new Set([...unknown, ...stray])];
    },
  };
}

/** Each code point of `text` once, in the order in which they first occur. */
function codePointsOf(text: string): number[] {
  const points = new Set<number>();
  for (let place = 0; place < text.length; place += 1) {
    const point = text.codePointAt(place) ?? 0;
    if (point > 0xffff) place += 1;
    points.add(point);
  }
  return [...points];
}

/** The slices that claim any of these code points, each once. */
const claiming = (slices: Slices, points: readonly number[]) => [
  ...new Set(points.flatMap((point) => slices.get(point) ?? [])),
];

/** Blanks, and marks that paint nothing: they join characters into one or choose how the one before them is drawn. */
const isUnpainted = (point: number) =>
  /\s|\u200d|[\u{e0020}-\u{e007f}]|\p{Variation_Selector}/u.test(String.fromCodePoint(point));

/** The rule with an absolute address, WOFF2 only, and no fallback face flashing up in print. */
function withAssetUrl({ folder, rule }: Slice, assetUrl: (path: string) => string): string {
  return rule
    .replace(/src:[^;]*?url\(\.\/([^)]+\.woff2)\)[^;]*;/, (_, file: string) => {
      return `src: url('${assetUrl(join(folder, file))}') format('woff2');`;
    })
    .replace('font-display: swap', 'font-display: block');
}

/** The whole slice as a part of each family: a sequence of emoji is one sign only where one slice has all of it. */
function emojiRules(slice: Slice, assetUrl: (path: string) => string): string[] {
  const rule = withAssetUrl(slice, assetUrl);
  return families.map(({ name }) => rule.replace(/font-family:[^;]*;/, `font-family: '${name}';`));
}

function fallbackRules(points: readonly number[], assetUrl: (path: string) => string): string[] {
  if (points.length === 0) return [];
  const range = points.map((point) => `U+${point.toString(16)}`).join(',');
  const folder = packageFolder(fallback.package);
  return families.flatMap(({ name }) =>
    weights.map((weight) => {
      const file = join(folder, 'files', `${fallback[weight]}.woff2`);
      return `@font-face{font-family:'${name}';font-weight:${weight};font-display:block;src:url('${assetUrl(file)}') format('woff2');unicode-range:${range}}`;
    }),
  );
}
