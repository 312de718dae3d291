import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '../../electron/contract/errors.ts';
import { packetFormSchema } from '../../electron/contract/packet-form.ts';
import type { PacketResult } from '../../electron/contract/packet-result.ts';
import type { App } from '../../electron/core/app.ts';
import { wholePacket } from '../../electron/core/packet/parts.ts';
import type { OfficeConverter } from '../../electron/core/ports.ts';
import { build, openApp } from '../support/build-packet.ts';
import { exhibitsOf, withoutReferences, writeCaseFolder } from '../support/case-folder.ts';
import { cleanCaseFile } from '../support/clean-case.ts';
import { type ColorMark, findColor } from '../support/color-marks.ts';
import { wordFile } from '../support/office-files.ts';
import { checkerPng, markedPicture, orientedJpeg } from '../support/pictures.ts';
import { type ReadPdf, readPdf, withoutSpace } from '../support/read-pdf.ts';
import { useWorkFolder } from '../support/work-folder.ts';

/** Of the clean case: its claimant's numbers. */
const [idNumber, phone] = ['00000019900307001X', '19900000001'];
const boxedName = 'MS EXAMPLE BOXED AWAY';
const place = 'GPS of a place that does not exist';
const placeInPdf = 'GPS of another place that does not exist';
const dotsPerInch = 36;
const isRedacted = packetFormSchema.parse({ isRedacted: true });
const topLeft = { x: 0, y: 0, width: 0.25, height: 0.2 };

const work = useWorkFolder();
let app: App;
/** What sets text in pages, where it is not the program itself. */
let office: OfficeConverter | undefined;
let full: { result: PacketResult; pdf: ReadPdf; bytes: Buffer };
let redacted: typeof full;

beforeAll(async () => {
  app = openApp(undefined, undefined, () => office);
  const folder = await writeCaseFolder(work.path('case'), caseFile(), await files());
  const open = async (name: string, changes: object) => {
    const result = await build(app, folder, work.path(name), changes);
    return { result, pdf: await readPdf(result.packet), bytes: await readFile(result.packet) };
  };
  full = await open('full.pdf', {});
  redacted = await open('redacted.pdf', { form: isRedacted });
});
afterAll(async () => {
  await full?.pdf.close();
  await redacted?.pdf.close();
  await app.close();
});

const exhibits = [
  '截图.png',
  '照片.jpg',
  '有拍摄地点.jpg',
  '长图.png',
  '盖住一行.pdf',
  `账单${phone}.pdf`,
  '转过来.jpg',
  '照片放进.pdf',
];

function caseFile(): object {
  const boxes: Record<string, object[]> = {
    '截图.png': [topLeft],
    '照片.jpg': [topLeft],
    '转过来.jpg': [topLeft],
    // The red mark of the second quarter, far below the first cut.
    '长图.png': [{ x: 0, y: 0.5, width: 0.3, height: 0.05 }],
    '盖住一行.pdf': [{ page: 2, x: 0, y: 0.05, width: 1, height: 0.1 }],
  };
  return cleanCaseFile({
    ...withoutReferences,
    'statements.background': `我的号码是${phone}，身份证${idNumber}，卡密：QZ7M4K2P9T。`,
    evidence: exhibitsOf(exhibits).map((item, index) => {
      const path = exhibits[index] ?? '';
      return { ...item, files: [{ path, redactions: boxes[path] ?? [] }] };
    }),
  });
}

async function files(): Promise<Map<string, Uint8Array>> {
  const marked = await markedPicture(300, 400);
  const jpeg = () => sharp(marked).jpeg({ quality: 95, chromaSubsampling: '4:4:4' });
  const tall = await sharp({ create: { width: 300, height: 3_000, channels: 3, background: '#cecece' } })
    .composite(
      [0, 1_500].map((top) => ({
        input: { create: { width: 60, height: 60, channels: 3 as const, background: '#d62020' } },
        left: 0,
        top,
      })),
    )
    .png()
    .toBuffer();
  return new Map([
    ['截图.png', marked],
    ['照片.jpg', await jpeg().toBuffer()],
    [
      '有拍摄地点.jpg',
      await jpeg()
        .withExif({ IFD0: { ImageDescription: place } })
        .toBuffer(),
    ],
    ['长图.png', tall],
    ['盖住一行.pdf', await pdfOf(['Nothing to hide on page one', boxedName])],
    [`账单${phone}.pdf`, await pdfOf([`Account holder ${idNumber}`, 'Another page with words'])],
    ['转过来.jpg', await orientedJpeg(marked, 6)],
    [
      '照片放进.pdf',
      await pdfOfPhoto(
        await jpeg()
          .withExif({ IFD0: { ImageDescription: placeInPdf } })
          .toBuffer(),
      ),
    ],
  ]);
}

async function pdfOfPhoto(photo: Uint8Array): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const page = document.addPage([595, 842]);
  page.drawImage(await document.embedJpg(photo), { x: 60, y: 200, width: 300, height: 400 });
  return document.save();
}

async function pdfOf(lines: readonly string[]): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (const line of lines) {
    const page = document.addPage([595, 842]);
    page.drawText(line, { x: 60, y: 760, size: 18, font });
    page.drawText('Below stays what may be read', { x: 60, y: 400, size: 18, font });
  }
  return document.save();
}

const textOf = ({ pdf }: typeof full) => pdf.pages.map(({ compact }) => compact).join('');
const pageOf = ({ result }: typeof full, path: string, page = 0) =>
  (result.evidence.flatMap(({ files: own }) => own).find((file) => file.path.includes(path))?.firstPage ?? 0) + page;

async function red({ pdf }: typeof full, page: number): Promise<ColorMark | undefined> {
  return findColor(await pdf.render(page, dotsPerInch), 'red');
}

describe('a redacted packet', () => {
  it('has the pages, parts and numbers of the full one', () => {
    expect(redacted.result.pages).toBe(full.result.pages);
    expect(redacted.result.parts).toEqual(full.result.parts);
    const numbers = ({ result }: typeof full) =>
      result.evidence.flatMap(({ number, files: own }) =>
        own.map(({ firstPage, pages, sha256, status }) => ({ number, firstPage, pages, sha256, status })),
      );
    expect(numbers(redacted)).toEqual(numbers(full));
    expect(redacted.result.findings.map(({ id }) => id)).not.toContain('audit.untraced-figure');
  });

  it('says nothing of what is masked or was under a box; the full one says all of it', () => {
    for (const secret of [phone, idNumber, withoutSpace(boxedName)]) {
      expect(textOf(full)).toContain(secret);
      expect(textOf(redacted)).not.toContain(secret);
    }
    expect(textOf(redacted)).toContain('199****0001');
    expect(textOf(redacted)).toContain('000***********001X');
    expect(textOf(redacted)).not.toContain('QZ7M4K2P9T');
  });

  it('says on every page that it is the redacted one, and the full one nowhere', () => {
    expect(redacted.pdf.pages.every(({ compact }) => compact.includes('遮盖版'))).toBe(true);
    expect(redacted.pdf.pages[0]?.compact).toContain('黑色方块和星号处由提交人遮盖');
    expect(textOf(redacted)).toContain('校验值是没有遮盖的原始文件的');
    expect(textOf(full)).not.toContain('遮盖');
  });

  it('keeps the text of pages on which nothing is hidden', () => {
    const shown = redacted.pdf.pages[pageOf(redacted, '账单', 1) - 1]?.compact ?? '';
    expect(shown).toContain('Anotherpagewithwords');
  });

  it.each(['截图.png', '照片.jpg', '转过来.jpg'])('paints over the pixels: %s', async (path) => {
    const mark = await red(full, pageOf(full, path));
    const page = await redacted.pdf.render(pageOf(redacted, path), dotsPerInch);
    expect(findColor(page, 'red')).toBeUndefined();
    const middle = (Math.round(mark?.y ?? 0) * page.width + Math.round(mark?.x ?? 0)) * 4;
    expect(Math.max(...page.data.slice(middle, middle + 3))).toBeLessThan(8);
    // The other marks are where they were.
    expect(findColor(page, 'blue')).toBeDefined();
  });

  it('paints over the piece of a long screenshot, and over no other', async () => {
    const pages =
      redacted.result.evidence.flatMap(({ files: own }) => own).find(({ path }) => path === '长图.png')?.pages ?? 0;
    const marks = async (packet: typeof full) =>
      Promise.all(Array.from({ length: pages }, (_, index) => red(packet, pageOf(packet, '长图', index))));
    expect((await marks(full)).filter((mark) => mark !== undefined)).toHaveLength(2);
    expect((await marks(redacted)).filter((mark) => mark !== undefined)).toHaveLength(1);
  });

  it('carries no description of where and with what a photo was taken', () => {
    for (const told of [place, placeInPdf]) {
      expect(full.bytes.includes(told)).toBe(true);
      expect(redacted.bytes.includes(told)).toBe(false);
    }
  });

  it('shows the photo in a PDF as before', async () => {
    expect(await red(redacted, pageOf(redacted, '照片放进'))).toEqual(await red(full, pageOf(full, '照片放进')));
  });

  it('is not kept when something in it can still be read, and leaves nothing behind', async () => {
    const folder = await writeCaseFolder(
      work.path('leaking'),
      cleanCaseFile({
        ...withoutReferences,
        'orders[0].number': 'X',
        evidence: exhibitsOf(['a.pdf']).map((item) => ({ ...item, id: `e-${phone}` })),
      }),
      new Map([['a.pdf', await pdfOf(['one'])]]),
    );
    const target = work.path('kept', 'leaking.pdf');
    const failure = await build(app, folder, target, { form: isRedacted }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(AppError);
    expect(failure).toMatchObject({ code: 'REDACTION_LEAK', data: { detail: '附件清单：电话号码（199****0001）' } });
    expect(await readdir(work.path('kept'))).toEqual([]);
  });

  it('is refused when boxes were drawn on pages that are set otherwise now; the full one is made', async () => {
    const picture = await checkerPng(60, 90);
    const setIn = async (drawnOn?: string) => {
      const item = { ...exhibitsOf(['约定.docx'])[0], files: [{ path: '约定.docx', redactions: [topLeft], drawnOn }] };
      const files = new Map([['约定.docx', await wordFile(picture)]]);
      return writeCaseFolder(work.path('set'), cleanCaseFile({ ...withoutReferences, evidence: [item] }), files);
    };
    const selection = { ...wholePacket, papers: ['refund-request'], contents: false, timeline: false } as const;
    const redact = (folder: string) =>
      build(app, folder, work.path('boxed', 'set.pdf'), { form: isRedacted, selection }).catch(
        (error: unknown) => error,
      );
    const unmarked = await redact(await setIn());
    const mark = unmarked instanceof AppError ? /"drawnOn": "(\w+)"/.exec(unmarked.data.detail ?? '')?.[1] : undefined;
    // Written again, the file is read again.
    const folder = await setIn(mark);
    const made = await redact(folder);
    office = {
      isThere: () => Promise.resolve(true),
      async toPdf(_file, into) {
        await writeFile(join(into, 'document.pdf'), await pdfOf(['Agreed in other pages']));
        return join(into, 'document.pdf');
      },
    };
    const misplaced = await redact(folder);
    const whole = await build(app, folder, work.path('whole.pdf'), { selection });
    office = undefined;

    const refused = {
      code: 'BOXES_MISPLACED',
      data: { detail: expect.stringContaining('证据1“第1件”的 约定.docx：') },
    };
    expect(unmarked).toMatchObject(refused);
    expect(made).toMatchObject({ packet: work.path('boxed', 'set.pdf') });
    expect(misplaced).toMatchObject(refused);
    expect(String(misplaced)).not.toContain(mark);
    expect(whole.pages).toBeGreaterThan(1);
  });
});
