import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { packetFormSchema } from '../../electron/contract/packet-form.ts';
import { pdfWith } from '../support/bad-files.ts';
import { build, openApp } from '../support/build-packet.ts';
import { exhibitsOf, withoutReferences, writeCaseFolder } from '../support/case-folder.ts';
import { cleanCaseFile } from '../support/clean-case.ts';
import { checkerPng } from '../support/pictures.ts';
import { useWorkFolder } from '../support/work-folder.ts';

const work = useWorkFolder();
const app = openApp();
afterAll(() => app.close());
const running = { signal: new AbortController().signal, progress: () => undefined };

/** What a folder's files are, down to the bytes, and when they were last written. */
async function stateOf(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const states = files.sort().map(async (file) => {
    const { mtimeMs, mode, size } = await stat(file);
    return [
      file,
      `${size} ${mtimeMs} ${mode} ${createHash('sha256')
        .update(await readFile(file))
        .digest('hex')}`,
    ] as const;
  });
  return new Map(await Promise.all(states));
}

it('leaves every original as it was, whatever is made of the case', async () => {
  const picture = await checkerPng(400, 300);
  const files = new Map<string, Uint8Array>([
    ['evidence/截图.png', picture],
    ['evidence/合同.pdf', await pdfWith(2)],
    ['evidence/说明.txt', Buffer.from('卡密 ABCD-EFGH-IJKL-MNOP 无法激活\n')],
    ['evidence/网页.html', Buffer.from('<!doctype html><meta charset="utf-8"><p>商品详情</p>')],
    ['evidence/账单.csv', Buffer.from('日期,金额\n2026-10-02,128.00\n')],
    ['evidence/邮件.eml', Buffer.from('From: a@example.test\nTo: b@example.test\nSubject: x\n\n正文\n')],
    ['evidence/坏.pdf', Buffer.from('%PDF-1.7\n这不是 PDF')],
    ['evidence/空.png', Buffer.alloc(0)],
    ['evidence/未知.bin', Buffer.from([0, 1, 2, 3])],
  ]);
  const paths = [...files.keys()];
  const boxes = [{ page: 1, x: 0.1, y: 0.1, width: 0.4, height: 0.2 }];
  const evidence = exhibitsOf(paths).map((item, index) =>
    index === 0 ? { ...item, files: [{ path: paths[0], redactions: boxes }] } : item,
  );
  const folder = await writeCaseFolder(work.path('case'), cleanCaseFile({ ...withoutReferences, evidence }), files);
  const before = await stateOf(folder);

  const forms = [
    {},
    { isRedacted: true, isCopy: true },
    { budget: 1, perSheet: 4 },
    { duplex: true, separators: true },
  ];
  for (const [index, form] of forms.entries()) {
    await build(app, folder, work.path(`${index}.pdf`), { form: packetFormSchema.parse(form) });
  }
  await app.exportCase({ case: folder, form: 'juli', target: work.path('case.juli') }, running);
  await app.exportCase({ case: folder, form: 'folder', target: work.path('exported') }, running);
  await app.requestTimestamp({ source: folder, target: work.path('ask.tsq') }, running.signal);
  const verified = await app.verifyPacket({ packet: work.path('0.pdf'), evidence: folder }, running.signal);
  const exported = await app.verifyPacket(
    { packet: work.path('1.pdf'), evidence: work.path('exported') },
    running.signal,
  );

  expect(verified.ok).toBe(true);
  expect(exported.files.filter(({ status }) => status !== 'same')).toEqual([]);
  expect(await stateOf(folder)).toEqual(before);
});
