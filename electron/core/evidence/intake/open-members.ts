import { rm } from 'node:fs/promises';
import { basename, posix } from 'node:path';
import type { EvidenceLimits } from '../../../contract/evidence-limits.ts';
import type { AdmittedFile } from '../../files/files.ts';
import { detectKind } from '../detect-kind.ts';
import { familyOf } from '../file-family.ts';
import { sizeProblem } from '../limits.ts';
import { type ArchiveMember, type OpenArchive, openArchive } from '../open-archive.ts';
import { UnusableFile } from '../unusable-file.ts';
import type { Arrival } from './bring-in.ts';
import { inOrderOfNames, isLeftByTheSystem } from './evidence-names.ts';
import { UntakenFile } from './untaken-file.ts';
import { writeTrouble } from './write-trouble.ts';

/** A file that came out of an archive, or why it did not. */
export interface OpenedMember {
  readonly file: AdmittedFile;
  readonly outcome: Arrival | UntakenFile;
}

/**
 * Unpacks the files of the archive at `arrival` beside it. What is in its folders keeps them in its relative path, below
 * the archive's own name. Throws UntakenFile for an archive that cannot be opened.
 */
export async function openMembers(
  { name, relativePath }: AdmittedFile,
  arrival: Pick<Arrival, 'path'>,
  limits: EvidenceLimits,
  signal: AbortSignal,
): Promise<OpenedMember[]> {
  const archive = await openArchive(arrival.path, limits, signal).catch(untaken);
  try {
    const folder = posix.join(posix.dirname(relativePath), basename(name, posix.extname(name)));
    const members = archive.members.map((member) => ({ member, relativePath: posix.join(folder, member.name) }));
    const wanted = inOrderOfNames(members.filter((one) => !isLeftByTheSystem(one.relativePath)));
    if (wanted.length === 0) throw new UntakenFile('压缩包里没有文件，没有收录');
    const opened: OpenedMember[] = [];
    for (const [index, one] of wanted.entries()) {
      const path = `${arrival.path}-${index}`;
      const file = { path, name: posix.basename(one.member.name), relativePath: one.relativePath, isTemporary: true };
      opened.push({ file, outcome: await unpack(archive, one.member, file, limits, signal) });
    }
    return opened;
  } finally {
    archive.close();
  }
}

async function unpack(
  archive: OpenArchive,
  member: ArchiveMember,
  { path, name }: AdmittedFile,
  limits: EvidenceLimits,
  signal: AbortSignal,
): Promise<Arrival | UntakenFile> {
  if (member.problem !== undefined) return new UntakenFile(`${member.problem}；没有收录`);
  if (member.size === 0) return new UntakenFile('文件是空的（0 字节），没有收录');
  try {
    const { sha256 } = await archive.unpack(member, path, signal);
    if (member.size > Math.min(limits.bytes, limits.recordingBytes)) {
      const problem = sizeProblem(member.size, familyOf(await detectKind(path, name)), limits);
      if (problem !== undefined) throw new UnusableFile(problem);
    }
    return { path, size: member.size, sha256 };
  } catch (cause) {
    signal.throwIfAborted();
    await rm(path, { force: true });
    if (cause instanceof UnusableFile) return new UntakenFile(`${cause.reason}；没有收录`, { cause });
    throw writeTrouble(cause);
  }
}

function untaken(cause: unknown): never {
  if (cause instanceof UnusableFile) throw new UntakenFile(`${cause.reason}；没有收录`, { cause });
  throw cause;
}
