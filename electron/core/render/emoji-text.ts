import type { Slices } from './font-slices.ts';

/**
 * Text without U+FE0F, which asks for a picture in colour. A browser then passes over every face of one colour, a digit's
 * included, for the system's own, which prints as nothing or as Type 3.
 */
export function inOneColor(text: string): string {
  return text.replaceAll('\ufe0f', '');
}

const joiner = '\u200d';

/** What makes one sign of several: joined emoji, the colour of a skin, the frame of a key. */
const marks = /[\u200d\u20e3\p{Emoji_Modifier}]/gu;
const marked = /.(?:\ufe0f?(?:\u200d\p{Extended_Pictographic}|[\u20e3\p{Emoji_Modifier}]))+/gsu;

/**
 * Marks of `text` that stand where no slice of `emoji` has all they make one of, as the colour of a skin after a Chinese
 * character. The browser would draw a box for each part, the Chinese character included.
 */
export function strayMarks(text: string, emoji: Slices): string[] {
  if (text.search(marks) < 0) return [];
  const isWhole = (sign: string) => {
    const [first, ...others] = [...inOneColor(sign)].map((character) => emoji.get(character.codePointAt(0) ?? 0) ?? []);
    return first?.some((slice) => others.every((claiming) => claiming.includes(slice))) === true;
  };
  const stray = new Set<string>();
  for (const [sign] of text.matchAll(marked)) {
    if (isWhole(sign)) continue;
    if (sign.includes(joiner)) stray.add(joiner);
    for (const part of sign.split(joiner)) {
      if (!isWhole(part)) for (const character of part.match(marks) ?? []) stray.add(character);
    }
  }
  return [...stray];
}
