import { createHash, randomUUID } from 'node:crypto';
import { chmod, mkdir, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { caseFileSchema } from '../../electron/contract/case/case-file.ts';
import type { Draft } from '../../electron/contract/rpc/case-procedures.ts';
import { caseFacts } from '../../electron/core/drafts/case-facts.ts';
import { type TakeOrder, takeEvidence } from '../../electron/core/evidence/intake/take-evidence.ts';
import { thumbnailPath } from '../../electron/core/evidence/intake/thumbnail-path.ts';
import type { AdmittedFile } from '../../electron/core/files/files.ts';
import type { Running } from '../../electron/core/ports.ts';
import { openStore } from '../../electron/core/store/open-store.ts';
import type { Store } from '../../electron/core/store/store.ts';
import { pdfWith } from '../support/bad-files.ts';
import { checkerPng, markedPicture, orientedJpeg } from '../support/pictures.ts';
import { wavTone } from '../support/recordings.ts';
import { useWorkFolder } from '../support/work-folder.ts';

const clock = { now: () => new Date('2026-11-20T10:00:00Z') };
const work = useWorkFolder();
let store: Store;
let home: string;
let caseId: string;

beforeEach(async () => {
  home = work.path(randomUUID());
  await mkdir(join(home, 'from'), { recursive: true });
  store = await openStore({ folder: join(home, 'data'), factsOf: caseFacts, now: clock.now, newId: randomUUID });
  caseId = store.cases.create({ format: 'juli.case/1', title: '会员退款' }).id;
});

afterEach(() => store.close());

describe('taking files in', () => {
  it('makes one item a file, in the order of the names, in one edit', async () => {
    const files = await Promise.all(
      [10, 2, 1].map((number) => onDisk(`第${number}张.png`, checkerPng(20 + number, 30))),
    );
    const { result, edited } = await take(files);

    expect(result).toEqual({ kind: 'evidence', added: 3, duplicates: [], problems: [] });
    expect(evidenceOf(edited?.draft)).toEqual([
      { id: 'e1', title: '第1张', group: 'other', files: ['证据/第1张.png'] },
      { id: 'e2', title: '第2张', group: 'other', files: ['证据/第2张.png'] },
      { id: 'e3', title: '第10张', group: 'other', files: ['证据/第10张.png'] },
    ]);
    expect(edited).toMatchObject({ revision: 1 + revisionAtStart, undo: '添加证据（3个文件）' });
    expect(store.originals.ofCase(caseId)).toMatchObject([
      { path: '证据/第1张.png', kind: 'picture', mime: 'image/png', width: 21, height: 30, originalName: '第1张.png' },
      { width: 22, takenAt: '2026-11-20T10:00:00.000Z' },
      { width: 30 },
    ]);
  });

  it('keeps the bytes as they are, read-only, and does not touch the file', async () => {
    const file = await onDisk('订单.png', checkerPng(90, 60));
    const before = { bytes: await readFile(file.path), status: await stat(file.path) };
    await take([file]);

    const [row] = store.originals.ofCase(caseId);
    expect(row).toMatchObject({ sha256: sha256(before.bytes), size: before.bytes.length });
    const original = store.originals.pathOf(row?.sha256 ?? '');
    expect(await readFile(original)).toEqual(before.bytes);
    expect((await stat(original)).mode & 0o222).toBe(0);
    expect(await readFile(file.path)).toEqual(before.bytes);
    expect((await stat(file.path)).mtimeMs).toBe(before.status.mtimeMs);
    expect((await stat(file.path)).mode).toBe(before.status.mode);
    expect(await filesBelow(store.originals.incoming)).toEqual([]);
  });

  it('deletes the copy of the host, and moves it rather than copying', async () => {
    const file = await onDisk('上传.png', checkerPng(40, 40));
    const { ino } = await stat(file.path);
    const bytes = await readFile(file.path);
    await take([{ ...file, isTemporary: true }]);

    expect(await exists(file.path)).toBe(false);
    const original = store.originals.pathOf(sha256(bytes));
    expect(await readFile(original)).toEqual(bytes);
    expect((await stat(original)).ino).toBe(ino);
  });

  it('deletes the copy of the host also when it was refused or not reached', async () => {
    const empty = await onDisk('1.png', Buffer.alloc(0));
    const { result } = await take([{ ...empty, isTemporary: true }]);
    expect(result).toMatchObject({
      added: 0,
      problems: [{ reason: expect.stringContaining('0 字节'), isTaken: false }],
    });
    expect(await exists(empty.path)).toBe(false);

    const late = await onDisk('2.png', checkerPng(40, 40));
    const stopped: Running = { signal: AbortSignal.abort(new Error('stopped')), progress: () => undefined };
    await expect(take([{ ...late, isTemporary: true }], {}, stopped)).rejects.toThrow('stopped');
    expect(await exists(late.path)).toBe(false);
  });

  it('tells the kind by the content, counts pages and seconds, and keeps what cannot be printed with the reason', async () => {
    const { result } = await take([
      await onDisk('1.pdf', pdfWith(3)),
      await onDisk(
        '2.webp',
        sharp(await checkerPng(50, 40))
          .webp()
          .toBuffer(),
      ),
      await onDisk('3.mp4', Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypisom0000isommp42')])),
      await onDisk('4.pdf', Buffer.from('%PDF-1.7\nnothing of a PDF follows')),
      await onDisk(
        '5.jpg',
        half(
          sharp(await checkerPng(400, 400))
            .jpeg()
            .toBuffer(),
        ),
      ),
      await onDisk('6.txt', Buffer.from('说明')),
      await onDisk('7.mp3', wavTone(1.5)),
      await onDisk('8.jpg', twoPixelBmp),
      await onDisk('9.png', Buffer.from('Rar!\x1a\x07\x01\0 and what follows', 'latin1')),
    ]);

    expect(store.originals.ofCase(caseId)).toMatchObject([
      { kind: 'pdf', mime: 'application/pdf', pages: 3 },
      { kind: 'picture', mime: 'image/webp', width: 50, height: 40 },
      { kind: 'recording', mime: 'video/mp4' },
      { kind: 'pdf', problem: expect.stringContaining('已损坏') },
      { kind: 'picture', mime: 'image/jpeg', problem: expect.stringContaining('不完整') },
      { kind: 'document', mime: 'text/plain' },
      { kind: 'recording', mime: 'audio/wav', duration: 1.5 },
      { kind: 'picture', mime: 'image/bmp', width: 2, height: 1 },
      { kind: 'other', mime: 'application/x-rar-compressed', problem: expect.stringContaining('请先解压') },
    ]);
    for (const index of [0, 1, 2, 5, 6, 7]) {
      expect(store.originals.ofCase(caseId)[index]).not.toHaveProperty('problem');
    }
    expect(result.added).toBe(9);
    expect(result.problems.map(({ name, isTaken }) => [name, isTaken])).toEqual(
      ['4.pdf', '5.jpg', '9.png'].map((name) => [name, true]),
    );
  });

  it('makes a small picture that stands upright, of a tall one its top', async () => {
    const turned = await onDisk('1.jpg', orientedJpeg(await markedPicture(600, 400), 6));
    const tall = await onDisk('2.png', markedPicture(400, 4_000));
    await take([turned, tall]);

    const [first, second] = store.originals.ofCase(caseId);
    expect(first).toMatchObject({ width: 600, height: 400 });
    const upright = await smallPicture(first?.sha256);
    expect(upright.size).toEqual([320, 213]);
    expect([upright.at(8, 8), upright.at(312, 8), upright.at(8, 205)]).toEqual(['red', 'green', 'blue']);
    const top = await smallPicture(second?.sha256);
    expect(top.size).toEqual([320, 480]);
    expect([top.at(8, 8), top.at(312, 8), top.at(8, 470)]).toEqual(['red', 'green', 'grey']);
  });

  it('adds to the item that is named, and guesses or takes the group', async () => {
    await take([await onDisk('客服聊天.png', checkerPng(31, 30))]);
    await take([await onDisk('续.png', checkerPng(32, 30))], { item: 'e1' });
    await take([await onDisk('a.png', checkerPng(33, 30))], { group: 'promise' });
    await take([await onDisk('b.png', checkerPng(34, 30), '付款/b.png')]);
    await take([await onDisk('c.png', checkerPng(35, 30))], { item: 'e99' });

    expect(evidenceOf(store.cases.get(caseId).draft)).toEqual([
      { id: 'e1', title: '客服聊天', group: 'communication', files: ['证据/客服聊天.png', '证据/续.png'] },
      { id: 'e2', title: 'a', group: 'promise', files: ['证据/a.png'] },
      { id: 'e3', title: 'b', group: 'transaction', files: ['证据/b.png'] },
      { id: 'e4', title: 'c', group: 'other', files: ['证据/c.png'] },
    ]);
  });

  it('gives no id again that a text still mentions', async () => {
    store.cases.edit(caseId, {
      baseRevision: revisionAtStart,
      changes: [{ kind: 'set', path: ['events'], value: [{ text: '见{证据:e7}' }] }],
      label: '经过',
    });
    const { edited } = await take([await onDisk('a.png', checkerPng(20, 20))]);
    expect(evidenceOf(edited?.draft)).toMatchObject([{ id: 'e8' }]);
  });
});

describe('the same file again', () => {
  it('is recognised by its bytes, in one drop and later', async () => {
    const bytes = await checkerPng(60, 40);
    const { result } = await take([await onDisk('1.png', bytes), await onDisk('2.png', bytes)]);
    expect(result).toMatchObject({ added: 1, duplicates: [{ name: '2.png', sameAs: '1' }] });

    const later = await take([await onDisk('别名.png', bytes)]);
    expect(later.result).toMatchObject({ added: 0, duplicates: [{ name: '别名.png', sameAs: '1' }] });
    expect(later.edited).toBeUndefined();
    expect(evidenceOf(store.cases.get(caseId).draft)).toHaveLength(1);
  });

  it('mends an original that a disk has changed without changing its size', async () => {
    const file = await onDisk('1.png', checkerPng(60, 40));
    await take([file]);
    const bytes = await readFile(file.path);
    const original = store.originals.pathOf(sha256(bytes));
    await chmod(original, 0o600);
    await writeFile(original, Buffer.alloc(bytes.length));
    const { result } = await take([file]);
    expect(result).toMatchObject({ added: 0, duplicates: [{ name: '1.png' }] });
    expect(await readFile(original)).toEqual(bytes);
  });

  it('brings a lost original back', async () => {
    const file = await onDisk('1.png', checkerPng(60, 40));
    await take([file]);
    const original = store.originals.pathOf(sha256(await readFile(file.path)));
    await rm(original);
    const { result } = await take([file]);
    expect(result).toMatchObject({ added: 0, duplicates: [{ name: '1.png' }] });
    expect(await readFile(original)).toEqual(await readFile(file.path));
  });

  it('is added again once undo has taken it out; redo brings items back', async () => {
    const file = await onDisk('1.png', checkerPng(60, 40));
    await take([file]);
    expect(evidenceOf(store.cases.undo(caseId).draft)).toEqual([]);
    expect(evidenceOf(store.cases.redo(caseId).draft)).toMatchObject([{ id: 'e1', files: ['证据/1.png'] }]);
    store.cases.undo(caseId);
    const { result, edited } = await take([file]);
    expect(result.added).toBe(1);
    expect(evidenceOf(edited?.draft)).toMatchObject([{ id: 'e1', files: ['证据/1.png'] }]);
    expect(store.originals.ofCase(caseId)).toHaveLength(1);
  });
});

it('is gone with its small picture when its case is deleted for good, unless another case has it', async () => {
  const shared = await onDisk('1.png', checkerPng(60, 40));
  const own = await onDisk('2.png', checkerPng(61, 40));
  await take([shared, own]);
  const other = store.cases.create({ title: '另一案' }).id;
  await take([shared], { caseId: other });
  store.cases.remove(caseId);
  store.cases.purge(caseId);

  const [kept, gone] = await Promise.all([shared, own].map(async ({ path }) => sha256(await readFile(path))));
  const places = (hash = '') => [store.originals.pathOf(hash), thumbnailPath(store.folder, hash)];
  expect(await Promise.all([...places(kept), ...places(gone)].map(exists))).toEqual([true, true, false, false]);
});

describe('names', () => {
  it('are made safe and unlike each other', async () => {
    const names = [
      'a.PNG',
      'A.png',
      'a.png',
      '😀付款👨‍👩‍👧截图.png',
      '..',
      'CON.png',
      '..\\..\\x?.png',
      `${'很长的名字'.repeat(40)}.png`,
      'evil\u202Egnp.png',
      '\uD800x.png',
    ];
    const files = await Promise.all(
      names.map(async (name, index) => ({
        ...(await onDisk(`${index}.png`, checkerPng(20 + index, 20))),
        name,
        relativePath: `${index}/${name}`,
      })),
    );
    const { result, edited } = await take(files);

    expect(result).toMatchObject({ added: names.length, problems: [] });
    const rows = store.originals.ofCase(caseId);
    expect(rows.map(({ path }) => path).slice(0, 7)).toEqual([
      '证据/a.PNG',
      '证据/A（2）.png',
      '证据/a（3）.png',
      '证据/😀付款👨_👩_👧截图.png',
      '证据/文件',
      '证据/_CON.png',
      '证据/_.._x_.png',
    ]);
    expect(new Set(rows.map(({ path }) => path.toLowerCase())).size).toBe(names.length);
    for (const { path } of rows) expect(Buffer.byteLength(basename(path))).toBeLessThan(200);
    // A case of which nothing but the evidence is written: only what else is missing may be wrong.
    const problems = caseFileSchema.safeParse(edited?.draft).error?.issues ?? [];
    expect(problems.filter(({ path }) => path[0] === 'evidence')).toEqual([]);
  });

  it('of what a system leaves in a folder are passed over', async () => {
    const { result } = await take([
      await onDisk('.DS_Store', Buffer.from('x'), '我的证据/.DS_Store'),
      await onDisk('._a.png', Buffer.from('x'), '__MACOSX/我的证据/._a.png'),
      await onDisk('a.png', checkerPng(20, 20), '我的证据/聊天/a.png'),
    ]);
    expect(result).toMatchObject({ added: 1, problems: [] });
    expect(evidenceOf(store.cases.get(caseId).draft)).toMatchObject([{ title: 'a', group: 'communication' }]);
  });
});

describe('bad files', () => {
  it('get a reason, and the rest goes on', async () => {
    const gone = await onDisk('2.png', Buffer.from('x'));
    await rm(gone.path);
    await mkdir(join(home, 'from', '3'));
    const huge = await onDisk('4.mp4', Buffer.from('x'));
    await truncate(huge.path, 5 * 1024 ** 3);
    const { result } = await take([
      await onDisk('1.png', Buffer.alloc(0)),
      gone,
      { path: join(home, 'from', '3'), name: '3', relativePath: '3', isTemporary: false },
      huge,
      await onDisk('5.png', checkerPng(20, 20)),
    ]);
    expect(result.added).toBe(1);
    expect(result.problems).toEqual([
      { name: '1.png', isTaken: false, reason: expect.stringContaining('0 字节') },
      { name: '2.png', isTaken: false, reason: expect.stringContaining('找不到这个文件') },
      { name: '3', isTaken: false, reason: expect.stringContaining('文件夹') },
      { name: '4.mp4', isTaken: false, reason: expect.stringContaining('最多 2 GB') },
    ]);
    expect(await filesBelow(store.originals.incoming)).toEqual([]);
  });
});

describe('stopping', () => {
  it('in the middle leaves nothing behind', async () => {
    const files = await Promise.all(
      Array.from({ length: 12 }, (_, index) => onDisk(`${index}.png`, checkerPng(200 + index, 200))),
    );
    const before = await filesBelow(store.folder, isOfFile);
    const stop = new AbortController();
    const running: Running = {
      signal: stop.signal,
      progress: ({ done }) => {
        if (done === 4) stop.abort(new Error('stopped by the test'));
      },
    };
    await expect(take(files, {}, running)).rejects.toThrow('stopped by the test');

    expect(await filesBelow(store.folder, isOfFile)).toEqual(before);
    expect(store.originals.ofCase(caseId)).toEqual([]);
    expect(store.cases.get(caseId)).toMatchObject({ revision: revisionAtStart, undo: undefined });
  });

  it('by a full or refused disk ends with one error, and nothing is added', async () => {
    await chmod(store.originals.incoming, 0o500);
    try {
      // A person who may do anything is refused nothing.
      if (process.getuid?.() === 0) await rm(store.originals.incoming, { recursive: true });
      const file = await onDisk('1.png', checkerPng(20, 20));
      await expect(take([file])).rejects.toMatchObject({ name: 'AppError' });
    } finally {
      await mkdir(store.originals.incoming, { recursive: true });
      await chmod(store.originals.incoming, 0o700);
    }
    expect(store.cases.get(caseId).revision).toBe(revisionAtStart);
  });
});

it('takes five hundred at once', async () => {
  const files = await Promise.all(
    Array.from({ length: 500 }, (_, index) => onDisk(`${index + 1}.png`, checkerPng(20 + index, 16))),
  );
  const steps: number[] = [];
  const { result, edited } = await take(files, {}, { signal: neverStopped, progress: ({ done }) => steps.push(done) });
  expect(result.added).toBe(500);
  expect(evidenceOf(edited?.draft).map(({ id }) => id)).toEqual(files.map((_, index) => `e${index + 1}`));
  expect(steps.slice(0, 500)).toEqual(files.map((_, index) => index + 1));
  expect(evidenceOf(store.cases.undo(caseId).draft)).toEqual([]);
});

/** Two pixels of 24 bits: header, and a row filled up to whole words. */
const twoPixelBmp = Buffer.from(
  `424d3e000000000000003600000028000000${'02000000'}${'01000000'}01001800000000000800000000000000000000000000000000000000` +
    '0000ff00ff000000',
  'hex',
);

const revisionAtStart = 1;
const neverStopped = new AbortController().signal;

async function take(files: readonly AdmittedFile[], order: Partial<TakeOrder> = {}, running?: Running) {
  const calm: Running = { signal: neverStopped, progress: () => undefined };
  return takeEvidence({ store, clock }, { caseId, files, ...order }, running ?? calm);
}

async function onDisk(
  name: string,
  content: Uint8Array | Promise<Uint8Array>,
  relativePath = name,
): Promise<AdmittedFile> {
  const path = join(home, 'from', `${randomUUID()}-${name}`);
  await writeFile(path, await content);
  return { path, name, relativePath, isTemporary: false };
}

function evidenceOf(draft: Draft | undefined): { id: string; title: string; group: string; files: string[] }[] {
  return (draft?.evidence ?? []) as unknown as { id: string; title: string; group: string; files: string[] }[];
}

async function half(bytes: Promise<Buffer>): Promise<Buffer> {
  const whole = await bytes;
  return whole.subarray(0, whole.length / 2);
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** All but the database, which grows a log of its own. */
function isOfFile(path: string): boolean {
  return !basename(path).startsWith('juli.');
}

async function filesBelow(folder: string, isWanted = (_: string) => true): Promise<string[]> {
  return (await readdir(folder, { recursive: true })).filter(isWanted).sort();
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** The colours of the marks in test/support/pictures.ts, by what is strongest. */
async function smallPicture(hash = '') {
  const { data, info } = await sharp(thumbnailPath(store.folder, hash))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return {
    size: [info.width, info.height],
    at(x: number, y: number): string {
      const offset = (y * info.width + x) * info.channels;
      const [red = 0, green = 0, blue = 0] = data.subarray(offset, offset + 3);
      if (Math.max(red, green, blue) - Math.min(red, green, blue) < 40) return 'grey';
      return red > green && red > blue ? 'red' : green > blue ? 'green' : 'blue';
    },
  };
}
