import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type FiledTimestamp,
  isTimestampFile,
  type TimestampFile,
  timestampFolder,
  timestampsIn,
} from './kept-timestamps.ts';

/** A reply has a few kilobytes; the list of the originals of a large case has a few megabytes. */
export const largestTimestampFile = 16 * 1024 * 1024;

/** The time stamps that lie beside a case.json; none where nobody put any there. */
export async function readFolderTimestamps(folder: string): Promise<FiledTimestamp[]> {
  const names = await readdir(join(folder, timestampFolder)).catch(() => []);
  const paths = names.map((name) => `${timestampFolder}/${name}`);
  return readTimestampFiles(paths.map((path) => ({ path, file: join(folder, path) })));
}

/** Those among files that were given one by one; what is no part of one, or cannot be read, is passed over. */
export async function readTimestampFiles(
  given: readonly { readonly path: string; readonly file: string }[],
): Promise<FiledTimestamp[]> {
  const files = await Promise.all(
    given.map(async ({ path, file }): Promise<TimestampFile[]> => {
      if (!isTimestampFile(path)) return [];
      const status = await stat(file).catch(() => undefined);
      if (status?.isFile() !== true || status.size > largestTimestampFile) return [];
      const bytes = await readFile(file).catch(() => undefined);
      return bytes === undefined ? [] : [{ path, bytes }];
    }),
  );
  return timestampsIn(files.flat());
}
