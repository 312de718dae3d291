import { createHash } from 'node:crypto';
import { mkdir, readFile, stat } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PacketResult } from '../../electron/contract/packet-result.ts';
import type { App } from '../../electron/core/app.ts';
import { type BadFile, makeBadFiles, pdfWith } from '../support/bad-files.ts';
import { build, fileIn, openApp } from '../support/build-packet.ts';
import { exhibitsOf, withoutReferences, writeCaseFolder } from '../support/case-folder.ts';
import { cleanCaseFile } from '../support/clean-case.ts';
import { expectTrueNumbers } from '../support/packet-truth.ts';
import { checkerPng } from '../support/pictures.ts';
import { type ReadPdf, readPdf, withoutSpace } from '../support/read-pdf.ts';
import { useWorkFolder } from '../support/work-folder.ts';

/** A file that cannot be used gets a named placeholder, a line in the result and a finding; nothing else is lost. */
describe('evidence that cannot go on paper', () => {
  const work = useWorkFolder();
  const absent = ['evidence/不在这里.png', 'evidence/是文件夹.png'];
  const good = ['evidence/好图.png', 'evidence/好文件.pdf', 'evidence/末图.png'];
  let app: App;
  let bad: BadFile[];
  let before: unknown[];
  let result: PacketResult;
  let pdf: ReadPdf;

  const fingerprints = (folder: string) =>
    Promise.all(
      [...bad.map(({ path }) => path), ...good].map(async (path) => {
        const { mtimeMs, size, ino, mode } = await stat(`${folder}/${path}`);
        return { path, mtimeMs, size, ino, mode, hash: digestOf(await readFile(`${folder}/${path}`)) };
      }),
    );
  const fileOf = (path: string) => fileIn(result, path);

  beforeAll(async () => {
    app = openApp();
    bad = await makeBadFiles(work.path('plain.pdf'));
    // Good files stand between and after the bad ones, so that each could lose something.
    const paths = [good[0] ?? '', ...bad.map(({ path }) => path), good[1] ?? '', ...absent, good[2] ?? ''];
    const folder = await writeCaseFolder(
      work.path('case'),
      cleanCaseFile({ ...withoutReferences, evidence: exhibitsOf(paths) }),
      new Map([
        ...bad.map(({ path, bytes }) => [path, bytes] as const),
        [good[0] ?? '', await checkerPng(90, 120)],
        [good[1] ?? '', await pdfWith(2)],
        [good[2] ?? '', await checkerPng(120, 90)],
      ]),
    );
    await mkdir(`${folder}/${absent[1]}`);
    before = await fingerprints(folder);
    result = await build(app, folder, work.path('packet.pdf'));
    pdf = await readPdf(work.path('packet.pdf'));
  });
  afterAll(async () => {
    await pdf.close();
    await app.close();
  });

  it('has each kind of bad file in it', () => {
    expect(bad.map(({ path }) => path.replace('evidence/', ''))).toEqual([
      '空文件.png',
      '截断.png',
      '改动一字节.png',
      '像素不足.png',
      '无法解压.png',
      '过大.png',
      '截断.jpg',
      '其实是乱码.png',
      '有密码.pdf',
      '乱码.pdf',
      '没有页.pdf',
      '截断.webp',
      '截断.gif',
      '截断.tiff',
      '截断.avif',
      '截断.bmp',
      '三万见方.png',
    ]);
  });

  it('becomes one placeholder page with name, size, SHA-256 and reason', () => {
    for (const { path, bytes, reason } of bad) {
      const file = fileOf(path);
      expect(file, path).toMatchObject({ status: 'placeholder', pages: 1, sha256: digestOf(bytes) });
      expect(file.reason, path).toContain(reason);
      const page = pdf.pages[file.firstPage - 1]?.compact ?? '';
      expect(page).toContain('此文件未能收入附件');
      expect(page).toContain(path);
      expect(page).toContain(withoutSpace(file.reason ?? '没有原因'));
      expect(page).toContain(`${bytes.length.toLocaleString('en-US')}字节`);
      expect(page).toContain(digestOf(bytes));
    }
  });

  it('stands as missing, without size or hash, where there is no file', () => {
    for (const path of absent) {
      const file = fileOf(path);
      expect(file).toMatchObject({ status: 'placeholder', pages: 1, sha256: '' });
      const page = pdf.pages[file.firstPage - 1]?.compact ?? '';
      expect(page).toContain(path);
      expect(page).toContain(withoutSpace(file.reason ?? '没有原因'));
      expect(page).not.toContain('SHA-256');
      // Nothing is said of an original that is not there.
      expect(page).toContain('没有读到原件');
      expect(page).not.toContain('由提交人保存在案件文件夹中');
    }
  });

  it('has a finding of its own that leads to the file', () => {
    for (const [index, item] of result.evidence.entries()) {
      const path = item.files[0]?.path ?? '';
      const about = result.findings.filter((finding) => finding.path.startsWith(`evidence[${index}].files[0]`));
      const expected = absent.includes(path)
        ? [['evidence.file-missing', 'error']]
        : good.includes(path)
          ? []
          : [['evidence.unusable', 'warning']];
      expect(
        about.map(({ id, severity }) => [id, severity]),
        path,
      ).toEqual(expected);
    }
  });

  it('costs nothing else: every other file, every number, every line is there', () => {
    for (const path of good) expect(fileOf(path).status, path).toBe('included');
    expect(fileOf('evidence/好文件.pdf').pages).toBe(2);
    expect(result.evidence).toHaveLength(bad.length + good.length + absent.length);
    expectTrueNumbers(pdf, result);
    const originals = result.parts.find(({ id }) => id === 'originals');
    const listed = pdf.pages
      .slice((originals?.firstPage ?? 1) - 1)
      .map(({ compact }) => compact)
      .join('');
    for (const { path, bytes } of bad) {
      expect(listed).toContain(path);
      expect(listed).toContain(digestOf(bytes));
    }
    for (const path of absent) expect(listed).toContain(path);
  });

  it('leaves the originals as they were', async () => {
    expect(await fingerprints(work.path('case'))).toEqual(before);
  });
});

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
