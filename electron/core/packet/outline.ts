import { type PDFDocument, PDFHexString, PDFName, type PDFRef } from 'pdf-lib';

/** A bookmark: where it leads (page from 1) and what stands under it. */
export interface OutlineEntry {
  readonly title: string;
  readonly page: number;
  readonly children: readonly OutlineEntry[];
}

/** Writes the bookmarks (ISO 32000-1, 12.3.3); the parts are open, what is under them folded away. */
export function addOutline(document: PDFDocument, entries: readonly OutlineEntry[]): void {
  if (entries.length === 0) return;
  const { context } = document;
  const root = context.nextRef();
  const { first, last } = addLevel(document, entries, root);
  context.assign(root, context.obj({ Type: 'Outlines', First: first, Last: last, Count: entries.length }));
  document.catalog.set(PDFName.of('Outlines'), root);
  document.catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
}

function addLevel(
  document: PDFDocument,
  entries: readonly OutlineEntry[],
  parent: PDFRef,
): { first: PDFRef; last: PDFRef } {
  const { context } = document;
  const refs = entries.map(() => context.nextRef());
  for (const [index, entry] of entries.entries()) {
    const ref = at(refs, index);
    const item = context.obj({
      Parent: parent,
      Dest: [document.getPage(entry.page - 1).ref, 'Fit'],
    });
    item.set(PDFName.of('Title'), PDFHexString.fromText(entry.title));
    if (index > 0) item.set(PDFName.of('Prev'), at(refs, index - 1));
    if (index < refs.length - 1) item.set(PDFName.of('Next'), at(refs, index + 1));
    if (entry.children.length > 0) {
      const { first, last } = addLevel(document, entry.children, ref);
      item.set(PDFName.of('First'), first);
      item.set(PDFName.of('Last'), last);
      item.set(PDFName.of('Count'), context.obj(-entry.children.length));
    }
    context.assign(ref, item);
  }
  return { first: at(refs, 0), last: at(refs, refs.length - 1) };
}

function at(refs: readonly PDFRef[], index: number): PDFRef {
  const ref = refs[index];
  if (ref === undefined) throw new RangeError(`outline: no entry ${index} of ${refs.length}`);
  return ref;
}
