import { randomUUID } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AppError } from '../contract/errors.ts';
import { caseId } from '../contract/rpc/case-procedures.ts';
import { parseCase } from './cases/parse-case.ts';
import { readCaseFolder } from './cases/read-case-folder.ts';
import type { TakeResult } from './evidence/intake/sort-files.ts';
import type { ImportedCase } from './export/case-import.ts';
import type { ExportedCase } from './export/juli-archive.ts';
import { intakeLogName } from './integrity/intake-log.ts';
import { readFolderTimestamps } from './integrity/timestamps/folder-timestamps.ts';
import { memoise } from './memoise.ts';
import type { Clock, Running } from './ports.ts';
import type { OpenCase } from './prepared-case.ts';
import type { Store } from './store/store.ts';

export const isCaseId = (source: string) => caseId.safeParse(source).success;
export const isJuliFile = (source: string) => source.toLowerCase().endsWith('.juli');

/** The cases that can be named: by their folder (or the path of its case.json), their `.juli` file, or their id. */
export interface CaseSources {
  /** Throws CASE_INVALID where something in it cannot be read: what is named from outside is taken as it is, or not. */
  open(source: string, running: Running): Promise<OpenCase>;
  toExport(source: string, running: Running): Promise<ExportedCase>;
  /** Puts the case of a folder or a `.juli` file into the data folder. */
  import(source: string, running: Running): Promise<ImportedCase>;
  /** Takes files into the case of a folder or of the data folder. USAGE for a `.juli` file, which is not changed. */
  add(source: string, files: readonly string[], running: Running): Promise<TakeResult>;
  list(): Promise<readonly ListedCase[]>;
  close(): Promise<void>;
}

export interface ListedCase {
  readonly id: string;
  readonly title: string;
  /** Instant, ISO. */
  readonly updatedAt: string;
  readonly isArchived: boolean;
}

export interface CaseSourcePorts {
  readonly clock: Clock;
  /** Where ids are looked up; without one there are none. */
  readonly dataFolder: string | undefined;
  workFolder(): Promise<string>;
}

/** The data folder is opened with the first id, and belongs to this process until `close`. */
export function createCaseSources({ clock, dataFolder, workFolder }: CaseSourcePorts): CaseSources {
  const store = memoise(() => openDataFolder(dataFolder, clock));

  async function read(source: string, running: Running): Promise<ExportedCase & { readonly text: string }> {
    const { caseFileText } = await import('./export/juli-archive.ts');
    if (isJuliFile(source)) {
      const { unpackJuliArchive } = await import('./export/open-juli-archive.ts');
      const folder = join(await workFolder(), randomUUID());
      return unpackJuliArchive({ path: source, name: source }, folder, running);
    }
    const { storedCaseToExport } = await import('./export/exported-case.ts');
    const exported = await storedCaseToExport(await store.get(), source);
    return { ...exported, text: caseFileText(exported.draft) };
  }

  return {
    async open(source, running) {
      if (!isCaseId(source) && !isJuliFile(source)) return openFolder(source);
      const { text, files, intakeLog, timestamps } = await read(source, running);
      const parsed = parseCase(text);
      if (parsed.kind !== 'case') {
        const problems = parsed.kind === 'unreadable' ? [parsed.problem] : parsed.problems;
        throw new AppError('CASE_INVALID', { file: source, problems });
      }
      const places = new Map(files.map(({ path, file }) => [path, file]));
      const nowhere = join(await workFolder(), 'not-there');
      // What the window makes of a case with templates of one's own, the command line makes of it too.
      const ownTemplates = isCaseId(source) ? await templatesIn(dataFolder) : undefined;
      const fileOf = (path: string) => places.get(path) ?? nowhere;
      const intakeLogText = async () => (intakeLog === '' ? undefined : intakeLog);
      return {
        case: parsed.case,
        name: source,
        fileOf,
        intakeLogText,
        timestamps: async () => timestamps,
        key: source,
        ownTemplates,
      };
    },

    async toExport(source, running) {
      if (isCaseId(source) || isJuliFile(source)) return read(source, running);
      const { folderCaseToExport } = await import('./export/exported-case.ts');
      return folderCaseToExport(source, running.signal);
    },

    async import(source, running) {
      const { importCaseFolder, importJuliArchive } = await import('./export/case-import.ts');
      const shelf = { store: await store.get(), clock };
      if (!isJuliFile(source)) return importCaseFolder(shelf, source, running);
      return importJuliArchive(shelf, { path: source, name: basename(source) }, running);
    },

    async add(source, paths, running) {
      if (isJuliFile(source)) {
        throw new AppError('USAGE', { detail: '.juli 文件不能直接添加证据，请先用 juli import 放进数据文件夹' });
      }
      const { filesAt } = await import('./files/files-at.ts');
      const files = await filesAt(paths);
      if (!isCaseId(source)) {
        const { addToFolder } = await import('./evidence/intake/add-to-folder.ts');
        return addToFolder(source, files, clock, running);
      }
      const { takeEvidence } = await import('./evidence/intake/take-evidence.ts');
      const order = { caseId: source, files, how: 'command-line' } as const;
      return (await takeEvidence({ store: await store.get(), clock }, order, running)).result;
    },

    async list() {
      const { cases } = await store.get();
      const shelves = ['open', 'archived'] as const;
      return shelves.flatMap((shelf) => listed(cases, shelf));
    },

    async close() {
      (await store.forget())?.close();
    },
  };
}

/** All of a shelf, page by page: a page is limited for the sake of windows. */
function listed(cases: Store['cases'], shelf: 'open' | 'archived'): ListedCase[] {
  const found: ListedCase[] = [];
  for (;;) {
    const query = { text: '', shelf, sort: 'updated', offset: found.length, limit: 200 } as const;
    const page = cases.list(query).cases;
    if (page.length === 0) return found;
    found.push(...page.map(({ id, title, updatedAt }) => ({ id, title, updatedAt, isArchived: shelf === 'archived' })));
  }
}

async function openFolder(caseFolder: string): Promise<OpenCase> {
  const { case: file, folder } = await readCaseFolder(caseFolder);
  return {
    case: file,
    name: join(folder, 'case.json'),
    fileOf: (path) => join(folder, path),
    intakeLogText: () => logIn(folder),
    timestamps: () => readFolderTimestamps(folder),
    key: folder,
  };
}

async function logIn(folder: string): Promise<string | undefined> {
  return readFile(join(folder, intakeLogName), 'utf8').catch(() => undefined); // most folders were filled by hand
}

async function templatesIn(dataFolder: string | undefined): Promise<string | undefined> {
  if (dataFolder === undefined) return;
  const folder = join(dataFolder, 'templates');
  const found = await stat(folder).catch(() => undefined);
  return found?.isDirectory() === true ? folder : undefined;
}

async function openDataFolder(dataFolder: string | undefined, clock: Clock): Promise<Store> {
  if (dataFolder === undefined) {
    throw new AppError('USAGE', { detail: '没有说明数据文件夹在哪里，因此只能用案件文件夹或 .juli 文件' });
  }
  const [{ openStore }, { caseFacts }] = await Promise.all([
    import('./store/open-store.ts'),
    import('./drafts/case-facts.ts'),
  ]);
  return openStore({ folder: dataFolder, factsOf: caseFacts, now: () => clock.now(), newId: randomUUID });
}
