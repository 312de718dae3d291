import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { JobResult } from '../../contract/rpc/job-procedures.ts';
import { hashFile } from '../evidence/hash-file.ts';

export type MadeFile = Extract<JobResult, { kind: 'files' }>['files'][number];

export const mimes = {
  pdf: 'application/pdf',
  word: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  zip: 'application/zip',
  /** A `.juli` file is a zip too, but must not be unpacked by a browser that knows better. */
  own: 'application/octet-stream',
} as const;

/** The same for packets, each with its SHA-256. */
export async function madePackets(paths: readonly string[], signal: AbortSignal): Promise<MadeFile[]> {
  const files = await madeFiles(paths, mimes.pdf);
  const hashes: string[] = [];
  for (const path of paths) hashes.push((await hashFile(path, signal)).sha256);
  return files.map((file, index) => ({ ...file, sha256: hashes[index] }));
}

/** What a job has made, as the window is told of it. */
export function madeFiles(paths: readonly string[], mime: string): Promise<MadeFile[]> {
  return Promise.all(paths.map(async (path) => ({ name: basename(path), size: (await stat(path)).size, mime })));
}
