import { readdir, readFile } from 'node:fs/promises';
import { openSync } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { readFonts } from '../../electron/core/render/fonts.ts';

const assetUrl = (path: string) => `juli-asset:${path}`;
const fonts = await readFonts();

describe('fonts', () => {
  it('are two families in two weights, from files of the program only', () => {
    const css = fonts.css('一般的文字', assetUrl);
    expect(new Set(css.match(/font-family:\s*'[^']+'/g)?.map((rule) => rule.replace(/font-family:\s*/, '')))).toEqual(
      new Set(["'Noto Serif SC'", "'Noto Sans SC'"]),
    );
    expect(new Set(css.match(/font-weight:\s*\d+/g)?.map((rule) => rule.replace(/\D+/, '')))).toEqual(
      new Set(['400', '700']),
    );
    const addresses = [...css.matchAll(/url\((?<address>[^)]+)\)/g)].map((match) => match.groups?.address ?? '');
    expect(addresses.length).toBeGreaterThanOrEqual(4);
    for (const address of addresses) expect(address).toMatch(/^'juli-asset:\/.*\.woff2'$/);
    expect(css).not.toContain('swap');
  });

  it('load no more slices than the text needs, and all of those', () => {
    const slices = (text: string) => fonts.css(text, assetUrl).split('url(').length - 1;
    expect(slices('一')).toBe(4);
    expect(slices('一一一')).toBe(4);
    expect(slices('一理据某鬱麤')).toBeGreaterThan(4);
  });

  it('bring the fallback face only for the characters that need it, in both families and weights', () => {
    expect(fonts.css('刘某', assetUrl)).not.toContain('wenkai');
    const rules = fonts
      .css('刘䶮与𠮷', assetUrl)
      .split('\n')
      .filter((rule) => rule.includes('wenkai'));
    expect(rules).toHaveLength(4);
    for (const rule of rules) expect(rule).toMatch(/unicode-range:\s*U\+4dae,\s*U\+20bb7/i);
  });

  it('name the characters that no face can draw, and only those', async () => {
    expect(await fonts.missing('言知理，268.00元 □〔〕·—“”')).toEqual([]);
    expect(await fonts.missing('刘䶮')).toEqual([]);
    expect(await fonts.missing('甲\u{1f46a}乙\u{31350}甲\u{1f46a}')).toEqual(['\u{1f46a}', '\u{31350}']);
  });

  it('know a character that a slice claims by its range but has no glyph for', async () => {
    // The Noto packages list U+2023 in a unicode-range; no face of theirs draws it.
    expect(await fonts.missing('是‣否□')).toEqual(['‣']);
  });

  it('bring the slices with emoji for text that has them, behind all other faces', () => {
    expect(fonts.css('一#1©♀☎⚪', assetUrl)).not.toContain('noto-emoji');
    const files = (text: string) =>
      fonts.css(text, assetUrl).match(/noto-[a-z]+-[^/']*(?=\.woff2)|wenkai-latin/g) ?? [];
    const [first, second, third, fourth, fifth] = files('😀1䶮');
    expect([first, second, third, fourth].every((file) => file?.startsWith('noto-emoji-'))).toBe(true);
    expect(fifth).not.toContain('emoji');
    expect(files('😀1䶮').at(-1)).toBe('wenkai-latin');
  });

  it('draw every emoji of Unicode but one that is in no slice', async () => {
    const points = Array.from({ length: 0x1fb00 - 0x23 }, (_, place) => String.fromCodePoint(0x23 + place));
    // The colours of skins stand alone nowhere.
    const emoji = points.filter((point) => /(?!\p{Emoji_Modifier})\p{Emoji}/u.test(point));
    expect(emoji.length).toBeGreaterThan(1_350);
    expect(await fonts.missing(emoji.join(''))).toEqual(['👪']);
    expect(await fonts.missing('❤️👍🏻👩‍💻🏃🏽‍♀️👨‍👩‍👧‍👦🏳️‍🌈🇨🇳🏴󠁧󠁢󠁥󠁮󠁧󠁿1️⃣#⃣')).toEqual([]);
  });

  it('name the marks that stand where they make no one sign of emoji', async () => {
    expect(await fonts.missing('甲🏻👍🏿')).toEqual(['🏻']);
    expect(await fonts.missing('甲⃣')).toEqual(['⃣']);
    expect(await fonts.missing('👍🏻‍🐶')).toEqual(['‍']);
  });

  it('draw every character that the templates themselves print', async () => {
    const folder = new URL('../../templates/', import.meta.url);
    const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.hbs'));
    expect(names.length).toBeGreaterThan(10);
    const sources = await Promise.all(names.map((name) => readFile(new URL(name, folder), 'utf8')));
    const printed = new Set(
      sources
        .join('')
        .replaceAll(/\{\{!.*?\}\}/gs, '')
        .match(/[^\p{Cc}\p{Zs}]/gu),
    );
    expect([...printed].filter((character) => !hasGlyph(character))).toEqual([]);
  });
});

/** Whether a face of Noto Serif SC truly has the character, whatever its slices' ranges say. */
function hasGlyph(character: string): boolean {
  const codePoint = character.codePointAt(0) ?? 0;
  const css = fonts.css(character, (path) => path);
  const files = [...css.matchAll(/url\('(?<file>[^']*noto-serif-sc[^']*-400-normal)\.woff2'\)/g)].map(
    (match) => match.groups?.file ?? '',
  );
  return files.some((file) => {
    const font = openSync(`${file}.woff`);
    return 'hasGlyphForCodePoint' in font && font.hasGlyphForCodePoint(codePoint);
  });
}
