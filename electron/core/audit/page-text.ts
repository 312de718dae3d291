import type { CharacterMap } from './character-map.ts';
import { UnreadablePacket } from './unreadable-packet.ts';

/**
 * Text that stands on a page, in the order it is painted, white space dropped: a line may break anywhere. What is
 * painted in one piece of marked content is one run; Chromium begins a new piece for every text of the document.
 */
export interface TextRun {
  readonly text: string;
  /** False for what belongs to no content of the document: the page foot. */
  readonly isContent: boolean;
}

// The operators of a content stream that matter here (ISO 32000-1, 7.8.2, 9.4.3 and 14.6): content that is marked, fonts,
// codes to show. Everything drawn is passed over.
const operator =
  /<<(?<properties>[^\n]*?)>>\s*BDC|(?<mark>\b(?:BDC|BMC)\b)|(?<end>\bEMC\b)|\/(?<font>[^\s/<>[\]()]+)\s+[\d.]+\s+Tf|<(?<codes>[0-9A-Fa-f]+)>|(?<literal>\)\s*T[jJ]\b)/g;

/**
 * The text that a page's own content paints. Form XObjects are not entered: in a packet they hold the pages of
 * evidence, which say what the evidence says. `fonts` by their names in the page's resources.
 */
export function readPageText(content: string, fonts: ReadonlyMap<string, CharacterMap>): TextRun[] {
  const pieces = new Map<string, string[]>();
  /** Marked content that is open, innermost last; "" for a mark without an identifier. */
  const open: string[] = [];
  let font: CharacterMap | undefined;
  for (const { groups = {} } of content.matchAll(operator)) {
    const { properties, codes } = groups;
    if (codes !== undefined) {
      const identifier = open.findLast((mark) => mark !== '') ?? '';
      const piece = pieces.get(identifier) ?? [];
      pieces.set(identifier, piece);
      piece.push(textOf(codes, font));
    } else if (groups.font !== undefined) font = fonts.get(groups.font);
    else if (properties !== undefined) open.push(/\/MCID (\d+)/.exec(properties)?.[1] ?? '');
    else if (groups.mark !== undefined) open.push('');
    else if (groups.end !== undefined) open.pop();
    else throw new UnreadablePacket('text in brackets: it is expected as hexadecimal codes');
  }
  return [...pieces]
    .map(([identifier, texts]) => ({ text: texts.join('').replaceAll(/\s/gu, ''), isContent: identifier !== '' }))
    .filter(({ text }) => text !== '');
}

/** A code without a character is kept as U+FFFD, so that a figure cannot vanish unseen. */
function textOf(codes: string, font: CharacterMap | undefined): string {
  let text = '';
  for (let place = 0; place < codes.length; place += 4) {
    text += font?.get(Number.parseInt(codes.slice(place, place + 4), 16)) ?? '\ufffd';
  }
  return text;
}
