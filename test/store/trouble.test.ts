import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { createCaseRows } from '../../electron/core/store/case-row.ts';
import { createCaseStore } from '../../electron/core/store/case-store.ts';
import { connectionOf, openDatabase } from '../../electron/core/store/connection.ts';
import { migrate } from '../../electron/core/store/migrate.ts';
import { migrations } from '../../electron/core/store/migrations.ts';
import { createOriginals } from '../../electron/core/store/originals.ts';
import { caseQuery, handClock, openTestStore, simpleFacts } from '../support/test-store.ts';
import { useWorkFolder } from '../support/work-folder.ts';

const folder = useWorkFolder();
const set = (value: string) => ({ kind: 'set' as const, path: ['title'], value });

/** A folder with cases 案件0, 案件1, …, each with some pages of text and one entry to undo. */
async function storeWithCases(name: string, count: number): Promise<{ place: string; ids: string[] }> {
  const place = folder.path(name);
  const store = await openTestStore(place);
  const ids = Array.from({ length: count }, (_, index) => {
    const { id } = store.cases.create({ title: `旧${index}`, evidence: ['证据'.repeat(2_000)] });
    store.cases.edit(id, { baseRevision: 1, changes: [set(`案件${index}`)], label: '改' });
    return id;
  });
  store.settings.change({ welcomeSeen: true });
  store.close();
  return { place, ids };
}

describe('a full disk', () => {
  it('refuses the edit with words, keeps what was there and goes on when there is room', () => {
    const database = openDatabase(folder.path('full.db'));
    migrate(database, migrations);
    const connection = connectionOf(database, false);
    const originals = createOriginals(folder.path(), connection, createCaseRows(connection));
    const cases = createCaseStore(connection, originals, {
      factsOf: simpleFacts,
      now: handClock().now,
      newId: randomUUID,
    });
    const { id } = cases.create({ title: '一' });
    database.pragma(`max_page_count = ${Number(database.pragma('page_count', { simple: true })) + 2}`);
    const large = { baseRevision: 1, changes: [set('长'.repeat(100_000))], label: '' };

    expect(() => cases.edit(id, large)).toThrow(expect.objectContaining({ code: 'STORE_FULL' }));
    expect(cases.get(id)).toMatchObject({ revision: 1, draft: { title: '一' }, undo: undefined });
    database.pragma('max_page_count = 100000');
    expect(cases.edit(id, large).revision).toBe(2);
    database.close();
  });
});

describe('a folder that can only be read', () => {
  const child = fileURLToPath(new URL('../support/store-children/read-only.ts', import.meta.url));

  it('is opened for reading, with what the journal of a crash holds; edits are refused', async () => {
    const { place, ids } = await storeWithCases('read-only', 3);
    const store = await openTestStore(place);
    store.cases.edit(ids[0] ?? '', { baseRevision: 2, changes: [set('最后的修改')], label: '' });
    const copy = folder.path('copy');
    // As a crash leaves it: the last edit is in the journal only.
    cpSync(place, copy, { recursive: true });
    store.close();
    expect(readFileSync(join(copy, 'juli.db')).includes('最后的修改')).toBe(false);
    const before = readdirSync(copy).toSorted();
    for (const name of before) chmodSync(join(copy, name), name.includes('.') ? 0o444 : 0o555);
    chmodSync(copy, 0o555);
    chmodSync(folder.path(), 0o755);

    const { stdout } = await promisify(execFile)(process.execPath, [child, copy], { env: {} });

    expect(JSON.parse(stdout)).toEqual({
      isReadOnly: true,
      warning: expect.stringMatching(/^数据文件夹现在只能读/),
      titles: ['案件2', '案件1', '最后的修改'],
      found: 1,
      refused: ['create', 'edit', 'undo', 'archive', 'remove', 'note', 'keep', 'settings'].map((name) => [
        name,
        'STORE_READ_ONLY',
      ]),
    });
    expect(readdirSync(copy).toSorted()).toEqual(before);
    chmodSync(copy, 0o755);
  });
});

describe('a damaged database', () => {
  const pageSize = 4_096;
  const damage = (file: string, from: number, to: number) => {
    const bytes = readFileSync(file);
    bytes.fill(0x5a, Math.floor(from * bytes.length), Math.floor(to * bytes.length));
    writeFileSync(file, bytes);
  };

  it('is mended as far as it can be read, says what was lost, and is kept', async () => {
    const { place, ids } = await storeWithCases('middle', 60);
    const file = join(place, 'juli.db');
    damage(file, 0.45, 0.5);
    const damaged = readFileSync(file);
    const store = await openTestStore(place);
    const saved = ids.filter((id) => {
      try {
        return /^案件\d+$/.test(String(store.cases.get(id).draft.title));
      } catch {
        return false;
      }
    });

    expect(store.health.isReadOnly).toBe(false);
    expect(store.health.warning).toContain(`救回了${saved.length}个案件。`);
    expect(store.health.warning).toContain(`有${60 - saved.length}个案件没有救回：“案件`);
    expect(saved.length).toBeGreaterThan(40);
    expect(saved.length).toBeLessThan(60);
    expect(store.cases.list(caseQuery({ text: '证据' })).total).toBe(saved.length);
    expect(store.cases.undo(saved[0] ?? '').draft.title).toMatch(/^旧\d+$/);
    const kept = readdirSync(place).find((name) => name.startsWith('juli.db.damaged-')) ?? '';
    expect(store.health.warning).toContain(kept);
    expect(readFileSync(join(place, kept)).equals(damaged)).toBe(true);
    store.close();

    const again = await openTestStore(place);
    expect(again.health.warning).toBeUndefined();
    expect(again.cases.list(caseQuery()).total).toBe(saved.length);
    again.close();
  });

  it.each([0, 0.1, 0.3, 0.6, 0.8, 0.95])('with a broken page at %d of it is opened', async (at) => {
    const { place } = await storeWithCases(`page-${at}`, 20);
    const file = join(place, 'juli.db');
    const bytes = readFileSync(file);
    const page = Math.floor((at * bytes.length) / pageSize);
    bytes.fill(0, page * pageSize, (page + 1) * pageSize);
    writeFileSync(file, bytes);
    const store = await openTestStore(place);

    expect(store.health.warning).toContain('救回了');
    expect(store.cases.list(caseQuery()).total).toBeGreaterThan(10);
    expect(store.cases.create({ title: '新的' }).revision).toBe(1);
    store.close();
    const database = new Database(file);
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
    database.close();
  });

  it('whose list of cases is lost gives the cases back from their drafts', async () => {
    const { place } = await storeWithCases('list', 3);
    const database = new Database(join(place, 'juli.db'));
    const root = database.prepare<[], number>("SELECT rootpage FROM sqlite_schema WHERE name = 'cases'").pluck().get();
    database.close();
    const file = join(place, 'juli.db');
    const bytes = readFileSync(file);
    bytes.fill(0x5a, ((root ?? 0) - 1) * pageSize, (root ?? 0) * pageSize);
    writeFileSync(file, bytes);
    const store = await openTestStore(place);

    expect(store.cases.list(caseQuery({ sort: 'title' })).cases.map(({ title }) => title)).toEqual([
      '案件0',
      '案件1',
      '案件2',
    ]);
    expect(store.health.warning).toContain('救回了3个案件。其中3个案件的内容还在');
    store.close();
  });

  it('that has forgotten where its tables begin loses nothing by it', async () => {
    const { place } = await storeWithCases('schema', 5);
    const file = join(place, 'juli.db');
    const database = new Database(file);
    const pages = database.prepare<[], number>("SELECT pageno FROM dbstat WHERE name = 'sqlite_schema'").pluck().all();
    database.close();
    const bytes = readFileSync(file);
    for (const page of pages) bytes.fill(0x5a, (page - 1) * pageSize, page * pageSize);
    writeFileSync(file, bytes);
    const store = await openTestStore(place);

    expect(pages.length).toBeGreaterThan(1);
    expect(store.health.warning).toContain('救回了5个案件。证据原件');
    expect(store.settings.get().welcomeSeen).toBe(true);
    store.close();
  });

  it('that is no database at all is put aside for an empty one', async () => {
    const { place } = await storeWithCases('none', 1);
    writeFileSync(join(place, 'juli.db'), '这不是数据库'.repeat(1_000));
    const store = await openTestStore(place);

    expect(store.cases.list(caseQuery()).total).toBe(0);
    expect(store.health.warning).toContain('没有能救回的案件');
    expect(readdirSync(place).filter((name) => name.includes('damaged'))).toHaveLength(1);
    store.close();
  });

  it('keeps all originals from then on', async () => {
    const { place } = await storeWithCases('originals', 1);
    const hash = 'a'.repeat(64);
    const store = await openTestStore(place);
    const path = store.originals.pathOf(hash);
    writeFileSync(join(store.originals.incoming, 'x'), '截图');
    await store.originals.keep(join(store.originals.incoming, 'x'), hash);
    store.close();
    damage(join(place, 'juli.db'), 0.3, 1);
    writeFileSync(join(place, 'juli.lock'), '{"pid":1}');
    (await openTestStore(place)).close();
    writeFileSync(join(place, 'juli.lock'), '{"pid":1}');
    (await openTestStore(place)).close();

    expect(readFileSync(path, 'utf8')).toBe('截图');
  });

  it('is mended when the mending itself was interrupted', async () => {
    const { place } = await storeWithCases('interrupted', 2);
    const other = await storeWithCases('rescue', 5);
    cpSync(join(other.place, 'juli.db'), join(place, 'juli.db.rescue'));
    writeFileSync(join(place, 'juli.db.rescue-unfinished'), 'half');
    const store = await openTestStore(place);

    expect(store.cases.list(caseQuery()).total).toBe(5);
    expect(readdirSync(place).filter((name) => name.includes('damaged'))).toHaveLength(1);
    store.close();
  });

  it('found while it is in use is told, and looked through at the next start', async () => {
    const { place, ids } = await storeWithCases('in-use', 40);
    const store = await openTestStore(place);
    const file = join(place, 'juli.db');
    damage(file, 0.5, 0.6);
    const codes = ids.map((id) => {
      try {
        store.cases.get(id);
        return 'read';
      } catch (error) {
        return error instanceof Error && 'code' in error ? error.code : error;
      }
    });

    expect(new Set(codes)).toEqual(new Set(['read', 'STORE_DAMAGED']));
    expect(store.health.warning).toMatch(/^案件数据库里有读不出来的地方/);
    store.close();
    expect(readdirSync(place)).toContain('juli.lock');
    const again = await openTestStore(place);
    expect(again.health.warning).toContain('救回了');
    again.close();
  });
});
