import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { Store } from '../../electron/core/store/store.ts';
import { caseQuery, handClock, openTestStore } from '../support/test-store.ts';
import { openTestWorkspace } from '../support/test-workspace.ts';
import { useWorkFolder } from '../support/work-folder.ts';

const folder = useWorkFolder();
const oneDay = 24 * 3_600_000;
const unstopped = new AbortController().signal;
const copiesIn = (place: string) => readdirSync(join(place, 'copies')).toSorted();
const titlesIn = (store: Store) => store.cases.list(caseQuery({ sort: 'title' })).cases.map(({ title }) => title);
const set = (value: string) => ({ kind: 'set' as const, path: ['title'], value });

/** 案件0 to 案件2 as they were when the copy of 2026-10-20 was made; then 案件1 was edited and 案件3 begun. */
async function storeWithCopy(name: string): Promise<{ place: string; ids: string[] }> {
  const place = folder.path(name);
  const store = await openTestStore(place);
  const ids = [0, 1, 2].map((number) => {
    const { id } = store.cases.create({ title: `旧${number}` });
    store.cases.edit(id, { baseRevision: 1, changes: [set(`案件${number}`)], label: '改' });
    return id;
  });
  await store.keepDailyCopy(unstopped);
  store.cases.edit(ids[1] ?? '', { baseRevision: 2, changes: [set('案件1，后来改过')], label: '改' });
  store.cases.create({ title: '案件3' });
  store.close();
  return { place, ids };
}

/** Overwrites the page on which a table begins. */
function breakTable(place: string, table: string): void {
  const file = join(place, 'juli.db');
  const database = new Database(file);
  const root = database
    .prepare<[string], number>('SELECT rootpage FROM sqlite_schema WHERE name = ?')
    .pluck()
    .get(table);
  database.close();
  const bytes = readFileSync(file);
  bytes.fill(0x5a, ((root ?? 0) - 1) * 4_096, (root ?? 0) * 4_096);
  writeFileSync(file, bytes);
}

describe('the copy of a day', () => {
  it('is made once a day, and the last seven are kept', async () => {
    const place = folder.path('days');
    const clock = handClock();
    for (let day = 0; day < 9; day += 1) {
      const store = await openTestStore(place, clock);
      store.cases.create({ title: `第${day}天` });
      await store.keepDailyCopy(unstopped);
      store.cases.create({ title: '之后的' });
      await store.keepDailyCopy(unstopped);
      store.close();
      clock.pass(oneDay);
    }

    expect(copiesIn(place)).toEqual([22, 23, 24, 25, 26, 27, 28].map((day) => `juli-2026-10-${day}.db`));
    const copy = new Database(join(place, 'copies/juli-2026-10-28.db'), { readonly: true });
    expect(copy.prepare('SELECT count(*) FROM cases').pluck().get()).toBe(17);
    copy.close();
    expect(statSync(join(place, 'copies')).mode & 0o777).toBe(0o700);
  });

  it('that was stopped leaves nothing behind', async () => {
    const store = await openTestStore(folder.path('stopped'));
    const stop = new AbortController();
    const copying = store.keepDailyCopy(stop.signal);
    stop.abort();
    await copying;
    expect(copiesIn(store.folder)).toEqual([]);
    store.close();
  });

  it('goes with a case that is deleted for good', async () => {
    const { place, ids } = await storeWithCopy('purged');
    const store = await openTestStore(place);
    store.cases.remove(ids[0] ?? '');
    expect(copiesIn(place)).toHaveLength(1);
    store.cases.purge(ids[0] ?? '');
    expect(copiesIn(place)).toEqual([]);
    store.close();
  });

  it('is made when the program starts', async () => {
    const test = await openTestWorkspace();
    await expect.poll(() => copiesIn(test.dataFolder)).toEqual(['juli-2026-11-22.db']);
    await test.end();
  });
});

describe('a database that has lost', () => {
  it('the table of drafts gets the cases back as they were on the day, and says so', async () => {
    const { place, ids } = await storeWithCopy('drafts');
    breakTable(place, 'drafts');
    const store = await openTestStore(place);

    expect(titlesIn(store)).toEqual(['案件0', '案件1', '案件2']);
    expect(store.health.warning).toContain('救回了3个案件。有1个案件没有救回：“案件3”。');
    expect(store.health.warning).toContain('其中3个案件取自2026年10月20日的每日副本');
    expect(store.cases.get(ids[1] ?? '')).toMatchObject({ revision: 2, undo: '改' });
    expect(store.cases.undo(ids[1] ?? '').draft.title).toBe('旧1');
    store.close();
    const database = new Database(join(place, 'juli.db'));
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(database.pragma('foreign_key_check')).toEqual([]);
    database.close();
    expect(readdirSync(place).filter((name) => name.includes('rescue'))).toEqual([]);
  });

  it('everything gets the cases back, from the newest copy that can be read', async () => {
    const { place } = await storeWithCopy('all');
    writeFileSync(join(place, 'juli.db'), '这不是数据库'.repeat(1_000));
    writeFileSync(join(place, 'copies/juli-2026-10-21.db'), '这也不是'.repeat(1_000));
    const store = await openTestStore(place);

    expect(titlesIn(store)).toEqual(['案件0', '案件1', '案件2']);
    expect(store.health.warning).toContain('2026年10月20日的每日副本');
    store.close();
  });

  it('something else keeps what is newer than the copy', async () => {
    const { place } = await storeWithCopy('newer');
    breakTable(place, 'history');
    const store = await openTestStore(place);

    expect(titlesIn(store)).toEqual(['案件0', '案件1，后来改过', '案件2', '案件3']);
    expect(store.health.warning).not.toContain('每日副本');
    store.close();
  });
});
