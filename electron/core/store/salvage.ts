import { rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { Draft } from '../../contract/rpc/case-procedures.ts';
import { openDatabase } from './connection.ts';
import type { DailyCopy } from './daily-copies.ts';
import { type FilledCases, fillFromCopy } from './fill-from-copy.ts';
import { copyWithMendedSchema } from './mended-schema.ts';
import { type Migration, migrate, versionOf } from './migrate.ts';
import { readableRows } from './readable-rows.ts';
import type { StorePorts } from './store-ports.ts';
import { codeOf, isDamage } from './trouble.ts';

export interface SalvageReport {
  /** Cases in the fresh file. */
  readonly saved: number;
  /** Titles of cases whose content could not be read. */
  readonly lost: readonly string[];
  /** Cases whose content was read, but nothing else of them. */
  readonly rebuilt: number;
  /** Cases whose content is that of a daily copy. */
  readonly fromCopy: FilledCases | undefined;
  /** Some undo entries, file rows or settings are missing. */
  readonly hasLostDetails: boolean;
}

/** Of the first version; what later ones added is copied where it is. */
const tables = ['cases', 'drafts', 'history', 'revisions', 'case_files', 'settings', 'waiting_texts'] as const;
const laterTables = ['intake_log', 'timestamps'] as const;

/**
 * Copies whatever can be read of a damaged database into a fresh one, row by row. The search index is not copied; it is
 * made anew from the texts. Cases that cannot be read are taken from a daily copy. The damaged file stays as it is.
 */
export function salvage(order: {
  readonly damaged: string;
  readonly fresh: string;
  /** The newest first. */
  readonly copies: readonly DailyCopy[];
  readonly migrations: readonly Migration[];
  readonly ports: StorePorts;
}): SalvageReport {
  removeDatabase(order.fresh);
  const mended = `${order.fresh}-mended`;
  removeDatabase(mended);
  const isMended = !isSchemaReadable(order.damaged);
  if (isMended) copyWithMendedSchema(order.damaged, mended, order.migrations);
  const damaged = new Database(isMended ? mended : order.damaged, { timeout: 0 });
  const fresh = openDatabase(order.fresh);
  try {
    // Rows fit the tables of the version that wrote them; what that version is, the damaged file may still know.
    const version = readableVersion(damaged);
    const known = version > 0 && version <= order.migrations.length ? version : order.migrations.length;
    migrate(fresh, order.migrations.slice(0, known));
    fresh.pragma('foreign_keys = OFF');
    const present = [...tables, ...laterTables.filter((table) => hasTable(fresh, table))];
    const missed = present.reduce((sum, table) => sum + copyTable(damaged, fresh, table), 0);
    const fromCopy = fillFromCopy(fresh, order.copies, order.migrations.slice(0, known));
    const rebuilt = rebuildCases(fresh, order.ports);
    const lost = dropHollowCases(fresh);
    fresh.exec('UPDATE cases SET is_indexed = 0');
    // Files of cases that were lost may be all that is left of them.
    fresh.exec(`INSERT INTO settings (name, value) VALUES ('keepsAllOriginals', 'true') ON CONFLICT DO NOTHING`);
    const saved = fresh.prepare<[], number>('SELECT count(*) FROM cases').pluck().get() ?? 0;
    return { saved, lost, rebuilt, fromCopy, hasLostDetails: missed > 0 };
  } finally {
    damaged.close();
    fresh.close();
    removeDatabase(mended);
  }
}

function removeDatabase(file: string): void {
  for (const part of ['', '-wal', '-shm']) rmSync(file + part, { force: true });
}

/** Whether the file still knows which tables it has and where they begin. */
function isSchemaReadable(file: string): boolean {
  const database = new Database(file, { timeout: 0 });
  try {
    for (const table of tables) database.prepare(`SELECT 1 FROM ${table}`);
    return true;
  } catch (error) {
    if (isDamage(error) || codeOf(error) === 'SQLITE_ERROR') return false;
    throw error;
  } finally {
    database.close();
  }
}

function hasTable(database: Database.Database, table: string): boolean {
  return database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?").get(table) !== undefined;
}

function readableVersion(damaged: Database.Database): number {
  try {
    return versionOf(damaged);
  } catch {
    return 0;
  }
}

/** Returns how many rows, or runs of rows, could not be read or do not fit. */
function copyTable(damaged: Database.Database, fresh: Database.Database, table: string): number {
  const columns = (fresh.pragma(`table_xinfo(${table})`) as { name: string; hidden: number }[])
    .filter(({ hidden }) => hidden === 0)
    .map(({ name }) => name);
  const insert = fresh.prepare(
    `INSERT INTO ${table} (rowid, ${columns.join(', ')}) VALUES (?, ${columns.map(() => '?').join(', ')})`,
  );
  let missed = 0;
  fresh
    .transaction(() => {
      for (const row of readableRows(damaged, table, columns)) {
        if (row === 'unreadable' || !fits(() => insert.run(...row))) missed += 1;
      }
    })
    .immediate();
  return missed;
}

/** Garbage that still looks like a row is caught by the tables' own constraints. */
function fits(insert: () => unknown): boolean {
  try {
    insert();
    return true;
  } catch (error) {
    if (/^SQLITE_(CONSTRAINT|MISMATCH)/.test(codeOf(error) ?? '')) return false;
    throw error;
  }
}

/** A draft without its row among the cases is what matters of a case: it gets a new row. */
function rebuildCases(fresh: Database.Database, { factsOf, now, newId }: StorePorts): number {
  const orphans = fresh
    .prepare<[], { case_number: number; draft: string }>(
      'SELECT case_number, draft FROM drafts WHERE case_number NOT IN (SELECT number FROM cases)',
    )
    .all();
  const insert = fresh.prepare(`
    INSERT INTO cases (number, id, revision, title, stage, issues, claimant, merchant, sum, evidence_items, created_at,
      updated_at)
    VALUES (:number, :id, 1, :title, :stage, :issues, :claimant, :merchant, :sum, :evidenceItems, :at, :at)`);
  for (const { case_number: number, draft } of orphans) {
    const { title, stage, issues, claimant, merchant, sum, evidenceItems } = factsOf(JSON.parse(draft) as Draft);
    insert.run({
      ...{ number, id: newId(), at: now().toISOString(), issues: JSON.stringify(issues), stage: stage ?? null },
      ...{ title, claimant, merchant, sum, evidenceItems },
    });
  }
  return orphans.length;
}

/** Removes what belongs to no case any more; returns the titles of the cases of which nothing but the title is left. */
function dropHollowCases(fresh: Database.Database): string[] {
  const hollow = 'number NOT IN (SELECT case_number FROM drafts)';
  const titles = fresh.prepare<[], string>(`SELECT title FROM cases WHERE ${hollow}`).pluck().all();
  fresh.exec(`DELETE FROM cases WHERE ${hollow}`);
  for (const table of ['history', 'revisions', 'case_files', ...laterTables]) {
    if (!hasTable(fresh, table)) continue;
    fresh.exec(`DELETE FROM ${table} WHERE case_number NOT IN (SELECT number FROM cases)`);
  }
  return titles;
}
