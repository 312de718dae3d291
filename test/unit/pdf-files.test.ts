import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultLimits } from '../../electron/contract/evidence-limits.ts';
import { lockedPdf } from '../../electron/contract/locked-pdf.ts';
import type { SourceContent, SourcePage } from '../../electron/core/evidence/evidence-source.ts';
import { openShown, type Pixels, renderPage } from '../../electron/core/evidence/pdf/pdf-document.ts';
import { pdfRefusals } from '../../electron/core/evidence/pdf/pdf-refusals.ts';
import { createPdfWorkers, defaultBounds } from '../../electron/core/evidence/pdf/pdf-workers.ts';
import { type Pdfium, startPdfium } from '../../electron/core/evidence/pdf/pdfium.ts';
import { createPdfReader, type PdfReader } from '../../electron/core/evidence/pdf/read-pdf.ts';
import {
  cyclicPdf,
  directPagePdf,
  endlessPdf,
  filledFormPdf,
  fontlessPdf,
  framedLinkPdf,
  hiddenSealPdf,
  hugePagePdf,
  lockedPdfFile,
  lostTablePdf,
  manyPagesPdf,
  plainPdf,
  scriptedPdf,
  sealBox,
  sharedFieldsPdf,
  sheet,
  signedPdf,
  stampedPdf,
  unpaintedAnnotationPdf,
  unpaintedFormPdf,
} from '../support/pdf-files.ts';
import { useWorkFolder } from '../support/work-folder.ts';

type Pages = Extract<SourceContent, { kind: 'pages' }>;

/** Each way a PDF can be, and what of it goes on paper. */
describe('PDF files', () => {
  const { signal } = new AbortController();
  const work = useWorkFolder();
  let reader: PdfReader;
  let pdfium: Pdfium;
  beforeAll(async () => {
    reader = createPdfReader(work.path(), () => ({ ...defaultLimits, pages: 50 }));
    pdfium = await startPdfium();
  });
  afterAll(() => reader.close());

  async function write(bytes: Uint8Array) {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const path = work.path(`${sha256}.in`);
    await writeFile(path, bytes);
    return { path, sha256 };
  }

  async function read(bytes: Uint8Array, by: PdfReader = reader): Promise<Pages> {
    const { path, sha256 } = await write(bytes);
    const content = await by.read(path, sha256, signal);
    // Whatever becomes of it, the file itself stays as it is.
    expect(
      createHash('sha256')
        .update(await readFile(path))
        .digest('hex'),
    ).toBe(sha256);
    if (content.kind !== 'pages') throw new Error('no pages');
    return content;
  }

  const kinds = ({ pages }: Pages) => pages.map((page) => (page.isImageOfPage ? 'image' : page.kind));

  /** How many points of a place on an A4 page have such a colour. */
  async function pointsIn(
    page: SourcePage | undefined,
    place: { x: number; y: number; width: number; height: number },
    isWanted: (red: number, green: number, blue: number) => boolean,
  ): Promise<number> {
    const { width, height, data } = await pixelsOf(page);
    const scale = width / sheet.width;
    let found = 0;
    for (let y = 0; y < place.height; y += 1) {
      for (let x = 0; x < place.width; x += 1) {
        const column = Math.floor((place.x + x) * scale);
        const row = height - 1 - Math.floor((place.y + y) * scale);
        const [red = 255, green = 255, blue = 255] = data.subarray((row * width + column) * 4);
        if (isWanted(red, green, blue)) found += 1;
      }
    }
    return found;
  }

  /** In the square where these files have their seal. */
  const redInSeal = (page: SourcePage | undefined) =>
    pointsIn(page, sealBox, (red, green, blue) => red > 180 && green < 90 && blue < 90);
  const darkIn = (page: SourcePage | undefined, place: { x: number; y: number; width: number; height: number }) =>
    pointsIn(page, place, (red, green, blue) => red < 120 && green < 120 && blue < 120);

  async function pixelsOf(page: SourcePage | undefined): Promise<Pixels> {
    if (page?.kind === 'picture') {
      const { data, info } = await sharp(page.picture.data.path)
        .ensureAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true });
      return { width: info.width, height: info.height, data };
    }
    if (page?.kind !== 'pdf-page') throw new Error('nothing to look at');
    const shown = openShown(pdfium, page.pdf);
    if (typeof shown !== 'object') throw new Error('the copy cannot be opened');
    // Annotations are drawn too; after flattening there are none, so what is seen is in the page.
    const pixels = shown.withPage(page.index, (one) => {
      expect(pdfium.api.FPDFPage_GetAnnotCount(one.handle)).toBe(0);
      return renderPage(pdfium, one, sheet.width * 2, sheet.height * 2);
    });
    shown.close();
    if (pixels === undefined) throw new Error('the page cannot be opened');
    return pixels;
  }

  it('are taken over page by page, and nothing is said', async () => {
    const content = await read(await plainPdf(3));
    expect(kinds(content)).toEqual(['pdf-page', 'pdf-page', 'pdf-page']);
    expect(content.remarks).toEqual([]);
    expect(content.notice).toBeUndefined();
  });

  it('keep the seal of a stamp, and the original is pointed to', async () => {
    const content = await read(await stampedPdf());
    expect(kinds(content)).toEqual(['pdf-page']);
    expect(await redInSeal(content.pages[0])).toBeGreaterThan(300);
    expect(content.notice).toContain('原始文件');
  });

  it('keep the seal of a signature, and do not pretend that it still signs', async () => {
    const content = await read(await signedPdf());
    expect(kinds(content)).toEqual(['pdf-page', 'pdf-page']);
    expect(await redInSeal(content.pages[0])).toBeGreaterThan(300);
    expect(content.notice).toContain('签名只能在原始文件里验证，本页不带签名');
    expect(content.notice).not.toMatch(/有效|已验证|已签署/);
  });

  it('keep what a form was filled in with', async () => {
    const content = await read(await filledFormPdf());
    expect(kinds(content)).toEqual(['pdf-page']);
    const { data } = await pixelsOf(content.pages[0]);
    let red = 0;
    for (let at = 0; at < data.length; at += 4) red += (data[at] ?? 0) > 180 && (data[at + 1] ?? 255) < 90 ? 1 : 0;
    expect(red).toBeGreaterThan(100);
  });

  it.each([
    ['shows what is hidden', hiddenSealPdf, '照原样显示', 0],
    ['cannot know what a reader draws', unpaintedAnnotationPdf, '由各阅读器自行绘制', 300],
    ['has no frames of links, which readers draw', framedLinkPdf, '由各阅读器自行绘制', 300],
  ])('become a picture of the page where the copy %s, and only there', async (_, make, reason, red) => {
    const content = await read(await make());
    expect(kinds(content)).toEqual(['pdf-page', 'image', 'pdf-page']);
    const found = await redInSeal(content.pages[1]);
    if (red === 0) expect(found).toBe(0);
    else expect(found).toBeGreaterThan(red);
    const [, page] = content.pages;
    if (page?.kind !== 'picture') throw new Error('no picture');
    expect(page.mark).toBe('此页以图像方式收录');
    const dotsPerInch = page.picture.width / (page.size.width / 25.4);
    expect(dotsPerInch).toBeGreaterThanOrEqual(199.5);
    expect(content.remarks.join()).toContain('第2页以图像方式收录');
    expect(content.remarks.join()).toContain(reason);
  });

  it('are told to have scripts and attachments, which stay where they are', async () => {
    const content = await read(await scriptedPdf());
    expect(kinds(content)).toEqual(['pdf-page']);
    expect(content.remarks.join()).toContain('脚本，没有运行');
    expect(content.remarks.join()).toContain('1个附件');
  });

  it('without its fonts are printed in another, as a reader shows them', async () => {
    const content = await read(await fontlessPdf());
    expect(kinds(content)).toEqual(['pdf-page']);
    expect(content.remarks).toEqual([]);
    // "Terms of sale" at 24 points; nothing is above or below it.
    const place = { x: 60, width: 160, height: 20 };
    expect(await darkIn(content.pages[0], { ...place, y: 598 })).toBeGreaterThan(200);
    expect(await darkIn(content.pages[0], { ...place, y: 630 })).toBe(0);
    expect(await darkIn(content.pages[0], { ...place, y: 560 })).toBe(0);
  });

  it('with a page of five metres are printed whole', async () => {
    const content = await read(await hugePagePdf());
    expect(kinds(content)).toEqual(['pdf-page']);
    const [page] = content.pages;
    expect(page?.kind === 'pdf-page' && page.size.width).toBeCloseTo(5_080, 0);
    // The square on it, of 6,000 of 14,400 points; the page is drawn on a sheet of A4 here.
    const at = { x: 595 * 0.1, y: 842 * 0.1, width: 595 * 0.35, height: 842 * 0.35 };
    expect(await darkIn(page, at)).toBeGreaterThan(0.99 * at.width * at.height);
    expect(await darkIn(page, { x: 300, y: 450, width: 200, height: 200 })).toBe(0);
  });

  it('that ask for fields drawn anew are pictures of themselves, with the reason', async () => {
    const content = await read(await unpaintedFormPdf());
    expect(kinds(content)).toEqual(['image']);
    expect(content.remarks.join()).toContain('由各阅读器自行绘制');
  });

  it.each<[string, () => Promise<Uint8Array>, boolean]>([
    ['table is lost', lostTablePdf, true],
    ['first page is no object of its own', directPagePdf, true],
    ['page tree is a ring behind its pages', () => cyclicPdf(true), false],
  ])('whose %s are pictures of what can be read, and that is said', async (_, make, isMended) => {
    const content = await read(await make());
    expect(kinds(content)).toEqual(['image', 'image']);
    for (const page of content.pages) {
      expect(await darkIn(page, { x: 60, y: 758, width: 190, height: 12 })).toBeGreaterThan(100);
    }
    expect(content.remarks.join().includes('修复后收录')).toBe(isMended);
    expect(content.remarks.join()).toContain('文件结构有损坏，各阅读器读出的可能不同');
  });

  it.each<[string, () => Promise<Uint8Array>, string]>([
    ['cut off in the head', async () => (await plainPdf(1)).subarray(0, 120), pdfRefusals.failed],
    ['whose page tree is nothing but a ring', () => cyclicPdf(false), pdfRefusals.failed],
    ['whose form never ends', sharedFieldsPdf, pdfRefusals['endless-form']],
    ['of more pages than are allowed', () => plainPdf(60), '60 页'],
    ['with a password', () => lockedPdfFile('geheim'), lockedPdf],
  ])('%s are refused with a reason, and with what to do', async (_, make, reason) => {
    const refused = expect(read(await make())).rejects;
    await refused.toMatchObject({ reason: expect.stringContaining(reason) });
    await refused.toMatchObject({ reason: expect.stringMatching(/请|可在“设置”/) });
  });

  it('of 10,000 pages are refused as the program comes, with the limit named, and counted without reading them', async () => {
    const usual = createPdfReader(work.path(), () => defaultLimits);
    const reason = expect.stringMatching(/10000 页.*5000 页/);
    await expect(read(manyPagesPdf(10_000), usual)).rejects.toMatchObject({ reason });
    await usual.close();
  });

  it('with a password open with it, and with no other', async () => {
    const locked = await lockedPdfFile('打开-7');
    const { path, sha256 } = await write(locked);
    expect(await reader.unlock(path, sha256, 'guess', signal)).toBe(false);
    await expect(read(locked)).rejects.toMatchObject({ reason: expect.stringContaining(lockedPdf) });
    expect(await reader.unlock(path, sha256, '打开-7', signal)).toBe(true);
    expect(kinds(await read(locked))).toEqual(['pdf-page', 'pdf-page']);
  });

  it('that never end are stopped, and the next is read', async () => {
    const bounds = { ...defaultBounds };
    const hasty = createPdfReader(work.path(), () => defaultLimits, createPdfWorkers(bounds));
    expect(kinds(await read(await plainPdf(2), hasty))).toEqual(['pdf-page', 'pdf-page']);
    bounds.milliseconds = 300;
    await expect(read(await endlessPdf(), hasty)).rejects.toMatchObject({
      // Which bound it meets first depends on the machine.
      reason: expect.stringMatching(/限定的(时间|内存)/),
    });
    bounds.milliseconds = defaultBounds.milliseconds;
    expect(kinds(await read(await plainPdf(1), hasty))).toEqual(['pdf-page']);
    await hasty.close();
  });

  it('give their text with the place of every letter', async () => {
    const { path, sha256 } = await write(await plainPdf(2));
    const texts = await reader.readTexts(path, sha256, signal);
    expect(texts.map((page) => page?.text.trim())).toEqual([
      'Statement of account, page 1',
      'Statement of account, page 2',
    ]);
    const first = texts[0]?.boxes[0];
    expect(first?.x).toBeCloseTo(60 / sheet.width, 2);
    expect((first?.y ?? 0) + (first?.height ?? 0)).toBeCloseTo(1 - 760 / sheet.height, 2);
  });
});
