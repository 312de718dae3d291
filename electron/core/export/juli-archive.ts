import { createHash } from 'node:crypto';
import { AppError } from '../../contract/errors.ts';
import type { Draft } from '../../contract/rpc/case-procedures.ts';
import { intakeLogName } from '../integrity/intake-log.ts';
import { type KeptTimestamp, timestampFiles } from '../integrity/timestamps/kept-timestamps.ts';
import type { Running } from '../ports.ts';
import { archiveNameProblems } from './archive-names.ts';
import { caseFileName, type JuliArchiveManifest, juliArchiveLimits, manifestName } from './juli-archive-format.ts';
import { writeZip, type ZipEntry } from './write-zip.ts';

/** A case as it leaves the data folder. */
export interface ExportedCase {
  readonly draft: Draft;
  /** Those the case names, by path. */
  readonly files: readonly ExportedFile[];
  /** Its intake log as text; empty where there is none. */
  readonly intakeLog: string;
  /** Its time stamps, the oldest first. */
  readonly timestamps: readonly KeptTimestamp[];
}

export interface ExportedFile {
  /** As the case names it. */
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
  readonly originalName: string;
  readonly takenAt: string;
  /** Where it is on disk; unset when the original is gone. */
  readonly file: string | undefined;
}

/** case.json as Juli writes it: the fields in the order in which they were typed. */
export function caseFileText(draft: Draft): string {
  return `${JSON.stringify(draft, undefined, 2)}\n`;
}

/** Writes a `.juli` file. The same case gives the same bytes. Throws like `writeZip`, and CASE_INVALID for bad paths. */
export async function writeJuliArchive(exported: ExportedCase, target: string, running: Running): Promise<void> {
  const caseText = caseFileText(exported.draft);
  const stamps = timestampFiles(exported.timestamps);
  const manifest: JuliArchiveManifest = {
    format: 'juli.archive/1',
    case: listed(caseText),
    ...(exported.intakeLog === '' ? {} : { intakeLog: listed(exported.intakeLog) }),
    ...(stamps.length === 0 ? {} : { timestamps: stamps.map(({ path, bytes }) => ({ path, ...listed(bytes) })) }),
    files: exported.files.map(({ path, size, sha256, originalName, takenAt, file }) => ({
      path,
      size,
      sha256,
      originalName,
      takenAt,
      ...(file === undefined ? { isMissing: true as const } : {}),
    })),
  };
  const list = { kind: 'text', text: `${JSON.stringify(manifest, undefined, 2)}\n` } as const;
  await writeZip(target, [{ name: manifestName, content: list }, ...folderEntries(exported)], running);
}

function listed(content: string | Uint8Array): { size: number; sha256: string } {
  return { size: Buffer.byteLength(content), sha256: createHash('sha256').update(content).digest('hex') };
}

/** The case as the folder that the command line reads, zipped. */
export async function writeZippedFolder(exported: ExportedCase, target: string, running: Running): Promise<void> {
  await writeZip(target, folderEntries(exported), running);
}

function folderEntries(exported: ExportedCase): ZipEntry[] {
  refuseBadPaths(exported);
  return [
    { name: caseFileName, content: { kind: 'text', text: caseFileText(exported.draft) } },
    ...(exported.intakeLog === ''
      ? []
      : [{ name: intakeLogName, content: { kind: 'text', text: exported.intakeLog } as const }]),
    ...timestampFiles(exported.timestamps).map(
      ({ path, bytes }): ZipEntry => ({ name: path, content: { kind: 'bytes', bytes } }),
    ),
    ...exported.files.flatMap(({ path, file, size, sha256 }): ZipEntry[] =>
      file === undefined ? [] : [{ name: path, content: { kind: 'file', path: file, size, sha256 } }],
    ),
  ];
}

/** What could not be read back is not written. Paths that Juli gave are never refused. */
export function refuseBadPaths({ files, intakeLog, timestamps }: ExportedCase): void {
  const stamps = timestampFiles(timestamps).map(({ path }) => path);
  const own = [manifestName, caseFileName, ...(intakeLog === '' ? [] : [intakeLogName]), ...stamps];
  const problems = archiveNameProblems([...own, ...files.map(({ path }) => path)]);
  if (problems.length > 0) throw new AppError('CASE_INVALID', { problems });
  if (files.length + own.length > juliArchiveLimits.mostEntries) {
    const most = juliArchiveLimits.mostEntries - own.length;
    throw new AppError('CASE_INVALID', {
      problems: [{ path: 'evidence', expected: `至多${most}个文件`, found: `${files.length}个` }],
    });
  }
}
