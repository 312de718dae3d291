import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { type Case, caseFileSchema } from '../../electron/contract/case/case-file.ts';
import { referencesIn } from '../../electron/core/cases/prose.ts';
import type { SampleFile } from '../support/samples/sample.ts';
import { samples } from '../support/samples/samples.ts';

const samplesFolder = fileURLToPath(new URL('../../templates/samples/', import.meta.url));

async function readCase(folder: string): Promise<Case> {
  return caseFileSchema.parse(JSON.parse(await readFile(join(samplesFolder, folder, 'case.json'), 'utf8')));
}

function citedIds(sample: Case): Set<string> {
  const lists = [sample.promises, sample.events, sample.claims, sample.filings, sample.keys].flatMap((entries) =>
    entries.flatMap((entry) => entry.evidence),
  );
  const prose = Object.values(sample.statements).flatMap((text) => (text === undefined ? [] : referencesIn(text)));
  return new Set([...lists, ...prose]);
}

/** All that a reader of the picture can see, without markup. */
function seen(file: SampleFile): string {
  return file.html.replace(/<style>.*?<\/style>/gs, '').replace(/<[^>]+>/g, '');
}

describe.each(samples)('sample $folder', ({ folder, caseFile, files }) => {
  it('has the case file its story tells', async () => {
    const written: unknown = JSON.parse(await readFile(join(samplesFolder, folder, 'case.json'), 'utf8'));

    expect(written).toEqual(JSON.parse(JSON.stringify(caseFile)));
  });

  it('cites each evidence item and says of each where it is from, what it proves and what it is', async () => {
    const sample = await readCase(folder);
    const cited = citedIds(sample);

    expect(sample.evidence.filter((item) => !cited.has(item.id)).map((item) => item.id)).toEqual([]);
    for (const item of sample.evidence) {
      expect([item.source, item.proves, item.form, item.carrier], item.id).not.toContain(undefined);
    }
    for (const claim of sample.claims) expect(claim.evidence, claim.kind).not.toEqual([]);
  });

  it('holds exactly the files its case names', async () => {
    const sample = await readCase(folder);
    const named = sample.evidence.flatMap((item) => item.files.map((file) => file.path));
    const present = (await readdir(join(samplesFolder, folder, 'evidence'))).map((name) => `evidence/${name}`);

    expect(present.toSorted()).toEqual(named.toSorted());
    expect(files.map((file) => file.path).toSorted()).toEqual(named.toSorted());
  });

  it('has pictures and documents of the promised kind and size', async () => {
    for (const file of files) {
      const bytes = await readFile(join(samplesFolder, folder, file.path));
      await expectPromised(file, bytes);
    }
  });

  it('shows the same order number and sum on its screens as in its case', async () => {
    const sample = await readCase(folder);
    const order = sample.orders[0];
    const payment = order?.payments[0];
    const price = ((payment?.amount ?? 0) / 100).toFixed(2);
    const withOrder = files.filter((file) => seen(file).includes(order?.number ?? 'no number'));
    const withPayment = files.filter((file) => seen(file).includes(payment?.transactionNumber ?? 'no number'));

    expect(withOrder.map((file) => file.path)).toContain('evidence/订单详情.png');
    expect(withOrder.length).toBeGreaterThanOrEqual(4);
    expect(withPayment.length).toBeGreaterThanOrEqual(2);
    for (const file of withPayment) expect(seen(file), file.path).toContain(price);
  });

  it('asks back what was paid, less what its calculation takes off', async () => {
    const sample = await readCase(folder);
    const paid = sample.orders.flatMap((order) => order.payments).reduce((sum, payment) => sum + payment.amount, 0);
    const claimed = sample.claims.reduce((sum, claim) => sum + (claim.amount ?? 0), 0);
    const takenOff = sample.claims.some((claim) => claim.kind === 'partial-refund') ? 16_800 : 0;

    expect(claimed).toBe(paid - takenOff);
  });
});

describe('the first sample', () => {
  it('has the files the appendix is hardest on', async () => {
    const folder = join(samplesFolder, 'software-key', 'evidence');
    const names = await readdir(folder);
    const chat = await sharp(join(folder, '售后聊天记录.png')).metadata();
    const photo = await sharp(join(folder, '激活失败照片.jpg')).metadata();
    const scan = await sharp(join(folder, '售后处理单扫描件.jpg')).metadata();
    const receipt = await PDFDocument.load(await readFile(join(folder, '电子交易凭证.pdf')));

    expect(names.length).toBeGreaterThanOrEqual(12);
    expect(chat).toMatchObject({ width: 1080, format: 'png' });
    expect(chat.height).toBeGreaterThanOrEqual(12_000);
    expect(photo).toMatchObject({ format: 'jpeg', orientation: 6 });
    expect(scan.width).toBeGreaterThan(scan.height);
    expect(receipt.getPageCount()).toBe(3);
  });

  it('has a long chat that can be cut: empty rows of one colour at least every 600 rows', async () => {
    const chat = join(samplesFolder, 'software-key', 'evidence', '售后聊天记录.png');
    const { data, info } = await sharp(chat).raw().toBuffer({ resolveWithObject: true });
    const rowLength = info.width * info.channels;
    const isEmpty = (row: number) => {
      const pixels = data.subarray(row * rowLength, (row + 1) * rowLength);
      return pixels.subarray(info.channels).equals(pixels.subarray(0, -info.channels));
    };
    let widest = 0;
    let lastEmpty = 0;
    for (let row = 0; row < info.height; row += 1) {
      if (!isEmpty(row)) continue;
      widest = Math.max(widest, row - lastEmpty);
      lastEmpty = row;
    }

    expect(Math.max(widest, info.height - lastEmpty)).toBeLessThan(600);
  });
});

describe('the second sample', () => {
  it('has a rare character in the name of the claimant', async () => {
    const sample = await readCase('game-credit');

    expect(sample.claimants[0]?.name).toContain('䶮');
  });
});

async function expectPromised(file: SampleFile, bytes: Buffer): Promise<void> {
  switch (file.kind) {
    case 'document': {
      const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
      expect(pdf.getTitle(), file.path).toBe(file.title);
      expect(pdf.getCreationDate(), file.path).toEqual(new Date(file.created));
      return;
    }
    case 'screenshot': {
      const size = file.height === 'content' ? {} : { height: file.height * file.scale };
      // 8 bits, three channels, not interlaced: the PNG whose data goes into a PDF as it stands.
      const promised = { format: 'png', width: file.width * file.scale, channels: 3, depth: 'uchar', ...size };
      expect(await sharp(bytes).metadata(), file.path).toMatchObject(promised);
      expect([...bytes.subarray(24, 29)], file.path).toEqual([8, 2, 0, 0, 0]);
      return;
    }
    case 'photo': {
      // Stored on its side.
      const promised = {
        format: 'jpeg',
        width: file.height * file.scale,
        height: file.width * file.scale,
        orientation: 6,
      };
      expect(await sharp(bytes).metadata(), file.path).toMatchObject(promised);
      return;
    }
    case 'scan': {
      const promised = { format: 'jpeg', width: file.width * file.scale, height: file.height * file.scale };
      expect(await sharp(bytes).metadata(), file.path).toMatchObject(promised);
    }
  }
}
