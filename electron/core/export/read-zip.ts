import { stat } from 'node:fs/promises';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { AppError, type InputProblem } from '../../contract/errors.ts';
import { archiveNameProblems, printed } from './archive-names.ts';
import { heldToSize, isCommonMethod, isOverblown, isPlainFileOrFolder, unpackEntry } from './zip-entry.ts';

/** What an archive may hold at most; more is refused before anything is read. */
export interface ZipLimits {
  readonly mostEntries: number;
  /** Bytes of all files together, unpacked. */
  readonly mostBytes: number;
}

/** An archive whose list of files was checked: each name is safe and stands for one plain file. */
export interface OpenZip {
  /** Size of each file in bytes, by name. What is read is held to it. */
  readonly sizes: ReadonlyMap<string, number>;
  bytes(name: string, signal: AbortSignal): Promise<Uint8Array>;
  /** Writes a file to a new place and tells what it was. */
  unpack(name: string, target: string, signal: AbortSignal): Promise<{ readonly sha256: string }>;
  close(): void;
}

const notAnArchive: InputProblem = {
  path: '$',
  expected: '完整的压缩文件（zip 格式）',
  found: '读不出文件目录：可能没有传完，或者不是这种文件',
};

/**
 * Opens a zip from anywhere, and trusts nothing in it. `name` is what it is called in messages. Throws ARCHIVE_INVALID
 * with all problems, NOT_FOUND when there is no such file.
 */
export async function openZip(path: string, name: string, limits: ZipLimits, signal: AbortSignal): Promise<OpenZip> {
  const refuse = (problems: readonly InputProblem[], cause?: unknown) =>
    new AppError('ARCHIVE_INVALID', { file: name, problems }, { cause });
  const status = await stat(path).catch((cause: unknown): never => {
    throw new AppError('NOT_FOUND', { file: name }, { cause });
  });
  if (!status.isFile()) throw refuse([{ path: '$', expected: '一个文件', found: '文件夹或其他东西' }]);
  const zip = await openPromise(path, { autoClose: false, decodeStrings: false }).catch((cause: unknown): never => {
    throw refuse([notAnArchive], cause);
  });
  zip.on('error', () => undefined);
  try {
    const entries = await listEntries(zip, limits, signal).catch((cause: unknown): never => {
      signal.throwIfAborted();
      throw refuse([notAnArchive], cause);
    });
    const problems = entriesProblems(entries, limits, status.size);
    if (problems.length > 0) throw refuse(problems);
    const files = new Map(entries.filter(isFile).map((entry) => [entry.name, entry.entry]));
    return {
      sizes: new Map([...files].map(([file, { uncompressedSize }]) => [file, uncompressedSize])),
      bytes: (file, stop) => readBytes(zip, known(files, file), stop).catch(toRefusal(file, refuse, stop)),
      unpack: (file, target, stop) =>
        unpackEntry(zip, known(files, file), target, stop).catch(toRefusal(file, refuse, stop, target)),
      close: () => zip.close(),
    };
  } catch (cause) {
    zip.close();
    throw cause;
  }
}

interface NamedEntry {
  readonly name: string;
  readonly isReadable: boolean;
  readonly entry: Entry;
}

async function listEntries(zip: ZipFile, { mostEntries }: ZipLimits, signal: AbortSignal): Promise<NamedEntry[]> {
  const entries: NamedEntry[] = [];
  for await (const entry of zip.eachEntry()) {
    signal.throwIfAborted();
    entries.push({ ...nameOf(entry), entry });
    // One more than allowed is enough to know.
    if (entries.length > mostEntries) break;
  }
  return entries;
}

/** PKWARE's appnote, 4.4.4: bit 11 says that a name is UTF-8. Without it only plain ASCII is sure. */
function nameOf({ fileNameRaw, generalPurposeBitFlag }: Entry): { name: string; isReadable: boolean } {
  const isPlain = fileNameRaw.every((byte) => byte < 0x80);
  try {
    const name = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(fileNameRaw);
    return { name, isReadable: isPlain || (generalPurposeBitFlag & 0x800) !== 0 };
  } catch {
    return { name: fileNameRaw.toString('latin1'), isReadable: false };
  }
}

const isFile = ({ name }: NamedEntry) => !name.endsWith('/');

function entriesProblems(
  entries: readonly NamedEntry[],
  { mostEntries, mostBytes }: ZipLimits,
  archiveSize: number,
): InputProblem[] {
  if (entries.length > mostEntries) {
    return [{ path: '$', expected: `至多${mostEntries}个文件`, found: '更多的文件' }];
  }
  const files = entries.filter(isFile);
  const problems = [
    ...archiveNameProblems(files.map(({ name }) => name)),
    ...archiveNameProblems(entries.filter((entry) => !isFile(entry)).map(({ name }) => name.slice(0, -1))),
    ...entries.flatMap((entry) => entryProblem(entry) ?? []),
  ];
  const unpacked = files.reduce((sum, { entry }) => sum + entry.uncompressedSize, 0);
  const packed = files.reduce((sum, { entry }) => sum + entry.compressedSize, 0);
  if (unpacked > mostBytes) {
    problems.push({ path: '$', expected: `解开后不超过${gigabytes(mostBytes)}`, found: gigabytes(unpacked) });
  }
  // Files that share their bytes unpack to more than any ratio of one of them shows.
  if (packed > archiveSize) problems.push({ path: '$', expected: '各自独立的文件', found: '互相重叠的内容' });
  return problems;
}

function entryProblem({ name, isReadable, entry }: NamedEntry): InputProblem | undefined {
  const path = printed(name);
  if (!isReadable) return { path, expected: 'UTF-8 编码的文件名', found: '其他编码' };
  if (!isPlainFileOrFolder(entry)) return { path, expected: '普通文件', found: '链接或特殊文件' };
  if (entry.isEncrypted()) return { path, expected: '没有密码的文件', found: '加了密码的文件' };
  if (!isCommonMethod(entry)) {
    return { path, expected: '常见的压缩方式（存储或 deflate）', found: `第${entry.compressionMethod}种` };
  }
  return isOverblown(entry) ? { path, expected: '正常的压缩比', found: '解开后异常地大' } : undefined;
}

function gigabytes(bytes: number): string {
  return `${(bytes / 1024 ** 3).toFixed(1)} GB`;
}

function known(files: ReadonlyMap<string, Entry>, name: string): Entry {
  const entry = files.get(name);
  if (entry === undefined) throw new RangeError('the archive has no such file');
  return entry;
}

async function readBytes(zip: ZipFile, entry: Entry, signal: AbortSignal): Promise<Uint8Array> {
  const blocks: Buffer[] = [];
  const sink = new Writable({
    write(block: Buffer, _encoding, done) {
      blocks.push(block);
      done();
    },
  });
  await pipeline(await zip.openReadStreamPromise(entry), heldToSize(entry), sink, { signal });
  return Buffer.concat(blocks);
}

function toRefusal(
  name: string,
  refuse: (problems: readonly InputProblem[], cause: unknown) => AppError,
  signal: AbortSignal,
  target?: string,
): (cause: unknown) => never {
  return (cause) => {
    signal.throwIfAborted();
    // Only what the system refuses has a system call to name: a full disk, a folder that may not be written to.
    if (target !== undefined && cause instanceof Error && 'syscall' in cause) {
      throw new AppError('WRITE_FAILED', { file: target }, { cause });
    }
    throw refuse([{ path: printed(name), expected: '能解开的文件', found: '内容已损坏，或与目录不符' }], cause);
  };
}
