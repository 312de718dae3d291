import { AppError } from '../contract/errors.ts';
import type { Law } from './law/law.ts';
import { parseLaw, readLawTexts } from './law/read-law-files.ts';
import type { House } from './packet/packet-content.ts';
import type { Printer } from './ports.ts';
import { readFonts } from './render/fonts.ts';
import { inspectOverlay, resolveOverlay, type TemplateFiles } from './render/overlay.ts';
import { readTemplates, type Templates, templatesOf } from './render/templates.ts';

export interface TemplateFolders {
  /** The folder with documents, partials, styles and law. */
  readonly templatesFolder: string;
  /** Templates of one's own, laid over the built-in ones file by file. */
  readonly ownTemplates?: string | undefined;
}

/** What every packet is made with. Throws TEMPLATE_INVALID for templates or tables that cannot be used. */
export async function readHouse({ templatesFolder, ownTemplates }: TemplateFolders, printer: Printer): Promise<House> {
  const [templates, fonts, law] = await Promise.all([
    readTemplates(templatesFolder, ownTemplates),
    readFonts(),
    resolveOverlay(templatesFolder, ownTemplates).then(readLawTexts).then(parseLaw),
  ]);
  return { templates, fonts, law, assetUrl: printer.assetUrl };
}

/**
 * The same for a window, which must come up whatever stands in the folder: cases are written, checked and counted
 * without templates. A file that has no place among them is left out, one that cannot be read keeps papers from being
 * printed until it is mended, never is the built-in one printed in its place; `warning` names them.
 */
export async function readTolerantHouse(
  { templatesFolder, ownTemplates }: TemplateFolders,
  printer: Printer,
): Promise<House> {
  const { files, problems } = await inspectOverlay(templatesFolder, ownTemplates);
  const strays = problems.filter(({ path }) => !files.has(path));
  const unreadable = problems.filter(({ path }) => files.has(path));
  const [templates, fonts, law] = await Promise.all([
    unreadable.length > 0
      ? unusable(new AppError('TEMPLATE_INVALID', { problems: unreadable }))
      : templatesOf(files, templatesFolder).catch(unusable),
    readFonts(),
    lawOf(files, templatesFolder),
  ]);
  const warnings = [
    'trouble' in templates ? brokenWarning(templates.trouble) : '',
    law.isBuiltIn ? lawWarning : '',
    strays.length === 0 ? '' : strayWarning(strays.map(({ path }) => path)),
  ].join('');
  return {
    templates,
    fonts,
    law: law.law,
    assetUrl: printer.assetUrl,
    ...(warnings === '' ? {} : { warning: warnings }),
  };
}

/** Templates that say what is wrong with them to whoever wants to print. */
function unusable(trouble: unknown): Templates & { readonly trouble: AppError } {
  if (!(trouble instanceof AppError) || trouble.code !== 'TEMPLATE_INVALID') throw trouble;
  const refuse = (): never => {
    throw trouble;
  };
  return {
    trouble,
    render: refuse,
    get styles() {
      return refuse();
    },
  };
}

/** Nobody's deadlines may hang on a table that was put there by hand and does not fit. */
async function lawOf(files: TemplateFiles, templatesFolder: string): Promise<{ law: Law; isBuiltIn: boolean }> {
  try {
    return { law: parseLaw(await readLawTexts(files)), isBuiltIn: false };
  } catch (cause) {
    if (!(cause instanceof AppError) || cause.code !== 'TEMPLATE_INVALID') throw cause;
    return { law: parseLaw(await readLawTexts(await resolveOverlay(templatesFolder))), isBuiltIn: true };
  }
}

const mostNames = 3;

function brokenWarning({ data: { file, problems = [] } }: AppError): string {
  const names = file === undefined ? problems.map(({ path }) => path) : [file];
  return `自己的模板里有用不了的文件：${listed(names)}。文书现在预览和打印不出来；案件照常填写和保存。请到“模板”页改正它，或者恢复成内置的。`;
}

const lawWarning = '自己放进 templates 文件夹的法律数据有错误，没有采用，现在用的是内置的。';

function strayWarning(names: readonly string[]): string {
  return `数据文件夹的 templates 里有用不到的文件：${listed(names)}。不影响案件和文书；如果它本该替换某个模板，请检查文件名，不需要的可以删除。`;
}

function listed(names: readonly string[]): string {
  return `${names.slice(0, mostNames).join('、')}${names.length > mostNames ? `等${names.length}个` : ''}`;
}
