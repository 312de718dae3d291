import { writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PrintSession } from '../../electron/core/ports.ts';
import { readFonts } from '../../electron/core/render/fonts.ts';
import { escapeHtml } from '../../electron/core/render/inline-html.ts';
import { createChromiumPrinter } from '../../electron/server/chromium-printer.ts';
import { readPdfObjects } from '../support/pdf-objects.ts';
import { type RenderedPage, readPdf } from '../support/read-pdf.ts';
import { useWorkFolder } from '../support/work-folder.ts';

/** product.md, 6: Chinese proven by ink and by copy-paste, rare characters in names included. */
describe('characters of names', () => {
  const work = useWorkFolder();
  const printer = createChromiumPrinter();
  // One square of 20 mm for each character, in every family and weight that the papers use.
  const faces = [
    ['Noto Serif SC', 400],
    ['Noto Serif SC', 700],
    ['Noto Sans SC', 400],
    ['Noto Sans SC', 700],
  ] as const;
  let session: PrintSession;
  beforeAll(async () => {
    session = await printer.open(new AbortController().signal);
  });
  afterAll(() => session.close());

  async function print(name: string, characters: readonly string[]) {
    const fonts = await readFonts();
    const row = (family: string, weight: number) =>
      `<p style="font-family:'${family}';font-weight:${weight}">${characters.map((character) => `<span>${escapeHtml(character)}</span>`).join('')}</p>`;
    const html = `<!doctype html><html lang="zh-CN"><style>
      ${fonts.css(characters.join(''), printer.assetUrl)}
      @page { size: A4; margin: 0 }
      body { margin: 0; font-synthesis: none } p { margin: 0; height: 20mm; font-size: 14mm; line-height: 20mm }
      span { display: inline-block; width: 20mm; text-align: center }
    </style><body>${faces.map(([family, weight]) => row(family, weight)).join('')}</body></html>`;
    const target = work.path(name);
    await writeFile(target, await session.print(html, new AbortController().signal));
    const pdf = await readPdf(target);
    const page = await pdf.render(1, 72);
    await pdf.close();
    return {
      target,
      text: pdf.pages[0]?.compact ?? '',
      ink: (row: number, column: number) => inkOf(page, row, column),
    };
  }

  const common = [...'刘一鬱国'];
  const rare = [...'䶮𠮷㛃'];

  it('have ink like their neighbours, in every face', async () => {
    const { ink } = await print('ink.pdf', [...common, ...rare]);
    for (const row of faces.keys()) {
      const inks = [...common, ...rare].map((_, column) => ink(row, column));
      // 一 is a single stroke; everything else here is denser, and a face that is missing paints nothing or a bare box.
      const [thinnest = 0] = inks.slice(1, 2);
      expect(thinnest).toBeGreaterThan(0.005);
      for (const [column, amount] of inks.entries()) {
        if (column !== 1)
          expect(amount, `${[...common, ...rare][column]} in face ${row}`).toBeGreaterThan(thinnest * 1.3);
        expect(amount).toBeLessThan(0.6);
      }
    }
  });

  it('differ from one another: none is the box that stands for a missing glyph', async () => {
    const { ink } = await print('boxes.pdf', ['\u{10fffd}', ...rare]);
    for (const row of faces.keys()) {
      const amounts = [0, ...rare.keys()].map((_, column) => ink(row, column).toFixed(4));
      expect(new Set(amounts).size, amounts.join(' ')).toBe(amounts.length);
    }
  });

  it('are copied as themselves, from embedded fonts that are not Type 3', async () => {
    const { target, text } = await print('copied.pdf', [...common, ...rare]);
    expect(text).toBe([...common, ...rare].join('').repeat(faces.length));
    expect([...text].map((character) => character.codePointAt(0))).toContain(0x4dae);
    const { fonts } = await readPdfObjects(target);
    expect(fonts.filter(({ type, isEmbedded }) => type === 'Type3' || !isEmbedded)).toEqual([]);
  });

  it('that no face has print as an empty box and are copied as nothing', async () => {
    const { ink, text } = await print('unknown.pdf', ['\u{31350}', '䲜']);
    for (const row of faces.keys()) expect(ink(row, 0)).toBeCloseTo(ink(row, 1), 3);
    expect(text).not.toMatch(/[\u{31350}䲜]/u);
  });

  it('may be emoji, in one colour, one sign for each sequence', async () => {
    const signs = ['😀', '👍🏻', '❤', '👨‍👩‍👧‍👦', '🇨🇳', '1⃣', '✅'];
    const { target, ink, text } = await print('emoji.pdf', ['\u{10fffd}', '1', ...signs]);
    for (const row of faces.keys()) {
      const box = ink(row, 0);
      const amounts = signs.map((_, column) => ink(row, column + 2));
      for (const [column, amount] of amounts.entries()) {
        expect(amount, `${signs[column]} in face ${row}`).toBeGreaterThan(0.03);
        expect(Math.abs(amount - box), `${signs[column]} in face ${row}`).toBeGreaterThan(0.002);
      }
      // A key has a frame around its digit.
      expect(amounts[5]).toBeGreaterThan(ink(row, 1) * 1.5);
    }
    expect(text).toContain('😀');
    const { fonts } = await readPdfObjects(target);
    expect(fonts.filter(({ type, isEmbedded }) => type === 'Type3' || !isEmbedded)).toEqual([]);
  });

  it('that no face can draw are known before printing, so that a finding can say so', async () => {
    const fonts = await readFonts();
    const unknown = ['\u{31350}', '䲜', '\u{1f46a}'];
    expect(await fonts.missing(`刘${unknown.join('')}`)).toEqual(unknown);
    expect(await fonts.missing([...common, ...rare].join(''))).toEqual([]);
  });
});

/** The part of a square of 20 mm that is dark. */
function inkOf({ width, data }: RenderedPage, row: number, column: number): number {
  const side = (20 / 25.4) * 72;
  const [left, top] = [Math.round(column * side), Math.round(row * side)];
  const size = Math.floor(side);
  let dark = 0;
  for (let y = top; y < top + size; y += 1) {
    for (let x = left; x < left + size; x += 1) dark += 255 - (data[(y * width + x) * 4] ?? 255);
  }
  return dark / 255 / (size * size);
}
