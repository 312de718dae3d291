import type Database from 'better-sqlite3';
import { codeOf, isDamage } from './trouble.ts';

type Row = readonly unknown[];

/** How far rowids are looked for where the file cannot tell the highest one. */
const farthest = 100_000;
/** A run longer than this in which no probe meets anything readable is given up as a whole. */
const longRun = 1_000;
const probes = 32;

/**
 * All rows of a table that can be read, each with its rowid first. A run of rows in which something is damaged is
 * halved until what is broken stands alone and is given as 'unreadable'.
 */
export function readableRows(
  database: Database.Database,
  table: string,
  columns: readonly string[],
): readonly (Row | 'unreadable')[] {
  const select = readable(() =>
    database
      .prepare<[number, number], Row>(
        `SELECT rowid, ${columns.join(', ')} FROM ${table} WHERE rowid BETWEEN ? AND ? ORDER BY rowid`,
      )
      .raw(),
  );
  // Not even where the table begins is known.
  if (select === undefined) return ['unreadable'];

  function rowsBetween(first: number, last: number): readonly (Row | 'unreadable')[] {
    if (first > last) return [];
    const rows = readable(() => select?.all(first, last));
    if (rows !== undefined) return rows;
    if (first === last || isDeadRun(first, last)) return ['unreadable'];
    const middle = Math.floor((first + last) / 2);
    return [...rowsBetween(first, middle), ...rowsBetween(middle + 1, last)];
  }

  /** Looking for a rowid that does not exist succeeds too, as long as the way to where it would be is sound. */
  function isDeadRun(first: number, last: number): boolean {
    if (last - first < longRun) return false;
    const step = (last - first) / (probes - 1);
    return Array.from({ length: probes }, (_, index) => Math.round(first + index * step)).every(
      (rowid) => readable(() => select?.all(rowid, rowid)) === undefined,
    );
  }

  const edge = (which: 'min' | 'max') =>
    readable(() => database.prepare<[], number | null>(`SELECT ${which}(rowid) FROM ${table}`).pluck().get() ?? 0);
  return rowsBetween(edge('min') ?? 1, edge('max') ?? farthest);
}

function readable<Result>(read: () => Result): Result | undefined {
  try {
    return read();
  } catch (error) {
    // A schema that is damaged may have forgotten the table.
    if (isDamage(error) || codeOf(error) === 'SQLITE_ERROR') return undefined;
    throw error;
  }
}
