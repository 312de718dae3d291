import { escapeHtml } from '../../render/inline-html.ts';

/**
 * Characters that would not be seen, or would turn the order of those around them: control characters, and the marks
 * of Unicode (UAX #9) that change the direction of text. They are shown by their numbers.
 */
const unseen = /(?![\t\n])[\p{Cc}\p{Bidi_Control}]/gu;

/** Text of a file as HTML: nothing of it is markup, and nothing of it works unseen. */
export function htmlText(text: string): string {
  const lines = text.toWellFormed().replaceAll(/\r\n?/g, '\n');
  return escapeHtml(lines).replaceAll(unseen, codePointMark);
}

/** A character by its number in a small box, as `U+202E`. */
function codePointMark(character: string): string {
  const number = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `<span class="code-point">U+${number}</span>`;
}

/** The line at the head of the first page: what kind of file this is, and what was found of it. */
export function caption(...facts: readonly string[]): string {
  return `<p class="document-caption">${facts.map(htmlText).join('　·　')}</p>`;
}

/** A note of this program between what the file says, never to be taken for it. */
export function note(text: string): string {
  return `<p class="document-note">〔${htmlText(text)}〕</p>`;
}
