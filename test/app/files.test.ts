import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { caseFacts } from '../../electron/core/drafts/case-facts.ts';
import { takeEvidence } from '../../electron/core/evidence/intake/take-evidence.ts';
import { thumbnailPath } from '../../electron/core/evidence/intake/thumbnail-path.ts';
import { createFiles } from '../../electron/core/files/create-files.ts';
import type { AdmittedFile, Files, ServedFile } from '../../electron/core/files/files.ts';
import { createJobs } from '../../electron/core/jobs/create-jobs.ts';
import type { Jobs } from '../../electron/core/jobs/jobs.ts';
import { openStore } from '../../electron/core/store/open-store.ts';
import type { FileRow, Store } from '../../electron/core/store/store.ts';
import { pdfWith } from '../support/bad-files.ts';
import { markedPicture, orientedJpeg } from '../support/pictures.ts';
import { useWorkFolder } from '../support/work-folder.ts';

const clock = { now: () => new Date('2026-11-20T10:00:00Z') };
const neverStopped = new AbortController().signal;
const work = useWorkFolder();
let store: Store;
let jobs: Jobs;
let files: Files;
let home: string;
let time: number;

beforeEach(async () => {
  time = clock.now().getTime();
  home = work.path(randomUUID());
  await mkdir(home);
  store = await openStore({ folder: join(home, 'data'), factsOf: caseFacts, now: clock.now, newId: randomUUID });
  jobs = createJobs({ clock, emit: () => undefined, newId: randomUUID });
  files = createFiles({ store, jobs, clock: { now: () => new Date(time) } });
});

afterEach(async () => {
  await jobs.close();
  store.close();
});

describe('tickets', () => {
  const file: AdmittedFile = { path: '/nowhere/a.png', name: 'a.png', relativePath: 'a.png', isTemporary: false };

  it('stand for one file once, and cannot be guessed', () => {
    const [first, second] = [files.admit(file), files.admit({ ...file, name: 'b.png' })];
    expect(Buffer.from(first, 'base64url')).toHaveLength(16);
    expect(files.redeem(second)).toMatchObject({ name: 'b.png' });
    expect(files.redeem(first)).toEqual(file);
    expect(() => files.redeem(first)).toThrow(expect.objectContaining({ code: 'USAGE' }));
    expect(() => files.redeem('')).toThrow(expect.objectContaining({ code: 'USAGE' }));
  });

  it('expire, and with them the copies that nobody came for; what is the user’s own stays', async () => {
    const [copy, own] = [join(home, 'upload'), join(home, 'own.png')];
    await Promise.all([writeFile(copy, 'x'), writeFile(own, 'x')]);
    const old = [
      { ...file, path: copy, isTemporary: true },
      { ...file, path: own },
    ].map(files.admit);
    time += 5 * 3_600_000;
    const recent = files.admit(file);
    time += 2 * 3_600_000;

    for (const ticket of old) expect(() => files.redeem(ticket)).toThrow(expect.objectContaining({ code: 'USAGE' }));
    expect(files.redeem(recent)).toEqual(file);
    await expect.poll(() => existsSync(copy)).toBe(false);
    expect(existsSync(own)).toBe(true);
  });
});

describe('addresses', () => {
  it('of small pictures are made again when the picture is gone or empty', async () => {
    const { sha256 } = await kept('a.jpg', orientedJpeg(await markedPicture(60, 40), 6));
    const place = thumbnailPath(store.folder, sha256);
    const before = await readFile(place);
    expect(await files.open(`thumbnails/${sha256}.webp`)).toEqual({
      content: { kind: 'path', path: place },
      mime: 'image/webp',
      isImmutable: true,
    });
    await rm(place);
    expect(await bytesOf(await files.open(`thumbnails/${sha256}.webp`))).toEqual(before);
    expect(await readFile(place)).toEqual(before);
    await truncate(place, 0);
    expect(await bytesOf(await files.open(`thumbnails/${sha256}.webp`))).toEqual(before);
  });

  it('of pictures give the original where browsers know it, else one they know', async () => {
    const png = await markedPicture(60, 40);
    const known = await kept('a.png', png);
    expect(await files.open(`pictures/${known.sha256}`)).toEqual({
      content: { kind: 'path', path: store.originals.pathOf(known.sha256) },
      mime: 'image/png',
      isImmutable: true,
    });
    const tiff = await kept('b.tif', sharp(png).withMetadata({ orientation: 6 }).tiff().toBuffer());
    const served = await files.open(`pictures/${tiff.sha256}`);
    expect(served?.mime).toBe('image/jpeg');
    expect(await sharp(await bytesOf(served)).metadata()).toMatchObject({ format: 'jpeg', width: 40, height: 60 });
  });

  it('of originals show a PDF and save anything else, whatever it is called', async () => {
    const pdf = await kept('a.pdf', pdfWith(1));
    expect(await files.open(`originals/${pdf.sha256}/收据 50%.pdf`)).toEqual({
      content: { kind: 'path', path: store.originals.pathOf(pdf.sha256) },
      mime: 'application/pdf',
      isImmutable: true,
    });
    const page = await kept('a.pdf', Buffer.from('<!doctype html><script>alert(1)</script>'));
    expect(await files.open(`originals/${page.sha256}/..\\收据 50%\r\n.pdf`)).toMatchObject({
      mime: 'application/octet-stream',
      downloadName: '_收据 50%__.pdf',
    });
  });

  it('of results give the files of a job that is done', async () => {
    const path = join(home, 'case.juli');
    await writeFile(path, 'x');
    const id = jobs.start({
      kind: 'archive',
      title: '保存',
      run: async () => ({
        result: { kind: 'files', files: [{ name: '案件.juli', size: 1, mime: 'application/zip' }] },
        paths: [path],
      }),
    });
    for await (const _ of jobs.watch(id, neverStopped)) {
      // until it is done
    }
    expect(await files.open(`results/${id}/0/x.juli`)).toEqual({
      content: { kind: 'path', path },
      mime: 'application/zip',
      isImmutable: false,
      downloadName: '案件.juli',
    });
    expect(await files.open(`results/${id}/1/x.juli`)).toBeUndefined();
    await rm(path);
    expect(await files.open(`results/${id}/0/x.juli`)).toBeUndefined();
  });

  it.each([
    '',
    'juli.db',
    'thumbnails/../juli.db',
    'originals/../juli.db',
    'originals/%2e%2e/juli.db',
    `originals/${'a'.repeat(64)}/../../juli.db`,
    `originals/${'A'.repeat(64)}/a.png`,
    `originals/${'a'.repeat(64)}`,
    `pictures/${'a'.repeat(63)}`,
    `pictures/${'a'.repeat(64)}/x`,
    `/pictures/${'a'.repeat(64)}`,
    `thumbnails/${'a'.repeat(64)}.webp\n`,
    `results/x/0/..`,
    `results/x/01/a.pdf`,
  ])('that are none of ours, as %j, open nothing', async (address) => {
    expect(await files.open(address)).toBeUndefined();
  });

  it('of something that is no picture, or not there, open nothing', async () => {
    const { sha256 } = await kept('a.txt', Buffer.from('x'));
    for (const hash of [sha256, 'a'.repeat(64)]) {
      expect(await files.open(`thumbnails/${hash}.webp`)).toBeUndefined();
      expect(await files.open(`pictures/${hash}`)).toBeUndefined();
    }
    expect(await files.open(`originals/${'a'.repeat(64)}/a.png`)).toBeUndefined();
  });
});

/** Among the originals, as the item of a case of its own. */
async function kept(name: string, content: Uint8Array | Promise<Uint8Array>): Promise<FileRow> {
  const path = join(home, name);
  await writeFile(path, await content);
  const { id: caseId } = store.cases.create({ title: name });
  const running = { signal: neverStopped, progress: () => undefined };
  await takeEvidence(
    { store, clock },
    { caseId, files: [{ path, name, relativePath: name, isTemporary: true }] },
    running,
  );
  const [row] = store.originals.ofCase(caseId);
  if (row === undefined) throw new Error(`${name} was not taken in`);
  return row;
}

async function bytesOf(served: ServedFile | undefined): Promise<Buffer> {
  if (served === undefined) throw new Error('nothing was opened');
  return served.content.kind === 'path' ? readFile(served.content.path) : Buffer.from(served.content.bytes);
}
