import { createHash } from 'node:crypto';
import type { Stats } from 'node:fs';
import { type FileHandle, open, rename, stat } from 'node:fs/promises';
import { defaultLimits, type EvidenceLimits } from '../../../contract/evidence-limits.ts';
import { detectKind } from '../detect-kind.ts';
import { familyOf } from '../file-family.ts';
import { hashFile } from '../hash-file.ts';
import { sizeProblem } from '../limits.ts';
import { UntakenFile } from './untaken-file.ts';
import { writeTrouble } from './write-trouble.ts';

/** Bytes on their way into the data folder: our own copy, and what identifies it. */
export interface Arrival {
  /** The copy, under a name that means nothing. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Lower-case hex. */
  readonly sha256: string;
  /** What its file system said of the file; instants, ISO. Unknown for what the host had copied already. */
  readonly modifiedAt?: string;
  readonly createdAt?: string;
}

/** A file on its way in. */
export interface FileToBring {
  readonly path: string;
  readonly isTemporary: boolean;
  /** Only its ending counts; the name of the path where there is no other. */
  readonly name?: string;
}

const blockSize = 1024 * 1024;

/** What comes with a case that was put together already is not held to what a person set for what they add. */
const unlimited: EvidenceLimits = { ...defaultLimits, bytes: defaultLimits.recordingBytes };

/**
 * Copies a file to `target` and hashes what it copies, in one pass; the file itself is only read. The host's own copy
 * of an upload is moved instead, where it lies on the same disk. Throws UntakenFile for a file that cannot be taken,
 * an AppError when our side cannot write.
 */
export async function bringIn(
  source: FileToBring,
  target: string,
  signal: AbortSignal,
  limits: EvidenceLimits = unlimited,
): Promise<Arrival> {
  signal.throwIfAborted();
  const status = await fitStatus(source, limits);
  if (source.isTemporary && (await moves(source.path, target))) {
    return { path: target, ...(await hashFile(target, signal)) };
  }
  const from = await open(source.path, 'r').catch(unreadable);
  try {
    const to = await open(target, 'wx', 0o600).catch(unwritable);
    try {
      const copied = await copyHashing(from, to, signal);
      return { path: target, ...copied, ...(source.isTemporary ? {} : datesOf(status)) };
    } finally {
      await to.close();
    }
  } finally {
    await from.close();
  }
}

/** Looked at before it is opened: opening a pipe would wait for ever. */
async function fitStatus({ path, name }: FileToBring, limits: EvidenceLimits): Promise<Stats> {
  const status = await stat(path).catch(unreadable);
  if (status.isDirectory()) throw new UntakenFile('这是一个文件夹，没有收录。请把整个文件夹拖进来，或者选择里面的文件');
  if (!status.isFile()) throw new UntakenFile('这不是一个普通的文件，没有收录');
  if (status.size === 0) throw new UntakenFile(reasons.empty);
  if (status.size > Math.min(limits.bytes, limits.recordingBytes)) {
    // Opened only to see which of the limits is its own.
    const kind = await detectKind(path, name).catch(unreadable);
    const problem = sizeProblem(status.size, familyOf(kind), limits);
    if (problem !== undefined) throw new UntakenFile(`${problem}；没有收录`);
  }
  return status;
}

const reasons = {
  empty: '文件是空的（0 字节），没有收录。可能还没有下载完或同步完，请打开看一看，再添加一次',
  changed: '文件在收录的时候还在变化，没有收录。请等它保存完、同步完，再添加一次',
  gone: '找不到这个文件，没有收录。请核对名称和位置；可能被移动、改名或删除了，请找到后再添加一次',
  refused: '没有读取这个文件的权限，没有收录。请把它复制到桌面后再添加一次',
  unread: '文件读不出来，没有收录。可能正被别的程序使用，或者还没有同步到这台电脑；请关闭它、等同步完成，再添加一次',
} as const;

/** File systems that know no date of creation give zero or the date of the last change of something else. */
function datesOf({ mtime, birthtime }: Stats): Pick<Arrival, 'modifiedAt' | 'createdAt'> {
  return {
    modifiedAt: mtime.toISOString(),
    ...(birthtime.getTime() > 0 && birthtime <= mtime ? { createdAt: birthtime.toISOString() } : {}),
  };
}

async function moves(from: string, to: string): Promise<boolean> {
  return rename(from, to).then(
    () => true,
    () => false,
  );
}

async function copyHashing(from: FileHandle, to: FileHandle, signal: AbortSignal) {
  const before = await from.stat().catch(unreadable);
  const hash = createHash('sha256');
  const block = Buffer.allocUnsafe(Math.min(blockSize, Math.max(before.size, 1)));
  let size = 0;
  for (;;) {
    signal.throwIfAborted();
    const { bytesRead } = await from.read(block, 0, block.length).catch(unreadable);
    if (bytesRead === 0) break;
    size += bytesRead;
    // It may grow faster than it is read.
    if (size > before.size) throw new UntakenFile(reasons.changed);
    const part = block.subarray(0, bytesRead);
    hash.update(part);
    await writeAll(to, part);
  }
  // Emptied between looking and reading.
  if (size === 0) throw new UntakenFile(reasons.empty);
  const after = await from.stat().catch(unreadable);
  // What was read in part before and in part after a change is neither.
  if (size !== before.size || after.mtimeMs !== before.mtimeMs) throw new UntakenFile(reasons.changed);
  return { size, sha256: hash.digest('hex') };
}

async function writeAll(to: FileHandle, part: Buffer): Promise<void> {
  for (let written = 0; written < part.length; ) {
    const { bytesWritten } = await to.write(part, written).catch(unwritable);
    written += bytesWritten;
  }
}

function unreadable(cause: unknown): never {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') throw new UntakenFile(reasons.gone, { cause });
  if (code === 'EACCES' || code === 'EPERM') throw new UntakenFile(reasons.refused, { cause });
  throw new UntakenFile(reasons.unread, { cause });
}

function unwritable(cause: unknown): never {
  throw writeTrouble(cause);
}
