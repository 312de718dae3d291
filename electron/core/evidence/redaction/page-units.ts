import type { Picture, SourcePage } from '../evidence-source.ts';

/**
 * A page of a file as its boxes count them: a picture whole, whatever pieces it is cut into for paper, or a page of a
 * document. `pages` are the places of its pieces among the pages of the file.
 */
export interface PageUnit {
  /** From 1. */
  readonly number: number;
  readonly pages: readonly number[];
  readonly picture: Picture | undefined;
}

export function pageUnits(pages: readonly SourcePage[]): PageUnit[] {
  const units: PageUnit[] = [];
  for (const [index, page] of pages.entries()) {
    const last = units.at(-1);
    const picture = page.kind === 'picture' ? page.picture : undefined;
    if (last !== undefined && picture !== undefined && last.picture === picture) {
      units[units.length - 1] = { ...last, pages: [...last.pages, index] };
    } else {
      units.push({ number: units.length + 1, pages: [index], picture });
    }
  }
  return units;
}
