import { createHash, randomUUID } from 'node:crypto';
import { appendFileSync, truncateSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import Database from 'better-sqlite3';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultLimits } from '../../electron/contract/evidence-limits.ts';
import { caseFacts } from '../../electron/core/drafts/case-facts.ts';
import { bringIn } from '../../electron/core/evidence/intake/bring-in.ts';
import { type TakeOrder, takeEvidence } from '../../electron/core/evidence/intake/take-evidence.ts';
import { importCaseFolder, importJuliArchive } from '../../electron/core/export/case-import.ts';
import { storedCaseToExport } from '../../electron/core/export/exported-case.ts';
import { importAdmitted } from '../../electron/core/export/import-admitted.ts';
import { writeCase } from '../../electron/core/export/write-case.ts';
import type { AdmittedFile } from '../../electron/core/files/files.ts';
import { readIntakeLog } from '../../electron/core/integrity/intake-log.ts';
import type { Running } from '../../electron/core/ports.ts';
import { openStore } from '../../electron/core/store/open-store.ts';
import type { Store } from '../../electron/core/store/store.ts';
import { checkerPng } from '../support/pictures.ts';
import { type RawEntry, rawZip } from '../support/raw-zip.ts';
import { useWorkFolder } from '../support/work-folder.ts';

const clock = { now: () => new Date('2026-11-20T10:00:00Z') };
const calm: Running = { signal: new AbortController().signal, progress: () => undefined };
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

describe('the intake log of a case', () => {
  it('says of each file what came, when, how, with which dates, and what became of it', async () => {
    const photo = sharp({ create: { width: 60, height: 40, channels: 3, background: '#246' } }).withExif({
      IFD0: { Make: 'Redmi', Model: 'Redmi K70' },
      IFD2: { DateTimeOriginal: '2026:09:03 20:15:04', OffsetTimeOriginal: '+08:00' },
    });
    const bytes = await photo.jpeg().toBuffer();
    const file = await onDisk('包装.jpg', bytes, '照片/包装.jpg');
    await utimes(file.path, new Date('2026-09-04T01:00:00Z'), new Date('2026-09-04T01:00:00Z'));
    await take([file, await onDisk('再一次.jpg', bytes), await onDisk('空.png', Buffer.alloc(0))], { how: 'dropped' });

    const { lines, state } = store.intakeLog.ofCase(caseId);
    expect(state).toMatchObject({ kind: 'whole', lines: 3 });
    const [empty, again, first] = lines;
    expect(first).toMatchObject({
      at: '2026-11-20T10:00:00.000Z',
      event: 'duplicate',
      name: '包装.jpg',
      size: bytes.length,
      sha256: sha256(bytes),
      facts: {
        how: 'folder',
        relativePath: '照片/包装.jpg',
        modifiedAt: '2026-09-04T01:00:00.000Z',
        recordedAt: '2026-09-03 20:15:04 +08:00',
        device: 'Redmi K70',
        sameAs: '再一次',
      },
    });
    expect(again).toMatchObject({
      event: 'taken',
      path: '证据/再一次.jpg',
      facts: { how: 'dropped', mime: 'image/jpeg' },
    });
    expect(empty).toMatchObject({
      event: 'refused',
      name: '空.png',
      facts: { reason: expect.stringContaining('0 字节') },
    });
    expect(empty).not.toHaveProperty('sha256');
  });

  it('takes the date of a copy of the host from what the window said of it', async () => {
    const file = await onDisk('1.png', checkerPng(20, 20));
    await take([{ ...file, isTemporary: true, modifiedAt: '2026-09-04T01:00:00.000Z' }]);
    expect(store.intakeLog.ofCase(caseId).lines).toMatchObject([{ facts: { modifiedAt: '2026-09-04T01:00:00.000Z' } }]);
  });

  it('goes on after undo, which takes nothing out of it', async () => {
    await take([await onDisk('1.png', checkerPng(20, 20))]);
    store.cases.undo(caseId);
    await take([await onDisk('2.png', checkerPng(21, 20))]);
    const { lines, state } = store.intakeLog.ofCase(caseId);
    expect(lines.map(({ seq, name }) => [seq, name])).toEqual([
      [1, '1.png'],
      [2, '2.png'],
    ]);
    expect(state.kind).toBe('whole');
  });

  it('is not written when taking in is stopped', async () => {
    const running: Running = { signal: AbortSignal.abort(new Error('stopped')), progress: () => undefined };
    await expect(take([await onDisk('1.png', checkerPng(20, 20))], {}, running)).rejects.toThrow('stopped');
    expect(store.intakeLog.textOf(caseId)).toBe('');
  });

  it('cannot be changed or shortened in the database, and goes with its case', async () => {
    await take([await onDisk('1.png', checkerPng(20, 20))]);
    const database = new Database(join(store.folder, 'juli.db'));
    try {
      database.pragma('foreign_keys = ON');
      expect(() => database.exec("UPDATE intake_log SET line = ''")).toThrow('only added to');
      expect(() => database.exec('DELETE FROM intake_log')).toThrow('only added to');
      store.cases.remove(caseId);
      store.cases.purge(caseId);
      expect(database.prepare('SELECT count(*) FROM intake_log').pluck().get()).toBe(0);
    } finally {
      database.close();
    }
  });
});

describe('a case that travels', () => {
  it('has its log with it, which stays as it is and goes on', async () => {
    await take([await onDisk('1.png', checkerPng(20, 20))], { how: 'chosen' });
    const text = store.intakeLog.textOf(caseId);
    const paths = { juli: join(home, 'a.juli'), folder: join(home, 'folder'), again: join(home, 'b.juli') };
    const exported = await storedCaseToExport(store, caseId);
    await writeCase(exported, 'juli', paths.juli, calm);
    await writeCase(exported, 'folder', paths.folder, calm);
    expect(await readFile(join(paths.folder, 'intake-log.jsonl'), 'utf8')).toBe(text);

    const { id } = await importJuliArchive({ store, clock }, { path: paths.juli, name: 'a.juli' }, calm);
    expect(store.intakeLog.textOf(id)).toBe(text);
    await writeCase(await storedCaseToExport(store, id), 'juli', paths.again, calm);
    expect(await readFile(paths.again)).toEqual(await readFile(paths.juli));
    await take([await onDisk('2.png', checkerPng(21, 20))], { caseId: id });
    expect(store.intakeLog.ofCase(id).state).toMatchObject({ kind: 'whole', lines: 2 });

    // A picture that somebody laid into the folder since was not taken in by anyone: its line is added now.
    const draft = JSON.parse(await readFile(join(paths.folder, 'case.json'), 'utf8'));
    draft.evidence.push({ id: 'e9', title: '后加的', group: 'other', files: ['证据/后加.png'] });
    await writeFile(join(paths.folder, 'case.json'), JSON.stringify(draft));
    await writeFile(join(paths.folder, '证据/后加.png'), await checkerPng(22, 20));
    const folder = await importCaseFolder({ store, clock }, paths.folder, calm);
    expect(store.intakeLog.textOf(folder.id).startsWith(text)).toBe(true);
    expect(store.intakeLog.ofCase(folder.id)).toMatchObject({
      state: { kind: 'whole', lines: 2 },
      lines: [{}, { event: 'taken', path: '证据/后加.png', facts: { how: 'imported' } }],
    });
  });

  it('is taken in with a log that was tampered with, which is said and goes along unchanged', async () => {
    await take([await onDisk('1.png', checkerPng(20, 20)), await onDisk('2.png', checkerPng(21, 20))]);
    const folder = join(home, 'folder');
    await writeCase(await storedCaseToExport(store, caseId), 'folder', folder, calm);
    const log = join(folder, 'intake-log.jsonl');
    const changed = `not a line\n${(await readFile(log, 'utf8')).replace('2.png', '9.png')}`;
    await writeFile(log, changed);
    const files = ['case.json', 'intake-log.jsonl', '证据/1.png', '证据/2.png'].map((path) => ({
      path: join(folder, path),
      name: basename(path),
      relativePath: `案件/${path}`,
      isTemporary: false,
    }));
    const events = { emit: () => undefined, listen: () => ({}) as AsyncIterable<never> };
    const { cases } = await importAdmitted({ store, clock, events }, files, calm);
    const id = cases[0]?.id ?? '';
    expect(store.intakeLog.textOf(id)).toBe(changed);
    expect(store.intakeLog.ofCase(id).state).toMatchObject({ kind: 'broken', seq: 1 });
    const exported = await storedCaseToExport(store, id);
    expect(readIntakeLog(exported.intakeLog).state.kind).toBe('broken');
  });
});

describe('an archive', () => {
  it('is opened into items, each with where it came from', async () => {
    const [first, second, inner] = await Promise.all([checkerPng(20, 20), checkerPng(21, 20), checkerPng(22, 20)]);
    const zip = rawZip([
      { name: '付款/2.png', data: second },
      { name: Buffer.from('cdbcd2bb2e706e67', 'hex'), data: first, flags: 0 },
      { name: '__MACOSX/付款/._2.png', data: 'x' },
      { name: 'Thumbs.db', data: 'x' },
      { name: '又一个.zip', data: rawZip([{ name: '3.png', data: inner }]) },
      { name: '做第二遍.png', data: first },
    ]);
    const { result } = await take([await onDisk('聊天记录.zip', zip)], { how: 'chosen' });

    expect(result).toMatchObject({
      added: 3,
      archives: [{ name: '聊天记录.zip', files: 4 }],
      duplicates: [{ name: '做第二遍.png', sameAs: '图一' }],
      problems: [],
    });
    expect(store.cases.get(caseId).draft.evidence).toMatchObject([
      { title: '2', group: 'transaction', files: ['证据/2.png'] },
      { title: '图一', group: 'communication', files: ['证据/图一.png'] },
      { title: '又一个', group: 'communication' },
    ]);
    const [opened, ...members] = store.intakeLog.ofCase(caseId).lines;
    expect(opened).toMatchObject({
      event: 'opened-archive',
      sha256: sha256(zip),
      facts: { how: 'chosen', entries: 4 },
    });
    for (const { facts } of members) {
      expect(facts).toMatchObject({ how: 'archive', archive: { name: '聊天记录.zip', sha256: sha256(zip) } });
    }
    expect(members.map(({ event, facts }) => [event, facts.relativePath])).toEqual([
      ['taken', '聊天记录/付款/2.png'],
      ['taken', '聊天记录/图一.png'],
      ['taken', '聊天记录/又一个.zip'],
      ['duplicate', '聊天记录/做第二遍.png'],
    ]);
    expect(await readdir(store.originals.incoming)).toEqual([]);
    expect(store.originals.ofCase(caseId)).toHaveLength(3);
  });

  const limits = { ...defaultLimits, entries: 3, bytes: 1024 ** 2 };
  const hundred = Array.from({ length: 100 }, (_, index): RawEntry => ({ name: `${index}.txt`, data: '甲' }));
  it.each<[string, readonly RawEntry[] | Buffer, readonly (readonly [string, string])[]]>([
    [
      'with names that lead out of it',
      [
        { name: '../../a.txt', data: '甲' },
        { name: 'b.txt', data: '乙' },
      ],
      [['a.txt', '压缩包之外']],
    ],
    [
      'with a password',
      [
        { name: 'a.txt', data: '甲'.repeat(90), flags: 0x801, isDeflated: true },
        { name: 'b.txt', data: '乙' },
      ],
      [['a.txt', '密码']],
    ],
    [
      'with a link',
      [
        { name: 'a.txt', data: '/etc/passwd', mode: 0o120777 },
        { name: 'b.txt', data: '乙' },
      ],
      [['a.txt', '链接']],
    ],
    [
      'with a bomb',
      [
        { name: 'a.txt', data: Buffer.alloc(11 * 1024 ** 2), isDeflated: true },
        { name: 'b.txt', data: '乙' },
      ],
      [['a.txt', '异常地大']],
    ],
    [
      'that says less than it holds',
      [
        { name: 'a.txt', data: '甲甲甲', listedSize: 4, isDeflated: true },
        { name: 'b.txt', data: '乙' },
      ],
      [['a.txt', '损坏']],
    ],
    [
      'with a file over the limit',
      [
        { name: 'a.txt', data: Buffer.alloc(1024 ** 2 + 1, 'a'), isDeflated: true },
        { name: 'b.txt', data: '乙' },
      ],
      [['a.txt', '超过设置的单个文件上限 1 MB']],
    ],
    [
      'with an empty file',
      [
        { name: 'a.txt', data: '' },
        { name: 'b.txt', data: '乙' },
      ],
      [['a.txt', '0 字节']],
    ],
    ['with more files than the limit', hundred, [['坏.zip', '超过设置的上限 3 个']]],
    ['that is cut off', rawZip(hundred.slice(0, 3)).subarray(0, 120), [['坏.zip', '损坏']]],
    ['without files', [{ name: '空的/' }], [['坏.zip', '没有文件']]],
  ])('%s is named, and nothing of it does harm', async (_, zip, problems) => {
    store.settings.change({ limits });
    const { result } = await take([await onDisk('坏.zip', Buffer.isBuffer(zip) ? zip : rawZip([...zip]))]);
    expect(result.problems.map(({ name, reason }) => [name, reason])).toEqual(
      problems.map(([name, reason]) => [name, expect.stringContaining(reason)]),
    );
    expect(result.added).toBe(problems[0]?.[0] === 'a.txt' ? 1 : 0);
    expect(await readdir(store.originals.incoming)).toEqual([]);
    expect(store.intakeLog.ofCase(caseId).state.kind).toBe('whole');
  });
});

describe('over a limit', () => {
  it('a file is refused and the limit named, or kept where only its pages or pixels are too many', async () => {
    store.settings.change({
      limits: { ...defaultLimits, bytes: 1024 ** 2, recordingBytes: 3 * 1024 ** 2, pixels: 1_000_000 },
    });
    const large = async (name: string, start: Buffer, size: number) => {
      const file = await onDisk(name, start);
      await truncate(file.path, size);
      return file;
    };
    const movie = Buffer.from('\0\0\0\x18ftypisom\0\0\0\0isommp42', 'latin1');
    const { result } = await take([
      await large('1.txt', Buffer.from('甲'), 2 * 1024 ** 2),
      await large('2.mp4', movie, 2 * 1024 ** 2),
      await large('3.mp4', movie, 4 * 1024 ** 2),
      await onDisk(
        '4.png',
        sharp({ create: { width: 1100, height: 1000, channels: 3, background: '#fff' } })
          .png()
          .toBuffer(),
      ),
    ]);
    expect(result.added).toBe(2);
    expect(result.problems.map(({ name, reason, isTaken }) => [name, isTaken, reason])).toEqual([
      ['1.txt', false, '文件 2 MB，超过设置的单个文件上限 1 MB，窗口里的案件可在“设置”的“收录上限”里调高；没有收录'],
      [
        '3.mp4',
        false,
        '文件 4 MB，超过设置的单个录音录像上限 3 MB，窗口里的案件可在“设置”的“收录上限”里调高；没有收录',
      ],
      ['4.png', true, expect.stringContaining('图片 1100×1000 像素，超过设置的单张图片上限 100 万像素')],
    ]);
  });
});

describe('a file that', () => {
  it('goes on changing while it is read is refused, not taken half', async () => {
    const { path } = await onDisk('1.txt', Buffer.alloc(3 * 1024 ** 2, 'a'));
    const target = join(home, 'copy');
    // Asked before each block: by the third the file has grown.
    let asked = 0;
    const { signal } = new AbortController();
    signal.throwIfAborted = () => {
      asked += 1;
      if (asked === 3) appendFileSync(path, 'and more');
    };
    const bringing = bringIn({ path, isTemporary: false }, target, signal);
    await expect(bringing).rejects.toMatchObject({ reason: expect.stringContaining('还在变化') });
    expect(asked).toBeGreaterThanOrEqual(3);
  });

  it('shrinks while it is read is refused as well', async () => {
    const { path } = await onDisk('1.txt', Buffer.alloc(3 * 1024 ** 2, 'a'));
    let asked = 0;
    const { signal } = new AbortController();
    signal.throwIfAborted = () => {
      asked += 1;
      if (asked === 3) truncateSync(path, 10);
    };
    await expect(bringIn({ path, isTemporary: false }, join(home, 'copy'), signal)).rejects.toMatchObject({
      reason: expect.stringContaining('还在变化'),
    });
  });

  it('vanishes between being chosen and being read is named, and the rest goes on', async () => {
    const gone = await onDisk('1.png', checkerPng(20, 20));
    const folder = join(home, 'from', '夹');
    await mkdir(folder);
    await copyFile(gone.path, join(folder, '2.png'));
    await rm(folder, { recursive: true });
    await rm(gone.path);
    const away = { path: join(folder, '2.png'), name: '2.png', relativePath: '夹/2.png', isTemporary: false };
    const { result } = await take([gone, away, await onDisk('3.png', checkerPng(21, 20))]);
    expect(result.added).toBe(1);
    expect(result.problems).toMatchObject([
      { name: '1.png', reason: expect.stringContaining('找不到这个文件') },
      { name: '2.png', reason: expect.stringContaining('找不到这个文件') },
    ]);
    expect(store.intakeLog.ofCase(caseId).lines.map(({ event }) => event)).toEqual(['refused', 'taken', 'refused']);
  });
});

async function take(files: readonly AdmittedFile[], order: Partial<TakeOrder> = {}, running = calm) {
  return takeEvidence({ store, clock }, { caseId, files, ...order }, running);
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

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
