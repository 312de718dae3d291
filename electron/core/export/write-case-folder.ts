import { randomUUID } from 'node:crypto';
import { chmod, constants, copyFile, mkdir, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { AppError } from '../../contract/errors.ts';
import { hashFile } from '../evidence/hash-file.ts';
import { intakeLogName } from '../integrity/intake-log.ts';
import { timestampFiles } from '../integrity/timestamps/kept-timestamps.ts';
import type { Running } from '../ports.ts';
import { caseFileText, type ExportedCase, refuseBadPaths } from './juli-archive.ts';
import { caseFileName } from './juli-archive-format.ts';

/**
 * Writes a case as the folder that the command line reads, beside its place, and renames it there. The folder must not
 * be there yet, or be empty. Throws WRITE_FAILED; EVIDENCE_CHANGED naming a file that is not what it was.
 */
export async function writeCaseFolder(
  exported: ExportedCase,
  target: string,
  { signal, progress }: Running,
): Promise<void> {
  refuseBadPaths(exported);
  const place = resolve(target);
  const draft = join(dirname(place), `.${basename(place)}.${randomUUID()}.part`);
  try {
    await refuseFilled(place);
    await mkdir(draft, { recursive: true, mode: 0o700 });
    await writeFile(join(draft, caseFileName), caseFileText(exported.draft));
    if (exported.intakeLog !== '') await writeFile(join(draft, intakeLogName), exported.intakeLog);
    for (const { path, bytes } of timestampFiles(exported.timestamps)) {
      await mkdir(dirname(join(draft, path)), { recursive: true });
      await writeFile(join(draft, path), bytes);
    }
    const files = exported.files.filter(({ file }) => file !== undefined);
    for (const [index, { path, file, sha256 }] of files.entries()) {
      signal.throwIfAborted();
      progress({ label: '正在写入文件', done: index, total: files.length });
      if (file !== undefined) await copyUnchanged(path, file, sha256, join(draft, path), signal);
    }
    await rmdir(place).catch(() => undefined);
    await rename(draft, place);
  } catch (cause) {
    await rm(draft, { recursive: true, force: true }).catch(() => undefined);
    signal.throwIfAborted();
    if (cause instanceof AppError) throw cause;
    throw new AppError('WRITE_FAILED', { file: target }, { cause });
  }
}

async function refuseFilled(place: string): Promise<void> {
  const there = await readdir(place).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return [];
    throw cause;
  });
  if (there.length > 0) {
    throw new AppError('WRITE_FAILED', { file: place, detail: '文件夹里已经有东西；请换一个新的文件夹，以免混在一起' });
  }
}

async function copyUnchanged(
  path: string,
  from: string,
  sha256: string,
  to: string,
  signal: AbortSignal,
): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await copyFile(from, to, constants.COPYFILE_EXCL).catch((cause: NodeJS.ErrnoException): never => {
    if (cause.code === 'ENOENT') throw new AppError('EVIDENCE_CHANGED', { file: path }, { cause });
    throw cause;
  });
  // Originals are kept unwritable; a copy belongs to whoever asked for it.
  await chmod(to, 0o644);
  const copied = await hashFile(to, signal);
  if (copied.sha256 !== sha256) throw new AppError('EVIDENCE_CHANGED', { file: path });
}
