import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import type { PDFDocument } from 'pdf-lib';
import { AppError } from '../../contract/errors.ts';
import type { VerifyResult } from '../../contract/verify-result.ts';
import { hashFile } from '../evidence/hash-file.ts';
import { loadPdf } from '../evidence/pdf/load-pdf.ts';
import { type Manifest, readManifest } from './manifest.ts';

/**
 * Recomputes the SHA-256 of every original against the manifest in the packet. `folder` is the case folder, or
 * the folder inside it that holds all the evidence. A file that the packet itself could not find counts as the
 * same while it is still missing.
 */
export async function verifyPacket(packet: string, folder: string, signal: AbortSignal): Promise<VerifyResult> {
  const manifest = readManifest(await loadPacket(packet), packet);
  const root = await originalsRoot(manifest, folder);
  const files: VerifyResult['files'] = [];
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
  const itself = await realpath(packet);
  for (const path of await filesBelow(folder)) {
    const isOurs = path === 'case.json' || (await realpath(join(folder, path))) === itself;
    if (!known.has(path) && !isOurs) files.push({ path, status: 'extra' });
  }
  return { packet: resolve(packet), ok: files.every(({ status }) => status === 'same'), files };
}

async function loadPacket(packet: string): Promise<PDFDocument> {
  const bytes = await readFile(packet).catch((cause: unknown): never => {
    throw new AppError('NOT_FOUND', { file: packet }, { cause });
  });
  return loadPdf(bytes).catch((cause: unknown): never => {
    throw new AppError('NOT_A_PACKET', { file: packet, detail: '这不是可以读出的 PDF' }, { cause });
  });
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

/** Every file below `folder`, relative, with forward slashes, in a fixed order. */
async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}
