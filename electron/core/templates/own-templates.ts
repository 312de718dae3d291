import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError } from '../../contract/errors.ts';
import type { TemplateFile, TemplateProblem } from '../../contract/rpc/house-procedures.ts';
import { parseLaw, readLawTexts } from '../law/read-law-files.ts';
import { memoise } from '../memoise.ts';
import { exampleModels, readExampleCases } from '../render/check/example-models.ts';
import { inspectOverlay, readTemplateFile, resolveOverlay } from '../render/overlay.ts';
import type { Store } from '../store/store.ts';
import { type NamedTemplate, namedTemplate } from './template-names.ts';
import { type TrialResult, tryTemplate } from './try-template.ts';

/**
 * Templates of one's own in the data folder, each in place of the built-in one of the same path. What was typed is
 * never lost: a text that cannot be used waits in the settings until it can.
 */
export interface OwnTemplates {
  list(): Promise<TemplateFile[]>;
  read(path: string): Promise<TemplateFile & { readonly text: string; readonly builtIn?: string }>;
  /** USAGE for a path that no template may have, STORE_READ_ONLY and WRITE_FAILED as everywhere. */
  write(path: string, text: string): Promise<TemplateProblem[]>;
  /** With `text` in place, for a look at it. */
  attempt(path: string, text: string): Promise<TrialResult>;
  /** Back to the built-in one; what was typed last. */
  reset(path: string): Promise<string | undefined>;
  /** The texts in use that are one's own, by path. */
  own(): Promise<{ readonly path: string; readonly text: string }[]>;
}

export interface OwnTemplatesPorts {
  readonly templatesFolder: string;
  readonly ownFolder: string;
  readonly settings: Store['settings'];
  /** Something is in use that was not before, or the other way round. */
  onChange(): Promise<void>;
}

export function createOwnTemplates({
  templatesFolder,
  ownFolder,
  settings,
  onChange,
}: OwnTemplatesPorts): OwnTemplates {
  // With the built-in tables: templates must be mendable whatever stands in the folder.
  const models = memoise(async () => {
    const [cases, texts] = await Promise.all([
      readExampleCases(templatesFolder),
      resolveOverlay(templatesFolder).then(readLawTexts),
    ]);
    return exampleModels(cases, parseLaw(texts));
  });

  async function inspect() {
    await mkdir(ownFolder, { recursive: true, mode: 0o700 });
    const [{ files: builtIn }, { files, own, problems }] = await Promise.all([
      inspectOverlay(templatesFolder),
      inspectOverlay(templatesFolder, ownFolder),
    ]);
    // Among those that stand in place of a built-in one: no UTF-8, too large, a link that leads elsewhere.
    const unreadable = new Set(problems.map(({ path }) => path).filter((path) => builtIn.has(path)));
    return { builtIn, files, own: new Set([...own, ...unreadable]), unreadable };
  }

  async function attempt(path: string, text: string): Promise<TrialResult> {
    await mkdir(ownFolder, { recursive: true, mode: 0o700 });
    return tryTemplate({ path, text }, { templatesFolder, ownFolder, models: await models.get() });
  }

  async function put(path: string, text: string): Promise<void> {
    const target = join(ownFolder, path);
    const draft = join(dirname(target), `.${randomUUID()}.part`);
    try {
      await mkdir(dirname(target), { recursive: true, mode: 0o700 });
      await writeFile(draft, text, { flush: true });
      await rename(draft, target);
    } catch (cause) {
      await rm(draft, { force: true }).catch(() => undefined);
      throw new AppError('WRITE_FAILED', { file: path }, { cause });
    }
  }

  return {
    async list() {
      const { builtIn, files, own } = await inspect();
      const waiting = settings.draftTexts(waitingPrefix).map(({ key }) => key.slice(waitingPrefix.length));
      return [...new Set([...files.keys(), ...waiting])].sort().flatMap((path) => {
        const named = namedTemplate(path);
        if (named === undefined) return [];
        return [fileOf(path, named, { builtIn, own, isUnfinished: waiting.includes(path) })];
      });
    },

    async read(path) {
      const named = known(path);
      const { builtIn, files, own, unreadable } = await inspect();
      const waiting = settings.draftText(waitingPrefix + path);
      const [inUse, original] = [files.get(path), builtIn.get(path)];
      if (inUse === undefined && waiting === undefined) throw new AppError('NOT_FOUND', { file: path });
      return {
        ...fileOf(path, named, { builtIn, own, isUnfinished: waiting !== undefined }),
        // Nothing can be shown of one that cannot be read, but it can be written anew, or reset.
        text: waiting ?? (inUse === undefined || unreadable.has(path) ? '' : await readTemplateFile(path, inUse)),
        ...(original === undefined ? {} : { builtIn: await readTemplateFile(path, original) }),
      };
    },

    async write(path, text) {
      known(path);
      // First of all it is kept, whatever becomes of it.
      settings.setDraftText(waitingPrefix + path, text);
      const { problems } = await attempt(path, text);
      if (problems.some(({ severity }) => severity === 'error')) return [...problems];
      const original = (await inspectOverlay(templatesFolder)).files.get(path);
      if (original !== undefined && (await readTemplateFile(path, original)) === text) {
        await rm(join(ownFolder, path), { force: true });
      } else {
        await put(path, text);
      }
      settings.setDraftText(waitingPrefix + path, undefined);
      await onChange();
      return [...problems];
    },

    attempt: async (path, text) => {
      known(path);
      return attempt(path, text);
    },

    async reset(path) {
      known(path);
      const { files, own, unreadable } = await inspect();
      const inUse = files.get(path);
      const isReadable = own.has(path) && !unreadable.has(path) && inUse !== undefined;
      const kept = isReadable ? await readTemplateFile(path, inUse) : undefined;
      const removed = settings.draftText(waitingPrefix + path) ?? kept;
      settings.setDraftText(waitingPrefix + path, undefined);
      await rm(join(ownFolder, path), { force: true });
      if (removed !== undefined || unreadable.has(path)) await onChange();
      return removed;
    },

    async own() {
      const { files, own, unreadable } = await inspect();
      const paths = [...own].filter((path) => namedTemplate(path) !== undefined && !unreadable.has(path)).sort();
      return Promise.all(
        paths.map(async (path) => ({ path, text: await readTemplateFile(path, files.get(path) ?? path) })),
      );
    },
  };
}

const waitingPrefix = 'template:';

function known(path: string): NamedTemplate {
  const named = namedTemplate(path);
  if (named !== undefined) return named;
  throw new AppError('USAGE', { detail: `没有名为 ${path.slice(0, 100)} 的模板` });
}

interface Places {
  readonly builtIn: ReadonlyMap<string, string>;
  readonly own: ReadonlySet<string>;
  readonly isUnfinished: boolean;
}

function fileOf(path: string, { kind, title }: NamedTemplate, { builtIn, own, isUnfinished }: Places): TemplateFile {
  return { path, title, kind, isBuiltIn: builtIn.has(path), isOwn: own.has(path), isUnfinished };
}
