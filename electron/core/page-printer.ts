import type { PrintPages } from './evidence/evidence-tools.ts';
import { paperRoom } from './evidence/paper-room.ts';
import type { Memoised } from './memoise.ts';
import type { House } from './packet/packet-content.ts';
import type { PrintSession } from './ports.ts';

/** Prints what was read of evidence that has no pages of its own, in the faces of the papers around it. */
export function createPagePrinter(house: () => Promise<House>, session: Memoised<PrintSession>): PrintPages {
  return async ({ title, body: written, orientation }, signal) => {
    const [{ templates, fonts, assetUrl }, open] = await Promise.all([house(), session.get()]);
    const body = numbered(written, await fonts.missing(written));
    const { width, height } = paperRoom[orientation];
    const html = templates.render('evidence-pages', {
      title,
      fontSource: assetUrl('/').split('/')[0],
      fontRules: fonts.css(body, assetUrl),
      styles: templates.styles,
      size: `${width}mm ${height}mm`,
      body,
    });
    return open.print(html, signal);
  };
}

/** Marks that only choose how the character before them is drawn, or join two into one. */
const modifiers = /[\u200d\ufe00-\ufe0f]/u;

/**
 * Characters that no face can draw, as most emoji, by their numbers: a reader can look up U+1F600, and not an empty box.
 * Chat logs are full of them.
 */
function numbered(body: string, missing: readonly string[]): string {
  if (missing.length === 0) return body;
  const code = (character: string) => (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
  const undrawable = new RegExp(`[${missing.map((character) => `\\u{${code(character)}}`).join('')}]`, 'gu');
  return body.replaceAll(undrawable, (character) => (modifiers.test(character) ? '' : `〔U+${code(character)}〕`));
}
