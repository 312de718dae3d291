import { readFile, stat } from 'node:fs/promises';
import { posix } from 'node:path';
import { AppError } from '../../contract/errors.ts';
import type { JobResult } from '../../contract/rpc/job-procedures.ts';
import { evidencePaths } from '../cases/evidence-paths.ts';
import { readDraft } from '../cases/read-draft.ts';
import type { AdmittedFile } from '../files/files.ts';
import { intakeLogName } from '../integrity/intake-log.ts';
import { readTimestampFiles } from '../integrity/timestamps/folder-timestamps.ts';
import type { Running } from '../ports.ts';
import { shownError } from '../shown-error.ts';
import type { Workspace } from '../workspace.ts';
import { type ImportedCase, type IncomingFile, importCase, importJuliArchive } from './case-import.ts';
import { type LeftOut, readLogFile } from './exported-case.ts';
import { caseFileName, largestCaseFile } from './juli-archive-format.ts';

export type ImportResult = Extract<JobResult, { kind: 'imported' }>;

/**
 * Takes in what someone chose or dropped: each `.juli` file is a case, and so is each folder with a case.json. One that
 * cannot be taken does not keep the others out; when none can, the reason of the first is thrown.
 */
export async function importAdmitted(
  { store, clock, events }: Pick<Workspace, 'store' | 'clock' | 'events'>,
  admitted: readonly AdmittedFile[],
  running: Running,
): Promise<ImportResult> {
  const archives = admitted.filter(({ name }) => name.toLowerCase().endsWith('.juli'));
  const caseFiles = admitted.filter(({ relativePath }) => posix.basename(relativePath) === caseFileName);
  const imports = [
    ...archives.map((file) => ({ file, take: () => importJuliArchive({ store, clock }, file, running) })),
    ...caseFiles.map((file) => ({ file, take: () => importFolder(file) })),
  ];
  if (imports.length === 0) {
    throw new AppError('NOT_FOUND', { detail: `选中的文件里没有 .juli 文件，也没有 ${caseFileName}` });
  }

  async function importFolder(caseFile: AdmittedFile): Promise<ImportedCase> {
    const draft = await readAdmittedCase(caseFile);
    const folder = posix.dirname(caseFile.relativePath);
    const byPath = new Map(admitted.map((file) => [posix.normalize(file.relativePath), file]));
    const takenAt = clock.now().toISOString();
    const missing: LeftOut[] = [];
    const files: IncomingFile[] = [];
    for (const path of evidencePaths(draft)) {
      const file = byPath.get(posix.join(folder, path));
      if (file === undefined) missing.push({ name: path, reason: '选中的文件夹里没有这个文件' });
      else files.push({ path, file: file.path, originalName: file.name, takenAt });
    }
    const logFile = byPath.get(posix.join(folder, intakeLogName));
    const log = { text: logFile === undefined ? '' : await readLogFile(logFile.path), at: takenAt };
    const timestamps = await readTimestampFiles(
      [...byPath].map(([path, { path: file }]) => ({ path: posix.relative(folder, path), file })),
    );
    const imported = await importCase(store, { draft, files, log, timestamps }, running);
    return { ...imported, problems: [...imported.problems, ...missing] };
  }

  const cases: ImportResult['cases'] = [];
  const problems: LeftOut[] = [];
  let first: unknown;
  for (const { file, take } of imports) {
    try {
      const { id, title, problems: leftOut } = await take();
      cases.push({ id, title });
      problems.push(...leftOut);
      events.emit({ kind: 'list' });
    } catch (cause) {
      running.signal.throwIfAborted();
      first ??= cause;
      problems.push({ name: file.relativePath, reason: shownError(cause).text });
    }
  }
  if (cases.length === 0) throw first;
  return { kind: 'imported', cases, ...(problems.length === 0 ? {} : { problems }) };
}

async function readAdmittedCase({ path, relativePath: name }: AdmittedFile) {
  const refuse = (problems: AppError['data']['problems'] = []) =>
    new AppError('CASE_INVALID', { file: name, problems });
  const status = await stat(path).catch((cause: unknown): never => {
    throw new AppError('NOT_FOUND', { file: name }, { cause });
  });
  if (status.size > largestCaseFile) {
    throw refuse([{ path: '$', expected: '不超过5 MB的文件', found: '更大的文件' }]);
  }
  const read = readDraft(await readFile(path));
  if (read.kind === 'problems') throw refuse(read.problems);
  return read.draft;
}
