import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JobState } from '../../electron/contract/rpc/job-procedures.ts';
import { openZip } from '../../electron/core/export/read-zip.ts';
import { createRouter } from '../../electron/core/router.ts';
import { finishRestore } from '../../electron/core/store/finish-restore.ts';
import type { ApiClient } from '../support/api-cases.ts';
import { type RawEntry, rawZip } from '../support/raw-zip.ts';
import { openTestWorkspace, type TestWorkspace } from '../support/test-workspace.ts';
import { useWorkFolder } from '../support/work-folder.ts';

const work = useWorkFolder();
let test: TestWorkspace;
let client: ApiClient;
beforeEach(async () => {
  test = await openTestWorkspace();
  client = createRouterClient(createRouter(test.workspace));
});
afterEach(() => test.end());

async function reopen(): Promise<void> {
  client = createRouterClient(createRouter(await test.reopen()));
}

async function lastOf(job: string): Promise<JobState> {
  let last: JobState | undefined;
  for await (const state of await client.jobs.watch({ id: job })) last = state;
  if (last === undefined) throw new Error('a watch tells at least the state now');
  return last;
}

/** Makes a backup, and puts it where the end of the program does not reach it. */
async function backUp(name: string): Promise<string> {
  const { job } = await client.house.backup();
  expect(await lastOf(job)).toMatchObject({ state: 'done', result: { kind: 'files' } });
  const file = test.workspace.jobs.resultFile(job, 0);
  expect(file?.name).toBe('据理备份-2026-11-22.juli-backup');
  await cp(file?.path ?? '', work.path(name));
  return work.path(name);
}

async function restore(path: string): Promise<JobState> {
  const admitted = { path, name: '备份.juli-backup', relativePath: '备份.juli-backup', isTemporary: false };
  const { job } = await client.house.restore({ ticket: test.workspace.files.admit(admitted) });
  return lastOf(job);
}

const titles = async () => (await client.cases.list({})).cases.map(({ title }) => title).toSorted();
const keptFolders = async () => (await readdir(test.dataFolder)).filter((name) => name.startsWith('before-restore'));

describe('a backup', () => {
  it('brings back what was there, and what is there now is kept beside it', async () => {
    const { id } = await client.cases.openSample({ name: 'software-key' });
    await mkdir(join(test.dataFolder, 'templates', 'styles'), { recursive: true });
    await writeFile(join(test.dataFolder, 'templates', 'styles', 'own.css'), '.own {}');
    const [before, draft] = [await titles(), (await client.cases.get({ id })).draft];
    const backup = await backUp('whole.juli-backup');
    await client.cases.remove({ id });
    await client.cases.purge({ id });
    await client.cases.openSample({ name: 'game-credit' });
    await rm(join(test.dataFolder, 'templates', 'styles', 'own.css'));
    const after = await titles();

    expect(await restore(backup)).toMatchObject({ state: 'done', result: { kind: 'restored' } });
    expect(await titles()).toEqual(after);
    await reopen();

    expect(await titles()).toEqual(before);
    expect((await client.cases.get({ id })).draft).toEqual(draft);
    const files = await client.evidence.files({ id });
    expect(files.length).toBeGreaterThan(5);
    expect(files.filter(({ isMissing }) => isMissing)).toEqual([]);
    expect(await readFile(join(test.dataFolder, 'templates', 'styles', 'own.css'), 'utf8')).toBe('.own {}');
    const [kept = ''] = await keptFolders();
    expect((await readdir(join(test.dataFolder, kept))).toSorted()).toEqual(
      expect.arrayContaining(['juli.db', 'originals', 'templates']),
    );
    expect((await readdir(test.dataFolder)).filter((name) => name.startsWith('restore-'))).toEqual([]);
    // What was kept is a data folder itself: put back, it is what was there.
    await test.workspace.close();
    for (const name of await readdir(join(test.dataFolder, kept))) {
      await rm(join(test.dataFolder, name), { recursive: true });
      await rename(join(test.dataFolder, kept, name), join(test.dataFolder, name));
    }
    await reopen();
    expect(await titles()).toEqual(after);
  });

  it('names an original that is damaged, and saves the rest', async () => {
    const { id } = await client.cases.openSample({ name: 'software-key' });
    const [damaged] = await client.evidence.files({ id });
    const place = test.workspace.store.originals.pathOf(damaged?.sha256 ?? '');
    await rm(place);
    await writeFile(place, 'x');

    const { job } = await client.house.backup();

    expect(await lastOf(job)).toMatchObject({
      state: 'done',
      result: { problems: [{ name: `originals/${damaged?.sha256.slice(0, 2)}/${damaged?.sha256}` }] },
    });
    const file = test.workspace.jobs.resultFile(job, 0);
    expect(await restore(file?.path ?? '')).toMatchObject({ state: 'done' });
  });

  it('that is stopped leaves nothing', async () => {
    await client.cases.openSample({ name: 'software-key' });
    const { job } = await client.house.backup();
    await client.jobs.cancel({ id: job });
    expect(await lastOf(job)).toMatchObject({ state: 'cancelled' });
  });
});

describe('a restore', () => {
  it('the second before a restart takes the place of the first', async () => {
    await client.cases.openSample({ name: 'software-key' });
    const one = await backUp('one.juli-backup');
    const first = await titles();
    await client.cases.openSample({ name: 'game-credit' });
    const two = await backUp('two.juli-backup');

    await restore(two);
    await restore(one);
    await reopen();

    expect(await titles()).toEqual(first);
    expect(await keptFolders()).toHaveLength(1);
  });

  it('goes on wherever it was cut off', async () => {
    await client.cases.openSample({ name: 'software-key' });
    const wanted = await titles();
    const backup = await backUp('cut.juli-backup');
    await client.cases.openSample({ name: 'game-credit' });
    await restore(backup);
    await test.workspace.close();
    const start = work.path('cut-start');
    await cp(test.dataFolder, start, { recursive: true });
    // As a program that was killed leaves it: it belongs to the database that was there, and to no other.
    await writeFile(join(start, 'juli.db-wal'), 'left behind');

    // Each step is one renaming; here a start finds the folder after each of them.
    for (const [index, cut] of cuts.entries()) {
      const folder = work.path(`cut-${index}`);
      await cp(start, folder, { recursive: true });
      await cut(folder);
      finishRestore(folder);
      finishRestore(folder);
      expect(existsSync(join(folder, 'juli.db-wal'))).toBe(false);
      await rm(test.dataFolder, { recursive: true, force: true });
      await cp(folder, test.dataFolder, { recursive: true });
      await reopen();
      expect([index, await titles()]).toEqual([index, wanted]);
      const [{ id } = { id: '' }] = (await client.cases.list({})).cases;
      expect((await client.evidence.files({ id })).filter(({ isMissing }) => isMissing)).toEqual([]);
      await test.workspace.close();
    }
    await reopen();
  });

  const changed = (name: string, change: Partial<RawEntry>) => async (entries: RawEntry[]) =>
    entries.map((entry) => (entry.name === name ? { ...entry, ...change } : entry));
  it.each<[string, (entries: RawEntry[]) => Promise<RawEntry[]>, string]>([
    ['another database', changed('juli.db', { data: 'x' }), 'ARCHIVE_INVALID'],
    ['no list', async (entries) => entries.slice(1), 'ARCHIVE_INVALID'],
    ['no database', async (entries) => entries.filter(({ name }) => name !== 'juli.db'), 'ARCHIVE_INVALID'],
    ['an original less', async (entries) => entries.slice(0, -1), 'ARCHIVE_INVALID'],
    ['a stranger', async (entries) => [...entries, { name: 'owner.db', data: 'x' }], 'ARCHIVE_INVALID'],
    ['a way out', async (entries) => [...entries, { name: '../owner.db', data: 'x' }], 'ARCHIVE_INVALID'],
    [
      'an original that is not what its name says',
      async (entries) => entries.map((entry) => (String(entry.name).startsWith('originals/') ? flipped(entry) : entry)),
      'ARCHIVE_INVALID',
    ],
  ])('with %s is refused, and nothing changes', async (_what, change, code) => {
    await client.cases.openSample({ name: 'software-key' });
    const before = await titles();
    const entries = await entriesOf(await backUp(`bad-${code}.juli-backup`));
    await writeFile(work.path('bad'), rawZip(await change(entries)));

    const state = await restore(work.path('bad'));

    expect(state).toMatchObject({ state: 'failed', error: { code } });
    expect((await readdir(test.dataFolder)).filter((name) => name.startsWith('restore-'))).toEqual([]);
    await reopen();
    expect(await titles()).toEqual(before);
  });

  it('of a database that is none, though the list vouches for it, is refused', async () => {
    await writeFile(work.path('none'), rawZip(backupOf(Buffer.alloc(8192, 'x'))));
    expect(await restore(work.path('none'))).toMatchObject({ state: 'failed', error: { code: 'STORE_DAMAGED' } });
  });

  it('of a .juli file or anything else is refused', async () => {
    await writeFile(work.path('other'), rawZip([{ name: 'case.json', data: '{}' }]));
    expect(await restore(work.path('other'))).toMatchObject({
      state: 'failed',
      error: { code: 'ARCHIVE_INVALID', problems: [{ expected: '据理的备份（.juli-backup）' }] },
    });
    expect(existsSync(work.path('other'))).toBe(true);
  });
});

async function moveOut(folder: string, names: readonly string[]): Promise<void> {
  const { keptAs }: { keptAs: string } = JSON.parse(
    await readFile(join(folder, 'restore-pending', 'restore.json'), 'utf8'),
  );
  await mkdir(join(folder, keptAs));
  for (const name of names) {
    if (existsSync(join(folder, name))) await rename(join(folder, name), join(folder, keptAs, name));
  }
}

const replaced = ['juli.db', 'juli.db-wal', 'juli.db-shm', 'originals', 'templates'];

async function moveIn(folder: string, names: readonly string[]): Promise<void> {
  await moveOut(folder, replaced);
  await rename(join(folder, 'restore-pending'), join(folder, 'restore-moving'));
  for (const name of names) await rename(join(folder, 'restore-moving', name), join(folder, name));
}

/** The states in which a restore can be cut off. */
const cuts: readonly ((folder: string) => Promise<void>)[] = [
  () => Promise.resolve(),
  (folder) => moveOut(folder, []),
  (folder) => moveOut(folder, ['juli.db', 'juli.db-wal']),
  (folder) => moveOut(folder, ['juli.db', 'originals']),
  (folder) => moveOut(folder, replaced),
  (folder) => moveIn(folder, []),
  (folder) => moveIn(folder, ['juli.db']),
  (folder) => moveIn(folder, ['juli.db', 'originals']),
];

async function entriesOf(path: string): Promise<RawEntry[]> {
  const { signal } = new AbortController();
  const zip = await openZip(path, path, { mostEntries: 1000, mostBytes: 1e9 }, signal);
  const entries: RawEntry[] = [];
  for (const name of zip.sizes.keys()) entries.push({ name, data: await zip.bytes(name, signal) });
  zip.close();
  return entries;
}

function flipped(entry: RawEntry): RawEntry {
  const data = Buffer.from(entry.data ?? '');
  data[0] = (data[0] ?? 0) ^ 1;
  return { ...entry, data };
}

/** A backup of nothing but a database, with a list that fits it. */
function backupOf(database: Buffer): RawEntry[] {
  const list = {
    format: 'juli.backup/1',
    madeAt: '2026-11-22T02:00:00Z',
    database: { size: database.length, sha256: createHash('sha256').update(database).digest('hex') },
    templates: [],
    originals: { count: 0, bytes: 0 },
  };
  return [
    { name: 'juli-backup.json', data: JSON.stringify(list) },
    { name: 'juli.db', data: database },
  ];
}
