import { mkdir, open, readdir, rename, rm, statfs, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError, type InputProblem } from '../../contract/errors.ts';
import type { Running } from '../ports.ts';
import { checkDatabaseFile } from '../store/check-database-file.ts';
import { restorePlanName, waitingRestore } from '../store/finish-restore.ts';
import type { Workspace } from '../workspace.ts';
import { printed } from './archive-names.ts';
import {
  type BackupManifest,
  backupLimits,
  backupManifest,
  backupManifestName,
  databaseName,
  hashOfOriginal,
  largestBackupManifest,
} from './backup-format.ts';
import { type OpenZip, openZip } from './read-zip.ts';

/**
 * Checks a backup to the last byte and lays it ready in the data folder. It takes the place of what is there when the
 * program starts the next time (finish-restore.ts); until then nothing changes. Throws ARCHIVE_INVALID, STORE_TOO_NEW
 * and STORE_DAMAGED for a backup that cannot be restored, WRITE_FAILED when there is no room for it.
 */
export async function prepareRestore(
  { store, clock }: Pick<Workspace, 'store' | 'clock'>,
  backup: { readonly path: string; readonly name: string },
  { signal, progress }: Running,
): Promise<void> {
  if (store.health.isReadOnly) throw new AppError('STORE_READ_ONLY');
  const draft = join(store.folder, 'restore-unpacking');
  const zip = await openZip(backup.path, backup.name, backupLimits, signal);
  const refuse = (problems: readonly InputProblem[]) =>
    new AppError('ARCHIVE_INVALID', { file: backup.name, problems });
  try {
    const manifest = await readManifest(zip, refuse, signal);
    const hashes = expectedHashes(manifest, zip);
    if (hashes.problems.length > 0) throw refuse(hashes.problems);
    await refuseWithoutRoom(store.folder, zip);
    await rm(draft, { recursive: true, force: true });
    await mkdir(draft, { mode: 0o700 });
    const damaged: InputProblem[] = [];
    for (const [index, [name, sha256]] of [...hashes.byName].entries()) {
      progress({ label: '正在核对备份', done: index, total: hashes.byName.size });
      const target = join(draft, ...name.split('/'));
      await mkdir(dirname(target), { recursive: true, mode: 0o700 });
      const unpacked = await zip.unpack(name, target, signal);
      await syncFile(target);
      if (unpacked.sha256 !== sha256) {
        damaged.push({ path: printed(name), expected: '与备份时一致', found: '内容不同' });
      }
    }
    if (damaged.length > 0) throw refuse(damaged);
    checkDatabaseFile(join(draft, databaseName));
    await writePlan(draft, store.folder, clock.now());
    signal.throwIfAborted();
    await rm(join(store.folder, waitingRestore), { recursive: true, force: true });
    await rename(draft, join(store.folder, waitingRestore));
  } catch (cause) {
    await rm(draft, { recursive: true, force: true });
    signal.throwIfAborted();
    if (cause instanceof Error && 'syscall' in cause) {
      throw new AppError('WRITE_FAILED', { file: store.folder }, { cause });
    }
    throw cause;
  } finally {
    zip.close();
  }
}

async function readManifest(
  zip: OpenZip,
  refuse: (problems: readonly InputProblem[]) => AppError,
  signal: AbortSignal,
): Promise<BackupManifest> {
  const size = zip.sizes.get(backupManifestName);
  if (size === undefined || size > largestBackupManifest) {
    throw refuse([{ path: '$', expected: '据理的备份（.juli-backup）', found: '其他文件' }]);
  }
  const text = Buffer.from(await zip.bytes(backupManifestName, signal)).toString('utf8');
  const read = backupManifest.safeParse(jsonOrUndefined(text));
  if (read.success) return read.data;
  const found = '其他格式；如果它来自较新的版本，请先更新据理';
  throw refuse([{ path: backupManifestName, expected: '这个版本的据理能读的清单', found }]);
}

function jsonOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What every file has to be, and what is there that should not be or is not there that should. */
function expectedHashes({ database, templates, originals }: BackupManifest, { sizes }: OpenZip) {
  const byName = new Map([
    [databaseName, database.sha256],
    ...templates.map(({ path, sha256 }) => [path, sha256] as const),
  ]);
  const problems: InputProblem[] = [];
  for (const name of byName.keys()) {
    if (!sizes.has(name)) problems.push({ path: printed(name), expected: '清单里写的文件', found: '没有这个文件' });
  }
  const found = { count: 0, bytes: 0 };
  for (const [name, size] of sizes) {
    const sha256 = hashOfOriginal(name);
    if (sha256 !== undefined) {
      byName.set(name, sha256);
      found.count += 1;
      found.bytes += size;
    } else if (name !== backupManifestName && !byName.has(name)) {
      problems.push({ path: printed(name), expected: '只有清单里写的文件', found: '清单里没有的文件' });
    }
  }
  if (found.count !== originals.count || found.bytes !== originals.bytes) {
    const [expected, actual] = [originals, found].map(({ count, bytes }) => `${count}份原件，共${bytes}字节`);
    problems.push({ path: 'originals', expected: expected ?? '', found: actual ?? '' });
  }
  return { byName, problems };
}

async function refuseWithoutRoom(folder: string, { sizes }: OpenZip): Promise<void> {
  const needed = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  const { bavail, bsize } = await statfs(folder);
  if (needed <= bavail * bsize) return;
  const [need, have] = [needed, bavail * bsize].map((bytes) => `${(bytes / 1024 ** 3).toFixed(1)} GB`);
  throw new AppError('WRITE_FAILED', {
    file: folder,
    detail: `恢复需要 ${need}，磁盘只剩 ${have}；现有的案件没有改动`,
  });
}

/** Where what is there now will be kept: a name that nothing has yet. */
async function writePlan(draft: string, folder: string, now: Date): Promise<void> {
  const taken = new Set(await readdir(folder));
  const stem = `before-restore-${now.toISOString().slice(0, 19).replaceAll(':', '-')}`;
  let keptAs = stem;
  for (let number = 2; taken.has(keptAs); number += 1) keptAs = `${stem}-${number}`;
  const path = join(draft, restorePlanName);
  await writeFile(path, JSON.stringify({ keptAs }), { mode: 0o600 });
  await syncFile(path);
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
