import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it, vi } from 'vitest';
import { type ExportedCase, writeJuliArchive, writeZippedFolder } from '../../electron/core/export/juli-archive.ts';
import { unpackJuliArchive } from '../../electron/core/export/open-juli-archive.ts';
import { openZip } from '../../electron/core/export/read-zip.ts';
import type { Running } from '../../electron/core/ports.ts';
import { cleanCaseFile } from '../support/clean-case.ts';
import { type RawEntry, rawZip } from '../support/raw-zip.ts';
import { useWorkFolder } from '../support/work-folder.ts';

const work = useWorkFolder();
const running: Running = { signal: new AbortController().signal, progress: () => undefined };
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');

const paths = ['订单详情.png', '支付凭证.png', '商品详情.png', '激活报错.jpg', '聊天记录.png'].map(
  (name) => `evidence/${name}`,
);

/** The clean case with its five files, which hold their own names. */
async function exportedCase(folder: string): Promise<ExportedCase> {
  await mkdir(work.path(folder), { recursive: true });
  const files = paths.map(async (path, index) => {
    const file = work.path(folder, String(index));
    await writeFile(file, path);
    const size = Buffer.byteLength(path);
    return {
      path,
      size,
      sha256: sha256(path),
      originalName: `IMG_${index}.png`,
      takenAt: '2026-11-20T08:00:00Z',
      file,
    };
  });
  return {
    draft: JSON.parse(JSON.stringify(cleanCaseFile())),
    files: await Promise.all(files),
    intakeLog: '',
    timestamps: [],
  };
}

let made = 0;
async function unpack(bytes: Uint8Array) {
  made += 1;
  const path = work.path(`${made}.juli`);
  await writeFile(path, bytes);
  return {
    folder: work.path(`unpacked-${made}`),
    result: unpackJuliArchive({ path, name: '案件.juli' }, work.path(`unpacked-${made}`), running),
  };
}

/** The problems an archive is refused with. */
async function problemsOf(bytes: Uint8Array): Promise<readonly { path: string; found: string }[]> {
  const { folder, result } = await unpack(bytes);
  const error: { code?: string; data?: { file: string; problems: { path: string; found: string }[] } } =
    await result.then(
      () => ({}),
      (cause) => cause,
    );
  expect({ code: error.code, file: error.data?.file }).toEqual({ code: 'ARCHIVE_INVALID', file: '案件.juli' });
  expect(existsSync(folder)).toBe(false);
  return error.data?.problems ?? [];
}

const caseText = `${JSON.stringify(cleanCaseFile(), undefined, 2)}\n`;

/** A sound archive with one file, and what a test changes in it. */
function archive({
  entries = [],
  caseFile = caseText,
  manifest = {},
}: {
  entries?: readonly RawEntry[];
  caseFile?: string | Uint8Array;
  manifest?: object;
} = {}): RawEntry[] {
  const [path = ''] = paths;
  const files = [{ path, size: 4, sha256: sha256('图x'), originalName: 'a.png', takenAt: '2026-11-20T08:00:00Z' }];
  const list = {
    format: 'juli.archive/1',
    case: { size: Buffer.byteLength(caseFile), sha256: sha256(caseFile) },
    files,
    ...manifest,
  };
  return [
    { name: 'juli-archive.json', data: JSON.stringify(list) },
    { name: 'case.json', data: caseFile },
    { name: path, data: '图x' },
    ...entries,
  ];
}

describe('a .juli file', () => {
  it('has the same bytes for the same case, wherever and whenever it is written', async () => {
    const exported = await exportedCase('same');
    await writeJuliArchive(exported, work.path('one.juli'), running);
    vi.useFakeTimers({ now: new Date('2031-05-06T07:08:09Z'), toFake: ['Date'] });
    const before = process.env.TZ;
    process.env.TZ = 'America/Los_Angeles';
    await writeJuliArchive(exported, work.path('other.juli'), running);
    process.env.TZ = before ?? 'Etc/UTC';
    vi.useRealTimers();
    const bytes = await readFile(work.path('one.juli'));
    expect(sha256(await readFile(work.path('other.juli')))).toBe(sha256(bytes));
    expect(bytes.length).toBeGreaterThan(5_000);
  });

  it('is laid out like the case folder, with a list in front', async () => {
    const exported = await exportedCase('layout');
    await writeJuliArchive(exported, work.path('layout.juli'), running);
    const zip = await openZip(work.path('layout.juli'), 'x', { mostEntries: 10, mostBytes: 1e9 }, running.signal);
    expect([...zip.sizes.keys()]).toEqual(['juli-archive.json', 'case.json', ...paths]);
    expect(Buffer.from(await zip.bytes('case.json', running.signal)).toString()).toBe(caseText);
    zip.close();
  });

  it('gives back the case and its files, and what is known of one that was lost', async () => {
    const exported = await exportedCase('round');
    const files = exported.files.map((file, index) => (index === 2 ? { ...file, file: undefined } : file));
    await writeJuliArchive({ ...exported, files }, work.path('round.juli'), running);
    const { result, folder } = await unpack(await readFile(work.path('round.juli')));
    const unpacked = await result;
    expect(unpacked.draft).toEqual(exported.draft);
    expect(unpacked.text).toBe(caseText);
    expect(unpacked.files.map(({ file, ...rest }) => rest)).toEqual(files.map(({ file, ...rest }) => rest));
    const read = unpacked.files.map(({ file }) => (file === undefined ? undefined : readFile(file, 'utf8')));
    expect(await Promise.all(read)).toEqual(paths.map((path, index) => (index === 2 ? undefined : path)));
    // No name of the archive reaches the disk.
    expect((await readdir(folder)).toSorted()).toEqual(['0', '1', '3', '4']);
    await writeJuliArchive(unpacked, work.path('again.juli'), running);
    expect(sha256(await readFile(work.path('again.juli')))).toBe(sha256(await readFile(work.path('round.juli'))));
  });

  it('without the list is the folder, zipped', async () => {
    const exported = await exportedCase('zipped');
    await writeZippedFolder(exported, work.path('folder.zip'), running);
    const zip = await openZip(work.path('folder.zip'), 'x', { mostEntries: 10, mostBytes: 1e9 }, running.signal);
    expect([...zip.sizes.keys()]).toEqual(['case.json', ...paths]);
    zip.close();
  });

  it('is not written when a file is not what it was, and nothing is left behind', async () => {
    const exported = await exportedCase('changed');
    await writeFile(work.path('changed', '3'), 'x'.repeat(Buffer.byteLength(paths[3] ?? '')));
    await mkdir(work.path('target'));
    const writing = writeJuliArchive(exported, work.path('target', 'case.juli'), running);
    await expect(writing).rejects.toMatchObject({ code: 'EVIDENCE_CHANGED', data: { file: paths[3] } });
    const gone = { ...exported, files: exported.files.map((file) => ({ ...file, file: `${file.file}-gone` })) };
    const withoutFile = writeJuliArchive(gone, work.path('target', 'case.juli'), running);
    await expect(withoutFile).rejects.toMatchObject({ code: 'EVIDENCE_CHANGED', data: { file: paths[0] } });
    expect(await readdir(work.path('target'))).toEqual([]);
  });

  it('that is cancelled leaves nothing behind, and what stood there before stays', async () => {
    const exported = await exportedCase('cancelled');
    await mkdir(work.path('cancel'));
    await writeFile(work.path('cancel', 'case.juli'), 'before');
    const stop = new AbortController();
    const progress = () => stop.abort(new Error('stopped'));
    const writing = writeJuliArchive(exported, work.path('cancel', 'case.juli'), { signal: stop.signal, progress });
    await expect(writing).rejects.toThrow('stopped');
    expect(await readdir(work.path('cancel'))).toEqual(['case.juli']);
    expect(await readFile(work.path('cancel', 'case.juli'), 'utf8')).toBe('before');
  });

  it('does not take paths that could not be read back', async () => {
    const exported = await exportedCase('paths');
    const [first, second] = exported.files;
    if (first === undefined || second === undefined) throw new Error('five files');
    for (const path of ['../a.png', 'case.json', 'JULI-ARCHIVE.json', paths[0] ?? '']) {
      const files = [first, { ...second, path }];
      const writing = writeJuliArchive({ ...exported, files }, work.path('bad.juli'), running);
      await expect(writing).rejects.toMatchObject({ code: 'CASE_INVALID' });
    }
    expect(existsSync(work.path('bad.juli'))).toBe(false);
  });
});

describe('an archive from elsewhere', () => {
  it('is taken when nothing is wrong with it, compressed or not', async () => {
    expect((await (await unpack(rawZip(archive()))).result).files).toHaveLength(1);
    const deflated = archive().map((entry) => ({ ...entry, isDeflated: true }));
    const folder = { name: 'evidence/', mode: 0o040755 };
    expect((await (await unpack(rawZip([...deflated, folder]))).result).files).toHaveLength(1);
  });

  const notAnArchive = [{ path: '$', found: expect.stringContaining('读不出') }];

  it.each([
    ['empty', Buffer.alloc(0)],
    ['text', Buffer.from('不是压缩文件')],
    ['noise', Buffer.alloc(100_000, 'PK\u0001\u0002\u0003\u0004\u0005\u0006', 'latin1')],
    ['an end record that points nowhere', rawZip(archive()).subarray(-22)],
  ])('is refused when it is %s', async (_what, bytes) => {
    expect(await problemsOf(bytes)).toMatchObject(notAnArchive);
  });

  it('is refused when it was cut off anywhere', async () => {
    const whole = rawZip(archive());
    for (let length = 1; length < whole.length; length += 97) {
      expect((await problemsOf(whole.subarray(0, length))).length).toBeGreaterThan(0);
    }
  });

  it('is refused whatever byte of its files is changed', async () => {
    const whole = rawZip(archive());
    const listStarts = whole.readUInt32LE(whole.length - 6);
    for (let at = 40; at < listStarts; at += 131) {
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] ?? 0) ^ 0x01;
      const { result } = await unpack(changed);
      // A byte of a local header that nobody reads may change; what comes out may not.
      const outcome = await result.then(
        ({ text, files }) => ({ text, hashes: files.map((file) => file.sha256) }),
        ({ code }) => code,
      );
      if (outcome !== 'ARCHIVE_INVALID') expect(outcome).toEqual({ text: caseText, hashes: [sha256('图x')] });
    }
  });

  it.each([
    ['../逃.png', '不能含有 ..'],
    ['evidence/../../逃.png', '不能含有 ..'],
    ['/etc/passwd', '不能是绝对路径'],
    ['C:/逃.png', '不能是绝对路径'],
    ['evidence\\逃.png', '请用正斜杠 / 分隔'],
    ['evidence//a.png', '不能含有空的或 . 的一段'],
    ['./a.png', '不能含有空的或 . 的一段'],
    ['a\u0000.png', '名称里有看不见的控制字符'],
    [`${'长'.repeat(400)}.png`, '名称过长'],
    ['', '没有名称'],
    ['../', '不能含有 ..'],
  ])('is refused for the name %j', async (name, found) => {
    expect(await problemsOf(rawZip(archive({ entries: [{ name, data: 'x' }] })))).toContainEqual(
      expect.objectContaining({ found }),
    );
  });

  it.each([
    ['twice', paths[0] ?? '', '同一名称出现了两次'],
    ['in other letters', 'Evidence/订单详情.PNG', '只差大小写'],
    ['as a folder', `${paths[0]}/a.png`, '要求它是一个文件夹'],
    ['for case.json', 'CASE.JSON', '只差大小写'],
  ])('is refused for a name that stands there %s', async (_how, name, found) => {
    expect(await problemsOf(rawZip(archive({ entries: [{ name, data: 'x' }] })))).toContainEqual(
      expect.objectContaining({ found: expect.stringContaining(found) }),
    );
  });

  it('takes composed and decomposed letters for the same', async () => {
    const entries = ['evidence/\u00e9.png', 'evidence/e\u0301.png'].map((name) => ({ name, data: 'x' }));
    expect(await problemsOf(rawZip(archive({ entries })))).toContainEqual(
      expect.objectContaining({ found: expect.stringContaining('只差大小写') }),
    );
  });

  it.each<[string, RawEntry, string]>([
    ['a link', { name: 'a', data: '/etc/passwd', mode: 0o120777 }, '链接或特殊文件'],
    ['a device', { name: 'a', mode: 0o060644 }, '链接或特殊文件'],
    ['a pipe', { name: 'a', mode: 0o010644 }, '链接或特殊文件'],
    ['a file with a password', { name: 'a', data: 'x', flags: 0x801, isDeflated: true }, '加了密码的文件'],
    ['an odd way of packing', { name: 'a', data: 'x', method: 12 }, '第12种'],
    ['a name in another encoding', { name: Buffer.from([0xb8, 0xbc]), data: 'x' }, '其他编码'],
    ['a name that does not say its encoding', { name: '证据', data: 'x', flags: 0 }, '其他编码'],
    ['a file that nobody lists', { name: 'a', data: 'x' }, '清单里没有的文件'],
    ['a bomb', { name: 'a', data: Buffer.alloc(11 * 1024 * 1024), isDeflated: true }, '解开后异常地大'],
    ['more than any disk holds', { name: 'a', data: 'x', isDeflated: true, listedSize: 0xfffffffe }, '解开后异常地大'],
  ])('is refused for %s', async (_what, entry, found) => {
    expect(await problemsOf(rawZip(archive({ entries: [entry] })))).toContainEqual(expect.objectContaining({ found }));
  });

  it('is refused when files share their bytes', async () => {
    const data = Buffer.alloc(200_000, 'x');
    const entries = Array.from({ length: 50 }, (_, index) => ({ name: `a${index}`, data, sharesBytes: index > 0 }));
    expect(await problemsOf(rawZip(archive({ entries })))).toContainEqual(
      expect.objectContaining({ found: '互相重叠的内容' }),
    );
  });

  it('is refused with more files than a case can have', async () => {
    const entries = Array.from({ length: 10_000 }, (_, index) => ({ name: `a${index}` }));
    expect(await problemsOf(rawZip(archive({ entries })))).toEqual([
      { path: '$', expected: '至多10000个文件', found: '更多的文件' },
    ]);
  });

  it('is refused when more comes out of a file than it says', async () => {
    const entries = archive().map((entry) =>
      entry.name === 'case.json' ? { ...entry, isDeflated: true, listedSize: 10 } : entry,
    );
    expect((await problemsOf(rawZip(entries))).length).toBeGreaterThan(0);
    const manifest = { case: { size: 10, sha256: sha256(caseText) } };
    const lying = archive({ manifest }).map((entry) =>
      entry.name === 'case.json' ? { ...entry, isDeflated: true, listedSize: 10 } : entry,
    );
    expect(await problemsOf(rawZip(lying))).toMatchObject([
      { path: 'case.json', found: expect.stringContaining('损坏') },
    ]);
  });

  it.each<[string, RawEntry[], string]>([
    ['no list', archive().slice(1), '没有清单'],
    ['a list that is no JSON', [{ name: 'juli-archive.json', data: '{' }, ...archive().slice(1)], '其他格式'],
    ['a list of a later version', archive({ manifest: { format: 'juli.archive/2' } }), '其他格式'],
    ['no case', archive().filter(({ name }) => name !== 'case.json'), '没有这个文件'],
    ['a file less', archive().slice(0, 2), '没有这个文件'],
    [
      'another case',
      archive({ manifest: { case: { size: Buffer.byteLength(caseText), sha256: sha256('x') } } }),
      '内容不同',
    ],
    ['a case that is no JSON', archive({ caseFile: '{"title":' }), '文件结尾'],
    ['a case that is a list', archive({ caseFile: '[]' }), '其他内容'],
    ['a case in GBK', archive({ caseFile: Buffer.from([0x22, 0xb0, 0xb8, 0xbc, 0xfe, 0x22]) }), 'GBK（GB 18030）编码'],
    ['a case of bottomless depth', archive({ caseFile: '['.repeat(100_000) }), '更深的嵌套'],
    ['a case without its file', archive({ caseFile: '{}' }), '案件没有提到它'],
  ])('is refused with %s', async (_what, entries, found) => {
    expect(await problemsOf(rawZip(entries))).toContainEqual(
      expect.objectContaining({ found: expect.stringContaining(found) }),
    );
  });

  it('is refused with a file whose bytes are not those of the list, and tells each', async () => {
    const changed = archive().map((entry) => (entry.name === paths[0] ? { ...entry, data: '图y' } : entry));
    expect(await problemsOf(rawZip(changed))).toEqual([{ path: paths[0], expected: '与清单一致', found: '内容不同' }]);
  });

  it('is not there', async () => {
    const reading = unpackJuliArchive({ path: work.path('nowhere.juli'), name: 'x' }, work.path('nowhere'), running);
    await expect(reading).rejects.toMatchObject({ code: 'NOT_FOUND', data: { file: 'x' } });
  });
});
