import { createHash } from 'node:crypto';
import { cp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../electron/contract/errors.ts';
import { verifyResultSchema } from '../../electron/contract/verify-result.ts';
import type { App } from '../../electron/core/app.ts';
import { verifyPacket } from '../../electron/core/integrity/verify-packet.ts';
import { pdfWith } from '../support/bad-files.ts';
import { build, openApp } from '../support/build-packet.ts';
import { writeCleanCase } from '../support/case-folder.ts';
import { useWorkFolder } from '../support/work-folder.ts';

const signal = new AbortController().signal;

describe('verifyPacket', () => {
  const work = useWorkFolder();
  const paths = ['订单详情.png', '支付凭证.png', '商品详情.png', '激活报错.jpg', '聊天记录.png'];
  let packet = '';
  let folder = '';
  let app: App;

  beforeAll(async () => {
    app = openApp();
    packet = work.path('packet.pdf');
    await build(app, await writeCleanCase(work.path('case')), packet);
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    folder = work.path('copy');
    await rm(folder, { recursive: true, force: true });
    await cp(work.path('case'), folder, { recursive: true });
  });

  const statuses = async (where = folder, file = packet) => {
    const result = await verifyPacket({ packet: file, evidence: where }, signal);
    expect(verifyResultSchema.parse(result)).toEqual(result);
    expect(result.ok).toBe(result.files.every(({ status }) => status === 'same' || status === 'renamed'));
    expect(result.own.isAsWritten).toBe(true);
    return Object.fromEntries(result.files.map(({ path, status }) => [path, status]));
  };
  const allSame = (prefix: string) => Object.fromEntries(paths.map((path) => [`${prefix}${path}`, 'same']));

  it('finds untouched originals the same', async () => {
    expect(await statuses()).toEqual(allSame('evidence/'));
  });

  it('takes the evidence folder itself, too', async () => {
    expect(await statuses(`${folder}/evidence`)).toEqual(allSame(''));
  });

  it('takes a folder however it is written', async () => {
    const fromHere = relative('.', folder);
    for (const where of [`${folder}/`, fromHere, `./${fromHere}`, `${folder}/../copy`]) {
      expect(await statuses(where), where).toEqual(allSame('evidence/'));
    }
  });

  it('finds one flipped bit, wherever it is, and names both hashes', async () => {
    const file = `${folder}/evidence/激活报错.jpg`;
    const bytes = await readFile(file);
    for (const place of [0, Math.floor(bytes.length / 2), bytes.length - 1]) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(place) ^ 1, place);
      await writeFile(file, changed);
      expect(await statuses()).toEqual({ ...allSame('evidence/'), 'evidence/激活报错.jpg': 'different' });
      const { files } = await verifyPacket({ packet, evidence: folder }, signal);
      expect(files.find(({ status }) => status === 'different')).toMatchObject({
        expected: createHash('sha256').update(bytes).digest('hex'),
        found: createHash('sha256').update(changed).digest('hex'),
      });
    }
  });

  it('names what is missing and what is extra', async () => {
    await rm(`${folder}/evidence/支付凭证.png`);
    await writeFile(`${folder}/evidence/多出来.png`, 'x');
    await writeFile(`${folder}/笔记.txt`, 'x');
    expect(await statuses()).toEqual({
      ...allSame('evidence/'),
      'evidence/支付凭证.png': 'missing',
      'evidence/多出来.png': 'extra',
      '笔记.txt': 'extra',
    });
  });

  it('takes a changed file and a renamed one for what they are', async () => {
    await writeFile(`${folder}/evidence/订单详情.png`, 'one');
    await rename(`${folder}/evidence/聊天记录.png`, `${folder}/evidence/聊天纪录.png`);
    expect(await statuses()).toEqual({
      ...allSame('evidence/'),
      'evidence/订单详情.png': 'different',
      'evidence/聊天记录.png': 'renamed',
    });
  });

  it('finds an original that grew or shrank', async () => {
    const file = `${folder}/evidence/订单详情.png`;
    const bytes = await readFile(file);
    for (const changed of [Buffer.concat([bytes, Buffer.from('\n')]), bytes.subarray(0, -1), Buffer.alloc(0)]) {
      await writeFile(file, changed);
      expect(await statuses()).toMatchObject({ 'evidence/订单详情.png': 'different' });
    }
  });

  it('does not count the packet itself, where it lies among the originals', async () => {
    await cp(packet, `${folder}/材料.pdf`);
    expect(await statuses(folder, `${folder}/材料.pdf`)).toEqual(allSame('evidence/'));
  });

  it('a file that was missing when the packet was built is the same while it is missing, and extra once it is there', async () => {
    const incomplete = await writeCleanCase(work.path('incomplete'));
    await rm(`${incomplete}/evidence/聊天记录.png`);
    await build(app, incomplete, work.path('incomplete.pdf'));
    expect(await statuses(incomplete, work.path('incomplete.pdf'))).toEqual(allSame('evidence/'));
    await writeFile(`${incomplete}/evidence/聊天记录.png`, 'x');
    expect(await statuses(incomplete, work.path('incomplete.pdf'))).toMatchObject({ 'evidence/聊天记录.png': 'extra' });
  });

  it.each([
    ['NOT_A_PACKET', '另一个PDF', () => pdfWith(1)],
    ['NOT_A_PACKET', '不是PDF', async () => Buffer.from('这不是 PDF')],
    ['NOT_A_PACKET', '空文件', async () => Buffer.alloc(0)],
  ])('answers %s to %s', async (code, name, make) => {
    await writeFile(work.path(name), await make());
    expect(await codeOf(verifyPacket({ packet: work.path(name), evidence: folder }, signal))).toBe(code);
  });

  it('answers NOT_FOUND to a packet or a folder that is not there', async () => {
    expect(await codeOf(verifyPacket({ packet: work.path('没有.pdf'), evidence: folder }, signal))).toBe('NOT_FOUND');
    expect(await codeOf(verifyPacket({ packet, evidence: work.path('没有') }, signal))).toBe('NOT_FOUND');
    expect(await codeOf(verifyPacket({ packet, evidence: packet }, signal))).toBe('NOT_FOUND');
  });
});

async function codeOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'resolved',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  );
}
