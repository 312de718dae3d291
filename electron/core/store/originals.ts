import { existsSync, readdirSync, rmSync } from 'node:fs';
import { chmod, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError } from '../../contract/errors.ts';
import { hashFile } from '../evidence/hash-file.ts';
import { thumbnailPath } from '../evidence/intake/thumbnail-path.ts';
import type { CaseRows } from './case-row.ts';
import type { Connection } from './connection.ts';
import type { FileRow, Originals } from './store.ts';
import { codeOf, troubleOf } from './trouble.ts';

/** Files under the hash of their bytes, and which case has which of them under what name. */
export interface OriginalFiles extends Originals {
  hashesOf(caseNumber: number): readonly string[];
  /** Deletes those of the files that no case has. */
  deleteUnnamed(hashes: readonly string[]): void;
  /** Deletes every file that no case has: what an interrupted intake or purge left behind. */
  sweep(): void;
}

export function createOriginals(folder: string, connection: Connection, rows: CaseRows): OriginalFiles {
  const { database, read, write } = connection;
  const home = join(folder, 'originals');
  /** In place, but not yet noted by the case they were taken for. */
  const arriving = new Set<string>();

  const noteRow = database.prepare(`
    INSERT INTO case_files (case_number, path, sha256, row) VALUES (:number, :path, :sha256, :row)
    ON CONFLICT (case_number, path) DO UPDATE SET sha256 = excluded.sha256, row = excluded.row`);
  const rowsOf = database
    .prepare<[number], string>('SELECT row FROM case_files WHERE case_number = ? ORDER BY rowid')
    .pluck();
  const copy = database.prepare(`
    INSERT INTO case_files (case_number, path, sha256, row)
    SELECT :to, path, sha256, row FROM case_files WHERE case_number = :from ORDER BY rowid
    ON CONFLICT DO NOTHING`);
  const hashes = database
    .prepare<[number], string>('SELECT DISTINCT sha256 FROM case_files WHERE case_number = ?')
    .pluck();
  const isNamed = database.prepare<[string], number>('SELECT 1 FROM case_files WHERE sha256 = ? LIMIT 1').pluck();

  function pathOf(sha256: string): string {
    // A hash becomes a path: anything else must not.
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new AppError('NOT_FOUND', { detail: '没有这份原件' });
    return join(home, sha256.slice(0, 2), sha256);
  }

  async function holds(sha256: string, size: number): Promise<boolean> {
    const path = pathOf(sha256);
    const there = await stat(path).catch(ignoreMissing);
    if (there?.size !== size) return false;
    // One that cannot be read is as good as none.
    const found = await hashFile(path, neverStopped).catch(() => undefined);
    return found?.sha256 === sha256;
  }

  function deleteUnnamed(candidates: readonly string[]): void {
    const unnamed = read(() => candidates.filter((hash) => !arriving.has(hash) && isNamed.get(hash) === undefined));
    for (const hash of unnamed) {
      for (const path of [pathOf(hash), thumbnailPath(folder, hash)]) rmSync(path, { force: true });
    }
  }

  return {
    pathOf,
    holds,
    incoming: join(folder, 'incoming'),

    async keep(temporary, sha256) {
      if (connection.isReadOnly) throw new AppError('STORE_READ_ONLY');
      const target = pathOf(sha256);
      arriving.add(sha256);
      try {
        const { size } = await stat(temporary);
        if (await holds(sha256, size)) {
          await rm(temporary, { force: true });
          return;
        }
        // What is there instead is not what its name says, so a small picture of it may show something else.
        if (existsSync(target))
          await Promise.all([chmod(target, 0o600), rm(thumbnailPath(folder, sha256), { force: true })]);
        await mkdir(dirname(target), { recursive: true, mode: 0o700 });
        await syncToDisk(temporary);
        await chmod(temporary, 0o400);
        await rename(temporary, target);
        await syncToDisk(dirname(target));
      } catch (error) {
        arriving.delete(sha256);
        throw troubleOf(error);
      }
    },

    note(caseId, files) {
      write(() => {
        const number = rows.numberOf(caseId);
        for (const row of files) {
          noteRow.run({ number, path: row.path, sha256: row.sha256, row: JSON.stringify(row) });
        }
      });
      for (const { sha256 } of files) arriving.delete(sha256);
    },

    ofCase: (caseId) => read(() => rowsOf.all(rows.numberOf(caseId)).map((row): FileRow => JSON.parse(row) as FileRow)),

    copyRows: (from, to) => {
      write(() => copy.run({ from: rows.numberOf(from), to: rows.numberOf(to) }));
    },

    hashesOf: (caseNumber) => hashes.all(caseNumber),
    deleteUnnamed,

    sweep() {
      const kept = readdirSync(home, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && /^[0-9a-f]{64}$/.test(entry.name))
        .map(({ name }) => name);
      deleteUnnamed(kept);
    },
  };
}

const neverStopped = new AbortController().signal;

async function syncToDisk(path: string): Promise<void> {
  const file = await open(path, 'r').catch((error: unknown) => {
    // Windows opens no folder as a file; its renames are on disk without.
    if (['EPERM', 'EISDIR', 'EACCES'].includes(codeOf(error) ?? '')) return;
    throw error;
  });
  if (file === undefined) return;
  try {
    await file.sync().catch(ignoreUnsupported);
  } finally {
    await file.close();
  }
}

function ignoreMissing(error: unknown): undefined {
  if (codeOf(error) !== 'ENOENT') throw error;
}

function ignoreUnsupported(error: unknown): undefined {
  if (!['EPERM', 'EINVAL', 'ENOTSUP'].includes(codeOf(error) ?? '')) throw error;
}
