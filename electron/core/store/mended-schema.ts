import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { openDatabase } from './connection.ts';
import { type Migration, migrate } from './migrate.ts';

/** Where the file format keeps things (sqlite.org/fileformat2.html, 1.3): bytes of the header on the first page. */
const headerLength = 100;
const signature = 'SQLite format 3\0';
const pageCountAt = 28;
const freeListAt = 32;
const versionAt = 60;

/**
 * Copies a database that no longer knows where its tables begin, with that knowledge taken from an empty one. Tables
 * that were made by the same steps begin at the same pages; where they do not, the rows read do not fit and are dropped.
 */
export function copyWithMendedSchema(damaged: string, copy: string, migrations: readonly Migration[]): void {
  const bytes = readFileSync(damaged);
  const hasHeader = bytes.toString('latin1', 0, signature.length) === signature;
  const version = hasHeader ? bytes.readUInt32BE(versionAt) : 0;
  const model = emptyDatabase(`${copy}-model`, version === 0 ? migrations : migrations.slice(0, version));
  const header = hasHeader
    ? Buffer.from(bytes.subarray(0, headerLength))
    : headerFor(model.bytes, bytes.length / model.pageSize);
  for (const page of model.schemaPages) {
    const from = (page - 1) * model.pageSize;
    if (from < bytes.length) model.bytes.copy(bytes, from, from, from + model.pageSize);
  }
  header.copy(bytes);
  writeFileSync(copy, bytes, { mode: 0o600 });
  if (existsSync(`${damaged}-wal`)) copyFileSync(`${damaged}-wal`, `${copy}-wal`);
}

interface Model {
  readonly bytes: Buffer;
  readonly pageSize: number;
  readonly schemaPages: readonly number[];
}

function emptyDatabase(file: string, migrations: readonly Migration[]): Model {
  const database: Database.Database = openDatabase(file);
  migrate(database, migrations);
  const pageSize = Number(database.pragma('page_size', { simple: true }));
  const schemaPages = database
    .prepare<[], number>("SELECT pageno FROM dbstat WHERE name = 'sqlite_schema'")
    .pluck()
    .all();
  database.close();
  const bytes = readFileSync(file);
  rmSync(file);
  return { bytes, pageSize, schemaPages };
}

/** That of the empty database, for as many pages as there are; what was free in the damaged one is not known. */
function headerFor(model: Buffer, pages: number): Buffer {
  const header = Buffer.from(model.subarray(0, headerLength));
  header.writeUInt32BE(Math.floor(pages), pageCountAt);
  header.writeBigUInt64BE(0n, freeListAt);
  return header;
}
