import { join } from 'node:path';
import Handlebars from 'handlebars';
import { AppError } from '../../contract/errors.ts';
import type { Inline } from '../documents/inline.ts';
import { activeMarkup } from './active-markup.ts';
import { inlineHtml } from './inline-html.ts';
import { isFrame, readTemplateFile, resolveOverlay, type TemplateFiles } from './overlay.ts';
import { strictModel } from './strict-model.ts';
import { templateError } from './template-error.ts';
import { sourceProblems } from './template-source.ts';

/** The templates of one folder, compiled on first use. */
export interface Templates {
  /** One document as an HTML fragment. A field the model lacks throws TEMPLATE_INVALID. */
  render(document: string, model: object): string;
  /** All of templates/styles, in alphabetical order. */
  readonly styles: string;
}

// Strict: a field that is not in the model throws, with its line, instead of printing nothing (and see
// strict-model.ts). Prototypes stay out of reach by Handlebars' own defaults.
// `lookup` would compute the names of fields, `log` would write to the console: papers only place.
const options = {
  strict: true,
  knownHelpers: { inline: true, lookup: false, log: false },
  knownHelpersOnly: true,
} as const;

/**
 * Reads `documents/*.hbs`, `partials/*.hbs` and `styles/*.css` below `folder`, with those of `overlay` laid over them
 * (see overlay.ts). Templates of one's own are refused with TEMPLATE_INVALID, by name and line, when they would print
 * raw text, load anything or run anything.
 */
export async function readTemplates(folder: string, overlay?: string): Promise<Templates> {
  return templatesOf(await resolveOverlay(folder, overlay), folder);
}

/** The same of files that were found already; `folder` is that of the built-in ones. */
export async function templatesOf(files: TemplateFiles, folder: string): Promise<Templates> {
  const [documents, partials, styles] = await Promise.all([
    readAll(files, folder, 'documents/', '.hbs'),
    readAll(files, folder, 'partials/', '.hbs'),
    readAll(files, folder, 'styles/', '.css'),
  ]);
  const hasOwn = [...files].some(([name, path]) => path !== join(folder, name));
  const engine = Handlebars.create();
  engine.registerHelper('inline', (runs: readonly Inline[]) => new Handlebars.SafeString(inlineHtml(runs)));
  for (const [name, source] of partials) {
    engine.registerPartial(name, named(`partials/${name}.hbs`, source, engine));
  }
  const compiled = new Map<string, Handlebars.TemplateDelegate>();
  for (const [name, source] of documents) {
    compiled.set(name, named(`documents/${name}.hbs`, source, engine));
  }
  return {
    render(document, model) {
      const template = compiled.get(document);
      if (template === undefined) throw new AppError('TEMPLATE_INVALID', { file: `documents/${document}.hbs` });
      const html = template(model);
      // The built-in templates are known to be harmless, the frames among them, which have a head of their own.
      if (hasOwn && !isFrame(`documents/${document}.hbs`)) refuseActive(`documents/${document}.hbs`, html);
      return html;
    },
    styles: styles.map(([, source]) => source).join('\n'),
  };
}

/** The template under a name that its errors carry. */
function named(name: string, source: string, engine: typeof Handlebars): Handlebars.TemplateDelegate {
  const template = engine.compile(source, options);
  return (model, runtime) => {
    try {
      return template(strictModel(model), runtime);
    } catch (cause) {
      throw templateError(name, source, cause);
    }
  };
}

/** Whatever a template was put together from: what it gives may load and run nothing. */
function refuseActive(file: string, html: string): void {
  const [found] = activeMarkup(html);
  if (found !== undefined) throw new AppError('TEMPLATE_INVALID', { file, detail: found.detail });
}

/** The files of one kind, in alphabetical order; what is added comes last, so that its styles prevail. */
async function readAll(
  files: TemplateFiles,
  base: string,
  start: string,
  extension: string,
): Promise<[name: string, source: string][]> {
  const paths = [...files].filter(([name]) => name.startsWith(start) && name.endsWith(extension));
  return Promise.all(
    paths.map(async ([file, path]): Promise<[string, string]> => {
      const source = await readTemplateFile(file, path);
      if (path !== join(base, file)) refuseForbidden(file, source);
      return [file.slice(start.length, -extension.length), source];
    }),
  );
}

function refuseForbidden(file: string, source: string): void {
  const [first] = sourceProblems(file, source);
  if (first === undefined) return;
  const place = first.line === undefined ? file : `${file}:${first.line}`;
  throw new AppError('TEMPLATE_INVALID', { file: place, detail: first.detail });
}
