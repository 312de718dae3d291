import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AppError } from '../../contract/errors.ts';
import { evidencePaths } from '../cases/evidence-paths.ts';
import { readDraftFolder } from '../cases/read-case-folder.ts';
import { hashFile } from '../evidence/hash-file.ts';
import { intakeLogName } from '../integrity/intake-log.ts';
import { readFolderTimestamps } from '../integrity/timestamps/folder-timestamps.ts';
import type { Store } from '../store/store.ts';
import type { ExportedCase, ExportedFile } from './juli-archive.ts';
import { largestIntakeLog } from './juli-archive-format.ts';

/** A file that could not go along, and why. */
export interface LeftOut {
  readonly name: string;
  readonly reason: string;
}

/** A case of the data folder as it leaves it. Files that it once had and does not name any more stay behind. */
export async function storedCaseToExport(
  store: Pick<Store, 'cases' | 'originals' | 'intakeLog' | 'timestamps'>,
  id: string,
): Promise<ExportedCase> {
  const { draft } = store.cases.get(id);
  const named = new Set(evidencePaths(draft));
  const rows = store.originals.ofCase(id).filter(({ path }) => named.has(path));
  const files = await Promise.all(
    rows.map(async ({ path, size, sha256, originalName, takenAt }): Promise<ExportedFile> => {
      const file = store.originals.pathOf(sha256);
      const isThere = (await stat(file).catch(() => undefined))?.size === size;
      return { path, size, sha256, originalName, takenAt, file: isThere ? file : undefined };
    }),
  );
  const timestamps = store.timestamps.toExport(id);
  return { draft, files: inOrder(files), intakeLog: store.intakeLog.textOf(id), timestamps };
}

/** The case of a folder. What is not there is left out; of the rest the day of the last change stands for its taking. */
export async function folderCaseToExport(folder: string, signal: AbortSignal): Promise<ExportedCase> {
  const { draft, folder: place } = await readDraftFolder(folder);
  const files: ExportedFile[] = [];
  for (const path of evidencePaths(draft)) {
    const file = join(place, path);
    const status = await stat(file).catch(() => undefined);
    if (status?.isFile() !== true) continue;
    const takenAt = new Date(Math.floor(status.mtimeMs / 1000) * 1000).toISOString();
    files.push({ path, file, originalName: basename(path), takenAt, ...(await hashFile(file, signal)) });
  }
  const [intakeLog, timestamps] = await Promise.all([readFolderLog(place), readFolderTimestamps(place)]);
  return { draft, files: inOrder(files), intakeLog, timestamps };
}

/** The intake log beside a case.json; empty where there is none, or none that can be read. */
export async function readFolderLog(folder: string): Promise<string> {
  return readLogFile(join(folder, intakeLogName));
}

export async function readLogFile(path: string): Promise<string> {
  const status = await stat(path).catch(() => undefined);
  if (status?.isFile() !== true || status.size > largestIntakeLog) return '';
  return readFile(path, 'utf8').catch(() => '');
}

/** By code points: the order must not depend on the language of the computer. */
function inOrder(files: readonly ExportedFile[]): ExportedFile[] {
  return files.toSorted((first, second) => (first.path < second.path ? -1 : 1));
}

/**
 * Writes a case in one of its forms. An original that is gone or damaged must not keep the rest from leaving: it is left
 * out and named.
 */
export async function exportWhatIsThere(
  exported: ExportedCase,
  write: (exported: ExportedCase) => Promise<void>,
): Promise<LeftOut[]> {
  let files = exported.files;
  const damaged = new Set<string>();
  for (;;) {
    try {
      await write({ ...exported, files });
      return files.flatMap(({ path, file }) => (file === undefined ? [{ name: path, reason: reasonFor(path) }] : []));
    } catch (cause) {
      const path = cause instanceof AppError && cause.code === 'EVIDENCE_CHANGED' ? cause.data.file : undefined;
      if (path === undefined || damaged.has(path)) throw cause;
      damaged.add(path);
      files = files.map((file) => (file.path === path ? { ...file, file: undefined } : file));
    }
  }

  function reasonFor(path: string): string {
    return damaged.has(path)
      ? '存着的原件已经损坏或被改动，没有放进去；请找回原来的文件，重新添加'
      : '原件已经不在数据文件夹里，没有放进去；请找回原来的文件，重新添加';
  }
}
