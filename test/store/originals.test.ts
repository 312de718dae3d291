import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, stat, truncate, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FileRow, Store } from '../../electron/core/store/store.ts';
import { openTestStore } from '../support/test-store.ts';
import { useWorkFolder } from '../support/work-folder.ts';

const folder = useWorkFolder();

async function keep(store: Store, text: string): Promise<string> {
  const sha256 = createHash('sha256').update(text).digest('hex');
  const temporary = join(store.originals.incoming, `${sha256}.part`);
  await writeFile(temporary, text);
  await store.originals.keep(temporary, sha256);
  expect(existsSync(temporary)).toBe(false);
  return sha256;
}

function fileRow(path: string, sha256: string): FileRow {
  return {
    ...{ path, sha256, size: 3, mime: 'image/png', kind: 'picture', originalName: path },
    takenAt: '2026-10-20T08:00:00.000Z',
  };
}

describe('originals', () => {
  it('lie under their hash and cannot be written to', async () => {
    const store = await openTestStore(folder.path('hash'));
    const sha256 = await keep(store, '截图');
    const path = store.originals.pathOf(sha256);

    expect(path).toBe(folder.path('hash', 'originals', sha256.slice(0, 2), sha256));
    expect(await readFile(path, 'utf8')).toBe('截图');
    expect((await stat(path)).mode & 0o777).toBe(0o400);
    store.close();
  });

  it('are kept once, and again where the one there was cut off', async () => {
    const store = await openTestStore(folder.path('once'));
    const sha256 = await keep(store, '截图');
    const path = store.originals.pathOf(sha256);
    const { ino } = await stat(path);
    await keep(store, '截图');
    expect((await stat(path)).ino).toBe(ino);
    await chmod(path, 0o600);
    await truncate(path, 1);
    await keep(store, '截图');

    expect(await readFile(path, 'utf8')).toBe('截图');
    store.close();
  });

  it('are mended by the same bytes where a disk has changed some of them, with the size and date they had', async () => {
    const store = await openTestStore(folder.path('rotten'));
    const sha256 = await keep(store, '截图');
    const path = store.originals.pathOf(sha256);
    const { atime, mtime, size } = await stat(path);
    await chmod(path, 0o600);
    await writeFile(path, 'x'.repeat(size));
    await utimes(path, atime, mtime);
    expect(await store.originals.holds(sha256, size)).toBe(false);

    await keep(store, '截图');

    expect(await readFile(path, 'utf8')).toBe('截图');
    expect(await store.originals.holds(sha256, size)).toBe(true);
    expect((await stat(path)).mode & 0o777).toBe(0o400);
    store.close();
  });

  it('are at no path but that of a hash', async () => {
    const store = await openTestStore(folder.path('paths'));
    for (const wrong of ['', '../../juli.db', 'A'.repeat(64), `${'a'.repeat(64)}/x`]) {
      expect(() => store.originals.pathOf(wrong)).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }));
    }
    store.close();
  });

  it('are noted by case and path, and copied with a case', async () => {
    const store = await openTestStore(folder.path('noted'));
    const [first, second] = [store.cases.create({}).id, store.cases.create({}).id];
    const [one, two] = [await keep(store, '一'), await keep(store, '二')];
    store.originals.note(first, [fileRow('证据/1.png', one), fileRow('证据/2.png', one)]);
    store.originals.note(first, [fileRow('证据/2.png', two)]);
    store.originals.copyRows(first, second);

    expect(store.originals.ofCase(first)).toEqual([fileRow('证据/1.png', one), fileRow('证据/2.png', two)]);
    expect(store.originals.ofCase(second)).toEqual(store.originals.ofCase(first));
    store.close();
  });

  it('are deleted with the last case that has them', async () => {
    const store = await openTestStore(folder.path('purge'));
    const [first, second] = [store.cases.create({ title: '甲乙丙丁' }).id, store.cases.create({}).id];
    const [shared, own, arriving] = [await keep(store, '共'), await keep(store, '独'), await keep(store, '新')];
    store.originals.note(first, [fileRow('1.png', shared), fileRow('2.png', own), fileRow('3.png', arriving)]);
    store.originals.note(second, [fileRow('1.png', shared)]);
    // Taken in again for another case that has not noted it yet.
    await keep(store, '新');
    const isThere = (hash: string) => existsSync(store.originals.pathOf(hash));
    expect(() => store.cases.purge(first)).toThrow(expect.objectContaining({ code: 'USAGE' }));
    store.cases.remove(first);
    store.cases.purge(first);

    expect([isThere(shared), isThere(own), isThere(arriving)]).toEqual([true, false, true]);
    expect(() => store.cases.get(first)).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }));
    store.close();
  });

  it('leave nothing of a purged case in the files', async () => {
    const store = await openTestStore(folder.path('gone'));
    const secret = '唯一的秘密文字';
    store.cases.create({ title: '别的' });
    const { id } = store.cases.create({ title: secret });
    store.cases.edit(id, {
      baseRevision: 1,
      changes: [{ kind: 'set', path: ['title'], value: `${secret}二` }],
      label: secret,
    });
    const holds = async (text: string) => {
      const files = await Promise.all(['juli.db', 'juli.db-wal'].map((name) => readFile(folder.path('gone', name))));
      return Buffer.concat(files).includes(text);
    };
    expect(await holds(secret)).toBe(true);
    store.cases.remove(id);
    store.cases.purge(id);

    expect(await holds(secret)).toBe(false);
    // The pair 秘密, as the search index writes it.
    expect(await holds('79d85bc6')).toBe(false);
    store.close();
  });

  it('that no case has are deleted after a crash, and what was on its way in at every start', async () => {
    const place = folder.path('crash');
    const first = await openTestStore(place);
    const { id } = first.cases.create({});
    const [noted, loose] = [await keep(first, '一'), await keep(first, '二')];
    first.originals.note(id, [fileRow('1.png', noted)]);
    first.close();
    await writeFile(join(place, 'incoming', 'half.part'), '');
    await mkdir(join(place, 'incoming', 'folder'));
    const second = await openTestStore(place);
    expect(existsSync(second.originals.pathOf(loose))).toBe(true);
    expect(existsSync(join(place, 'incoming', 'half.part'))).toBe(false);
    second.close();
    await writeFile(join(place, 'juli.lock'), '{"pid":1}');
    const third = await openTestStore(place);

    expect(existsSync(third.originals.pathOf(loose))).toBe(false);
    expect(existsSync(third.originals.pathOf(noted))).toBe(true);
    third.close();
  });
});
