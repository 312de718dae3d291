import { AppError } from '../../../contract/errors.ts';
import { type OpenZip, openZip } from '../../export/read-zip.ts';
import { UnusableFile } from '../unusable-file.ts';
import type { OfficeKind } from './office-files.ts';

/** Far more than any letter or table people write; a file that unpacks to more was made to fill memory. */
const limits = { mostEntries: 5_000, mostBytes: 256 * 1024 * 1024 };

export interface OfficeFile extends OpenZip {
  readonly kind: OfficeKind;
}

/** Opens the zip that a Word file or a workbook is, with its list of parts checked. Throws UnusableFile. */
export async function openOfficeFile(path: string, kind: OfficeKind, signal: AbortSignal): Promise<OfficeFile> {
  const zip = await openZip(path, path, limits, signal).catch((cause: unknown): never => {
    signal.throwIfAborted();
    throw refusalOf(kind, cause);
  });
  return { ...zip, kind };
}

/** A file that is cut off looks whole in a folder; people learn of it here. */
export function damagedOfficeFile(kind: OfficeKind): string {
  return `这个 ${kind}不完整或已损坏，打不开，可能没有下载完或传送时中断；请从原处重新取得一份，用 Word 或 WPS 能打开后再添加`;
}

/** A part of it, held to the size that the list gives. Undefined when there is no such part. */
export async function officePart(zip: OfficeFile, name: string, signal: AbortSignal): Promise<Uint8Array | undefined> {
  if (!zip.sizes.has(name)) return undefined;
  return zip.bytes(name, signal).catch((cause: unknown): never => {
    signal.throwIfAborted();
    throw refusalOf(zip.kind, cause);
  });
}

function refusalOf(kind: OfficeKind, cause: unknown): unknown {
  if (!(cause instanceof AppError) || cause.code !== 'ARCHIVE_INVALID') return cause;
  const problem = cause.data.problems?.[0];
  const isBomb = problem?.found === '解开后异常地大' || problem?.expected.startsWith('解开后') === true;
  return new UnusableFile(isBomb ? '文件解开后异常地大，不是正常的文档' : damagedOfficeFile(kind), { cause });
}
