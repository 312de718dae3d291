import { writeFile } from 'node:fs/promises';
import { degrees, PDFDocument, rgb } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PacketResult } from '../../electron/contract/packet-result.ts';
import type { App } from '../../electron/core/app.ts';
import { runQpdf } from '../../electron/core/evidence/pdf/qpdf.ts';
import { build, fileIn, openApp } from '../support/build-packet.ts';
import { writeExhibits } from '../support/case-folder.ts';
import { findColor } from '../support/color-marks.ts';
import { expectTrueNumbers } from '../support/packet-truth.ts';
import { type ReadPdf, readPdf } from '../support/read-pdf.ts';
import { useWorkFolder } from '../support/work-folder.ts';

/** Pages of PDF evidence stand on paper as a viewer shows them: turned, cropped, decrypted, every page. */
describe('PDF evidence', () => {
  const work = useWorkFolder();
  let app: App;
  let result: PacketResult;
  let pdf: ReadPdf;

  beforeAll(async () => {
    app = openApp();
    const plain = await markedPdf({});
    const files = new Map<string, Uint8Array>([
      ['普通.pdf', plain],
      ['转90.pdf', await markedPdf({ turned: 90 })],
      ['转180.pdf', await markedPdf({ turned: 180 })],
      ['转270.pdf', await markedPdf({ turned: 270 })],
      ['裁切.pdf', await markedPdf({ offset: 150 })],
      ['限制打印.pdf', await encrypted(plain)],
      ['小毛病.pdf', withoutPageType(plain)],
      ['五页.pdf', await markedPdf({ pages: 5 })],
    ]);
    const folder = await writeExhibits(work.path('case'), files);
    result = await build(app, folder, work.path('packet.pdf'));
    pdf = await readPdf(work.path('packet.pdf'));
  });
  afterAll(async () => {
    await pdf.close();
    await app.close();
  });

  async function encrypted(plain: Uint8Array): Promise<Uint8Array> {
    await writeFile(work.path('plain.pdf'), plain);
    const options = ['--encrypt', '', 'owner', '256', '--print=none', '--', '/out.pdf'];
    const { output, messages } = await runQpdf(work.path('plain.pdf'), ['/in.pdf', ...options]);
    if (output === undefined) throw new Error(messages.join(' '));
    return output;
  }

  const fileOf = (path: string) => fileIn(result, path);

  it.each([
    ['普通.pdf', 340 / 240],
    ['转180.pdf', 340 / 240],
    ['裁切.pdf', 340 / 240],
    ['限制打印.pdf', 340 / 240],
    ['小毛病.pdf', 340 / 240],
    ['转90.pdf', 340 / 240],
    ['转270.pdf', 340 / 240],
  ])('%s stands upright and whole', async (path, proportion) => {
    expect(fileOf(path)).toMatchObject({ status: 'included', pages: 1 });
    const page = await pdf.render(fileOf(path).firstPage, 36);
    const [red, green, blue] = [findColor(page, 'red'), findColor(page, 'green'), findColor(page, 'blue')];
    if (red === undefined || green === undefined || blue === undefined)
      throw new Error('a corner mark is not on the page');
    expect(green.x - red.x).toBeGreaterThan(20);
    expect(Math.abs(green.y - red.y)).toBeLessThan(3);
    expect(blue.y - red.y).toBeGreaterThan(20);
    expect((blue.y - red.y) / (green.x - red.x)).toBeCloseTo(proportion, 1);
  });

  it('says of a file that had to be repaired that it was', () => {
    expect(fileOf('小毛病.pdf').reason).toContain('修复');
    expect(fileOf('普通.pdf').reason).toBeUndefined();
  });

  it('takes every page in order, its text still to be found', () => {
    const { firstPage, pages } = fileOf('五页.pdf');
    expect(pages).toBe(5);
    for (let page = 1; page <= pages; page += 1) {
      expect(pdf.pages[firstPage + page - 2]?.compact).toContain(`Page${page}of5`);
    }
    expectTrueNumbers(pdf, result);
  });
});

/**
 * Pages that a viewer shows as 300 × 400 points with a red mark top left, green top right, blue bottom left,
 * whatever is stored: turned by /Rotate, or cut out of a larger sheet by /CropBox.
 */
async function markedPdf({ turned = 0, offset = 0, pages = 1 }): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const isAcross = turned % 180 !== 0;
  const [width, height] = isAcross ? [400, 300] : [300, 400];
  const font = await document.embedFont('Helvetica');
  for (let number = 1; number <= pages; number += 1) {
    const page = document.addPage([width + offset * 2, height + offset * 2]);
    // The corners in the order a viewer shows them, clockwise from top left; turning shifts which stored corner each is.
    const stored = [
      { x: 0, y: height - 60 },
      { x: width - 60, y: height - 60 },
      { x: width - 60, y: 0 },
      { x: 0, y: 0 },
    ];
    const corner = (place: number) => stored[(place + 4 - turned / 90) % 4] ?? { x: 0, y: 0 };
    const mark = (place: number, color: ReturnType<typeof rgb>) => {
      const { x, y } = corner(place);
      page.drawRectangle({ x: x + offset, y: y + offset, width: 60, height: 60, color });
    };
    mark(0, rgb(0.84, 0.12, 0.12));
    mark(1, rgb(0.1, 0.6, 0.16));
    mark(3, rgb(0.12, 0.18, 0.8));
    page.drawText(`Page ${number} of ${pages}`, { x: offset + 90, y: offset + 140, size: 20, font });
    page.setRotation(degrees(turned));
    if (offset > 0) page.setCropBox(offset, offset, width, height);
  }
  return document.save({ useObjectStreams: false });
}

/** A page that does not say it is one: qpdf corrects it and warns. */
function withoutPageType(plain: Uint8Array): Uint8Array {
  const text = Buffer.from(plain).toString('latin1');
  return Buffer.from(text.replace('/Type /Page\n', '/Type /Pago\n'), 'latin1');
}
