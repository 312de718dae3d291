import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { JobResult } from '../../contract/rpc/job-procedures.ts';

export type MadeFile = Extract<JobResult, { kind: 'files' }>['files'][number];

export const mimes = {
  pdf: 'application/pdf',
  word: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  zip: 'application/zip',
  /** A `.juli` file is a zip too, but must not be unpacked by a browser that knows better. */
  own: 'application/octet-stream',
} as const;

/** What a job has made, as the window is told of it. */
export function madeFiles(paths: readonly string[], mime: string): Promise<MadeFile[]> {
  return Promise.all(paths.map(async (path) => ({ name: basename(path), size: (await stat(path)).size, mime })));
}
