import type { PrintPages } from './evidence/evidence-tools.ts';
import { paperRoom } from './evidence/paper-room.ts';
import type { Memoised } from './memoise.ts';
import type { House } from './packet/packet-content.ts';
import type { PrintSession } from './ports.ts';

/** Prints what was read of evidence that has no pages of its own, in the faces of the papers around it. */
export function createPagePrinter(house: () => Promise<House>, session: Memoised<PrintSession>): PrintPages {
  return async ({ title, body, orientation }, signal) => {
    const [{ templates, fonts, assetUrl }, open] = await Promise.all([house(), session.get()]);
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
