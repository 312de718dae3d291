import type { CharacterMap } from '../../audit/character-map.ts';

/** How the codes that a content stream shows become text. */
export interface FontMap {
  /** Bytes of a code. */
  readonly width: 1 | 2;
  readonly characters: CharacterMap;
}

/** Strings, names of fonts and everything else of a content stream (ISO 32000-1, 7.2, 7.3 and 9.4.3). */
const token =
  /%[^\r\n]*|\/(?<font>[^\s/<>[\]()%]+)\s+[-+\d.]+\s+Tf|<<|>>|<(?<codes>[0-9A-Fa-f\s]*)>|\((?<literal>(?:[^()\\]|\\[\s\S]|\((?:[^()\\]|\\[\s\S])*\))*)\)/g;

/** What a content stream says: as text of its fonts, and each of its strings as text of its own. */
export interface ShownText {
  /** In the order of painting, whether it can be seen or not. */
  readonly painted: string;
  /** Titles and replacement texts that stand in the stream itself. */
  readonly strings: string;
}

/** `content` one character a byte; `fonts` by their names in the resources. */
export function shownText(content: string, fonts: ReadonlyMap<string, FontMap>): ShownText {
  const painted: string[] = [];
  const strings: string[] = [];
  let font: FontMap | undefined;
  for (const { groups = {} } of content.matchAll(token)) {
    if (groups.font !== undefined) {
      font = fonts.get(groups.font);
      continue;
    }
    const bytes =
      groups.codes === undefined
        ? groups.literal === undefined
          ? undefined
          : unescaped(groups.literal)
        : Buffer.from(groups.codes.replaceAll(/\s/g, '').replace(/^((?:..)*.)$/, '$10'), 'hex').toString('latin1');
    if (bytes === undefined) continue;
    painted.push(textOf(bytes, font));
    strings.push(textString(bytes));
  }
  return { painted: painted.join(''), strings: strings.join('') };
}

function textOf(bytes: string, font: FontMap | undefined): string {
  if (font === undefined) return bytes;
  let text = '';
  for (let place = 0; place < bytes.length; place += font.width) {
    const high = bytes.charCodeAt(place);
    const code = font.width === 1 ? high : (high << 8) | (bytes.charCodeAt(place + 1) || 0);
    text += font.characters.get(code) ?? (font.width === 1 ? String.fromCharCode(code) : '\ufffd');
  }
  return text;
}

/** A string that says of itself that it is UTF-16 (7.9.2.2). */
function textString(bytes: string): string {
  if (!bytes.startsWith('\u00fe\u00ff')) return bytes;
  const units = Buffer.from(bytes.slice(2), 'latin1');
  return units
    .subarray(0, units.length & ~1)
    .swap16()
    .toString('utf16le');
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** A literal string (7.3.4.2). */
function unescaped(literal: string): string {
  return literal.replaceAll(/\\(?:([0-7]{1,3})|(\r\n|[\s\S]))/g, (_whole, octal?: string, other?: string) => {
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
    if (other === undefined || /^[\r\n]/.test(other)) return '';
    return escapes[other] ?? other;
  });
}
