import { readFile, stat } from 'node:fs/promises';
import type { TemplateProblem } from '../../contract/rpc/house-procedures.ts';
import { openZip } from '../export/read-zip.ts';
import type { AdmittedFile } from '../files/files.ts';
import type { OwnTemplates } from './own-templates.ts';
import { namedTemplate } from './template-names.ts';

export interface ImportedTemplates {
  readonly taken: string[];
  readonly problems: TemplateProblem[];
}

const limits = { mostEntries: 1_000, mostBytes: 50_000_000 };
const largestTemplate = 500_000;

/**
 * Takes templates from a zip, or from single files, each under the folder it is in (`documents/…`). One that cannot be
 * used waits as unfinished with its problems. Throws ARCHIVE_INVALID for a zip that is none.
 */
export async function importTemplates(
  files: readonly AdmittedFile[],
  templates: OwnTemplates,
  signal: AbortSignal,
): Promise<ImportedTemplates> {
  const problems: TemplateProblem[] = [];
  const texts = new Map<string, string>();
  for (const file of files) {
    const found = file.name.toLowerCase().endsWith('.zip') ? await fromZip(file, signal) : await fromFile(file);
    for (const { name, bytes } of found) {
      const path = placeOf(name);
      const text = bytes === undefined ? undefined : decoded(bytes);
      if (path === undefined) {
        problems.push(refusal(name, '不在 documents、partials 或 styles 文件夹里，或者不是模板文件，没有导入。'));
      } else if (text === undefined) {
        problems.push(refusal(path, '文件过大，或者不是 UTF-8 编码的文字，没有导入。'));
      } else {
        texts.set(path, text);
      }
    }
  }
  const taken: string[] = [];
  // Partials and styles first: documents may rely on those that come with them.
  for (const [path, text] of [...texts].sort(([first], [second]) => order(first) - order(second))) {
    const found = await templates.write(path, text);
    problems.push(...found);
    if (!found.some(({ severity }) => severity === 'error')) taken.push(path);
  }
  return { taken, problems };
}

interface FoundFile {
  readonly name: string;
  /** Unset where it is too large for a template. */
  readonly bytes: Uint8Array | undefined;
}

async function fromZip({ path, name }: AdmittedFile, signal: AbortSignal): Promise<FoundFile[]> {
  const zip = await openZip(path, name, limits, signal);
  try {
    const found: FoundFile[] = [];
    for (const [entry, size] of zip.sizes) {
      if (/(?:^|\/)(?:\.|__MACOSX\/|README)/i.test(entry)) continue;
      found.push({ name: entry, bytes: size > largestTemplate ? undefined : await zip.bytes(entry, signal) });
    }
    return found;
  } finally {
    zip.close();
  }
}

async function fromFile({ path, name, relativePath }: AdmittedFile): Promise<FoundFile[]> {
  const { size } = await stat(path);
  const bytes = size > largestTemplate ? undefined : await readFile(path);
  return [{ name: relativePath.includes('/') ? relativePath : name, bytes }];
}

/** The path below templates/; a file that was chosen alone belongs where the built-in one of that name is. */
function placeOf(name: string): string | undefined {
  const steps = name.split('/');
  const within = steps.slice(-2).join('/');
  if (namedTemplate(within) !== undefined) return within;
  if (steps.length > 1) return;
  const folder = name.endsWith('.css') ? 'styles' : 'documents';
  const path = `${folder}/${name}`;
  return namedTemplate(path) === undefined ? undefined : path;
}

function order(path: string): number {
  return path.startsWith('documents/') ? 1 : 0;
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return;
  }
}

function refusal(path: string, detail: string): TemplateProblem {
  return { path: path.slice(0, 200), severity: 'error', detail };
}
