import { mkdirSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openDatabaseFile } from '../../electron/core/store/database-file.ts';
import { migrate } from '../../electron/core/store/migrate.ts';
import { migrations } from '../../electron/core/store/migrations.ts';
import { handClock, openTestStore, simpleFacts } from '../support/test-store.ts';
import { useWorkFolder } from '../support/work-folder.ts';

const folder = useWorkFolder();
const ports = { factsOf: simpleFacts, now: handClock().now, newId: () => 'id' };
const asked = { askedAt: '2026-10-20T08:00:00.000Z', list: '# 清单\n', request: Uint8Array.from([0x30, 0]) };
/** The version in which time stamps came. */
const came = migrations.findIndex((step) => step.toString().includes('CREATE TABLE timestamps'));

describe('time stamps of a case', () => {
  it('are kept in the order they were asked for, with their replies, and go with the case', async () => {
    const place = folder.path('kept');
    const store = await openTestStore(place);
    const { id } = store.cases.create({ title: '甲' });
    const { id: other } = store.cases.create({ title: '乙' });
    store.timestamps.add(id, { ...asked, id: 'first' });
    store.timestamps.add(id, { ...asked, id: 'second' });
    store.timestamps.add(other, { ...asked, id: 'third' });
    store.timestamps.keepReply(id, 'first', Uint8Array.from([1, 2, 3]));
    store.close();

    const again = await openTestStore(place);
    expect(again.timestamps.ofCase(id)).toMatchObject([
      { id: 'second', list: asked.list, reply: null },
      { id: 'first', askedAt: asked.askedAt, reply: Buffer.from([1, 2, 3]) },
    ]);
    expect(() => again.timestamps.get(id, 'third')).toThrow('NOT_FOUND');
    again.timestamps.remove(id, 'second');
    expect(again.timestamps.ofCase(id)).toHaveLength(1);
    again.cases.remove(id);
    again.cases.purge(id);
    expect(again.timestamps.ofCase(other)).toHaveLength(1);
    again.close();
    const database = new Database(`${place}/juli.db`);
    expect(database.prepare('SELECT id FROM timestamps').pluck().all()).toEqual(['third']);
    database.close();
  });

  it('come to a file of the version before, which keeps what is in it', async () => {
    const place = folder.path('before');
    mkdirSync(place);
    const before = new Database(`${place}/juli.db`);
    migrate(before, migrations.slice(0, came));
    before.exec(`
      INSERT INTO cases (number, id, revision, title, issues, claimant, merchant, sum, evidence_items, created_at, updated_at)
      VALUES (7, 'old', 1, '甲', '[]', '', '', 0, 0, '2026-10-20', '2026-10-20')`);
    before.close();

    const { database } = await openDatabaseFile(place, migrations, ports, false);
    database.exec("INSERT INTO timestamps (case_number, id, asked_at, list, request) VALUES (7, 'x', '', '', x'00')");
    expect(database.prepare('SELECT title FROM cases').pluck().all()).toEqual(['甲']);
    database.exec('DELETE FROM cases WHERE number = 7');
    expect(database.prepare('SELECT count(*) FROM timestamps').pluck().get()).toBe(0);
    database.close();
  });
});
