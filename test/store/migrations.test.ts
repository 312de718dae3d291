import { existsSync, mkdirSync } from 'node:fs';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, it } from 'vitest';
import { openDatabaseFile } from '../../electron/core/store/database-file.ts';
import { type Migration, migrate, versionOf } from '../../electron/core/store/migrate.ts';
import { migrations } from '../../electron/core/store/migrations.ts';
import { caseQuery, handClock, openTestStore, simpleFacts } from '../support/test-store.ts';
import { useWorkFolder } from '../support/work-folder.ts';

const folder = useWorkFolder();
const ports = { factsOf: simpleFacts, now: handClock().now, newId: () => 'id' };
const opened: Database.Database[] = [];
afterEach(() => {
  for (const database of opened.splice(0)) database.close();
});

async function openWith(place: string, steps: readonly Migration[]): Promise<Database.Database> {
  const { database } = await openDatabaseFile(place, steps, ports, false);
  opened.push(database);
  return database;
}

/** A step that could follow: a column with a value for each case. */
const addNote: Migration = (database) => {
  database.exec("ALTER TABLE cases ADD COLUMN note TEXT NOT NULL DEFAULT '未填'");
  database.exec("UPDATE cases SET note = title || '的备注'");
};
const crash: Migration = (database) => {
  addNote(database);
  throw new Error('crash in the middle');
};

async function storeWithCase(name: string): Promise<string> {
  const place = folder.path(name);
  const store = await openTestStore(place);
  const { id } = store.cases.create({ title: '甲' });
  store.cases.edit(id, { baseRevision: 1, changes: [{ kind: 'set', path: ['title'], value: '乙' }], label: '改' });
  store.close();
  return place;
}

describe('migrations', () => {
  it('bring a new file to the newest version', async () => {
    const store = await openTestStore(folder.path('new'));
    store.close();
    const database = new Database(folder.path('new', 'juli.db'));

    expect(versionOf(database)).toBe(migrations.length);
    expect(database.pragma('journal_mode', { simple: true })).toBe('wal');
    const loose = database
      .prepare(
        `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0
        AND name NOT LIKE 'sqlite%'`,
      )
      .pluck()
      .all();
    expect(loose).toEqual([]);
    database.close();
  });

  it('take a file of the version before along with what is in it, and keep a copy', async () => {
    const place = await storeWithCase('along');
    const database = await openWith(place, [...migrations, addNote]);

    expect(versionOf(database)).toBe(migrations.length + 1);
    expect(database.prepare('SELECT title, note FROM cases').get()).toEqual({ title: '乙', note: '乙的备注' });
    const copy = new Database(`${place}/juli.db.version-${migrations.length}`);
    opened.push(copy);
    expect(versionOf(copy)).toBe(migrations.length);
    expect(copy.prepare('SELECT title FROM cases').pluck().all()).toEqual(['乙']);
  });

  it('do nothing to a file that is up to date', async () => {
    const place = await storeWithCase('current');
    await openWith(place, migrations);

    expect(existsSync(`${place}/juli.db.version-${migrations.length}`)).toBe(false);
  });

  it('that break off leave the version before, with all that is in it', async () => {
    const place = await storeWithCase('broken');
    await expect(openWith(place, [...migrations, crash])).rejects.toThrow('crash in the middle');
    const store = await openTestStore(place);

    expect(store.cases.list(caseQuery()).cases.map(({ title }) => title)).toEqual(['乙']);
    expect(store.health.warning).toBeUndefined();
    store.close();
  });

  it('stop at the last step that went through', () => {
    const database = new Database(':memory:');
    opened.push(database);

    expect(() => migrate(database, [...migrations, addNote, (file) => file.exec('DROP TABLE history; crash')])).toThrow(
      /syntax error/,
    );
    expect(versionOf(database)).toBe(migrations.length + 1);
    expect(database.prepare('SELECT count(*) FROM history').pluck().get()).toBe(0);
  });

  it('are refused when they leave rows that belong to nothing', () => {
    const database = new Database(':memory:');
    opened.push(database);
    database.pragma('foreign_keys = OFF');
    const orphan: Migration = (file) =>
      file.exec("INSERT INTO drafts (case_number, draft, texts) VALUES (9, '{}', '[]')");

    expect(() => migrate(database, [...migrations, orphan])).toThrow(/^STORE_DAMAGED/);
  });
});

describe('the step that brings the intake log', () => {
  it('keeps the files of the version before, and lets those be printed that now can be', async () => {
    const place = folder.path('before-the-log');
    mkdirSync(place);
    const before = await openWith(place, migrations.slice(0, 1));
    before.exec(`
      INSERT INTO cases (number, id, revision, title, issues, claimant, merchant, sum, evidence_items, created_at, updated_at)
      VALUES (7, 'old', 1, '甲', '[]', '', '', 0, 0, '2026-10-20', '2026-10-20')`);
    const insert = before.prepare("INSERT INTO case_files (case_number, path, sha256, row) VALUES (7, ?, 'ab', ?)");
    const rows = [
      {
        path: '1.webp',
        kind: 'picture',
        mime: 'image/webp',
        problem: '暂不支持这种格式的图片（WEBP），目前可以收录 PNG、JPEG 图片和 PDF',
      },
      { path: '2.mp4', kind: 'other', mime: 'video/mp4', problem: '暂不支持录像，目前可以收录 PNG、JPEG 图片和 PDF' },
      {
        path: '3.heic',
        kind: 'other',
        mime: 'image/heic',
        problem: '暂不支持 HEIC 格式的照片，目前可以收录 PNG、JPEG 图片和 PDF',
      },
      { path: '4.pdf', kind: 'pdf', mime: 'application/pdf', problem: 'PDF 已损坏，无法读出页面' },
    ];
    for (const row of rows) insert.run(row.path, JSON.stringify(row));
    before.close();

    const database = await openWith(place, migrations);
    const found = database.prepare<[], string>('SELECT row FROM case_files ORDER BY path').pluck().all();
    expect(found.map((row) => JSON.parse(row))).toEqual([
      { path: '1.webp', kind: 'picture', mime: 'image/webp' },
      { path: '2.mp4', kind: 'recording', mime: 'video/mp4' },
      { path: '3.heic', kind: 'picture', mime: 'image/heic' },
      rows[3],
    ]);
    database.exec("INSERT INTO intake_log (case_number, place, line) VALUES (7, 1, '{}')");
    expect(() => database.exec('DELETE FROM intake_log')).toThrow('only added to');
    database.exec('DELETE FROM cases WHERE number = 7');
    expect(database.prepare('SELECT count(*) FROM intake_log').pluck().get()).toBe(0);
  });
});

describe('a file of a newer version', () => {
  it('is refused with words and not touched', async () => {
    const place = await storeWithCase('newer');
    (await openWith(place, [...migrations, addNote])).close();

    await expect(openTestStore(place)).rejects.toMatchObject({
      code: 'STORE_TOO_NEW',
      data: { detail: `数据版本 ${migrations.length + 1}，这个程序认得到 ${migrations.length}` },
    });
    const database = await openWith(place, [...migrations, addNote]);
    expect(database.prepare('SELECT note FROM cases').pluck().get()).toBe('乙的备注');
  });
});
