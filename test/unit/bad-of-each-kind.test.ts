import { rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultLimits } from '../../electron/contract/evidence-limits.ts';
import type { EvidenceSource } from '../../electron/core/evidence/evidence-source.ts';
import { createEvidenceReader, type EvidenceReader } from '../../electron/core/evidence/read-evidence.ts';
import { pdfWith } from '../support/bad-files.ts';
import { bmpFile } from '../support/bmp-file.ts';
import { filesOfEveryKind } from '../support/every-kind.ts';
import { evidenceDocuments } from '../support/evidence-documents.ts';
import { useWorkFolder } from '../support/work-folder.ts';

/** One test for each kind and each way a file can be bad. Whatever it is, the reader answers and never throws. */
describe('a file of each kind that', () => {
  const work = useWorkFolder();
  const { signal } = new AbortController();
  let files: Map<string, Uint8Array>;
  let reader: EvidenceReader;
  let number = 0;
  /** What happens when the limits are asked for, which is between the steps of reading. */
  let between = () => undefined as unknown;

  beforeAll(async () => {
    files = new Map([...(await filesOfEveryKind()), ...(await evidenceDocuments())]);
    const page = await pdfWith(1);
    reader = createEvidenceReader({
      workFolder: work.path(),
      limits: () => {
        between();
        return defaultLimits;
      },
      printPages: () => Promise.resolve(page),
    });
  });
  afterAll(() => reader.close());

  async function write(name: string, bytes: Uint8Array): Promise<string> {
    number += 1;
    const path = work.path(`${number}-${name}`);
    await writeFile(path, bytes);
    return path;
  }

  async function read(name: string, bytes: Uint8Array): Promise<EvidenceSource> {
    const path = await write(name, bytes);
    const source = await reader.read(path, { path: name }, signal);
    expect(Buffer.compare(await readFile(path), bytes), name).toBe(0);
    return source;
  }

  const reasonOf = ({ content }: EvidenceSource) => (content.kind === 'unusable' ? content.reason : undefined);
  const pagesOf = ({ content }: EvidenceSource) => (content.kind === 'pages' ? content.pages.length : 0);

  it('is empty is named', async () => {
    for (const name of files.keys()) {
      expect(reasonOf(await read(name, new Uint8Array())), name).toMatch(/^文件是空的（0 字节），.*请/);
    }
  });

  it('is cut off or damaged is shown as far as it goes or named, and costs no other file', async () => {
    // Pictures and Word files that are cut off stand in test/support/bad-files.ts and in read-documents.test.ts.
    const names = [
      '安卓照片.heif',
      '凭证.pdf',
      '订单页.html',
      '客服邮件.eml',
      '账单.xlsx',
      '录像.mp4',
      '通话.wav',
      '打包.zip',
      '发票.ofd',
    ];
    const outcomes = names.map(async (name) => {
      const bytes = files.get(name) ?? new Uint8Array();
      expect(bytes.length, name).toBeGreaterThan(100);
      const middle = Math.floor(bytes.length / 2);
      const broken = [
        bytes.subarray(0, Math.ceil(bytes.length * 0.6)),
        Uint8Array.from(bytes).fill(0x5a, middle, Math.min(middle + 12, bytes.length)),
      ];
      for (const one of broken) {
        const source = await read(name, one);
        // A reason says what to do.
        if (pagesOf(source) === 0) expect(reasonOf(source), name).toContain('请');
      }
    });
    await Promise.all(outcomes);
    expect(pagesOf(await read('凭证.pdf', files.get('凭证.pdf') ?? new Uint8Array()))).toBe(2);
  });

  it('has a few broken bytes is shown as far as it can be read, and that is said', async () => {
    for (const name of ['聊天.txt', '订单页.html', '流水.csv']) {
      const whole = files.get(name) ?? new Uint8Array();
      const bytes = Buffer.concat([whole, whole, whole]);
      bytes[Math.floor(bytes.length / 2)] = 0xff;
      const { content } = await read(name, bytes);
      if (content.kind !== 'pages') throw new Error(`${name}: ${content.reason}`);
      expect(content.remarks.join(), name).toContain('有无法识别的字节，以“�”表示');
    }
  });

  it('vanishes between any two steps of reading it is named', async () => {
    const kinds = ['订单.png', '凭证.pdf', '协议.docx', '旧手机.amr'];
    for (const name of kinds) {
      let steps = 0;
      between = () => {
        steps += 1;
      };
      expect(pagesOf(await read(name, files.get(name) ?? new Uint8Array())), name).toBeGreaterThan(0);
      expect(steps, name).toBeGreaterThan(2);
      for (let step = 1; step <= Math.min(steps, 4); step += 1) {
        const path = await write(name, files.get(name) ?? new Uint8Array());
        let asked = 0;
        between = () => {
          asked += 1;
          if (asked === step) rmSync(path);
        };
        const source = await reader.read(path, { path: name }, signal);
        between = () => undefined;
        // The first two come before its bytes are read. Later it was read already, or is named.
        expect(pagesOf(source) > 0 || reasonOf(source) !== undefined, name).toBe(true);
        if (step <= 2) expect(reasonOf(source), `${name}, step ${step}`).toContain('文件无法读取');
      }
    }
  });
});

describe('a picture that says it is enormous', () => {
  const work = useWorkFolder();
  const small = sharp({ create: { width: 40, height: 30, channels: 3, background: '#a40' } });
  const patched = (bytes: Buffer, change: (bytes: Buffer) => unknown) => {
    const copy = Buffer.from(bytes);
    change(copy);
    return copy;
  };

  it.each<[string, () => Promise<Buffer>]>([
    [
      'jpg',
      async () =>
        patched(await small.clone().jpeg().toBuffer(), (bytes) => {
          const frame = bytes.indexOf(Buffer.from('ffc0', 'hex'));
          bytes.writeUInt16BE(30_000, frame + 5);
          bytes.writeUInt16BE(30_000, frame + 7);
        }),
    ],
    [
      'gif',
      async () =>
        patched(await small.clone().gif().toBuffer(), (bytes) => {
          const frame = bytes.indexOf(Buffer.from('2c00000000', 'hex'));
          for (const place of [6, 8, frame + 5, frame + 7]) bytes.writeUInt16LE(30_000, place);
        }),
    ],
    [
      'bmp',
      async () =>
        patched(
          bmpFile({
            bits: 8,
            rows: [
              [1, 2],
              [3, 4],
            ],
          }),
          (bytes) => {
            bytes.writeInt32LE(30_000, 18);
            bytes.writeInt32LE(30_000, 22);
          },
        ),
    ],
    [
      'webp',
      async () =>
        patched(await small.clone().webp().toBuffer(), (bytes) => {
          bytes.writeUInt16LE(16_383, 26);
          bytes.writeUInt16LE(16_383, 28);
        }),
    ],
  ])('is refused with its size, and not unpacked: %s', async (ending, make) => {
    const reader = createEvidenceReader({
      workFolder: work.path(),
      limits: () => defaultLimits,
      printPages: () => Promise.reject(new Error('nothing to print')),
    });
    const path = work.path(`大.${ending}`);
    await writeFile(path, await make());
    const { content } = await reader.read(path, { path }, new AbortController().signal);
    await reader.close();
    expect(content).toMatchObject({ kind: 'unusable', reason: expect.stringMatching(/30000×30000|16383×16383/) });
  });
});
