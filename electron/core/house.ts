import { parseLaw, readLawTexts } from './law/read-law-files.ts';
import type { House } from './packet/packet-content.ts';
import type { Printer } from './ports.ts';
import { readFonts } from './render/fonts.ts';
import { resolveOverlay } from './render/overlay.ts';
import { readTemplates } from './render/templates.ts';

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
