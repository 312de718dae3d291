import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../contract/errors.ts';
import { juliArchiveLimits } from '../export/juli-archive-format.ts';
import { openZip } from '../export/read-zip.ts';
import { intakeLogName } from './intake-log.ts';

export interface GivenLog {
  /** Where it was read. */
  readonly file: string;
  readonly text: string;
}

/** The log beside the originals, or beside the folder that holds them; most folders have none. */
export async function findLogBeside(folder: string): Promise<GivenLog | undefined> {
  for (const file of [join(folder, intakeLogName), join(folder, '..', intakeLogName)]) {
    const text = await readFile(file, 'utf8').catch(() => undefined);
    if (text !== undefined) return { file, text };
  }
  return undefined;
}

/** @throws AppError NOT_FOUND where there is none, ARCHIVE_INVALID for a `.juli` file that is not one. */
export async function readGivenLog(given: string, signal: AbortSignal): Promise<GivenLog> {
  if (given.toLowerCase().endsWith('.juli')) return { file: given, text: await logInArchive(given, signal) };
  const isFolder = (await stat(given).catch(() => undefined))?.isDirectory() === true;
  const file = isFolder ? join(given, intakeLogName) : given;
  const text = await readFile(file, 'utf8').catch((cause: unknown): never => {
    throw new AppError('NOT_FOUND', { file }, { cause });
  });
  return { file, text };
}

async function logInArchive(file: string, signal: AbortSignal): Promise<string> {
  const zip = await openZip(file, file, juliArchiveLimits, signal);
  try {
    if (!zip.sizes.has(intakeLogName)) throw new AppError('NOT_FOUND', { file: `${file}/${intakeLogName}` });
    return Buffer.from(await zip.bytes(intakeLogName, signal)).toString('utf8');
  } finally {
    zip.close();
  }
}
