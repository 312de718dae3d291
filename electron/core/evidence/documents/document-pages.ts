import type { SourcePage } from '../evidence-source.ts';
import { type PagePress, printedPages } from '../printed-pages.ts';
import type { PrintablePart } from './printable-document.ts';

/** Sets the parts of a document in pages of their own, in the styles of evidence-pages.css. */
export async function documentPages(
  press: PagePress,
  title: string,
  parts: readonly PrintablePart[],
  signal: AbortSignal,
): Promise<SourcePage[]> {
  const pages: SourcePage[] = [];
  for (const { orientation, body } of parts) {
    const set = `<article class="evidence-document">${body}</article>`;
    pages.push(...(await printedPages(press, { title, orientation, body: set }, signal)));
  }
  return pages;
}
