import { readdir, realpath, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { AppError } from '../../contract/errors.ts';
import type { VerifyResult } from '../../contract/verify-result.ts';
import { hashFile } from '../evidence/hash-file.ts';
import { intakeLogName } from './intake-log.ts';
import type { Manifest } from './manifest.ts';

type ComparedFile = VerifyResult['files'][number];

/**
 * Recomputes the SHA-256 of every original in `folder`: the case folder, the folder inside it that holds all the
 * evidence, or any folder that the files were copied to, whatever they are called there. A file that the packet itself
 * could not find counts as the same while it is still missing. `ours` are files that are no originals.
 */
export async function compareOriginals(
  manifest: Manifest,
  folder: string,
  ours: readonly string[],
  signal: AbortSignal,
): Promise<ComparedFile[]> {
  const root = await originalsRoot(manifest, folder);
  const files: ComparedFile[] = [];
  for (const original of uniquePaths(manifest)) {
    signal.throwIfAborted();
    const path = root.local(original.path);
    const found = await hashOf(join(folder, path), signal);
    const expected = original.sha256 === '' ? undefined : original.sha256;
    const status =
      found === expected ? 'same' : found === undefined ? 'missing' : expected === undefined ? 'extra' : 'different';
    files.push({
      path,
      status,
      ...(expected === undefined ? {} : { expected }),
      ...(found === undefined ? {} : { found }),
    });
  }
  const known = new Set(files.map(({ path }) => path));
  const extra = (await otherFiles(folder, ours)).filter((path) => !known.has(path));
  return foundElsewhere(files, folder, extra, signal);
}

/** A missing original may be there under another name: then its bytes are the same. */
async function foundElsewhere(
  files: readonly ComparedFile[],
  folder: string,
  extra: readonly string[],
  signal: AbortSignal,
): Promise<ComparedFile[]> {
  const isWanted = files.some(({ status }) => status === 'missing');
  const byHash = new Map<string, string[]>();
  for (const path of isWanted ? extra : []) {
    const hash = await hashOf(join(folder, path), signal);
    if (hash !== undefined) byHash.set(hash, [...(byHash.get(hash) ?? []), path]);
  }
  const taken = new Set<string>();
  const compared = files.map((file): ComparedFile => {
    const foundAt = file.status === 'missing' ? byHash.get(file.expected ?? '')?.shift() : undefined;
    if (foundAt === undefined) return file;
    taken.add(foundAt);
    return { ...file, status: 'renamed', foundAt };
  });
  return [
    ...compared,
    ...extra.filter((path) => !taken.has(path)).map((path): ComparedFile => ({ path, status: 'extra' })),
  ];
}

interface Root {
  /** From a path of the manifest (relative to the case folder) to one relative to the folder given. */
  local(path: string): string;
}

/** Whether paths count from the case folder or from the one folder in it that all of them share. */
async function originalsRoot(manifest: Manifest, folder: string): Promise<Root> {
  const status = await stat(folder).catch(() => undefined);
  if (status?.isDirectory() !== true) throw new AppError('NOT_FOUND', { file: folder });
  const shared = sharedFolder(manifest.files.map(({ path }) => path));
  const asCase = await countExisting(manifest, folder, '');
  const asEvidence = shared === '' ? -1 : await countExisting(manifest, folder, shared);
  const prefix = asEvidence > asCase ? shared : '';
  return { local: (path) => path.slice(prefix.length) };
}

function sharedFolder(paths: readonly string[]): string {
  const first = paths[0]?.split('/').slice(0, -1) ?? [];
  for (let length = first.length; length > 0; length -= 1) {
    const prefix = `${first.slice(0, length).join('/')}/`;
    if (paths.every((path) => path.startsWith(prefix))) return prefix;
  }
  return '';
}

async function countExisting(manifest: Manifest, folder: string, prefix: string): Promise<number> {
  const found = await Promise.all(
    manifest.files.map(({ path }) =>
      stat(join(folder, path.slice(prefix.length))).then(
        () => true,
        () => false,
      ),
    ),
  );
  return found.filter(Boolean).length;
}

function uniquePaths(manifest: Manifest): Manifest['files'] {
  return [...new Map(manifest.files.map((file) => [file.path, file])).values()];
}

async function hashOf(path: string, signal: AbortSignal): Promise<string | undefined> {
  try {
    return (await hashFile(path, signal)).sha256;
  } catch {
    signal.throwIfAborted();
    return undefined; // gone or not readable: reported as missing
  }
}

/** What an exported case folder holds besides its originals. */
const caseFiles: readonly string[] = ['case.json', intakeLogName];

/** Every file below `folder` that may be an original, relative, with forward slashes, in a fixed order. */
async function otherFiles(folder: string, ours: readonly string[]): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((path) => !caseFiles.includes(path) && !/\.(tsq|tsr|sha256)$/iu.test(path))
    .sort();
  const itself = await Promise.all(ours.map((file) => realpath(file).catch(() => undefined)));
  const places = await Promise.all(paths.map((path) => realpath(join(folder, path)).catch(() => undefined)));
  return paths.filter((_, index) => places[index] === undefined || !itself.includes(places[index]));
}
