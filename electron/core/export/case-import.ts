import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import pMap from 'p-map';
import type { Draft } from '../../contract/rpc/case-procedures.ts';
import { evidencePaths } from '../cases/evidence-paths.ts';
import { readDraftFolder } from '../cases/read-case-folder.ts';
import { textOf } from '../drafts/draft-values.ts';
import { bringIn } from '../evidence/intake/bring-in.ts';
import { describeFile } from '../evidence/intake/describe-file.ts';
import { type Describing, openDescribing } from '../evidence/intake/describing.ts';
import { keepPrepared, keptFile, type Prepared, thumbnailOf } from '../evidence/intake/keep-file.ts';
import { importedEntries } from '../evidence/intake/log-entries.ts';
import { UntakenFile } from '../evidence/intake/untaken-file.ts';
import { readFolderTimestamps } from '../integrity/timestamps/folder-timestamps.ts';
import type { KeptTimestamp } from '../integrity/timestamps/kept-timestamps.ts';
import type { Running } from '../ports.ts';
import type { FileRow } from '../store/store.ts';
import type { Workspace } from '../workspace.ts';
import { type LeftOut, readFolderLog } from './exported-case.ts';
import type { ExportedFile } from './juli-archive.ts';
import { unpackJuliArchive } from './open-juli-archive.ts';

export interface ImportedCase {
  readonly id: string;
  readonly title: string;
  /** Files that the case names and that did not come along. */
  readonly problems: readonly LeftOut[];
}

/** A file that comes with a case. `file` is unset where only what it was is known. */
export type IncomingFile = Pick<ExportedFile, 'path' | 'originalName' | 'takenAt' | 'file'> &
  Partial<Pick<ExportedFile, 'size' | 'sha256'>> & { readonly isTemporary?: boolean };

type Shelf = Pick<Workspace, 'store' | 'clock'>;

/** Puts the case of a folder into the data folder, unfinished or not. With `sample`, as that example. */
export async function importCaseFolder(
  { store, clock }: Shelf,
  folder: string,
  running: Running,
  origin: { readonly sample?: string } = {},
): Promise<ImportedCase> {
  const { draft, folder: place } = await readDraftFolder(folder);
  const takenAt = clock.now().toISOString();
  const files = evidencePaths(draft).map((path) => ({
    path,
    file: join(place, path),
    originalName: basename(path),
    takenAt,
  }));
  const [text, timestamps] = await Promise.all([readFolderLog(place), readFolderTimestamps(place)]);
  return importCase(store, { draft, files, log: { text, at: takenAt }, timestamps }, running, origin);
}

/** Puts the case of a `.juli` file into the data folder. Throws ARCHIVE_INVALID, and then nothing was taken. */
export async function importJuliArchive(
  { store }: Shelf,
  archive: { readonly path: string; readonly name: string },
  running: Running,
): Promise<ImportedCase> {
  await mkdir(store.originals.incoming, { recursive: true, mode: 0o700 });
  const folder = await mkdtemp(join(store.originals.incoming, 'import-'));
  try {
    const { draft, files, intakeLog, timestamps } = await unpackJuliArchive(archive, join(folder, 'files'), running);
    const incoming = files.map((file) => ({ ...file, isTemporary: true }));
    return await importCase(store, { draft, files: incoming, log: { text: intakeLog }, timestamps }, running);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export interface IncomingCase {
  readonly draft: Draft;
  readonly files: readonly IncomingFile[];
  /** The intake log that came along, kept as it is; with `at`, files that it does not have are added to it. */
  readonly log: { readonly text: string; readonly at?: string };
  readonly timestamps: readonly KeptTimestamp[];
}

/** As when evidence is taken: one of the four threads that read and write files stays free. */
const atOnce = 3;

/**
 * Takes a case in: its files are copied, hashed and looked at, then moved among the originals, and the case is written
 * with all that it has in one transaction. Stopped before that, nothing is kept.
 */
export async function importCase(
  store: Shelf['store'],
  { draft, files, log, timestamps }: IncomingCase,
  { signal, progress }: Running,
  origin: { readonly sample?: string } = {},
): Promise<ImportedCase> {
  await mkdir(store.originals.incoming, { recursive: true, mode: 0o700 });
  const folder = await mkdtemp(join(store.originals.incoming, 'case-'));
  const { describing, close } = openDescribing(folder, store.settings.get().limits);
  try {
    let done = 0;
    const arrivals = await pMap(
      files,
      async (incoming, index) => {
        const arrival = await arrive(incoming, join(folder, String(index)), describing, signal);
        done += 1;
        progress({ label: '正在收录证据', done, total: files.length });
        return arrival;
      },
      { concurrency: atOnce, signal },
    );
    // From here on it is a matter of moments, and not stopped half-way.
    for (const { prepared } of arrivals) if (prepared !== undefined) await keepPrepared(store, prepared);
    const id = store.together(() => {
      const created = store.cases.create(draft, origin);
      store.originals.note(
        created.id,
        arrivals.flatMap(({ row }) => (row === undefined ? [] : [row])),
      );
      store.intakeLog.adopt(created.id, log.text);
      store.intakeLog.append(created.id, importedEntries(arrivals, log));
      store.timestamps.adopt(created.id, timestamps);
      return created.id;
    });
    const problems = arrivals.flatMap(({ problem }) => (problem === undefined ? [] : [problem]));
    return { id, title: textOf(draft, 'title') || '未命名案件', problems };
  } finally {
    await close();
    await rm(folder, { recursive: true, force: true });
  }
}

interface ArrivedFile {
  readonly prepared?: Prepared;
  readonly row?: FileRow;
  readonly problem?: LeftOut;
}

async function arrive(
  { path, file, originalName, takenAt, size, sha256, isTemporary = false }: IncomingFile,
  target: string,
  describing: Describing,
  signal: AbortSignal,
): Promise<ArrivedFile> {
  const named = { path, originalName, takenAt };
  if (file === undefined) {
    const problem = { name: path, reason: '保存这个案件时，它的原件就已经不在了' };
    if (size === undefined || sha256 === undefined) return { problem };
    return { problem, row: { ...named, size, sha256, mime: 'application/octet-stream', kind: 'other' } };
  }
  try {
    const arrival = await bringIn({ path: file, isTemporary, name: path }, target, signal);
    const facts = await describeFile(arrival, path, thumbnailOf(arrival), describing, signal);
    const prepared = { arrival, facts };
    return { prepared, row: { ...named, ...keptFile(prepared) } };
  } catch (cause) {
    signal.throwIfAborted();
    if (cause instanceof UntakenFile) return { problem: { name: path, reason: cause.reason } };
    throw cause;
  }
}
