import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { openSync } from 'fontkit';
import { expect, it } from 'vitest';
import { emoji, fallback, weights } from '../../electron/core/render/font-families.ts';
import { readFontGaps } from '../../electron/core/render/font-gaps.ts';

const require = createRequire(import.meta.url);

/** What the slices of one weight claim by their range and do not draw. */
function gapsOf(name: string, weight: number): number[] {
  const folder = dirname(require.resolve(`${name}/package.json`));
  const rules = readFileSync(join(folder, `${weight}.css`), 'utf8').match(/@font-face\s*\{[^}]*\}/g) ?? [];
  return rules.flatMap((rule) => {
    const font = openSync(join(folder, 'files', /files\/(?<file>[^)]+\.woff2)/.exec(rule)?.groups?.file ?? ''));
    if (!('hasGlyphForCodePoint' in font)) throw new TypeError('a slice is one font');
    return claimedPoints(rule).filter((point) => !font.hasGlyphForCodePoint(point));
  });
}

function claimedPoints(rule: string): number[] {
  const list = /unicode-range:\s*(?<list>[^;]+);/.exec(rule)?.groups?.list ?? '';
  return list.split(',').flatMap((part) => {
    const [first = '', last = first] = part.trim().replace(/^U\+/i, '').split('-');
    const start = Number.parseInt(first, 16);
    return Array.from({ length: Number.parseInt(last, 16) - start + 1 }, (_, offset) => start + offset);
  });
}

function asRanges(points: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const point of [...points].sort((first, second) => first - second)) {
    const last = ranges.at(-1);
    if (last !== undefined && point === last[1] + 1) last[1] = point;
    else ranges.push([point, point]);
  }
  return ranges
    .map(([first, last]) => (first === last ? first.toString(16) : `${first.toString(16)}-${last.toString(16)}`))
    .join(' ');
}

it('the list of gaps is what the fonts themselves say', () => {
  const faces = ['@fontsource/noto-serif-sc', '@fontsource/noto-sans-sc'].flatMap((name) =>
    [400, 700].map((weight) => gapsOf(name, weight)),
  );
  const printable = [...new Set(faces.flat())].filter((point) => point >= 0xa0);

  expect(printable.length).toBeGreaterThan(1000);
  expect(asRanges([...readFontGaps()])).toBe(asRanges(printable));
});

it('slices of emoji draw all that they claim', () => {
  expect(weights.flatMap((weight) => gapsOf(emoji.package, weight))).toEqual([]);
});

it('the fallback face draws the signs that are not to come from the emoji', () => {
  const folder = dirname(require.resolve(`${fallback.package}/package.json`));
  const font = openSync(join(folder, 'files', `${fallback[400]}.woff`));
  const drawn = [...emoji.alsoInFallback].filter(
    (sign) => 'hasGlyphForCodePoint' in font && font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0),
  );
  expect(drawn.join('')).toBe('‼⁉↕◻◼⚪⚫〽🅾🅿🈁🈂🈯🈳🈸🈹🈺');
});
