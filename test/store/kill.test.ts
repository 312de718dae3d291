import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundledChild } from '../support/bundled-child.ts';
import { caseQuery, openTestStore } from '../support/test-store.ts';
import { useWorkFolder } from '../support/work-folder.ts';

const folder = useWorkFolder();
let child = '';

beforeAll(async () => {
  child = await bundledChild(new URL('../support/store-children/edit-on.ts', import.meta.url), folder.path('program'));
});

interface Killed {
  /** Undefined when it died before it had made one. */
  readonly id: string | undefined;
  readonly acknowledged: number;
}

/** Starts the editing process and kills it when it has said so many lines; what it says until it is dead counts. */
async function killAfter(place: string, lines: number): Promise<Killed> {
  const running = spawn(process.execPath, [child, place], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(running, 'exit');
  let said = 0;
  let id: string | undefined;
  let acknowledged = 0;
  for await (const line of createInterface({ input: running.stdout })) {
    said += 1;
    if (line.startsWith('case ')) id = line.slice(5);
    else if (line !== 'opening') acknowledged = Number(line);
    if (said === lines) running.kill('SIGKILL');
  }
  expect(await ended).toEqual([null, 'SIGKILL']);
  return { id, acknowledged };
}

/** What is in the file, read past the store, so that nothing is mended first. */
function lookInto(place: string, { id, acknowledged }: Killed): void {
  const database = new Database(join(place, 'juli.db'));
  try {
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(database.pragma('foreign_key_check')).toEqual([]);
    if (id === undefined) return;
    const row = database
      .prepare<[string], { draft: string; revision: number; entries: number }>(
        `SELECT draft, revision, (SELECT count(*) FROM history WHERE case_number = number) AS entries
        FROM cases JOIN drafts ON case_number = number WHERE id = ?`,
      )
      .get(id);
    const made = (row?.revision ?? 0) - 1;
    // The last edit may be on disk though nobody was told any more.
    expect([acknowledged, acknowledged + 1]).toContain(made);
    expect(row?.entries).toBe(made);
    expect(JSON.parse(row?.draft ?? '')).toEqual({
      title: made === 0 ? '案件' : `案件${made}`,
      evidence: Array.from({ length: made }, (_, index) => `第${index + 1}项`),
    });
  } finally {
    database.close();
  }
}

describe('kill -9 at any moment', () => {
  // While it opens (1), while it makes a case (2), and among the edits; two folders, since there are two cores.
  const moments = Array.from({ length: 100 }, (_, index) => 1 + (index % 5) * (1 + (index % 7)));

  it('200 times loses nothing that was acknowledged and leaves no broken file', { timeout: 600_000 }, async () => {
    await Promise.all(
      ['first', 'second'].map(async (name) => {
        const place = folder.path(name);
        const all: Killed[] = [];
        for (const lines of moments) {
          const killed = await killAfter(place, lines);
          if (lines > 1 || all.length > 0) lookInto(place, killed);
          all.push(killed);
        }

        const store = await openTestStore(place);
        expect(store.health).toEqual({ isReadOnly: false, warning: undefined });
        for (const { id, acknowledged } of all) {
          if (id === undefined) continue;
          const kept = store.cases.get(id);
          expect(kept.revision).toBeGreaterThan(acknowledged);
          expect(kept.undo).toBe(kept.revision === 1 ? undefined : `${kept.revision - 1}`);
          const { hits } = store.cases.list(caseQuery({ text: kept.draft.title as string, limit: 1 })).cases[0] ?? {};
          expect(hits).not.toEqual([]);
        }
        store.close();
      }),
    );
  });
});
