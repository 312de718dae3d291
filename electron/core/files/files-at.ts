import { readdir, stat } from 'node:fs/promises';
import { basename, join, relative, resolve, sep } from 'node:path';
import type { AdmittedFile } from './files.ts';

/** Files by their paths, and of folders all that is in them. One that is not there is named when it is to be read. */
export async function filesAt(paths: readonly string[]): Promise<AdmittedFile[]> {
  const found = await Promise.all(
    paths.map(async (named): Promise<AdmittedFile[]> => {
      const path = resolve(named);
      const name = basename(path);
      if ((await stat(path).catch(() => undefined))?.isDirectory() !== true) {
        return [{ path, name, relativePath: name, isTemporary: false }];
      }
      const entries = await readdir(path, { recursive: true, withFileTypes: true });
      return entries
        .filter((entry) => entry.isFile())
        .map((entry) => {
          const place = join(entry.parentPath, entry.name);
          const relativePath = join(name, relative(path, place)).split(sep).join('/');
          return { path: place, name: entry.name, relativePath, isTemporary: false };
        });
    }),
  );
  return found.flat();
}
