/**
 * How wide a line of Noto Sans SC will print, from above: a label in a drawing is placed without a browser to
 * measure it, so the estimate may only err towards too wide. Chinese characters and full-width signs are one
 * em, digits 0.555 em (the font's own advance).
 */
export function textWidth(content: string, fontSize: number): number {
  let ems = 0;
  for (const character of content) ems += characterWidth(character);
  return ems * fontSize;
}

function characterWidth(character: string): number {
  if (/[0-9]/.test(character)) return 0.56;
  if (/[ .,:;!'|iljI·]/.test(character)) return 0.4;
  if (/[MWmw@%]/.test(character)) return 0.98;
  if (/[A-Z]/.test(character)) return 0.76;
  if (/[a-z+=<>~^_"#$&()*/\\?[\]{}-]/.test(character)) return 0.65;
  return 1;
}

/** `content` on at most `lines` lines of `width`, cut by code points; the last one ends in … where text is left over. */
export function wrapText(content: string, fontSize: number, width: number, lines: number): string[] {
  const characters = [...content];
  const wrapped: string[] = [];
  let line = '';
  for (const [index, character] of characters.entries()) {
    if (textWidth(line + character, fontSize) <= width) {
      line += character;
      continue;
    }
    if (wrapped.length === lines - 1)
      return [...wrapped, shorten(line + characters.slice(index).join(''), fontSize, width)];
    wrapped.push(line.trimEnd());
    line = character.trimStart();
  }
  return line === '' ? wrapped : [...wrapped, line];
}

function shorten(content: string, fontSize: number, width: number): string {
  let kept = '';
  for (const character of content) {
    if (textWidth(`${kept}${character}…`, fontSize) > width) break;
    kept += character;
  }
  return `${kept}…`;
}
