import { readdir, stat } from 'node:fs/promises';
import { basename, join, relative, resolve, sep } from 'node:path';
import type { AdmittedFile } from './files.ts';

const link = '这是一个链接，不是文件本身，没有收录。需要它时，请找到它指向的文件，直接添加那个文件';

/**
 * Files by their paths, and of folders all that is in them. One that is not there is named when it is to be read. A link
 * in a folder is not followed: it may lead anywhere, and nobody has named what it leads to.
 */
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
        .filter((entry) => !entry.isDirectory())
        .map((entry) => {
          const place = join(entry.parentPath, entry.name);
          const relativePath = join(name, relative(path, place)).split(sep).join('/');
          const file = { path: place, name: entry.name, relativePath, isTemporary: false };
          return entry.isSymbolicLink() ? { ...file, leftOut: link } : file;
        });
    }),
  );
  return found.flat();
}
