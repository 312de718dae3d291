import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { PDFDict, PDFDocument, PDFName } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { AppError } from '../../electron/contract/errors.ts';
import { type PacketForm, plainForm } from '../../electron/contract/packet-form.ts';
import type { PacketResult } from '../../electron/contract/packet-result.ts';
import type { App } from '../../electron/core/app.ts';
import { runQpdf } from '../../electron/core/evidence/pdf/qpdf.ts';
import { readManifest } from '../../electron/core/integrity/manifest.ts';
import { originalsList, sha256Of } from '../../electron/core/integrity/originals-list.ts';
import { addTimestamp } from '../../electron/core/integrity/timestamps/add-timestamp.ts';
import { makeTimestampRequest } from '../../electron/core/integrity/timestamps/timestamp-request.ts';
import { wholePacket } from '../../electron/core/packet/parts.ts';
import { build, openApp } from '../support/build-packet.ts';
import { exhibitsOf, withoutReferences, writeCaseFolder } from '../support/case-folder.ts';
import { cleanCaseFile } from '../support/clean-case.ts';
import { checkerPng, noisePng } from '../support/pictures.ts';
import { type ReadPdf, readPdf } from '../support/read-pdf.ts';
import { createTimestampAuthority } from '../support/timestamp-authority.ts';
import { useWorkFolder } from '../support/work-folder.ts';

const work = useWorkFolder();
const opened: ReadPdf[] = [];
let app: App;
let folder = '';

/** Forty exhibits of one page, the first of which stands on a sheet read sideways, and one of three. */
beforeAll(async () => {
  app = openApp();
  const names = Array.from({ length: 40 }, (_, index) => `图${index + 1}.png`);
  const [upright, sideways] = [await checkerPng(60, 90), await checkerPng(900, 300)];
  const items = exhibitsOf(names);
  const [first] = items;
  const evidence = [{ ...first, files: ['图1.png', '图2.png', '图3.png'] }, ...items.slice(3)];
  const file = cleanCaseFile({
    ...withoutReferences,
    evidence,
    events: [{ at: '2026-10-05', text: '商家拒绝，见{证据:件-1}和{证据:件-40}。', evidence: ['件-1', '件-40'] }],
  });
  folder = await writeCaseFolder(
    work.path('case'),
    file,
    new Map(names.map((name, index) => [name, index === 0 ? sideways : upright])),
  );
  await stampOriginals(file);
});
afterAll(async () => {
  await Promise.all(opened.map((pdf) => pdf.close()));
  await app.close();
});

/** With a time stamp of all its evidence beside it. */
async function stampOriginals(file: object): Promise<void> {
  const sources = z.object({ evidence: z.array(z.object({ files: z.array(z.unknown()) })) }).parse(file).evidence;
  const paths = sources.flatMap(({ files }) => files).map((path) => z.string().parse(path));
  const listed = paths.map(async (path) => {
    const bytes = await readFile(join(folder, path));
    return { path, sha256: createHash('sha256').update(bytes).digest('hex') };
  });
  const list = originalsList(await Promise.all(listed));
  const authority = await createTimestampAuthority('2026-11-18T10:00:05+08:00');
  const request = makeTimestampRequest(sha256Of(list));
  const reply = await authority.reply(request);
  await addTimestamp(folder, list, { request, reply, nearby: undefined, roots: undefined });
}

interface Made {
  readonly result: PacketResult;
  readonly files: readonly ReadPdf[];
}

async function make(name: string, form: Partial<PacketForm>): Promise<Made> {
  const selection = { ...wholePacket, papers: ['refund-request', 'comparison'] as const };
  const result = await build(app, folder, work.path(name, '材料.pdf'), { selection, form: { ...plainForm, ...form } });
  const files = await Promise.all(result.volumes.map(({ packet }) => readPdf(packet)));
  opened.push(...files);
  return { result, files };
}

const audited = ({ findings }: PacketResult) => findings.filter(({ id }) => id.startsWith('audit.'));
const partAt = ({ parts }: PacketResult, id: string) => parts.find((part) => part.id === id)?.firstPage ?? 0;

describe('a packet for printing on both sides, with separators, marked as a copy', () => {
  let made: Made;
  beforeAll(async () => {
    made = await make('duplex', { duplex: true, separators: true, isCopy: true });
  });

  it('begins every part and exhibit on a right-hand page, and says of empty pages that they are', () => {
    const { result, files } = made;
    const [pdf] = files;
    for (const { id, firstPage } of result.parts) expect(firstPage % 2, id).toBe(1);
    for (const { number, files: ofItem } of result.evidence)
      expect((ofItem[0]?.firstPage ?? 0) % 2, `${number}`).toBe(1);
    const blank = pdf?.pages.filter(({ compact }) => compact.includes('此页空白')) ?? [];
    expect(blank.length).toBeGreaterThan(40);
    expect(blank.every(({ number }) => number % 2 === 0)).toBe(true);
    expect(pdf?.pages.map(({ foot }) => foot)).toEqual(
      pdf?.pages.map(({ number }) => `第 ${number} 页 共 ${result.pages} 页`),
    );
    expect(audited(result)).toEqual([]);
  });

  it('puts number, title and what it proves before each exhibit, and refers to the evidence behind it', () => {
    const { result, files } = made;
    const [pdf] = files;
    for (const { number, title, files: ofItem } of result.evidence) {
      const page = ofItem[0]?.firstPage ?? 0;
      expect(pdf?.pages[page - 3]?.compact).toContain(`证据${number}${title}`);
      expect(pdf?.pages[page - 3]?.compact).toContain('证明对象问题所在。');
      expect(pdf?.pages[page - 1]?.compact).toContain(`证据${number}·${title}·第1/`);
    }
    const last = result.evidence.at(-1)?.files[0]?.firstPage ?? 0;
    expect(pdf?.links.filter(({ text }) => text === `证据38（第${last}页）`).map(({ target }) => target)).toContain(
      last,
    );
  });

  it('says which originals have a time stamp, from when, and where it is kept', () => {
    const text = made.files[0]?.pages.map(({ compact }) => compact).join('') ?? '';
    expect(text).toContain(
      '上表全部40个文件列在一份盖有时间戳的证据原件清单里。回执写明的时间是2026年11月18日10:00:05',
    );
    expect(text).toContain('timestamps/2026-11-18T02-00-05.000Z.tsr');
  });

  it('has the binding margin on the outer side of the back', async () => {
    const [pdf] = made.files;
    const list = partAt(made.result, 'evidence-list');
    const [front, back] = [firstInk(await pdf?.render(list, 36)), firstInk(await pdf?.render(list + 1, 36))];
    // 26 mm and 15 mm at 36 dots per inch.
    expect(front - back).toBeGreaterThanOrEqual(15);
  });

  it('says 副本 on its cover and on every page', () => {
    const [pdf] = made.files;
    expect(pdf?.pages.every(({ compact }) => compact.includes('副本'))).toBe(true);
    expect(pdf?.pages[0]?.compact.match(/副本/gu)).toHaveLength(2);
  });
});

/** How far from the left the first dark pixel is, in pixels, below the page head. */
function firstInk(picture: Awaited<ReturnType<ReadPdf['render']>> | undefined): number {
  if (picture === undefined) return -1;
  const { width, height, data } = picture;
  for (let x = 0; x < width; x += 1) {
    for (let y = Math.round(height * 0.1); y < height * 0.9; y += 1) {
      if ((data[(y * width + x) * 4] ?? 255) < 128) return x;
    }
  }
  return width;
}

describe('a packet in volumes of at most 20 pages', () => {
  let made: Made;
  beforeAll(async () => {
    made = await make('volumes', { volumes: { pages: 20 } });
  });

  it('is one file for each, whose pages are counted on', async () => {
    const { result, files } = made;
    expect(result.volumes.length).toBeGreaterThan(2);
    expect(result.volumes.map(({ packet }) => basename(packet))).toEqual(
      result.volumes.map((_, index) => `材料-第${index + 1}册.pdf`),
    );
    expect(await readdir(work.path('volumes'))).toHaveLength(result.volumes.length);
    let page = 1;
    for (const [index, { firstPage, pages }] of result.volumes.entries()) {
      const pdf = files[index];
      expect({ firstPage, pages: pdf?.pages.length }).toEqual({ firstPage: page, pages });
      expect(pages).toBeLessThanOrEqual(20);
      const numbers = Array.from({ length: pages }, (_, place) => page + place);
      expect(pdf?.pages.map(({ foot }) => foot)).toEqual(numbers.map((one) => `第 ${one} 页 共 ${result.pages} 页`));
      expect(pdf?.labels).toEqual(numbers.map(String));
      page += pages;
    }
    expect(page).toBe(result.pages + 1);
    expect(result.packet).toBe(result.volumes[0]?.packet);
    expect(audited(result)).toEqual([]);
  });

  it('has contents of its own in each, true to the page, and says where the rest is', () => {
    const { result, files } = made;
    expect(files[0]?.pages[0]?.compact).toContain(`第一册共${['一', '二', '三', '四'][files.length - 1]}册`);
    for (const [index, volume] of result.volumes.entries()) {
      if (index === 0) continue;
      const head = files[index]?.pages[0]?.compact ?? '';
      expect(head).toContain(`本册第${volume.firstPage}—${volume.firstPage + volume.pages - 1}页`);
      expect(head).toContain(`第一册：第1—${result.volumes[0]?.pages}页`);
    }
    for (const { number, title, files: ofItem } of result.evidence) {
      const page = ofItem[0]?.firstPage ?? 0;
      const index = result.volumes.findLastIndex(({ firstPage }) => firstPage <= page);
      const volume = result.volumes[index];
      expect(files[index]?.pages[page - (volume?.firstPage ?? 0)]?.compact).toContain(`证据${number}·${title}·第1/`);
      const listed = index === 0 ? '' : (files[index]?.pages[0]?.compact ?? '');
      if (index > 0) expect(listed).toContain(`证据${number}${title}${page}`);
      const end = ofItem.at(-1);
      // An exhibit that has room in a volume is not torn apart.
      expect((end?.firstPage ?? 0) + (end?.pages ?? 0)).toBeLessThanOrEqual(
        (volume?.firstPage ?? 0) + (volume?.pages ?? 0),
      );
    }
    // 目录 of the first volume is of the whole packet.
    const contents =
      files[0]?.pages
        .slice(1, 4)
        .map(({ compact }) => compact)
        .join('') ?? '';
    expect(contents).toContain('（第二册）');
    expect(contents).toContain(`证据38`);
  });

  it('leads to its own pages alone: links, bookmarks, tags', () => {
    const { files } = made;
    for (const [index, pdf] of files.entries()) {
      for (const { text, target } of pdf.links) expect(target, `第${index + 1}册 ${text}`).toBeDefined();
      const bookmarks = pdf.outline.flatMap((entry) => [entry, ...entry.children]);
      expect(bookmarks.length).toBeGreaterThan(2);
      for (const { title, page = 0 } of bookmarks) {
        const number = /^证据\d+/u.exec(title)?.[0];
        if (number !== undefined) expect(pdf.pages[page - 1]?.compact, title).toContain(`${number}·`);
      }
      // Nothing of other volumes hangs on the tags: each page's own are there.
      for (const page of pdf.pages) expect(page.roles.length, `第${index + 1}册第${page.number}页`).toBeGreaterThan(1);
    }
    // The catalogue names exhibits of later volumes as text, and leads to those of its own.
    const later = files[0]?.links.filter(({ text }) => /^\d+(?:—\d+)?$/u.test(text)) ?? [];
    expect(later.length).toBeGreaterThan(0);
    expect(later.length).toBeLessThan(38);
  });

  it('carries the whole list of originals in each, and no picture twice', async () => {
    const { result } = made;
    let pictures = 0;
    for (const { packet } of result.volumes) {
      const document = await PDFDocument.load(await readFile(packet), { updateMetadata: false });
      expect(readManifest(document, packet).files).toHaveLength(40);
      expect(await runQpdf(packet, ['--check', '/in.pdf'])).toMatchObject({ exitCode: 0 });
      const objects = document.context.enumerateIndirectObjects();
      pictures += objects.filter(
        ([, object]) => 'dict' in object && (object.dict as PDFDict).get(PDFName.of('Subtype')) === PDFName.of('Image'),
      ).length;
      expect(
        objects.filter(
          ([, object]) => object instanceof PDFDict && object.get(PDFName.of('Type')) === PDFName.of('Page'),
        ),
      ).toHaveLength(document.getPageCount());
    }
    // The two different pictures, each at most once in a volume.
    expect(pictures).toBeLessThanOrEqual(2 + result.volumes.length);
  });

  it('gives the same bytes again', async () => {
    const again = await make('volumes-again', { volumes: { pages: 20 } });
    for (const [index, { packet }] of made.result.volumes.entries()) {
      const second = again.result.volumes[index]?.packet ?? '';
      expect((await readFile(packet)).equals(await readFile(second)), packet).toBe(true);
    }
  });
});

describe('volumes by size', () => {
  it('are none larger than they may be, and as few as that needs', async () => {
    const names = Array.from({ length: 8 }, (_, index) => `噪${index + 1}.png`);
    const pictures = await Promise.all(names.map((_, index) => noisePng(400, 330, index + 1)));
    const file = cleanCaseFile({ ...withoutReferences, evidence: exhibitsOf(names) });
    const noisy = await writeCaseFolder(
      work.path('noisy'),
      file,
      new Map(names.map((name, index) => [name, pictures[index]])),
    );
    const form = { ...plainForm, volumes: { megabytes: 2 } };
    const { volumes, findings } = await build(app, noisy, work.path('sized/材料.pdf'), { form });
    const sizes = await Promise.all(volumes.map(async ({ packet }) => (await stat(packet)).size));
    expect(Math.max(...sizes)).toBeLessThanOrEqual(2_000_000);
    // Eight of 0.4 MB and what every volume takes: three at the least.
    expect(volumes.length).toBeGreaterThan(2);
    expect(volumes.length).toBeLessThan(5);
    expect(findings.filter(({ id }) => id.startsWith('audit.'))).toEqual([]);
  });
});

describe('a packet without stamps and page numbers', () => {
  it('shows neither, and is audited all the same', async () => {
    const { result, files } = await make('bare', { stamps: false, pageNumbers: false });
    const [pdf] = files;
    expect(pdf?.pages.every(({ foot }) => foot === '')).toBe(true);
    const appendix = partAt(result, 'appendix');
    expect(pdf?.pages[appendix - 1]?.compact).toBe('');
    expect(pdf?.pages[appendix - 1]?.figures).toHaveLength(1);
    expect(audited(result)).toEqual([]);
  });
});

it('a build of volumes that is cancelled while they are written leaves none', async () => {
  const out = work.path('cancelled');
  await mkdir(out);
  const stop = new AbortController();
  const form = { ...plainForm, volumes: { pages: 20 } };
  const request = { case: folder, target: `${out}/材料.pdf`, selection: wholePacket, strict: false, form };
  const cancelled = app.buildPacket(request, {
    signal: stop.signal,
    progress: ({ label, done }) => {
      if (label === '写出文件' && done === 2) stop.abort(new AppError('CANCELLED'));
    },
  });
  await expect(cancelled).rejects.toMatchObject({ code: 'CANCELLED' });
  expect(await readdir(out)).toEqual([]);
});

it('a volume that cannot be made smaller is named', async () => {
  const picture = await noisePng(900, 700, 9);
  const file = cleanCaseFile({ ...withoutReferences, evidence: exhibitsOf(['大.png']) });
  const large = await writeCaseFolder(work.path('large'), file, new Map([['大.png', picture]]));
  const form = { ...plainForm, volumes: { megabytes: 1 } };
  const { volumes, findings } = await build(app, large, work.path('large-out/材料.pdf'), { form });
  expect(volumes.length).toBeGreaterThan(1);
  expect(findings).toContainEqual(expect.objectContaining({ id: 'packet.volume-too-large', severity: 'warning' }));
});
