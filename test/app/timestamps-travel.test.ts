import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importCaseFolder, importJuliArchive } from '../../electron/core/export/case-import.ts';
import { folderCaseToExport, storedCaseToExport } from '../../electron/core/export/exported-case.ts';
import { importAdmitted } from '../../electron/core/export/import-admitted.ts';
import { juliArchiveManifest, manifestName } from '../../electron/core/export/juli-archive-format.ts';
import { writeCase } from '../../electron/core/export/write-case.ts';
import { writeZip } from '../../electron/core/export/write-zip.ts';
import { originalsList, sha256Of } from '../../electron/core/integrity/originals-list.ts';
import { addTimestamp } from '../../electron/core/integrity/timestamps/add-timestamp.ts';
import { timestampFiles, timestampsIn } from '../../electron/core/integrity/timestamps/kept-timestamps.ts';
import { makeTimestampRequest } from '../../electron/core/integrity/timestamps/timestamp-request.ts';
import type { Running } from '../../electron/core/ports.ts';
import { createRouter } from '../../electron/core/router.ts';
import type { Store } from '../../electron/core/store/store.ts';
import { openTestWorkspace, type TestWorkspace, testNow } from '../support/test-workspace.ts';
import { createTimestampAuthority } from '../support/timestamp-authority.ts';
import { useWorkFolder } from '../support/work-folder.ts';

const clock = { now: () => new Date(testNow) };
const calm: Running = { signal: new AbortController().signal, progress: () => undefined };
const work = useWorkFolder();
const bytes = (...values: number[]) => Uint8Array.from(values);

describe('time stamps of a case', () => {
  let home: string;
  let test: TestWorkspace;
  let store: Store;
  let id: string;

  /** Three: one that waits, and two that were asked for in the same moment. */
  beforeEach(async () => {
    home = work.path(randomUUID());
    await mkdir(home);
    test = await openTestWorkspace();
    ({ store } = test.workspace);
    id = store.cases.create({ format: 'juli.case/1', title: '会员退款' }).id;
    const ask = (name: string, askedAt: string, list: string) =>
      store.timestamps.add(id, { id: name, askedAt, list, request: bytes(0x30, list.length) });
    ask('first', '2026-11-18T02:00:00.000Z', '# 甲\n');
    ask('second', '2026-11-20T02:00:00.000Z', '# 乙乙\n');
    ask('third', '2026-11-20T02:00:00.000Z', '# 丙\n');
    store.timestamps.keepReply(id, 'first', bytes(1, 2, 255));
    store.timestamps.keepReply(id, 'third', bytes(3));
  });
  afterEach(() => test.end());

  const all = [
    { askedAt: '2026-11-20T02:00:00.000Z', list: '# 丙\n', reply: Buffer.from([3]) },
    { askedAt: '2026-11-20T02:00:00.000Z', list: '# 乙乙\n', request: Buffer.from([0x30, 5]), reply: null },
    { askedAt: '2026-11-18T02:00:00.000Z', list: '# 甲\n', reply: Buffer.from([1, 2, 255]) },
  ];

  async function exported(form: 'juli' | 'folder' | 'zipped-folder', caseId = id): Promise<string> {
    const target = join(home, `${randomUUID()}.${form}`);
    await writeCase(await storedCaseToExport(store, caseId), form, target, calm);
    return target;
  }

  it('go along in a .juli file: exported, imported and exported again gives the same bytes', async () => {
    const first = await exported('juli');
    const imported = await importJuliArchive({ store, clock }, { path: first, name: 'a.juli' }, calm);
    expect(store.timestamps.ofCase(imported.id)).toMatchObject(all);
    expect(await readFile(await exported('juli', imported.id))).toEqual(await readFile(first));
  });

  it('go along in a folder, as files that any program for time stamps takes, and come back from it', async () => {
    const folder = await exported('folder');
    expect((await readdir(join(folder, 'timestamps'))).toSorted()).toEqual([
      '2026-11-18T02-00-00.000Z.sha256',
      '2026-11-18T02-00-00.000Z.tsq',
      '2026-11-18T02-00-00.000Z.tsr',
      '2026-11-20T02-00-00.000Z.sha256',
      '2026-11-20T02-00-00.000Z.tsq',
      '2026-11-20T02-00-00.000Z_2.sha256',
      '2026-11-20T02-00-00.000Z_2.tsq',
      '2026-11-20T02-00-00.000Z_2.tsr',
    ]);
    await writeFile(join(folder, 'timestamps', '说明.txt'), 'something of the user’s own');
    const juli = await readFile(await exported('juli'));

    const byFolder = await importCaseFolder({ store, clock }, folder, calm);
    expect(store.timestamps.ofCase(byFolder.id)).toMatchObject(all);
    expect(await readFile(await exported('juli', byFolder.id))).toEqual(juli);

    const names = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
    const dropped = names.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return { path, name, relativePath: `夹/${path.slice(folder.length + 1)}`, isTemporary: false };
    });
    const events = { emit: () => undefined, listen: () => ({}) as AsyncIterable<never> };
    const { cases } = await importAdmitted({ store, clock, events }, dropped, calm);
    expect(store.timestamps.ofCase(cases[0]?.id ?? '')).toMatchObject(all);

    const again = join(home, 'again.juli');
    await writeCase(await folderCaseToExport(folder, calm.signal), 'juli', again, calm);
    expect(await readFile(again)).toEqual(juli);
  });

  it('are in the copy of a case, which has them for itself', async () => {
    const copy = await createRouterClient(createRouter(test.workspace)).cases.duplicate({ id });
    expect(store.timestamps.ofCase(copy.id)).toMatchObject(all);
    store.timestamps.remove(id, 'first');
    expect(store.timestamps.ofCase(copy.id)).toHaveLength(3);
  });

  it('that were changed on the way, or are none, keep a .juli file out', async () => {
    const { draft } = store.cases.get(id);
    const caseText = `${JSON.stringify(draft, undefined, 2)}\n`;
    const listed = (text: string) => ({ size: Buffer.byteLength(text), sha256: sha256Of(text) });
    const archive = async (path: string, said: string, is: string) => {
      const target = join(home, `${randomUUID()}.juli`);
      const manifest = juliArchiveManifest.parse({
        format: 'juli.archive/1',
        case: listed(caseText),
        timestamps: [{ path, ...listed(said) }],
        files: [],
      });
      const text = (name: string, content: string) => ({ name, content: { kind: 'text', text: content } as const });
      const entries = [text(manifestName, JSON.stringify(manifest)), text('case.json', caseText), text(path, is)];
      await writeZip(target, entries, calm);
      return importJuliArchive({ store, clock }, { path: target, name: basename(target) }, calm).then(
        () => 'taken',
        (cause: { data?: { problems?: unknown } }) => cause.data?.problems,
      );
    };
    const path = 'timestamps/2026-11-18T02-00-00.000Z.tsr';
    expect(await archive(path, 'abc', 'abc')).toBe('taken');
    expect(await archive(path, 'abc', 'abd')).toMatchObject([{ path, found: '内容不同' }]);
    expect(await archive('timestamps/x.exe', 'abc', 'abc')).toMatchObject([{ path: 'timestamps/x.exe' }]);
  });
});

describe('the files of time stamps', () => {
  it('are read as they were written, in the order of their moments, eleven of one moment too', () => {
    const stamps = Array.from({ length: 11 }, (_, index) => ({
      askedAt: '2026-11-20T10:00:00+08:00',
      list: `${index}`,
      request: index === 0 ? bytes() : bytes(index),
      reply: bytes(index),
    }));
    const files = timestampFiles(stamps);
    const read = timestampsIn(files.toReversed());
    expect(read.map(({ list }) => Number(list))).toEqual(stamps.map((_, index) => index));
    expect(timestampFiles(read)).toEqual(files);
    const strangers = ['2026-99-18T02-00-00.000Z.sha256', '../2026-11-18T02-00-00.000Z.sha256', 'x.sha256'];
    expect(timestampsIn(strangers.map((name) => ({ path: `timestamps/${name}`, bytes: bytes() })))).toEqual([]);
  });
});

describe('a reply that is kept beside a case', () => {
  const list = originalsList([{ path: 'evidence/一.png', sha256: 'a'.repeat(64) }]);
  const none = { request: undefined, nearby: undefined, roots: undefined };

  async function asked() {
    const authority = await createTimestampAuthority('2026-11-18T10:00:00+08:00');
    const request = makeTimestampRequest(sha256Of(list));
    return { request, reply: await authority.reply(request), roots: Buffer.from(authority.rootsPem) };
  }

  it('stands there with the list and its request, once', async () => {
    const folder = work.path('kept');
    await mkdir(folder);
    const { request, reply, roots } = await asked();
    const added = await addTimestamp(folder, list, { ...none, reply, nearby: request, roots });
    expect(added).toMatchObject({
      kept: join(folder, 'timestamps/2026-11-18T02-00-00.000Z.tsr'),
      result: { ok: true, checks: expect.not.arrayContaining([expect.objectContaining({ outcome: 'unchecked' })]) },
    });
    const stem = join(folder, 'timestamps/2026-11-18T02-00-00.000Z');
    expect(await readFile(`${stem}.sha256`, 'utf8')).toBe(list);
    expect(await readFile(`${stem}.tsq`)).toEqual(Buffer.from(request));
    expect(await readFile(`${stem}.tsr`)).toEqual(reply);
    // Evidence may have come since; the list that was stamped is still the one.
    expect(await addTimestamp(folder, `${list}more`, { ...none, reply })).toMatchObject({ kept: `${stem}.tsr` });
    expect(await readdir(join(folder, 'timestamps'))).toHaveLength(3);
  });

  it('joins the request that waits for it', async () => {
    const folder = work.path('waiting');
    await mkdir(join(folder, 'timestamps'), { recursive: true });
    const { request, reply } = await asked();
    const waiting = timestampFiles([{ askedAt: '2026-11-17T00:00:00Z', list, request, reply: null }]);
    for (const { path, bytes: content } of waiting) await writeFile(join(folder, path), content);
    expect(await addTimestamp(folder, 'another list', { ...none, reply })).toMatchObject({
      kept: join(folder, 'timestamps/2026-11-17T00-00-00.000Z.tsr'),
      result: { ok: true },
    });
    expect(await readdir(join(folder, 'timestamps'))).toHaveLength(3);
  });

  it('is not kept where it does not fit, and what is wrong is told', async () => {
    const folder = work.path('not-kept');
    await mkdir(folder);
    const { request, reply } = await asked();
    const other = makeTimestampRequest(sha256Of(list));
    const failed = async (changes: Partial<Parameters<typeof addTimestamp>[2]>, now = list) => {
      const { kept, result } = await addTimestamp(folder, now, { ...none, reply, ...changes });
      expect(kept).toBeUndefined();
      return result.checks.filter(({ outcome }) => outcome === 'failed').map((check) => check.id);
    };
    expect(await failed({}, 'another list')).toEqual(['imprint']);
    expect(await failed({ request: other })).toEqual(['nonce']);
    expect(await failed({ nearby: other })).toEqual(['nonce']);
    const changed = Buffer.from(reply);
    changed.writeUInt8(changed.readUInt8(changed.length - 1) ^ 1, changed.length - 1);
    expect(await failed({ reply: changed, nearby: request })).toEqual(['signature']);
    expect(await readdir(folder)).toEqual([]);
    expect(await failed({ nearby: makeTimestampRequest(sha256Of('of something else')), reply: changed })).toEqual([
      'signature',
    ]);
  });
});
