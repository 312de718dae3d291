import { rm } from 'node:fs/promises';
import type { AdmittedFile } from './files.ts';

/** Deletes what the host copied for us, and leaves alone what is the user's own. Never rejects: the next start tidies up. */
export async function discardAdmitted(files: readonly AdmittedFile[]): Promise<void> {
  const ours = files.filter(({ isTemporary }) => isTemporary);
  await Promise.all(ours.map(({ path }) => rm(path, { force: true }).catch(() => undefined)));
}
