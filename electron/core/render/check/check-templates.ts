import { inspectOverlay, readTemplateFile, type TemplateFiles } from '../overlay.ts';
import { parseTemplate, sourceProblems } from '../template-source.ts';
import type { ExampleModels } from './example-models.ts';
import { mergeShapes, shapeOf } from './model-shape.ts';
import { requiredFields } from './required-fields.ts';
import { type TemplateTrees, type Walk, walkTemplate } from './template-walk.ts';

/** One thing to mend in templates of one's own. */
export interface TemplateProblem {
  /** Errors keep a paper from printing, or from holding what the law asks of it; warnings are for the author to weigh. */
  readonly severity: 'error' | 'warning';
  /** The path in the folder: `documents/small-claims.hbs`. */
  readonly file: string;
  /** From 1; `undefined` where the whole file is meant. */
  readonly line: number | undefined;
  /** In Chinese, a sentence without its full stop. */
  readonly detail: string;
  /** The right name that is nearest to a wrong one. */
  readonly nearest: string | undefined;
}

/**
 * Everything that is wrong with the templates in `overlay`: files without a place, syntax, fields, partials and helpers
 * that do not exist, what could load or run anything, and fields of a paper that its own template no longer shows.
 * `models` are what the papers are rendered with (see example-models.ts). Throws NOT_FOUND for a missing folder.
 */
export async function checkTemplates(base: string, overlay: string, models: ExampleModels): Promise<TemplateProblem[]> {
  const { files, own, problems } = await inspectOverlay(base, overlay);
  const { files: builtIn } = await inspectOverlay(base);
  const sources = await readSources(files);
  const found: TemplateProblem[] = [
    ...problems.map(({ path, expected, found: is }) => error(path, undefined, `应为${expected}，实为${is}`)),
    ...[...own].flatMap((file) =>
      sourceProblems(file, sources.get(file) ?? '').map(({ line, detail }) => error(file, line, detail)),
    ),
  ];
  const trees = treesOf(sources);
  const builtInTrees = treesOf(await readSources(builtIn));
  const reached = new Set<string>();
  for (const [id, examples] of models) {
    const document = `documents/${id}`;
    const shape = mergeShapes(examples.map(shapeOf));
    const walk = walkTemplate(document, trees, shape);
    const touched = [...walk.templates].map((name) => `${name}.hbs`).filter((file) => own.has(file));
    for (const file of touched) reached.add(file);
    if (touched.length === 0) continue;
    found.push(
      ...walk.problems.map(({ template, line, detail, nearest }) => ({
        ...error(`${template}.hbs`, line, detail),
        nearest,
      })),
      ...unusedFields(id, walk, walkTemplate(document, builtInTrees, shape), touched),
    );
  }
  const idle = [...own].filter((file) => file.startsWith('partials/') && !reached.has(file));
  found.push(
    ...idle.map((file) => ({ ...error(file, undefined, '没有文书用到这个片段'), severity: 'warning' as const })),
  );
  return distinct(found);
}

function error(file: string, line: number | undefined, detail: string): TemplateProblem {
  return { severity: 'error', file, line, detail, nearest: undefined };
}

async function readSources(files: TemplateFiles): Promise<Map<string, string>> {
  const texts = [...files].filter(([file]) => !file.endsWith('.json'));
  return new Map(
    await Promise.all(texts.map(async ([file, path]) => [file, await readTemplateFile(file, path)] as const)),
  );
}

/** What can be read; what cannot has been reported from its source. */
function treesOf(sources: ReadonlyMap<string, string>): TemplateTrees {
  return new Map(
    [...sources].flatMap(([file, source]) => {
      const { program } = file.endsWith('.hbs') ? parseTemplate(source) : {};
      return program === undefined ? [] : [[file.slice(0, -'.hbs'.length), program] as const];
    }),
  );
}

/** Fields that the built-in template shows and this one does not; of a field and what is in it only the field. */
function unusedFields(id: string, own: Walk, builtIn: Walk, touched: readonly string[]): TemplateProblem[] {
  const unused = [...builtIn.used].filter((path) => !own.used.has(path));
  const file = touched.find((name) => name === `documents/${id}.hbs`) ?? touched[0] ?? '';
  const { source = '', fields = [] } = requiredFields[id] ?? {};
  return unused
    .filter((path) => !unused.some((outer) => outer !== path && isWithin(path, outer)))
    .map((path): TemplateProblem => {
      const lost = fields.filter((field) => field === path || isWithin(field, path) || isWithin(path, field));
      const name = fieldName(path);
      const common = { file, line: undefined, nearest: undefined };
      if (lost.length === 0) {
        return { ...common, severity: 'warning', detail: `${titleOf(id)}中没有用到字段 ${name}，该项内容不会印出` };
      }
      return {
        ...common,
        severity: 'error',
        detail: `${titleOf(id)}中没有用到字段 ${name}，而${source}要求写明这项内容`,
      };
    });
}

function isWithin(path: string, outer: string): boolean {
  return path.startsWith(`${outer}.`) || path.startsWith(`${outer}[]`);
}

/** `claims[].text` as a template's author would look for it: `claims` 里的 `text`. */
function fieldName(path: string): string {
  return path.replaceAll('[]', '').split('.').join(' › ');
}

function titleOf(id: string): string {
  return `documents/${id}.hbs `;
}

function distinct(problems: readonly TemplateProblem[]): TemplateProblem[] {
  const byText = new Map(problems.map((one) => [JSON.stringify([one.file, one.line, one.detail]), one]));
  return [...byText.values()].sort(
    (first, second) =>
      (first.file < second.file ? -1 : first.file > second.file ? 1 : 0) || (first.line ?? 0) - (second.line ?? 0),
  );
}
