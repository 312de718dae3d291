import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import { AppError } from '../../contract/errors.ts';
import type { Inline } from '../documents/inline.ts';
import { inlineHtml } from './inline-html.ts';
import { strictModel } from './strict-model.ts';
import { templateError } from './template-error.ts';

/** The templates of one folder, compiled on first use. */
export interface Templates {
  /** One document as an HTML fragment. A field the model lacks throws TEMPLATE_INVALID. */
  render(document: string, model: object): string;
  /** All of templates/styles, in alphabetical order. */
  readonly styles: string;
}

// Strict: a field that is not in the model throws, with its line, instead of printing nothing (and see
// strict-model.ts). Prototypes stay out of reach by Handlebars' own defaults.
const options = { strict: true, knownHelpers: { inline: true }, knownHelpersOnly: true } as const;

/** Reads `documents/*.hbs`, `partials/*.hbs` and `styles/*.css` below `folder`. */
export async function readTemplates(folder: string): Promise<Templates> {
  const [documents, partials, styles] = await Promise.all([
    readAll(join(folder, 'documents'), '.hbs'),
    readAll(join(folder, 'partials'), '.hbs'),
    readAll(join(folder, 'styles'), '.css'),
  ]);
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
      return template(model);
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

async function readAll(folder: string, extension: string): Promise<[name: string, source: string][]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(extension)).sort();
  return Promise.all(
    names.map(
      async (name): Promise<[string, string]> => [
        name.slice(0, -extension.length),
        await readFile(join(folder, name), 'utf8'),
      ],
    ),
  );
}
