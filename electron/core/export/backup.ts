import { copyFile, readdir, rm, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { AppError } from '../../contract/errors.ts';
import { hashFile } from '../evidence/hash-file.ts';
import type { Running } from '../ports.ts';
import type { Workspace } from '../workspace.ts';
import { type BackupManifest, backupManifestName, databaseName, hashOfOriginal } from './backup-format.ts';
import type { LeftOut } from './exported-case.ts';
import { writeZip, type ZipEntry } from './write-zip.ts';

/**
 * Writes everything that cannot be made again: the database as it is at this moment, the originals, one's own templates.
 * Works on a folder that is read-only or damaged; what could not be saved whole is named. Throws WRITE_FAILED.
 */
export async function writeBackup(
  { store, clock }: Pick<Workspace, 'store' | 'clock'>,
  target: string,
  running: Running,
): Promise<LeftOut[]> {
  const copy = `${target}.db`;
  const leftOut: LeftOut[] = [];
  try {
    running.progress({ label: '正在复制案件', done: 0, total: 1 });
    await store.copyDatabase(copy).catch(async (cause: unknown) => {
      await rm(copy, { force: true });
      await copyFile(join(store.folder, databaseName), copy).catch((): never => {
        throw cause;
      });
      leftOut.push({ name: databaseName, reason: '案件的数据库有损坏，已按原样放进备份；它不能直接恢复' });
    });
    const database = await fileEntry(databaseName, copy, running.signal);
    const templates = await templateEntries(store.folder, running.signal);
    let originals = await originalEntries(store.folder);
    for (;;) {
      const manifest: BackupManifest = {
        format: 'juli.backup/1',
        madeAt: clock.now().toISOString(),
        database: factsOf(database),
        templates: templates.map((entry) => ({ path: entry.name, ...factsOf(entry) })),
        originals: {
          count: originals.length,
          bytes: originals.reduce((sum, entry) => sum + factsOf(entry).size, 0),
        },
      };
      const list = { kind: 'text', text: `${JSON.stringify(manifest, undefined, 2)}\n` } as const;
      const entries = [{ name: backupManifestName, content: list }, database, ...templates, ...originals];
      try {
        await writeZip(target, entries, running);
        return leftOut;
      } catch (cause) {
        // One that was deleted for good meanwhile, or that is damaged, must not keep the others from being saved.
        const damaged = cause instanceof AppError && cause.code === 'EVIDENCE_CHANGED' ? cause.data.file : undefined;
        if (damaged === undefined || !originals.some(({ name }) => name === damaged)) throw cause;
        originals = originals.filter(({ name }) => name !== damaged);
        leftOut.push({ name: damaged, reason: '这份原件已经损坏或刚被删除，没有放进备份' });
      }
    }
  } finally {
    await rm(copy, { force: true });
  }
}

type FileEntry = ZipEntry & { readonly content: Extract<ZipEntry['content'], { kind: 'file' }> };

const factsOf = ({ content: { size, sha256 } }: FileEntry) => ({ size, sha256 });

async function fileEntry(name: string, path: string, signal: AbortSignal): Promise<FileEntry> {
  return { name, content: { kind: 'file', path, ...(await hashFile(path, signal)) } };
}

async function originalEntries(folder: string): Promise<FileEntry[]> {
  const entries: FileEntry[] = [];
  for (const name of await filesBelow(folder, 'originals')) {
    const sha256 = hashOfOriginal(name);
    if (sha256 === undefined) continue;
    const path = join(folder, name);
    const status = await stat(path).catch(() => undefined);
    if (status !== undefined) entries.push({ name, content: { kind: 'file', path, size: status.size, sha256 } });
  }
  return entries;
}

async function templateEntries(folder: string, signal: AbortSignal): Promise<FileEntry[]> {
  const entries: FileEntry[] = [];
  for (const name of await filesBelow(folder, 'templates')) {
    entries.push(await fileEntry(name, join(folder, name), signal));
  }
  return entries;
}

/** Plain files, as `originals/…` with `/` between, by code points; none where the folder is not there. */
async function filesBelow(folder: string, part: string): Promise<string[]> {
  const found = await readdir(join(folder, part), { recursive: true, withFileTypes: true }).catch(() => []);
  return found
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll(sep, '/'),
    )
    .toSorted((first, second) => (first < second ? -1 : 1));
}
