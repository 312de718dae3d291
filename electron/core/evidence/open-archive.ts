import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { evidencePathProblem } from '../../contract/case/evidence-path.ts';
import type { EvidenceLimits } from '../../contract/evidence-limits.ts';
import { printed } from '../export/archive-names.ts';
import { isCommonMethod, isOverblown, isPlainFileOrFolder, unpackEntry } from '../export/zip-entry.ts';
import { decodeText } from './decode-text.ts';
import { entriesProblem } from './limits.ts';
import { UnusableFile } from './unusable-file.ts';

/** A zip that was given as evidence. Unlike an archive of this program, one bad file in it leaves the others usable. */
export interface OpenArchive {
  /** Files only, in the order of the archive. */
  readonly members: readonly ArchiveMember[];
  /** How many files were passed over that systems put into archives by themselves. */
  readonly junk: number;
  /** Writes a member without a problem to a new file. Throws UnusableFile where it cannot be unpacked. */
  unpack(member: ArchiveMember, target: string, signal: AbortSignal): Promise<{ readonly sha256: string }>;
  close(): void;
}

export interface ArchiveMember {
  /** With `/` between folders, fit to be shown; safe as a relative path when there is no problem. */
  readonly name: string;
  /** Bytes, unpacked. */
  readonly size: number;
  /** Why it is not unpacked, in Chinese. */
  readonly problem?: string;
}

const damaged = '压缩包已损坏，读不出文件目录，请重新下载或者重新打包，再添加一份';

/** Opens a zip from anywhere, and trusts nothing in it. Throws UnusableFile. */
export async function openArchive(path: string, limits: EvidenceLimits, signal: AbortSignal): Promise<OpenArchive> {
  const zip = await openPromise(path, { autoClose: false, decodeStrings: false }).catch((cause: unknown): never => {
    throw new UnusableFile(damaged, { cause });
  });
  // Without a listener a late error would end the program; whoever reads is told by what he reads.
  zip.on('error', () => undefined);
  try {
    const tooMany = entriesProblem(zip.entryCount, '压缩包', limits);
    if (tooMany !== undefined) throw new UnusableFile(tooMany);
    const entries = await listFiles(zip, signal).catch((cause: unknown): never => {
      signal.throwIfAborted();
      throw new UnusableFile(damaged, { cause });
    });
    const wanted = entries.filter(({ name }) => !isJunk(name));
    refuseOverfull(wanted, zip.fileSize, limits);
    const byMember = new Map(wanted.map(({ name, entry }) => [memberOf(name, entry), entry]));
    return {
      members: [...byMember.keys()],
      junk: entries.length - wanted.length,
      unpack: (member, target, stop) => unpackMember(zip, byMember.get(member), target, stop),
      close: () => zip.close(),
    };
  } catch (cause) {
    zip.close();
    throw cause;
  }
}

interface NamedEntry {
  readonly name: string;
  readonly entry: Entry;
}

async function listFiles(zip: ZipFile, signal: AbortSignal): Promise<NamedEntry[]> {
  const files: NamedEntry[] = [];
  for await (const entry of zip.eachEntry()) {
    signal.throwIfAborted();
    const name = nameOf(entry);
    if (!name.endsWith('/')) files.push({ name, entry });
  }
  return files;
}

/**
 * UTF-8 where the archive says so or where it reads so; else GB18030, in which Windows in China writes names without
 * saying it. Old Windows programs part folders by backslashes.
 */
function nameOf({ fileNameRaw, generalPurposeBitFlag }: Entry): string {
  const isMarked = (generalPurposeBitFlag & 0x800) !== 0;
  const name = (isMarked ? undefined : decodeText(fileNameRaw)) ?? new TextDecoder('utf-8').decode(fileNameRaw);
  return name.includes('/') ? name : name.replaceAll('\\', '/');
}

const junkNames: readonly string[] = ['.ds_store', 'thumbs.db', 'desktop.ini'];

function isJunk(name: string): boolean {
  const last = name.split('/').at(-1) ?? '';
  return name.startsWith('__MACOSX/') || last.startsWith('._') || junkNames.includes(last.toLowerCase());
}

function refuseOverfull(files: readonly NamedEntry[], archiveSize: number, { recordingBytes }: EvidenceLimits): void {
  const unpacked = files.reduce((sum, { entry }) => sum + entry.uncompressedSize, 0);
  const packed = files.reduce((sum, { entry }) => sum + entry.compressedSize, 0);
  if (unpacked > recordingBytes) throw new UnusableFile('压缩包解开后过大，请解压后逐个添加需要的文件');
  // Files that share their bytes unpack to more than any ratio of one of them shows.
  if (packed > archiveSize)
    throw new UnusableFile('压缩包的内容互相重叠，不是正常的压缩文件，请解压后逐个添加需要的文件');
}

function memberOf(name: string, entry: Entry): ArchiveMember {
  const problem = problemOf(name, entry);
  return { name: printed(name), size: entry.uncompressedSize, ...(problem === undefined ? {} : { problem }) };
}

function problemOf(name: string, entry: Entry): string | undefined {
  if (/\p{Cc}/u.test(name) || name.length > 500 || evidencePathProblem(name) !== undefined) {
    return '文件名会指到压缩包之外，或含有不能用的字符';
  }
  if (!isPlainFileOrFolder(entry)) return '是链接或特殊文件，不是普通文件';
  if (entry.isEncrypted()) return '加了密码，请用密码解压后单独添加';
  if (!isCommonMethod(entry)) return '压缩方式少见，请解压后单独添加';
  return isOverblown(entry) ? '解开后异常地大，没有解开' : undefined;
}

async function unpackMember(
  zip: ZipFile,
  entry: Entry | undefined,
  target: string,
  signal: AbortSignal,
): Promise<{ sha256: string }> {
  if (entry === undefined) throw new RangeError('no member of this archive');
  return unpackEntry(zip, entry, target, signal).catch((cause: unknown): never => {
    signal.throwIfAborted();
    // A full disk is no fault of the archive.
    if (cause instanceof Error && 'syscall' in cause) throw cause;
    throw new UnusableFile('内容已损坏，解不开', { cause });
  });
}
