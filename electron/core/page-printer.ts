import type { PrintPages } from './evidence/evidence-tools.ts';
import { paperRoom } from './evidence/paper-room.ts';
import type { Memoised } from './memoise.ts';
import type { House } from './packet/packet-content.ts';
import type { PrintSession } from './ports.ts';
import { inOneColor } from './render/emoji-text.ts';

/** Prints what was read of evidence that has no pages of its own, in the faces of the papers around it. */
export function createPagePrinter(house: () => Promise<House>, session: Memoised<PrintSession>): PrintPages {
  return async ({ title, body: written, orientation }, signal) => {
    const [{ templates, fonts, assetUrl }, open] = await Promise.all([house(), session.get()]);
    const body = inOneColor(numbered(written, await fonts.missing(written)));
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

/**
 * Characters that no face can draw by their numbers: a reader can look up U+1F46A, and not an empty box. Where what joins
 * emoji into one cannot be drawn, they print side by side.
 */
function numbered(body: string, missing: readonly string[]): string {
  if (missing.length === 0) return body;
  const code = (character: string) => (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
  const undrawable = new RegExp(`[${missing.map((character) => `\\u{${code(character)}}`).join('')}]`, 'gu');
  return body.replaceAll(undrawable, (character) => (character === '\u200d' ? '' : `〔U+${code(character)}〕`));
}
