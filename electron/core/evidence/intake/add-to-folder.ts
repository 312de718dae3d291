import { randomUUID } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { applyChange } from '../../../contract/case/apply-change.ts';
import { defaultLimits } from '../../../contract/evidence-limits.ts';
import type { Draft } from '../../../contract/rpc/case-procedures.ts';
import { evidencePaths } from '../../cases/evidence-paths.ts';
import { readDraftFolder } from '../../cases/read-case-folder.ts';
import { caseFileText } from '../../export/juli-archive.ts';
import { caseFileName } from '../../export/juli-archive-format.ts';
import type { AdmittedFile } from '../../files/files.ts';
import { appendLine, type IntakeEntry, intakeLogName, lineText, readIntakeLog } from '../../integrity/intake-log.ts';
import type { Clock, Running } from '../../ports.ts';
import type { FileRow } from '../../store/store.ts';
import { hashFile } from '../hash-file.ts';
import { addItems } from './add-items.ts';
import { arriveFiles } from './arrive-files.ts';
import { openDescribing } from './describing.ts';
import { sortFiles, type TakeResult } from './sort-files.ts';
import { writeTrouble } from './write-trouble.ts';

/**
 * Takes files into the case of a folder as the window takes them into one of its own: copied and hashed, archives opened,
 * the same bytes recognised, a line each in the intake log. case.json is written last and put in place whole; until then
 * whatever was added is taken out again when something fails. Throws like `readDraftFolder`, and WRITE_FAILED.
 */
export async function addToFolder(
  caseFolder: string,
  files: readonly AdmittedFile[],
  clock: Clock,
  running: Running,
): Promise<TakeResult> {
  const { draft, folder: place } = await readDraftFolder(caseFolder);
  const present = await presentFiles(place, draft, running.signal);
  const folder = await mkdtemp(join(place, '.juli-adding-')).catch(unwritable);
  const { describing, close } = openDescribing(folder, defaultLimits);
  const placed: string[] = [];
  try {
    const hashes = new Set(present.map(({ sha256 }) => sha256));
    const known = async (sha256: string) => hashes.has(sha256);
    const { incoming, arrived } = await arriveFiles(files, { describing, known }, running);
    const { rows, items, log, result } = sortFiles({
      draft,
      noted: present,
      files: incoming,
      arrived,
      group: undefined,
      how: 'command-line',
      takenAt: clock.now().toISOString(),
    });
    for (const { path, sha256 } of rows) {
      const from = arrived.get(sha256)?.arrival.path;
      if (from === undefined) continue;
      const to = join(place, path);
      await mkdir(dirname(to), { recursive: true }).catch(unwritable);
      await rename(from, to).catch(unwritable);
      placed.push(to);
      // Like any file of this folder: it belongs to whoever the folder belongs to.
      await chmod(to, 0o644).catch(unwritable);
    }
    if (log.length > 0) await appendToLog(join(place, intakeLogName), log);
    if (items.length > 0) {
      const changed = addItems(draft, items, undefined).reduce((now, change) => applyChange(now, change).draft, draft);
      await putInPlace(join(place, caseFileName), caseFileText(changed)).catch(unwritable);
    }
    return result;
  } catch (cause) {
    await Promise.all(placed.map((path) => rm(path, { force: true })));
    throw cause;
  } finally {
    await close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** What the case names, with its hash, and what else lies beside it, whose names are taken. */
async function presentFiles(place: string, draft: Draft, signal: AbortSignal): Promise<FileRow[]> {
  const named = new Set(evidencePaths(draft));
  const entries = await readdir(join(place, '证据'), { recursive: true, withFileTypes: true }).catch(() => []);
  const beside = entries.map(({ parentPath, name }) => relative(place, join(parentPath, name)).split(sep).join('/'));
  const paths = [...named, ...beside.filter((path) => !named.has(path))];
  const rows: FileRow[] = [];
  for (const path of paths) {
    const found = named.has(path) ? await hashFile(join(place, path), signal).catch(ignoreMissing(signal)) : undefined;
    rows.push({ path, originalName: path, takenAt: '', mime: '', kind: 'other', size: 0, sha256: '', ...found });
  }
  return rows;
}

/** A file that is named and not there is nothing that another could be the same as. */
function ignoreMissing(signal: AbortSignal): () => undefined {
  return () => {
    signal.throwIfAborted();
  };
}

async function appendToLog(path: string, entries: readonly IntakeEntry[]): Promise<void> {
  const text = await readFile(path, 'utf8').catch(() => '');
  let last = readIntakeLog(text).lines.at(-1);
  const lines = entries.map((entry) => {
    last = appendLine(last, entry);
    return `${lineText(last)}\n`;
  });
  const before = text === '' || text.endsWith('\n') ? text : `${text}\n`;
  await putInPlace(path, before + lines.join('')).catch(unwritable);
}

/** Written beside and renamed, so that whoever reads finds the old text or the new one. */
async function putInPlace(path: string, text: string): Promise<void> {
  const beside = `${path}.${randomUUID()}.part`;
  try {
    await writeFile(beside, text, { flag: 'wx', flush: true });
    await rename(beside, path);
  } catch (cause) {
    await rm(beside, { force: true });
    throw cause;
  }
}

function unwritable(cause: unknown): never {
  throw writeTrouble(cause);
}
