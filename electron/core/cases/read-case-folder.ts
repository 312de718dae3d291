import { readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Case } from '../../contract/case/case-file.ts';
import { AppError, type InputProblem } from '../../contract/errors.ts';
import type { Draft } from '../../contract/rpc/case-procedures.ts';
import { decodeCaseText } from './case-text.ts';
import { isWithin, linkProblems } from './link-problems.ts';
import { parseCase } from './parse-case.ts';
import { readDraft } from './read-draft.ts';

const caseFileName = 'case.json';
/** A case with a thousand events stays under one megabyte; evidence is beside it, not in it. */
const largestCaseFile = 5 * 1024 * 1024;

/**
 * Reads the case in `folder`, which may also be given as the path of its case.json. Resolves to the case and
 * the folder's real path. Missing evidence files are no error here.
 *
 * @throws AppError NOT_FOUND when the folder or case.json is not there or not readable; CASE_INVALID with all
 * problems at once when case.json is refused.
 */
export async function readCaseFolder(folder: string): Promise<{ case: Case; folder: string }> {
  const { place, bytes } = await readCaseBytes(folder);
  const decoded = decodeCaseText(bytes);
  if (decoded.kind === 'problem') throw refusal(place.file, [decoded.problem]);
  const parsed = parseCase(decoded.text);
  if (parsed.kind === 'unreadable') throw refusal(place.file, [parsed.problem]);
  const problems = [
    ...(parsed.kind === 'problems' ? parsed.problems : []),
    ...(await linkProblems(place.folder, parsed.raw)),
  ];
  if (parsed.kind === 'problems' || problems.length > 0) throw refusal(place.file, problems);
  return { case: parsed.case, folder: place.folder };
}

/** The same for a case that may be unfinished. Refused is what could not be kept as it is, and paths that lead out. */
export async function readDraftFolder(folder: string): Promise<{ draft: Draft; folder: string }> {
  const { place, bytes } = await readCaseBytes(folder);
  const read = readDraft(bytes);
  const problems = read.kind === 'draft' ? await linkProblems(place.folder, read.draft) : read.problems;
  if (read.kind !== 'draft' || problems.length > 0) throw refusal(place.file, problems);
  return { draft: read.draft, folder: place.folder };
}

async function readCaseBytes(folder: string): Promise<{ place: Place; bytes: Uint8Array }> {
  const place = await placeOf(folder);
  return { place, bytes: await readBytes(place) };
}

interface Place {
  /** The real path of the folder. */
  readonly folder: string;
  /** case.json as the user named it, for messages. */
  readonly file: string;
}

async function placeOf(named: string): Promise<Place> {
  const status = await found(stat(named), named);
  const isFolder = status.isDirectory();
  if (!isFolder && basename(named) !== caseFileName) {
    throw new AppError('NOT_FOUND', { file: named, detail: `应为案件文件夹，或其中的 ${caseFileName}` });
  }
  const file = isFolder ? join(named, caseFileName) : named;
  return { folder: await found(realpath(isFolder ? named : dirname(named)), named), file };
}

async function readBytes({ folder, file }: Place): Promise<Uint8Array> {
  const real = await found(realpath(file), file);
  if (!isWithin(folder, real)) {
    throw refusal(file, [{ path: '$', expected: '案件文件夹内的文件', found: '通向文件夹外的链接' }]);
  }
  const status = await found(stat(real), file);
  if (!status.isFile()) throw new AppError('NOT_FOUND', { file, detail: '不是普通文件' });
  if (status.size > largestCaseFile) {
    const megabytes = (status.size / 1024 / 1024).toFixed(1);
    throw refusal(file, [{ path: '$', expected: '不超过5 MB的文件', found: `${megabytes} MB` }]);
  }
  return await found(readFile(real), file);
}

async function found<T>(promise: Promise<T>, file: string): Promise<T> {
  try {
    return await promise;
  } catch (cause) {
    throw new AppError('NOT_FOUND', { file }, { cause });
  }
}

function refusal(file: string, problems: readonly InputProblem[]): AppError {
  return new AppError('CASE_INVALID', { file, problems });
}
