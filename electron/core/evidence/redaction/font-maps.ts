import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFObject } from 'pdf-lib';
import { type CharacterMap, readCharacterMap } from '../../audit/character-map.ts';
import type { FontMap } from './shown-text.ts';

const name = PDFName.of;

/** What the codes of a font mean; `streamText` gives a stream's bytes, `resolve` what a reference leads to. */
export function fontMap(
  font: PDFDict,
  resolve: (object: PDFObject | undefined) => PDFObject | undefined,
  streamText: (object: PDFObject | undefined) => string,
): FontMap {
  const characters = readCharacterMap(streamText(font.get(name('ToUnicode'))));
  if (font.get(name('Subtype')) === name('Type0')) return { width: 2, characters };
  return {
    width: 1,
    characters: new Map([...differences(resolve(font.get(name('Encoding'))), resolve), ...characters]),
  };
}

/** The codes to which a simple font gives other characters (ISO 32000-1, 9.6.6.2). */
function differences(
  encoding: PDFObject | undefined,
  resolve: (object: PDFObject | undefined) => PDFObject | undefined,
): CharacterMap {
  const list = encoding instanceof PDFDict ? resolve(encoding.get(name('Differences'))) : undefined;
  const characters = new Map<number, string>();
  if (!(list instanceof PDFArray)) return characters;
  let code = 0;
  for (const entry of list.asArray()) {
    if (entry instanceof PDFNumber) code = entry.asNumber();
    else if (entry instanceof PDFName) {
      const character = characterOf(entry.decodeText());
      if (character !== undefined) characters.set(code, character);
      code += 1;
    }
  }
  return characters;
}

const digitNames = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** Those names of the Adobe Glyph List that secrets are written with. */
function characterOf(glyph: string): string | undefined {
  if (glyph.length === 1) return glyph;
  const digit = digitNames.indexOf(glyph);
  if (digit >= 0) return String(digit);
  if (glyph === 'hyphen' || glyph === 'minus') return '-';
  const code = /^(?:uni|u)([0-9A-F]{4,6})$/.exec(glyph)?.[1];
  return code === undefined ? undefined : String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff));
}
