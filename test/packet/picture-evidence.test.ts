import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PacketResult } from '../../electron/contract/packet-result.ts';
import type { App } from '../../electron/core/app.ts';
import { createEvidenceReader } from '../../electron/core/evidence/read-evidence.ts';
import { build, fileIn, openApp, sampleFolder } from '../support/build-packet.ts';
import { writeExhibits } from '../support/case-folder.ts';
import { findColor, findPixels } from '../support/color-marks.ts';
import { evidenceTools } from '../support/evidence-tools.ts';
import { checkerPng, gradientPng, markedPicture, orientedJpeg } from '../support/pictures.ts';
import { type ReadPdf, readPdf } from '../support/read-pdf.ts';
import { useWorkFolder } from '../support/work-folder.ts';

/** Every kind of picture must stand on paper as people see it on their screen: upright, whole, in its colours. */
describe('pictures in the appendix', () => {
  const work = useWorkFolder();
  const dotsPerInch = 36;
  const millimetre = dotsPerInch / 25.4;
  let app: App;
  let result: PacketResult;
  let pdf: ReadPdf;

  beforeAll(async () => {
    app = openApp();
    const [upright, wide] = [await markedPicture(300, 400), await markedPicture(600, 300)];
    const png = () => sharp(upright).png();
    const files = new Map<string, Uint8Array>([
      ['普通.png', upright],
      ['隔行.png', await sharp(upright).png({ progressive: true }).toBuffer()],
      ['十六位.png', await sharp(upright).toColourspace('rgb16').png().toBuffer()],
      ['透明.png', await png().ensureAlpha(0.999).toBuffer()],
      ['调色板.png', await sharp(upright).png({ palette: true }).toBuffer()],
      ['普通.jpg', await sharp(upright).jpeg({ quality: 95 }).toBuffer()],
      ['渐进.jpg', await sharp(upright).jpeg({ quality: 95, progressive: true }).toBuffer()],
      ['印刷色.jpg', await sharp(upright).toColourspace('cmyk').jpeg({ quality: 95 }).toBuffer()],
      [
        '灰度.jpg',
        await sharp(await gradientPng(200, 200, 40))
          .toColourspace('b-w')
          .jpeg({ quality: 95 })
          .toBuffer(),
      ],
      ['横向.png', wide],
      ['横向照片.jpg', await orientedJpeg(wide, 6)],
      ['很小.png', await checkerPng(40, 40)],
      ['长图.png', await gradientPng(300, 6_000, 20)],
      [
        '半透明.png',
        await sharp({ create: { width: 90, height: 90, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
          .png()
          .toBuffer(),
      ],
    ]);
    for (let orientation = 1; orientation <= 8; orientation += 1) {
      files.set(`方向${orientation}.jpg`, await orientedJpeg(upright, orientation));
    }
    const folder = await writeExhibits(work.path('case'), files);
    result = await build(app, folder, work.path('packet.pdf'));
    pdf = await readPdf(work.path('packet.pdf'));
  });
  afterAll(async () => {
    await pdf.close();
    await app.close();
  });

  const fileOf = (path: string) => fileIn(result, path);
  const pageOf = (path: string) => pdf.render(fileOf(path).firstPage, dotsPerInch);

  it('come in every kind that a phone, a scanner or a print shop writes', async () => {
    const kind = (path: string) => sharp(work.path('case', path)).metadata();
    expect(await kind('隔行.png')).toMatchObject({ format: 'png', isProgressive: true });
    expect(await kind('十六位.png')).toMatchObject({ format: 'png', depth: 'ushort' });
    expect(await kind('透明.png')).toMatchObject({ format: 'png', hasAlpha: true });
    expect(await kind('调色板.png')).toMatchObject({ format: 'png', isPalette: true });
    expect(await kind('渐进.jpg')).toMatchObject({ format: 'jpeg', isProgressive: true });
    expect(await kind('印刷色.jpg')).toMatchObject({ format: 'jpeg', space: 'cmyk' });
    expect(await kind('灰度.jpg')).toMatchObject({ format: 'jpeg', channels: 1 });
    expect(await kind('方向7.jpg')).toMatchObject({ format: 'jpeg', orientation: 7 });
  });

  it.each([
    ...['普通.png', '隔行.png', '十六位.png', '透明.png', '调色板.png', '普通.jpg', '渐进.jpg', '印刷色.jpg'],
    ...[1, 2, 3, 4, 5, 6, 7, 8].map((orientation) => `方向${orientation}.jpg`),
  ])('%s stands upright, whole and in its colours', async (path) => {
    expect(fileOf(path)).toMatchObject({ status: 'included', pages: 1 });
    const page = await pageOf(path);
    const [red, green, blue] = [findColor(page, 'red'), findColor(page, 'green'), findColor(page, 'blue')];
    if (red === undefined || green === undefined || blue === undefined)
      throw new Error('a corner mark is not on the page');
    expect(green.x - red.x).toBeGreaterThan(20);
    expect(Math.abs(green.y - red.y)).toBeLessThan(3);
    expect(blue.y - red.y).toBeGreaterThan(20);
    expect(Math.abs(blue.x - red.x)).toBeLessThan(3);
    // The picture is 300 × 400: corner to corner 240 × 340 of it, in the same proportion on paper.
    expect((blue.y - red.y) / (green.x - red.x)).toBeCloseTo(340 / 240, 1);
  });

  it.each(['横向.png', '横向照片.jpg'])('%s lies on a turned sheet, as large as it allows', async (path) => {
    const sheet = pdf.pages[fileOf(path).firstPage - 1];
    expect(sheet?.width).toBeGreaterThan(sheet?.height ?? 0);
    const page = await pageOf(path);
    const [red, green] = [findColor(page, 'red'), findColor(page, 'green')];
    if (red === undefined || green === undefined) throw new Error('a corner mark is not on the page');
    expect(Math.abs(green.y - red.y)).toBeLessThan(3);
    expect((green.right - red.left) / millimetre).toBeGreaterThan(200);
  });

  it('a turned sheet keeps at least 25 mm at its binding edge, which is then its top', async () => {
    const { data, width } = await pageOf('横向.png');
    const inked = data.findIndex((value, index) => index % 4 !== 3 && value < 245);
    expect(Math.floor(inked / 4 / width) / millimetre).toBeGreaterThanOrEqual(25);
  });

  it('a tiny picture is enlarged to no more than 150 %', async () => {
    const page = await pageOf('很小.png');
    // Below the stamp (26 + 12 mm from the top) and above the page foot there is nothing but the picture.
    const body = { width: page.width, height: Math.round(260 * millimetre), data: page.data };
    const below = 34 * millimetre * page.width * 4;
    const rest = { ...body, data: body.data.map((value, index) => (index < below ? 255 : value)) };
    const board = findPixels(rest, (red) => red < 200);
    const natural = (40 / 96) * 25.4;
    expect(board).toBeDefined();
    expect(((board?.right ?? 0) - (board?.left ?? 0)) / millimetre).toBeGreaterThan(natural * 0.95);
    expect(((board?.right ?? 0) - (board?.left ?? 0)) / millimetre).toBeLessThanOrEqual(natural * 1.5 + 1);
  });

  it('a grey JPEG keeps its greys', async () => {
    const page = await pageOf('灰度.jpg');
    const dark = findPixels(
      page,
      (red, green, blue) => red < 70 && red > 20 && Math.abs(red - green) < 8 && Math.abs(red - blue) < 8,
    );
    expect(dark).toBeDefined();
  });

  it('what is transparent becomes white paper, not black', async () => {
    const page = await pageOf('半透明.png');
    const middle = (Math.round(60 * millimetre) * page.width + Math.round(page.width * 0.55)) * 4;
    expect(page.data[middle]).toBeGreaterThan(250);
  });

  it('a long picture goes on from page to page: no row lost, each piece counted', async () => {
    const { firstPage, pages } = fileOf('长图.png');
    expect(pages).toBeGreaterThan(3);
    const spans: { top: number; bottom: number }[] = [];
    for (let index = 1; index <= pages; index += 1) {
      expect(pdf.pages[firstPage + index - 2]?.compact).toContain(`第${index}段/共${pages}段`);
      spans.push(await gradientSpan(firstPage + index - 1));
    }
    // 26 rows of the picture share a grey; a strip that is lost shows as a jump.
    for (const [index, span] of spans.entries()) {
      const next = spans[index + 1];
      if (next !== undefined)
        expect(Math.abs(span.bottom - next.top), `after piece ${index + 1}`).toBeLessThanOrEqual(2);
    }
    expect(spans.at(-1)?.bottom).toBeLessThanOrEqual(24);
  });

  /** The greys at the top and bottom of the gradient on a page, read down the middle of the picture. */
  async function gradientSpan(number: number): Promise<{ top: number; bottom: number }> {
    const page = await pdf.render(number, 72);
    const column = Math.round(((26 + 169 / 2) / 210) * page.width);
    const rows = Array.from({ length: page.height }, (_, row) => page.data[(row * page.width + column) * 4] ?? 255);
    // From below the stamp to above the page foot; four rows at either end, where the picture meets the paper.
    const from = Math.round((30 / 297) * page.height);
    const to = Math.round((277 / 297) * page.height);
    const greys = rows.slice(from, to).filter((grey) => grey < 254);
    return { top: greys[4] ?? 255, bottom: greys.at(-5) ?? 255 };
  }

  it('the long chat of the first sample is cut between its bubbles, never through a line of text', async () => {
    const path = 'evidence/售后聊天记录.png';
    const reader = createEvidenceReader(evidenceTools(work.path()));
    const { content } = await reader.read(
      join(sampleFolder('software-key'), path),
      { path },
      new AbortController().signal,
    );
    await reader.close();
    if (content.kind !== 'pages') throw new Error(content.reason);
    const slices = content.pages.flatMap((page) => (page.kind === 'picture' ? [page.slice] : []));
    const { data, info } = await sharp(`${sampleFolder('software-key')}/${path}`)
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(slices.length).toBeGreaterThan(3);
    let shown = 0;
    for (const { top, height } of slices) {
      // Neighbours share a strip of background.
      expect(top).toBeLessThanOrEqual(shown);
      expect(top).toBeGreaterThanOrEqual(shown - 24);
      shown = top + height;
    }
    expect(shown).toBe(info.height);
    for (const cut of slices
      .slice(1)
      .flatMap(({ top }, index) => [top, (slices[index]?.top ?? 0) + (slices[index]?.height ?? 0)])) {
      for (const row of [cut - 1, cut, cut + 1]) {
        // Text jumps dozens of times in a row; the side of a bubble or an avatar at most a few.
        expect(jumps(data.subarray(row * info.width, (row + 1) * info.width)), `row ${row}`).toBeLessThanOrEqual(2);
      }
    }
  });
});

function jumps(row: Uint8Array): number {
  return row.reduce(
    (count, value, column) => count + (column > 0 && Math.abs(value - (row[column - 1] ?? 0)) > 24 ? 1 : 0),
    0,
  );
}
