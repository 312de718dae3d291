import { createHash } from 'node:crypto';
import { type FileHandle, open, rename, stat } from 'node:fs/promises';
import { hashFile } from '../hash-file.ts';
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
}

/** A file of 4 GB does not fit on the memory sticks and into the mail boxes that evidence travels by. */
const mostBytes = 4 * 1024 ** 3 - 1;
const blockSize = 1024 * 1024;

/**
 * Copies a file to `target` and hashes what it copies, in one pass; the file itself is only read. The host's own copy
 * of an upload is moved instead, where it lies on the same disk. Throws UntakenFile for a file that cannot be taken,
 * an AppError when our side cannot write.
 */
export async function bringIn(
  source: { readonly path: string; readonly isTemporary: boolean },
  target: string,
  signal: AbortSignal,
): Promise<Arrival> {
  signal.throwIfAborted();
  await refuseUnfit(source.path);
  if (source.isTemporary && (await moves(source.path, target))) {
    return { path: target, ...(await hashFile(target, signal)) };
  }
  const from = await open(source.path, 'r').catch(unreadable);
  try {
    const to = await open(target, 'wx', 0o600).catch(unwritable);
    try {
      return { path: target, ...(await copyHashing(from, to, signal)) };
    } finally {
      await to.close();
    }
  } finally {
    await from.close();
  }
}

/** Looked at before it is opened: opening a pipe would wait for ever. */
async function refuseUnfit(path: string): Promise<void> {
  const status = await stat(path).catch(unreadable);
  if (status.isDirectory()) throw new UntakenFile('这是一个文件夹，没有收录。请把整个文件夹拖进来，或者选择里面的文件');
  if (!status.isFile()) throw new UntakenFile('这不是一个普通的文件，没有收录');
  if (status.size === 0) throw new UntakenFile(reasons.empty);
  if (status.size > mostBytes) throw new UntakenFile(reasons.tooLarge);
}

const reasons = {
  empty: '文件是空的（0 字节），没有收录。可能还没有下载完或同步完，请打开看一看，再添加一次',
  tooLarge: '文件超过 4 GB，没有收录。录像请先截取要用的那一段，原文件另行保管',
  gone: '文件已经不在原处，没有收录。可能被移动、改名或删除了，请找到后再添加一次',
  refused: '没有读取这个文件的权限，没有收录。请把它复制到桌面后再添加一次',
  unread: '文件读不出来，没有收录。可能正被别的程序使用，或者还没有同步到这台电脑；请关闭它、等同步完成，再添加一次',
} as const;

async function moves(from: string, to: string): Promise<boolean> {
  return rename(from, to).then(
    () => true,
    () => false,
  );
}

async function copyHashing(from: FileHandle, to: FileHandle, signal: AbortSignal) {
  const hash = createHash('sha256');
  const block = Buffer.allocUnsafe(blockSize);
  let size = 0;
  for (;;) {
    signal.throwIfAborted();
    const { bytesRead } = await from.read(block, 0, blockSize).catch(unreadable);
    if (bytesRead === 0) break;
    size += bytesRead;
    if (size > mostBytes) throw new UntakenFile(reasons.tooLarge);
    const part = block.subarray(0, bytesRead);
    hash.update(part);
    await writeAll(to, part);
  }
  // Emptied between looking and reading.
  if (size === 0) throw new UntakenFile(reasons.empty);
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
