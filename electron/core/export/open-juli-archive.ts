import { createHash } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError, type InputProblem } from '../../contract/errors.ts';
import type { Draft } from '../../contract/rpc/case-procedures.ts';
import { evidencePaths } from '../cases/evidence-paths.ts';
import { readDraft } from '../cases/read-draft.ts';
import { intakeLogName } from '../integrity/intake-log.ts';
import { largestTimestampFile } from '../integrity/timestamps/folder-timestamps.ts';
import {
  isTimestampFile,
  type KeptTimestamp,
  type TimestampFile,
  timestampsIn,
} from '../integrity/timestamps/kept-timestamps.ts';
import type { Running } from '../ports.ts';
import { archiveNameProblems, printed } from './archive-names.ts';
import type { ExportedFile } from './juli-archive.ts';
import {
  caseFileName,
  type JuliArchiveManifest,
  juliArchiveLimits,
  juliArchiveManifest,
  largestCaseFile,
  largestIntakeLog,
  largestManifest,
  manifestName,
} from './juli-archive-format.ts';
import { type OpenZip, openZip } from './read-zip.ts';

/** A case as it came in a `.juli` file: everything was checked, nothing was taken into a data folder yet. */
export interface UnpackedCase {
  readonly draft: Draft;
  /** Of case.json, as it stands in the archive. */
  readonly text: string;
  readonly files: readonly ExportedFile[];
  /** Its intake log as it stands in the archive; empty where it has none. */
  readonly intakeLog: string;
  readonly timestamps: readonly KeptTimestamp[];
}

/**
 * Unpacks a `.juli` file into `folder`, which is made for it; files get numbers for names there, so that no name from
 * the archive ever reaches the disk. Throws ARCHIVE_INVALID with all that is wrong with it, and leaves no folder then.
 */
export async function unpackJuliArchive(
  archive: { readonly path: string; readonly name: string },
  folder: string,
  { signal, progress }: Running,
): Promise<UnpackedCase> {
  const zip = await openZip(archive.path, archive.name, juliArchiveLimits, signal);
  const refuse = (problems: readonly InputProblem[]) =>
    new AppError('ARCHIVE_INVALID', { file: archive.name, problems });
  try {
    const manifest = await readManifest(zip, refuse, signal);
    const listed = listProblems(manifest, zip.sizes);
    if (listed.length > 0) throw refuse(listed);
    const { draft, text } = await readCase(zip, manifest, refuse, signal);
    const intakeLog = await readLog(zip, manifest, refuse, signal);
    const timestamps = await readTimestamps(zip, manifest, refuse, signal);
    const strangers = strangerProblems(manifest, draft);
    if (strangers.length > 0) throw refuse(strangers);
    await mkdir(folder, { recursive: true, mode: 0o700 }).catch((cause: unknown): never => {
      throw new AppError('WRITE_FAILED', { file: folder }, { cause });
    });
    const files: ExportedFile[] = [];
    const damaged: InputProblem[] = [];
    for (const [index, { isMissing, ...file }] of manifest.files.entries()) {
      progress({ label: '正在核对文件', done: index, total: manifest.files.length });
      const target = join(folder, String(index));
      if (isMissing !== true) {
        const { sha256 } = await zip.unpack(file.path, target, signal);
        if (sha256 !== file.sha256)
          damaged.push({ path: printed(file.path), expected: '与清单一致', found: '内容不同' });
      }
      files.push({ ...file, file: isMissing === true ? undefined : target });
    }
    if (damaged.length > 0) throw refuse(damaged);
    return { draft, text, files, intakeLog, timestamps };
  } catch (cause) {
    await rm(folder, { recursive: true, force: true });
    throw cause;
  } finally {
    zip.close();
  }
}

type Refuse = (problems: readonly InputProblem[]) => AppError;

async function readManifest(zip: OpenZip, refuse: Refuse, signal: AbortSignal): Promise<JuliArchiveManifest> {
  const size = zip.sizes.get(manifestName);
  if (size === undefined || size > largestManifest) {
    const expected = `清单文件 ${manifestName}`;
    throw refuse([{ path: '$', expected, found: size === undefined ? '没有清单，不是据理保存的案件' : '过大的清单' }]);
  }
  const text = Buffer.from(await zip.bytes(manifestName, signal)).toString('utf8');
  const read = juliArchiveManifest.safeParse(jsonOrUndefined(text));
  if (read.success) return read.data;
  const path = manifestName;
  throw refuse([{ path, expected: '这个版本的据理能读的清单', found: '其他格式；如果它来自较新的版本，请先更新据理' }]);
}

function jsonOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The list and the archive must name the same files, of the same size. */
function listProblems(
  { files, case: caseFile, intakeLog, timestamps = [] }: JuliArchiveManifest,
  sizes: OpenZip['sizes'],
): InputProblem[] {
  // Files that are missing have a path too, which has to be safe and its own.
  const own = [
    manifestName,
    caseFileName,
    ...(intakeLog === undefined ? [] : [intakeLogName]),
    ...timestamps.map(({ path }) => path),
  ];
  const problems = archiveNameProblems([...own, ...files.map(({ path }) => path)]);
  const expected = new Map([[caseFileName, caseFile.size]]);
  if (intakeLog !== undefined) expected.set(intakeLogName, intakeLog.size);
  for (const { path, size } of timestamps) {
    expected.set(path, size);
    if (!isTimestampFile(path)) problems.push({ path: printed(path), expected: '时间戳文件', found: '别的名称' });
  }
  for (const { path, size, isMissing } of files) {
    if (isMissing !== true) expected.set(path, size);
  }
  for (const [path, size] of expected) {
    const found = sizes.get(path);
    if (found === undefined) problems.push({ path: printed(path), expected: '清单里写的文件', found: '没有这个文件' });
    else if (found !== size) problems.push({ path: printed(path), expected: `${size}字节`, found: `${found}字节` });
  }
  for (const name of sizes.keys()) {
    if (name === manifestName || expected.has(name)) continue;
    problems.push({ path: printed(name), expected: '只有清单里写的文件', found: '清单里没有的文件' });
  }
  return problems;
}

async function readCase(zip: OpenZip, manifest: JuliArchiveManifest, refuse: Refuse, signal: AbortSignal) {
  if (manifest.case.size > largestCaseFile) {
    throw refuse([{ path: caseFileName, expected: '不超过5 MB的文件', found: '更大的文件' }]);
  }
  const bytes = await zip.bytes(caseFileName, signal);
  if (createHash('sha256').update(bytes).digest('hex') !== manifest.case.sha256) {
    throw refuse([{ path: caseFileName, expected: '与清单一致', found: '内容不同' }]);
  }
  const read = readDraft(bytes);
  if (read.kind === 'problems') throw refuse(read.problems.map((found) => ({ ...found, path: caseFileName })));
  return read;
}

/** Its chain is looked at when it is shown; here it only has to be what the list says. */
async function readLog(
  zip: OpenZip,
  { intakeLog }: JuliArchiveManifest,
  refuse: Refuse,
  signal: AbortSignal,
): Promise<string> {
  if (intakeLog === undefined) return '';
  const limit = { bytes: largestIntakeLog, words: '不超过50 MB的文件' };
  const bytes = await readListed(zip, { path: intakeLogName, ...intakeLog }, limit, refuse, signal);
  return Buffer.from(bytes).toString('utf8');
}

/** What they are worth is looked at when they are shown, too. */
async function readTimestamps(
  zip: OpenZip,
  { timestamps = [] }: JuliArchiveManifest,
  refuse: Refuse,
  signal: AbortSignal,
): Promise<KeptTimestamp[]> {
  const limit = { bytes: largestTimestampFile, words: '不超过16 MB的文件' };
  const files: TimestampFile[] = [];
  for (const listed of timestamps) {
    files.push({ path: listed.path, bytes: await readListed(zip, listed, limit, refuse, signal) });
  }
  return timestampsIn(files);
}

async function readListed(
  zip: OpenZip,
  { path, size, sha256 }: { readonly path: string; readonly size: number; readonly sha256: string },
  limit: { readonly bytes: number; readonly words: string },
  refuse: Refuse,
  signal: AbortSignal,
): Promise<Uint8Array> {
  if (size > limit.bytes) throw refuse([{ path, expected: limit.words, found: '更大的文件' }]);
  const bytes = await zip.bytes(path, signal);
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) {
    throw refuse([{ path, expected: '与清单一致', found: '内容不同' }]);
  }
  return bytes;
}

/** A file that the case does not name would be kept for ever and shown nowhere. */
function strangerProblems({ files }: JuliArchiveManifest, draft: Draft): InputProblem[] {
  const named = new Set(evidencePaths(draft));
  return files.flatMap(({ path }) =>
    named.has(path) ? [] : [{ path: printed(path), expected: '案件里提到的证据文件', found: '案件没有提到它' }],
  );
}
