import { readFile, stat } from 'node:fs/promises';
import { PDFDocument, PDFName, PDFRawStream } from 'pdf-lib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainForm } from '../../electron/contract/packet-form.ts';
import type { PacketResult } from '../../electron/contract/packet-result.ts';
import type { App } from '../../electron/core/app.ts';
import { seededRandom } from '../bench/seeded-random.ts';
import { bmpFile } from '../support/bmp-file.ts';
import { build, fileIn, openApp } from '../support/build-packet.ts';
import { exhibitsOf, withoutReferences, writeCaseFolder } from '../support/case-folder.ts';
import { cleanCaseFile } from '../support/clean-case.ts';
import { findColor } from '../support/color-marks.ts';
import { expectTrueNumbers } from '../support/packet-truth.ts';
import { markedPicture } from '../support/pictures.ts';
import { type ReadPdf, readPdf } from '../support/read-pdf.ts';
import { useWorkFolder } from '../support/work-folder.ts';

const [width, height] = [150, 200];
const dotsPerInch = 36;
const screenshots = [1, 2, 3, 4, 5, 6, 7].map((number) => `截图/${number}.png`);

/** The app takes every kind of picture; what was done with it is said; several phone screenshots may share a sheet. */
describe('pictures of every kind', () => {
  const work = useWorkFolder();
  let app: App;
  let folder: string;
  let result: PacketResult;
  let pdf: ReadPdf;

  beforeAll(async () => {
    app = openApp();
    const upright = await markedPicture(width, height);
    const image = () => sharp(upright);
    const raw = await image().raw().toBuffer();
    const second = Buffer.alloc(raw.length, 120);
    // Two pictures below each other are two pages, or two frames.
    const paged = () =>
      sharp(Buffer.concat([raw, second]), { raw: { width, height: height * 2, channels: 3, pageHeight: height } });
    const avif = await image().avif({ quality: 90 }).toBuffer();
    const asHeif = Buffer.from(avif);
    asHeif.write('mif1', 8, 'latin1');
    const rows = Array.from({ length: height }, (_, row) =>
      Array.from({ length: width }, (__, column) => raw.readUIntBE((row * width + column) * 3, 3)),
    );
    const files = new Map<string, Uint8Array>([
      ['有损.webp', await image().webp({ quality: 90 }).toBuffer()],
      ['无损.webp', await image().webp({ lossless: true }).toBuffer()],
      ['动图.gif', await paged().gif().toBuffer()],
      ['照片.avif', avif],
      ['安卓照片.heif', asHeif],
      ['扫描.tiff', await paged().tiff({ compression: 'lzw' }).toBuffer()],
      ['位图.bmp', bmpFile({ bits: 24, rows })],
      ['广色域.jpg', await image().withIccProfile('p3').jpeg({ quality: 95 }).toBuffer()],
      ['广色域.png', await image().withIccProfile('p3').png().toBuffer()],
      ['扩展名不对.png', await image().jpeg({ quality: 95 }).toBuffer()],
      ['坏.heic', Buffer.concat([Buffer.from('\0\0\0\x18ftypheic\0\0\0\0heicmif1', 'latin1'), Buffer.alloc(400, 7)])],
    ]);
    const alone = [...files.keys()];
    for (const [index, path] of screenshots.entries()) files.set(path, await screenshot(index));
    const item = { title: '聊天截图', group: 'problem', source: '手机截图', proves: '问题所在。', form: 'original' };
    folder = await writeCaseFolder(
      work.path('case'),
      cleanCaseFile({
        ...withoutReferences,
        evidence: [
          ...exhibitsOf(alone),
          {
            ...item,
            id: '五张',
            files: screenshots.slice(0, 5).map((path, index) => ({ path, note: `第${index + 1}天` })),
          },
          { ...item, id: '两张', title: '后来的截图', files: screenshots.slice(5) },
        ],
      }),
      files,
    );
    result = await build(app, folder, work.path('packet.pdf'));
    pdf = await readPdf(work.path('packet.pdf'));
  });
  afterAll(async () => {
    await pdf.close();
    await app.close();
  });

  const fileOf = (path: string) => fileIn(result, path);

  it.each([
    ['有损.webp', '由 WebP 转换为 JPEG（质量 95），尺寸和颜色不变'],
    ['无损.webp', '由 WebP 转换为 PNG，像素不变'],
    ['动图.gif', '由 GIF 转换为 PNG，像素不变；原件是动图，共 2 帧，纸上只收录第 1 帧'],
    ['照片.avif', '由 AVIF 转换为 JPEG（质量 95），尺寸和颜色不变'],
    ['安卓照片.heif', '由 AVIF 转换为 JPEG（质量 95），尺寸和颜色不变'],
    ['扫描.tiff', '由 TIFF 转换为 PNG，像素不变'],
    ['位图.bmp', '由 BMP 转换为 PNG，像素不变'],
    ['广色域.jpg', undefined],
    ['广色域.png', undefined],
    ['扩展名不对.png', undefined],
  ])('%s stands upright and whole, and says how it got there', async (path, reason) => {
    expect(fileOf(path)).toMatchObject({ status: 'included', pages: path.endsWith('.tiff') ? 2 : 1 });
    expect(fileOf(path).reason).toBe(reason);
    const page = await pdf.render(fileOf(path).firstPage, dotsPerInch);
    const [red, green, blue] = [findColor(page, 'red'), findColor(page, 'green'), findColor(page, 'blue')];
    if (red === undefined || green === undefined || blue === undefined) throw new Error('a corner mark is missing');
    expect(green.x - red.x).toBeGreaterThan(20);
    expect(Math.abs(green.y - red.y)).toBeLessThan(3);
    expect(blue.y - red.y).toBeGreaterThan(20);
    expect(Math.abs(blue.x - red.x)).toBeLessThan(3);
  });

  it('every page of a TIFF says which it is', () => {
    const { firstPage } = fileOf('扫描.tiff');
    expect(pdf.pages[firstPage - 1]?.compact).toContain('第1幅/共2幅');
    expect(pdf.pages[firstPage]?.compact).toContain('第2幅/共2幅');
  });

  it('a HEIC that cannot be decoded is named, with what to do', () => {
    expect(fileOf('坏.heic')).toMatchObject({ status: 'placeholder', pages: 1 });
    expect(fileOf('坏.heic').reason).toContain('HEIC 图片已损坏或不完整，无法读出，或编码方式不受支持，请另存为 JPEG');
  });

  it('the colours of a phone photo are told by its profile, which is in the file once', async () => {
    const document = await PDFDocument.load(await readFile(work.path('packet.pdf')));
    const objects = document.context.enumerateIndirectObjects().map(([, object]) => object);
    const images = objects.flatMap((object) =>
      object instanceof PDFRawStream && object.dict.get(PDFName.of('Subtype')) === PDFName.of('Image')
        ? [object.dict]
        : [],
    );
    const spaces = images
      .map((dict) => String(dict.get(PDFName.of('ColorSpace'))))
      .filter((space) => space.includes('ICCBased'));
    expect(spaces).toHaveLength(2);
    expect(new Set(spaces).size).toBe(1);
  });

  it('four phone screenshots of one exhibit share a turned sheet, two an upright one, and one has its own', async () => {
    const target = work.path('shared.pdf');
    const shared = await build(app, folder, target, { form: { ...plainForm, perSheet: 4 } });
    const read = await readPdf(target);
    try {
      const places = screenshots.map((path) => fileIn(shared, path));
      expect(places.map(({ pages }) => pages)).toEqual([1, 1, 1, 1, 1, 1, 1]);
      const first = places[0]?.firstPage ?? 0;
      expect(places.map(({ firstPage }) => firstPage - first)).toEqual([0, 0, 0, 0, 1, 2, 2]);
      expect(shared.pages).toBe(result.pages - 4);
      const sheet = read.pages[first - 1];
      expect(sheet?.width).toBeGreaterThan(sheet?.height ?? 0);
      for (const number of [1, 2, 3, 4]) expect(sheet?.compact).toContain(`证据12-${number}·第${number}天`);
      expect(sheet?.compact).toContain('第1/2页');
      expect(read.pages[first]?.compact).not.toContain('证据12-5');
      expect(read.pages[first + 1]?.compact).toContain('证据13-1·6.png');
      expect(read.pages[first + 1]?.compact).toContain('证据13-2·7.png');
      const page = await read.render(first, dotsPerInch);
      expect(darkColumns(page)).toHaveLength(4);
    } finally {
      await read.close();
    }
  });

  it('are compressed only as far as a budget needs, and it is said; what cannot be met is refused, leaving nothing', async () => {
    const whole = (await stat(work.path('packet.pdf'))).size;
    const roomy = await build(app, folder, work.path('roomy.pdf'), {
      form: { ...plainForm, budget: whole / 1_000_000 + 1 },
    });
    expect(roomy.findings.map(({ id }) => id)).not.toContain('packet.compressed');

    // Papers and fonts take 0.7 MB of it, the screenshots nearly all of the rest.
    const budget = 1.5;
    expect(whole).toBeGreaterThan(2_500_000);
    const small = await build(app, folder, work.path('small.pdf'), { form: { ...plainForm, budget } });
    expect((await stat(work.path('small.pdf'))).size).toBeLessThanOrEqual(budget * 1_000_000);
    const said = small.findings.find(({ id }) => id === 'packet.compressed');
    expect(said?.message).toContain(`为不超过 ${budget} MB，图片压缩到质量`);
    expect(small.pages).toBe(result.pages);
    const read = await readPdf(work.path('small.pdf'));
    try {
      expectTrueNumbers(read, small);
      expect(findColor(await read.render(fileOf('位图.bmp').firstPage, dotsPerInch), 'red')).toBeDefined();
    } finally {
      await read.close();
    }

    const refused = build(app, folder, work.path('refused.pdf'), { form: { ...plainForm, budget: 0.5 } });
    await expect(refused).rejects.toMatchObject({ code: 'PACKET_TOO_LARGE' });
    await expect(stat(work.path('refused.pdf'))).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

/** A dark phone screen with grain, so that it has some size. */
async function screenshot(seed: number): Promise<Buffer> {
  const size = { width: 360, height: 800 };
  const data = Buffer.alloc(size.width * size.height * 3);
  const random = seededRandom(seed);
  for (let place = 0; place < data.length; place += 1) data[place] = 40 + random.between(0, 7);
  return sharp(data, { raw: { ...size, channels: 3 } })
    .png()
    .toBuffer();
}

/** The runs of columns in which the middle of the page is dark. */
function darkColumns({
  width: across,
  height: down,
  data,
}: {
  width: number;
  height: number;
  data: Uint8Array | Uint8ClampedArray;
}) {
  const runs: number[] = [];
  let was = false;
  for (let column = 0; column < across; column += 1) {
    const is = (data[(Math.floor(down / 2) * across + column) * 4] ?? 255) < 150;
    if (is && !was) runs.push(column);
    was = is;
  }
  return runs;
}
