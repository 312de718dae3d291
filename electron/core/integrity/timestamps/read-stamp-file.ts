import { readFile, stat } from 'node:fs/promises';
import { AppError } from '../../../contract/errors.ts';

/** Requests, replies and certificates are a few kilobytes; a file of all roots of a system is some hundred. */
const largestStampFile = 4 * 1024 * 1024;

/** @throws AppError NOT_FOUND for what is not there, USAGE for what is far too large to be one. */
export async function readStampFile(file: string): Promise<Uint8Array> {
  const missing = (cause: unknown): never => {
    throw new AppError('NOT_FOUND', { file }, { cause });
  };
  const status = await stat(file).catch(missing);
  if (!status.isFile()) throw new AppError('NOT_FOUND', { file, detail: '不是文件' });
  if (status.size > largestStampFile) {
    throw new AppError('USAGE', { detail: `${file} 太大，不是时间戳文件或证书文件` });
  }
  return readFile(file).catch(missing);
}
