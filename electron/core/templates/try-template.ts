import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { AppError } from '../../contract/errors.ts';
import type { TemplateProblem } from '../../contract/rpc/house-procedures.ts';
import { checkTemplates } from '../render/check/check-templates.ts';
import type { ExampleModels } from '../render/check/example-models.ts';
import { inspectOverlay, readTemplateFile } from '../render/overlay.ts';
import { sourceProblems } from '../render/template-source.ts';
import { readTemplates, type Templates } from '../render/templates.ts';

/** A text as one's own template of that path, before it is one. */
export interface TriedTemplate {
  readonly path: string;
  readonly text: string;
}

export interface TemplateTrial {
  readonly templatesFolder: string;
  /** Templates of one's own that are in use beside the one that is tried. */
  readonly ownFolder: string;
  readonly models: ExampleModels;
}

export interface TrialResult {
  readonly problems: readonly TemplateProblem[];
  /** With the text in place; unset where it cannot be used. */
  readonly templates: Templates | undefined;
}

/** Lays the text over the templates in use, in a folder of its own that is gone afterwards, and tells what is wrong. */
export async function tryTemplate({ path, text }: TriedTemplate, trial: TemplateTrial): Promise<TrialResult> {
  const folder = await mkdtemp(join(tmpdir(), 'juli-template-'));
  try {
    // What could not be used before, and has nothing to do with this text, must not keep it from being used.
    const { files, own } = await inspectOverlay(trial.templatesFolder, trial.ownFolder);
    for (const name of own) {
      const source = files.get(name);
      if (
        name === path ||
        source === undefined ||
        sourceProblems(name, await readTemplateFile(name, source)).length > 0
      )
        continue;
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await cp(source, join(folder, name));
    }
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
    const found = await checkTemplates(trial.templatesFolder, folder, trial.models);
    const problems = found.map(({ file, line, detail, severity }) => ({
      path: file,
      ...(line === undefined ? {} : { line }),
      severity,
      detail: `${detail}。`,
    }));
    if (problems.some(({ severity }) => severity === 'error')) return { problems, templates: undefined };
    return { problems, templates: await readTemplates(trial.templatesFolder, folder) };
  } catch (cause) {
    if (!(cause instanceof AppError) || cause.code !== 'TEMPLATE_INVALID') throw cause;
    return { problems: [problemOf(cause, path)], templates: undefined };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** `documents/refund-request.hbs:12` and what is wrong there, as the renderer names it. */
export function problemOf({ data }: AppError, path: string): TemplateProblem {
  const [, file = path, line] = /^(.*?)(?::(\d+))?$/.exec(data.file ?? path) ?? [];
  return {
    path: file,
    ...(line === undefined ? {} : { line: Number(line) }),
    severity: 'error',
    detail: `${data.detail ?? '这个模板不能用'}。`,
  };
}
