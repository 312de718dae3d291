import { AppError } from '../contract/errors.ts';
import type { EvidenceReader } from './evidence/read-evidence.ts';
import type { OpenCase } from './prepared-case.ts';

/**
 * Makes PDFs of the case readable. Throws USAGE for a password that opens nothing: a packet without those pages was not
 * asked for.
 */
export async function unlockEvidence(
  { case: file, fileOf }: OpenCase,
  passwords: ReadonlyMap<string, string>,
  reader: Pick<EvidenceReader, 'unlock'>,
  signal: AbortSignal,
): Promise<void> {
  const known = new Set(file.evidence.flatMap(({ files }) => files.map(({ path }) => path)));
  for (const [path, password] of passwords) {
    if (!known.has(path)) throw new AppError('USAGE', { detail: `案件里没有证据文件 ${path}，它的密码没有用处` });
    if (!(await reader.unlock(fileOf(path), password, signal))) {
      throw new AppError('USAGE', { detail: `给出的密码打不开 ${path}` });
    }
  }
}
