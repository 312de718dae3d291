import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { packetFormSchema } from '../../electron/contract/packet-form.ts';
import type { JobState } from '../../electron/contract/rpc/job-procedures.ts';
import { openZip } from '../../electron/core/export/read-zip.ts';
import type { Desk } from '../../electron/core/ports.ts';
import { createRouter } from '../../electron/core/router.ts';
import { createChromiumPrinter } from '../../electron/server/chromium-printer.ts';
import type { ApiClient } from '../support/api-cases.ts';
import { writeCleanCase } from '../support/case-folder.ts';
import { openTestWorkspace, type TestWorkspace } from '../support/test-workspace.ts';
import { useWorkFolder } from '../support/work-folder.ts';

const work = useWorkFolder();
const printer = createChromiumPrinter();
afterAll(() => printer.close());

const saveAs = vi.fn(() => Promise.resolve(true));
const open = vi.fn(() => Promise.resolve());
const desk: Desk = { host: 'desktop', canDragOut: true, saveAs, open };

let test: TestWorkspace;
let client: ApiClient;
beforeEach(async () => {
  test = await openTestWorkspace({ printer, desk });
  client = createRouterClient(createRouter(test.workspace));
});
afterEach(async () => {
  vi.clearAllMocks();
  await test.end();
});

async function lastOf(job: string): Promise<JobState> {
  let last: JobState | undefined;
  for await (const state of await client.jobs.watch({ id: job })) last = state;
  if (last === undefined) throw new Error('a watch tells at least the state now');
  return last;
}

/** Files as a host admits them: `folder` was dropped, with all that is in it. */
async function admitFolder(folder: string): Promise<string[]> {
  const names = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  return names.map(({ parentPath, name }) => {
    const path = join(parentPath, name);
    const relativePath = join(basename(folder), relative(folder, path));
    return test.workspace.files.admit({ path, name, relativePath, isTemporary: false });
  });
}

function admit(path: string, isTemporary = false): string {
  return test.workspace.files.admit({ path, name: basename(path), relativePath: basename(path), isTemporary });
}

async function importTickets(tickets: string[]): Promise<JobState> {
  const { job } = await client.cases.import({ tickets });
  return lastOf(job);
}

async function archive(id: string, form: 'juli' | 'folder'): Promise<{ path: string; state: JobState }> {
  const { job } = await client.exports.archive({ id, form });
  const state = await lastOf(job);
  return { path: test.workspace.jobs.resultFile(job, 0)?.path ?? '', state };
}

const sha256 = async (path: string) =>
  createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
const importedId = ({ result }: JobState) => (result?.kind === 'imported' ? (result.cases[0]?.id ?? '') : '');

describe('a case', () => {
  it('exported, imported and exported again gives the same bytes', async () => {
    const { id } = await client.cases.openSample({ name: 'software-key' });
    const first = await archive(id, 'juli');
    expect(first.state).toMatchObject({
      state: 'done',
      caseId: id,
      result: { kind: 'files', files: [{ name: expect.stringMatching(/\.juli$/), mime: 'application/octet-stream' }] },
    });
    await copyFile(first.path, work.path('case.juli'));
    await client.cases.remove({ id });
    await client.cases.purge({ id });

    const imported = await importTickets([admit(work.path('case.juli'))]);

    expect(imported).toMatchObject({
      state: 'done',
      result: { kind: 'imported', cases: [{ title: expect.any(String) }] },
    });
    const second = await archive(importedId(imported), 'juli');
    expect(await sha256(second.path)).toBe(await sha256(work.path('case.juli')));
    expect(basename(second.path)).toBe(basename(first.path));
  });

  it('whose original is gone is exported without it, which is said; what is known of it stays known', async () => {
    const { id } = await client.cases.openSample({ name: 'software-key' });
    const [gone, damaged] = await client.evidence.files({ id });
    await rm(test.workspace.store.originals.pathOf(gone?.sha256 ?? ''));
    const place = test.workspace.store.originals.pathOf(damaged?.sha256 ?? '');
    const bytes = await readFile(place);
    await rm(place);
    await writeFile(place, bytes.fill(0, 100, 200));

    const { path, state } = await archive(id, 'juli');

    const named = [gone?.path, damaged?.path].toSorted();
    expect(state.result).toMatchObject({
      problems: named.map((name) => ({ name, reason: expect.stringContaining('没有放进去') })),
    });
    // What lies damaged in the data folder is not what was imported.
    await rm(place);
    const imported = await importTickets([admit(path)]);
    const files = await client.evidence.files({ id: importedId(imported) });
    const facts = { sha256: gone?.sha256, size: gone?.size, originalName: gone?.originalName, isMissing: true };
    expect(files.find((file) => file.path === gone?.path)).toMatchObject(facts);
    expect(files.filter(({ isMissing }) => isMissing)).toHaveLength(2);
  });

  it('goes out as a zipped folder, laid out as the command line reads it', async () => {
    const { id } = await client.cases.openSample({ name: 'software-key' });
    const { path, state } = await archive(id, 'folder');
    expect(state.result).toMatchObject({ files: [{ name: expect.stringMatching(/\.zip$/), mime: 'application/zip' }] });
    const zip = await openZip(path, path, { mostEntries: 100, mostBytes: 1e9 }, new AbortController().signal);
    const text = Buffer.from(await zip.bytes('case.json', new AbortController().signal)).toString();
    expect(JSON.parse(text)).toEqual((await client.cases.get({ id })).draft);
    const paths = (await client.evidence.files({ id })).map((file) => file.path);
    expect([...zip.sizes.keys()].toSorted()).toEqual(['case.json', 'intake-log.jsonl', ...paths].toSorted());
    zip.close();
  });

  it('that nobody has is refused at once', async () => {
    const id = '00000000-0000-4000-8000-999999999999';
    const notFound = { data: { code: 'NOT_FOUND' } };
    await expect(client.exports.archive({ id, form: 'juli' })).rejects.toMatchObject(notFound);
    await expect(client.exports.packet({ id })).rejects.toMatchObject(notFound);
    await expect(client.exports.word({ id })).rejects.toMatchObject(notFound);
    expect(await client.jobs.list()).toEqual([]);
  });
});

describe('importing', () => {
  it('takes a dropped folder with its files, and names what is missing', async () => {
    const folder = await writeCleanCase(work.path('dropped'));
    await rm(join(folder, 'evidence', '支付凭证.png'));

    const state = await importTickets(await admitFolder(folder));

    expect(state.result).toEqual({
      kind: 'imported',
      cases: [{ id: expect.any(String), title: '据例数码专营店软件激活码无法激活' }],
      problems: [{ name: 'evidence/支付凭证.png', reason: '选中的文件夹里没有这个文件' }],
    });
    const id = importedId(state);
    const written: unknown = JSON.parse(await readFile(join(folder, 'case.json'), 'utf8'));
    expect((await client.cases.get({ id })).draft).toEqual(written);
    const files = await client.evidence.files({ id });
    expect(files.map(({ path }) => path).toSorted()).toEqual(
      ['订单详情.png', '商品详情.png', '激活报错.jpg', '聊天记录.png'].map((name) => `evidence/${name}`).toSorted(),
    );
    expect((await client.cases.list({ text: '激活报错' })).total).toBe(1);
  });

  it('keeps a case that is far from finished as it is', async () => {
    const folder = work.path('unfinished');
    await writeCleanCase(folder);
    await writeFile(join(folder, 'case.json'), '\ufeff{"title": "没写完", "claims": "?", "unknown": [1, null]}');
    const id = importedId(await importTickets(await admitFolder(folder)));
    expect((await client.cases.get({ id })).draft).toEqual({ title: '没写完', claims: '?', unknown: [1, null] });
  });

  it('takes what it can of several, and says why not the rest', async () => {
    const folder = await writeCleanCase(work.path('beside'));
    await writeFile(work.path('damaged.juli'), 'x');
    const state = await importTickets([admit(work.path('damaged.juli')), ...(await admitFolder(folder))]);
    expect(state).toMatchObject({
      state: 'done',
      result: {
        cases: [{ title: expect.any(String) }],
        problems: [{ name: 'damaged.juli', reason: expect.stringContaining('不能导入') }],
      },
    });
  });

  it.each([
    ['a damaged .juli file', 'damaged.juli', 'x', 'ARCHIVE_INVALID'],
    ['a case.json that is no JSON', 'case.json', '{', 'CASE_INVALID'],
    ['a case.json with a field twice', 'case.json', '{"title": "一", "title": "二"}', 'CASE_INVALID'],
    ['a case.json without end', 'case.json', ' '.repeat(5 * 1024 * 1024 + 1), 'CASE_INVALID'],
    ['something else', 'photo.png', 'x', 'NOT_FOUND'],
  ])('refuses %s, and the upload is gone', async (_what, name, content, code) => {
    await writeFile(work.path(name), content);
    const state = await importTickets([admit(work.path(name), true)]);
    expect(state).toMatchObject({ state: 'failed', error: { code } });
    expect((await client.cases.list({})).total).toBe(0);
    expect(existsSync(work.path(name))).toBe(false);
  });

  it('that is cancelled keeps nothing', async () => {
    const { id } = await client.cases.openSample({ name: 'software-key' });
    const { path } = await archive(id, 'juli');
    await copyFile(path, work.path('cancel.juli'));
    await client.cases.remove({ id });
    await client.cases.purge({ id });
    const { job } = await client.cases.import({ tickets: [admit(work.path('cancel.juli'))] });
    for await (const { label } of await client.jobs.watch({ id: job })) {
      if (label !== '正在准备') await client.jobs.cancel({ id: job });
    }
    expect(await lastOf(job)).toMatchObject({ state: 'cancelled' });
    expect((await client.cases.list({})).total).toBe(0);
    const left = await readdir(join(test.dataFolder, 'originals'), { recursive: true, withFileTypes: true });
    expect(left.filter((entry) => entry.isFile())).toEqual([]);
    expect(await readdir(test.workspace.store.originals.incoming)).toEqual([]);
  });
});

describe('a packet', () => {
  it('is built, found under its address, and handed over', async () => {
    const { id } = await client.cases.openSample({ name: 'software-key' });
    const { job } = await client.exports.packet({ id, papers: ['refund-request'], appendix: false });
    const state = await lastOf(job);

    expect(state).toMatchObject({ state: 'done', kind: 'packet', caseId: id });
    const { result } = state;
    if (result?.kind !== 'packets') throw new Error('a packet was built');
    const [{ name = '', size = 0 } = {}] = result.files;
    expect(name).toMatch(/\.pdf$/);
    expect(result.packets).toMatchObject([{ packet: name, pages: expect.any(Number) }]);
    const served = await test.workspace.files.open(`results/${job}/0/${encodeURIComponent(name)}`);
    expect(served).toMatchObject({ mime: 'application/pdf', content: { kind: 'path' } });
    const path = served?.content.kind === 'path' ? served.content.path : '';
    expect((await readFile(path)).length).toBe(size);

    expect(await client.house.handOver({ job, index: 0, to: 'save-as' })).toEqual({ done: true });
    expect(saveAs).toHaveBeenCalledWith(expect.objectContaining({ path, name }));
    saveAs.mockResolvedValueOnce(false);
    expect(await client.house.handOver({ job, index: 0, to: 'save-as' })).toEqual({ done: false });
    await client.house.handOver({ job, index: 0, to: 'open' });
    expect(open).toHaveBeenCalledWith(path);
    // This desk shows no folders.
    const refused = { data: { code: 'USAGE' } };
    await expect(client.house.handOver({ job, index: 0, to: 'reveal' })).rejects.toMatchObject(refused);
    const gone = { data: { code: 'NOT_FOUND' } };
    await expect(client.house.handOver({ job, index: 1, to: 'open' })).rejects.toMatchObject(gone);
    await test.reopen();
    expect(existsSync(path)).toBe(false);
  });

  it('that is redacted hides in its name what the title says', async () => {
    const changes = { title: '号码19900000001的退款', 'claimants[0].phone': '19900000001' };
    const id = importedId(await importTickets(await admitFolder(await writeCleanCase(work.path('named'), changes))));
    const form = packetFormSchema.parse({ isRedacted: true });
    const { job } = await client.exports.packet({ id, papers: ['refund-request'], appendix: false, form });
    const { result } = await lastOf(job);
    const names = result?.kind === 'packets' ? result.files.map(({ name }) => name) : [];
    expect(names).toEqual(['号码199____0001的退款（遮盖版）.pdf']);
  });

  it('of each claimant is a file of its own', async () => {
    const folder = await writeCleanCase(work.path('two'), { claimants: [{ name: '何据真' }, { name: '甄据理' }] });
    const id = importedId(await importTickets(await admitFolder(folder)));
    const { job } = await client.exports.packet({ id, papers: ['refund-request'], perClaimant: true, appendix: false });
    const { result } = await lastOf(job);
    const names = result?.kind === 'packets' ? result.files.map(({ name }) => name) : [];
    expect(names).toEqual([expect.stringContaining('-1-何据真.pdf'), expect.stringContaining('-2-甄据理.pdf')]);
  });

  it('that is cancelled while it prints is gone', async () => {
    const { id } = await client.cases.openSample({ name: 'software-key' });
    const { job } = await client.exports.packet({ id });
    await client.jobs.cancel({ id: job });
    expect(await lastOf(job)).toMatchObject({ state: 'cancelled' });
    await expect(client.house.handOver({ job, index: 0, to: 'open' })).rejects.toMatchObject({
      data: { code: 'NOT_FOUND' },
    });
  });
});

it('Word files are made one a paper', async () => {
  const { id } = await client.cases.openSample({ name: 'software-key' });
  const { job } = await client.exports.word({ id, papers: ['refund-request', 'comparison'] });
  const { result } = await lastOf(job);
  const files = result?.kind === 'files' ? result.files : [];
  expect(files.slice(0, 2).map(({ name }) => name)).toEqual([
    expect.stringMatching(/^01-.*\.docx$/),
    expect.stringMatching(/^02-.*\.docx$/),
  ]);
  expect(new Set(files.map(({ mime }) => mime)).size).toBe(1);
});

it('jobs are listed, and one that nobody knows is not found', async () => {
  const { id } = await client.cases.openSample({ name: 'software-key' });
  const { job } = await client.exports.archive({ id, form: 'juli' });
  await lastOf(job);
  expect(await client.jobs.list()).toMatchObject([{ id: job, state: 'done' }]);
  await expect(client.jobs.cancel({ id: 'nobody' })).rejects.toMatchObject({ data: { code: 'NOT_FOUND' } });
  const watching = (async () => {
    for await (const _state of await client.jobs.watch({ id: 'nobody' })) throw new Error('there is nothing to tell');
  })();
  await expect(watching).rejects.toMatchObject({ data: { code: 'NOT_FOUND' } });
});
