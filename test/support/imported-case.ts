import { readdir } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import type { TestWindow } from './window.ts';

/** Takes a case folder in as if it had been dropped on the window; resolves to the id of the case. */
export async function importFolder({ client, workspace }: TestWindow, folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const tickets = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      const relativePath = join(basename(folder), relative(folder, path));
      return workspace().files.admit({ path, name, relativePath, isTemporary: false });
    });
  const { job } = await client.cases.import({ tickets });
  for await (const { result } of await client.jobs.watch({ id: job })) {
    if (result?.kind === 'imported' && result.cases[0] !== undefined) return result.cases[0].id;
  }
  throw new Error('the folder was not taken in');
}
