import { realpath } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '../contract/errors.ts';
import { isCaseId, isJuliFile } from './case-source.ts';
import type { Running } from './ports.ts';
import type { Workspace } from './workspace.ts';

/**
 * The id of the case that is named by its folder, its `.juli` file or its id. A folder or file is taken in once: named
 * again, it leads to the case that was made of it and edited since, not to a second copy.
 */
export async function openCaseSource(
  workspace: Pick<Workspace, 'store' | 'clock'>,
  source: string,
  running: Running,
): Promise<string> {
  const { cases, settings } = workspace.store;
  if (isCaseId(source)) return cases.get(source).id;
  const place = await realpath(source).catch((cause: unknown) => {
    throw new AppError('NOT_FOUND', { file: source }, { cause });
  });
  const memory = `opened:${place}`;
  const known = settings.draftText(memory);
  if (known !== undefined && isKept(workspace, known)) return known;
  const { importCaseFolder, importJuliArchive } = await import('./export/case-import.ts');
  const { id } = isJuliFile(place)
    ? await importJuliArchive(workspace, { path: place, name: basename(place) }, running)
    : await importCaseFolder(workspace, place, running);
  settings.setDraftText(memory, id);
  return id;
}

/** Neither in the bin nor gone for good. */
function isKept({ store }: Pick<Workspace, 'store'>, id: string): boolean {
  return [...store.cases.ids('open'), ...store.cases.ids('archived')].includes(id);
}
