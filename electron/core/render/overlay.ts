import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { AppError, type InputProblem } from '../../contract/errors.ts';
import { nearestName } from '../cases/nearest-name.ts';

/** Where each file of the templates lies, by its path below templates/, with `/`: `documents/small-claims.hbs`. */
export type TemplateFiles = ReadonlyMap<string, string>;

export interface InspectedOverlay {
  /** The built-in files, and in place of some of them those of one's own that are sound. */
  readonly files: TemplateFiles;
  /** The paths among them that are one's own. */
  readonly own: ReadonlySet<string>;
  /** Files of one's own that cannot be used, by their path in the folder. */
  readonly problems: readonly InputProblem[];
}

const kinds = [
  { folder: 'documents', extension: '.hbs', mayAdd: false },
  { folder: 'partials', extension: '.hbs', mayAdd: true },
  { folder: 'styles', extension: '.css', mayAdd: true },
  { folder: 'law', extension: '.json', mayAdd: false },
] as const;

/** What stands around papers and evidence keeps the printed page from loading anything; no frame is replaced. */
const frames: readonly string[] = [
  'documents/packet.hbs',
  'documents/evidence-pages.hbs',
  'documents/inserted-sheets.hbs',
];

export function isFrame(path: string): boolean {
  return frames.includes(path);
}
const largestFile = 1024 * 1024;

/**
 * The files of `base` with those of `overlay` laid over them: the same path replaces, partials and styles may be
 * added. Throws NOT_FOUND where there is no such folder, and TEMPLATE_INVALID naming every file that has no place here,
 * leads out of the folder, is too large, or is no UTF-8.
 */
export async function resolveOverlay(base: string, overlay?: string): Promise<TemplateFiles> {
  const { files, problems } = await inspectOverlay(base, overlay);
  if (problems.length > 0) throw new AppError('TEMPLATE_INVALID', { file: overlay ?? base, problems });
  return files;
}

/** The same without throwing for single files: `juli templates check` reports them all. */
export async function inspectOverlay(base: string, overlay?: string): Promise<InspectedOverlay> {
  const builtIn = await filesBelow(base);
  const files = new Map(builtIn.filter(isTemplate).map((path) => [path, join(base, path)]));
  if (overlay === undefined) return { files, own: new Set(), problems: [] };
  const root = await realpath(overlay).catch((cause: unknown) => {
    throw new AppError('NOT_FOUND', { file: overlay }, { cause });
  });
  const own = new Set<string>();
  const problems: InputProblem[] = [];
  const known = [...files.keys()];
  for (const path of await filesBelow(root, '')) {
    const problem = placeProblem(path, known) ?? (await fileProblem(root, path));
    if (problem === undefined) {
      files.set(path, join(root, path));
      own.add(path);
    } else {
      problems.push(problem);
    }
  }
  return { files, own, problems };
}

/** The text of one file. Throws TEMPLATE_INVALID when it is no UTF-8. */
export async function readTemplateFile(name: string, path: string): Promise<string> {
  const text = decoded(await readFile(path));
  if (text === undefined) throw new AppError('TEMPLATE_INVALID', { file: name, detail: '不是 UTF-8 编码的文字' });
  return text;
}

/** Every file, by path with `/`, sorted. What an editor or a version control system leaves about does not count. */
async function filesBelow(root: string, only?: string): Promise<string[]> {
  const roots = only === undefined ? kinds.map(({ folder }) => folder) : [only];
  const lists = await Promise.all(
    roots.map(async (folder) => {
      const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch(
        (cause: unknown) => {
          if (only === undefined) return [];
          throw new AppError('NOT_FOUND', { file: root }, { cause });
        },
      );
      return entries
        .filter((entry) => !entry.isDirectory())
        .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'));
    }),
  );
  return lists
    .flat()
    .filter((path) => !path.split('/').some((step) => step.startsWith('.')) && !/(?:^|\/)README\.\w+$/i.test(path))
    .sort();
}

function kindOf(path: string): (typeof kinds)[number] | undefined {
  return kinds.find(({ folder, extension }) => path.startsWith(`${folder}/`) && path.endsWith(extension));
}

function isTemplate(path: string): boolean {
  return kindOf(path) !== undefined;
}

/** A name that no built-in file has would never be read, and nobody would be told. */
function placeProblem(path: string, known: readonly string[]): InputProblem | undefined {
  if (isFrame(path)) {
    return { path, expected: '文书、片段、样式或法律数据', found: '整卷的外框，不能替换；请改用 styles 中的样式' };
  }
  const kind = kindOf(path);
  const isFlat = path.split('/').length === 2;
  if (known.includes(path) || (kind?.mayAdd === true && isFlat)) return undefined;
  // Compared by name within the folder: all of them share the rest.
  const folder = known.filter((name) => name.startsWith(path.slice(0, path.lastIndexOf('/') + 1)));
  const nearest = nearestName(stemOf(path), folder.map(stemOf));
  const hint =
    nearest === undefined ? '' : `，最接近的是 ${folder.find((name) => stemOf(name) === nearest) ?? nearest}`;
  return { path, expected: `内置模板中有的文件名${hint}`, found: '没有这个名称，不会被用到' };
}

function stemOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
}

async function fileProblem(root: string, path: string): Promise<InputProblem | undefined> {
  const target = await realpath(join(root, path)).catch(() => undefined);
  if (target === undefined) return { path, expected: '可以读取的文件', found: '读不到' };
  if (!target.startsWith(`${root}${sep}`)) {
    return { path, expected: '文件夹里的文件', found: '链接，指向文件夹之外' };
  }
  const { size } = await stat(target);
  if (size > largestFile) return { path, expected: '不超过 1 MB 的文件', found: `${size} 字节` };
  const text = decoded(await readFile(target));
  return text === undefined ? { path, expected: 'UTF-8 编码的文字', found: '其他编码' } : undefined;
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
