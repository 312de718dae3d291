import { AppError } from '../../../contract/errors.ts';
import { type OpenZip, openZip } from '../../export/read-zip.ts';
import { UnusableFile } from '../unusable-file.ts';

/** Far more than any letter or table people write; a file that unpacks to more was made to fill memory. */
const limits = { mostEntries: 5_000, mostBytes: 256 * 1024 * 1024 };

/** Opens the zip that a Word file or a workbook is, with its list of parts checked. Throws UnusableFile. */
export async function openOfficeFile(path: string, signal: AbortSignal): Promise<OpenZip> {
  return openZip(path, path, limits, signal).catch((cause: unknown): never => {
    signal.throwIfAborted();
    throw refusalOf(cause);
  });
}

/** A part of it, held to the size that the list gives. Undefined when there is no such part. */
export async function officePart(zip: OpenZip, name: string, signal: AbortSignal): Promise<Uint8Array | undefined> {
  if (!zip.sizes.has(name)) return undefined;
  return zip.bytes(name, signal).catch((cause: unknown): never => {
    signal.throwIfAborted();
    throw refusalOf(cause);
  });
}

function refusalOf(cause: unknown): unknown {
  if (!(cause instanceof AppError) || cause.code !== 'ARCHIVE_INVALID') return cause;
  const problem = cause.data.problems?.[0];
  const isBomb = problem?.found === '解开后异常地大' || problem?.expected.startsWith('解开后') === true;
  return new UnusableFile(isBomb ? '文件解开后异常地大，不是正常的文档' : '文件已损坏，读不出里面的内容', { cause });
}
