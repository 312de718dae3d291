import {
  PDFArray,
  type PDFContext,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
} from 'pdf-lib';
import { numberTree } from './number-tree.ts';

const name = PDFName.of;

/** The structure tree (ISO 32000-1, 14.7) as far as it tags certain pages, in terms of the whole document. */
export interface PrunedStructure {
  /** Unset where the document has no tags. */
  readonly root: PDFObject | undefined;
  /** An element that tags other pages only. */
  isLeft(ref: PDFRef): boolean;
  /** The root, or an element that tags other pages, too: what is left of it. */
  replaced(ref: PDFRef): PDFObject | undefined;
}

export interface KeptPages {
  readonly pages: ReadonlySet<PDFRef>;
  /** Annotations that are not taken over though their page is. */
  readonly withoutAnnotations: ReadonlySet<PDFRef>;
}

export function pruneStructure(
  { context, catalog }: Pick<PDFDocument, 'context' | 'catalog'>,
  kept: KeptPages,
): PrunedStructure {
  const reference = catalog.get(name('StructTreeRoot'));
  const root = context.lookup(reference);
  if (!(root instanceof PDFDict)) return { root: undefined, isLeft: () => false, replaced: () => undefined };
  const elements = pruneElements(context, kept);
  const kids = elements.keptKids(root);
  const keys = parentKeys(context, kept);
  const pruned = copyOf(root, {
    K: list(context, kids),
    ParentTree: numberTree(context, root.get(name('ParentTree')), 'Nums', (key) => keys.has(key)),
    IDTree: numberTree(context, root.get(name('IDTree')), 'Names', (_key, value) => elements.isKept(value)),
  });
  return {
    root: reference,
    isLeft: (ref) => elements.isLeft(ref),
    replaced: (ref) => (ref === reference ? pruned : elements.replaced(ref)),
  };
}

interface PrunedElements extends Pick<PrunedStructure, 'isLeft' | 'replaced'> {
  keptKids(element: PDFDict): readonly PDFObject[];
  isKept(value: PDFObject): boolean;
}

function pruneElements(context: PDFContext, { pages, withoutAnnotations }: KeptPages): PrunedElements {
  /** What is left of each element; `undefined` where that is nothing. */
  const elements = new Map<PDFRef, PDFDict | undefined>();
  const isOnPage = (page: PDFObject | undefined) => page instanceof PDFRef && pages.has(page);

  const isTagged = (kid: PDFObject, page: PDFObject | undefined): boolean => {
    const value = context.lookup(kid);
    if (value instanceof PDFNumber) return isOnPage(page);
    if (!(value instanceof PDFDict)) return false;
    const type = value.get(name('Type'));
    if (type === name('MCR') || type === name('OBJR')) {
      const object = value.get(name('Obj'));
      return isOnPage(value.get(name('Pg')) ?? page) && !(object instanceof PDFRef && withoutAnnotations.has(object));
    }
    return kid instanceof PDFRef && prune(kid, value) !== undefined;
  };
  const keptKids = (element: PDFDict): readonly PDFObject[] => {
    const kids = element.get(name('K'));
    const value = context.lookup(kids);
    const all = value instanceof PDFArray ? value.asArray() : kids === undefined ? [] : [kids];
    return all.filter((kid) => isTagged(kid, element.get(name('Pg'))));
  };
  /** Elements are nested as deep as the HTML of the papers, which is not deep. */
  const prune = (ref: PDFRef, element: PDFDict): PDFDict | undefined => {
    if (elements.has(ref)) return elements.get(ref);
    const kids = keptKids(element);
    const pruned = kids.length === 0 ? undefined : copyOf(element, { K: list(context, kids) });
    if (!isOnPage(element.get(name('Pg')))) pruned?.delete(name('Pg'));
    elements.set(ref, pruned);
    return pruned;
  };
  return {
    keptKids,
    isKept: (value) => value instanceof PDFRef && elements.get(value) !== undefined,
    isLeft: (ref) => elements.has(ref) && elements.get(ref) === undefined,
    replaced: (ref) => elements.get(ref),
  };
}

/** The keys of the parent tree under which content of the kept pages finds its element (14.7.4.4). */
function parentKeys(context: PDFContext, { pages, withoutAnnotations }: KeptPages): Set<number> {
  const keys = new Set<number>();
  const note = (value: PDFObject | undefined) => {
    if (value instanceof PDFNumber) keys.add(value.asNumber());
  };
  for (const ref of pages) {
    const page = context.lookup(ref, PDFDict);
    note(page.get(name('StructParents')));
    const annotations = context.lookup(page.get(name('Annots')));
    for (const entry of annotations instanceof PDFArray ? annotations.asArray() : []) {
      const annotation = context.lookup(entry);
      if (entry instanceof PDFRef && withoutAnnotations.has(entry)) continue;
      if (annotation instanceof PDFDict) note(annotation.get(name('StructParent')));
    }
  }
  return keys;
}

function copyOf(dict: PDFDict, changes: Readonly<Record<string, PDFObject>>): PDFDict {
  const copied = PDFDict.withContext(dict.context);
  for (const [key, value] of dict.entries()) copied.set(key, value);
  for (const [key, value] of Object.entries(changes)) copied.set(name(key), value);
  return copied;
}

function list(context: PDFContext, entries: readonly PDFObject[]): PDFArray {
  const array = PDFArray.withContext(context);
  for (const entry of entries) array.push(entry);
  return array;
}
