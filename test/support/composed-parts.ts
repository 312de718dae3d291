import { join } from 'node:path';
import type { Case } from '../../electron/contract/case/case-file.ts';
import { paperIds } from '../../electron/contract/case/case-kinds.ts';
import { type ComposedPacket, composePacket } from '../../electron/core/packet/compose-packet.ts';
import { type House, packetContent, unreadExhibits } from '../../electron/core/packet/packet-content.ts';
import { partIds, wholePacket } from '../../electron/core/packet/parts.ts';
import type { Places } from '../../electron/core/packet/places.ts';
import { readFonts } from '../../electron/core/render/fonts.ts';
import { readTemplates } from '../../electron/core/render/templates.ts';
import { builtInLaw } from './built-in-law.ts';

const house: House = {
  templates: await readTemplates(join(import.meta.dirname, '../../templates')),
  fonts: await readFonts(),
  law: builtInLaw,
  assetUrl: (path) => path,
};

/** Every part on a page of its own, the appendix last: enough for references to have pages. */
const places: Places = {
  totalPages: 99,
  anchors: new Map(partIds.map((id, index) => [`part-${id}`, id === 'originals' ? 98 : index + 1])),
};

/** All papers of a case through the real tables and templates, without printing and without its files. */
export function composeParts(file: Case): ComposedPacket {
  const content = packetContent(file, { ...wholePacket, papers: paperIds }, unreadExhibits(file), house);
  return composePacket(content, places, { fixedReferences: false, withAppendix: true });
}

const inlineTags = /<\/?(?:a|b|em|i|span|strong|sup|sub|small|wbr)\b[^>]*>/g;
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#x27': "'",
  '#x60': '`',
  '#x3D': '=',
};

/** What a reader sees of an HTML fragment: one line a block, without white space inside Chinese text. */
export function readableText(html: string): string {
  return html
    .replaceAll(/<style>[\s\S]*?<\/style>/g, '')
    .replaceAll(inlineTags, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/<[^>]+>/g, '\n')
    .replaceAll(/&([#\w]+);/g, (entity, name: string) => entities[name] ?? entity)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}
