import type { Inline } from './inline.ts';

/**
 * Where an evidence item stands in the packet. `number` is its place in the case (证据1 is the first);
 * `firstPage` and `pages` are pages of the packet, 0 pages when it is built without the appendix.
 */
export interface Exhibit {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly firstPage: number;
  readonly pages: number;
}

export type Exhibits = ReadonlyMap<string, Exhibit>;

/** The anchor of an exhibit: its first appendix page, or its row of the catalogue where there is no appendix. */
export function exhibitAnchor(exhibit: Pick<Exhibit, 'number' | 'pages'>): string {
  return exhibit.pages === 0 ? `evidence-row-${exhibit.number}` : `evidence-${exhibit.number}`;
}

/** "证据3　支付凭证", in the contents and the bookmarks. */
export function exhibitHeading({ number, title }: Pick<Exhibit, 'number' | 'title'>): string {
  return `证据${number}　${title}`;
}

/** "第12—14页", "第12页", or "" where the packet has no appendix. */
export function pageRange(place: { readonly firstPage: number; readonly pages: number }): string {
  if (place.pages === 0) return '';
  const last = place.firstPage + place.pages - 1;
  return last === place.firstPage ? `第${last}页` : `第${place.firstPage}—${last}页`;
}

/** The living reference "证据3（第12—14页）": the number and pages of this print, and a link to the first page. */
export function exhibitReference(exhibit: Exhibit): Inline {
  const range = pageRange(exhibit);
  return {
    kind: 'link',
    text: range === '' ? `证据${exhibit.number}` : `证据${exhibit.number}（${range}）`,
    href: `#${exhibitAnchor(exhibit)}`,
  };
}
