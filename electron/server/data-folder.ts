import { resolve } from 'node:path';
import envPaths from 'env-paths';

/** The folder with the user's cases: the one that was named, or where the system keeps such things. */
export function dataFolderOf(named: string | undefined): string {
  return resolve(named ?? envPaths('juli', { suffix: '' }).data);
}
