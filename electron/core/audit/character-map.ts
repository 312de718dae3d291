/**
 * What the codes of a font mean as text: its ToUnicode map (ISO 32000-1, 9.10.3), which is also what a reader copies.
 * Chromium writes codes of two bytes.
 */
export type CharacterMap = ReadonlyMap<number, string>;

export function readCharacterMap(program: string): CharacterMap {
  const characters = new Map<number, string>();
  for (const [, block = ''] of program.matchAll(/beginbfchar(.*?)endbfchar/gs)) {
    for (const [, code = '', text = ''] of block.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g)) {
      characters.set(Number.parseInt(code, 16), decode(text));
    }
  }
  for (const [, block = ''] of program.matchAll(/beginbfrange(.*?)endbfrange/gs)) {
    const ranges = block.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f]+)>|\[([^\]]*)\])/g);
    for (const [, from = '', to = '', start, list] of ranges) {
      const [first, last] = [Number.parseInt(from, 16), Number.parseInt(to, 16)];
      const texts = list?.match(/[0-9A-Fa-f]+/g) ?? undefined;
      for (let code = first; code <= last; code += 1) {
        const text = texts === undefined ? later(start ?? '', code - first) : (texts[code - first] ?? '');
        characters.set(code, decode(text));
      }
    }
  }
  return characters;
}

/** Hexadecimal UTF-16, big end first. */
function decode(hexadecimal: string): string {
  return (hexadecimal.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('');
}

/** The text `steps` after the first of a range: its last unit counts on. */
function later(hexadecimal: string, steps: number): string {
  const last = Number.parseInt(hexadecimal.slice(-4), 16) + steps;
  return `${hexadecimal.slice(0, -4)}${last.toString(16).padStart(4, '0')}`;
}
