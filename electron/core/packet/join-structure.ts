import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFPageLeaf,
  PDFRef,
} from 'pdf-lib';
import { numberTree } from './number-tree.ts';

const name = PDFName.of;

/** How the structure tree of a print (ISO 32000-1, 14.7) goes into that of the whole. */
export interface StructureJoint {
  /** The root and what is replaced by an element of the whole. */
  isLeft(ref: PDFRef): boolean;
  /** Puts the elements of the print into the tree. */
  join(copy: (object: PDFObject) => PDFObject): void;
  /** Gives them their parents, once they have been copied. */
  adopt(copied: (ref: PDFRef) => PDFDict): void;
}

/**
 * The appendix, cut in the middle, is one element again: what goes on in the first element of the print belongs to the last
 * one of the whole. The keys by which pages and annotations find their elements follow those of the whole; they are
 * changed in the print itself.
 */
export function joinStructure(whole: PDFDocument, print: PDFDocument, pages: readonly PDFPageLeaf[]): StructureJoint {
  const [tree, added] = [treeOf(whole), treeOf(print)];
  if (tree === undefined || added === undefined) {
    return { isLeft: () => false, join: () => undefined, adopt: () => undefined };
  }
  const firstKey = nextKey(tree.root);
  shiftKeys(pages, firstKey);
  const [goesOn, ...others] = kidsOf(added.document);
  const last = kidsOf(tree.document).at(-1);
  const [cut, rest] = [elementOf(whole, last), elementOf(print, goesOn)];
  const isCut = cut !== undefined && rest !== undefined && kidsOf(rest).every((kid) => isElement(print, kid));
  const kids = new Map<PDFRef, { readonly parent: PDFRef; readonly element: PDFDict }>();
  const take = (kid: PDFObject | undefined, parent: PDFObject | undefined, element: PDFDict) => {
    if (kid instanceof PDFRef && parent instanceof PDFRef) kids.set(kid, { parent, element });
  };
  if (isCut) for (const kid of kidsOf(rest)) take(kid, last, cut);
  for (const kid of isCut || goesOn === undefined ? others : [goesOn, ...others])
    take(kid, tree.documentRef, tree.document);
  const left = new Set([added.rootRef, added.documentRef, ...(isCut ? [goesOn] : [])]);
  return {
    isLeft: (ref) => left.has(ref),
    join(copy) {
      for (const [kid, { element }] of kids) listOf(element).push(copy(kid));
      addEntries(tree.root, 'ParentTree', 'Nums', added.root, (key, value) => [
        PDFNumber.of(firstKey + (key instanceof PDFNumber ? key.asNumber() : 0)),
        copy(value),
      ]);
      addEntries(tree.root, 'IDTree', 'Names', added.root, (key, value) => [key, copy(value)]);
      tree.root.set(name('ParentTreeNextKey'), PDFNumber.of(firstKey + nextKey(added.root)));
    },
    adopt(copied) {
      for (const [kid, { parent }] of kids) copied(kid).set(name('P'), parent);
    },
  };
}

/** Chromium puts all that a document says below one element. */
function treeOf({ catalog, context }: PDFDocument) {
  const rootRef = catalog.get(name('StructTreeRoot'));
  const root = context.lookup(rootRef);
  if (!(root instanceof PDFDict)) return;
  const documentRef = kidsOf(root)[0];
  const document = context.lookup(documentRef);
  return document instanceof PDFDict ? { rootRef, root, documentRef, document } : undefined;
}

function kidsOf(element: PDFDict): readonly PDFObject[] {
  const kids = element.get(name('K'));
  const value = element.context.lookup(kids);
  return value instanceof PDFArray ? value.asArray() : kids === undefined ? [] : [kids];
}

/** The kids of an element as an array of its own. */
function listOf(element: PDFDict): PDFArray {
  const known = element.get(name('K'));
  if (known instanceof PDFArray) return known;
  const list = PDFArray.withContext(element.context);
  for (const kid of kidsOf(element)) list.push(kid);
  element.set(name('K'), list);
  return list;
}

function isElement({ context }: PDFDocument, kid: PDFObject): boolean {
  const element = kid instanceof PDFRef ? context.lookup(kid) : undefined;
  return element instanceof PDFDict && element.has(name('S'));
}

function elementOf(document: PDFDocument, kid: PDFObject | undefined): PDFDict | undefined {
  if (kid === undefined || !isElement(document, kid)) return undefined;
  return document.context.lookup(kid, PDFDict);
}

function nextKey(root: PDFDict): number {
  return root.lookup(name('ParentTreeNextKey'), PDFNumber).asNumber();
}

function shiftKeys(pages: readonly PDFPageLeaf[], by: number): void {
  const shift = (dict: PDFDict, key: string) => {
    const value = dict.get(name(key));
    if (value instanceof PDFNumber) dict.set(name(key), PDFNumber.of(value.asNumber() + by));
  };
  for (const page of pages) {
    shift(page, 'StructParents');
    for (const entry of page.Annots()?.asArray() ?? []) {
      const annotation = page.context.lookup(entry);
      if (annotation instanceof PDFDict) shift(annotation, 'StructParent');
    }
  }
}

/** Adds the entries of a number tree or name tree of the print behind those of the whole, in a tree of one node. */
function addEntries(
  root: PDFDict,
  tree: 'ParentTree' | 'IDTree',
  entries: 'Nums' | 'Names',
  added: PDFDict,
  changed: (key: PDFObject, value: PDFObject) => readonly PDFObject[],
): void {
  const [own, other] = [flat(root, tree, entries), flat(added, tree, entries)];
  const from = other.lookup(name(entries), PDFArray).asArray();
  if (from.length === 0) return;
  const to = own.lookup(name(entries), PDFArray);
  for (let index = 0; index + 1 < from.length; index += 2) {
    const [key, value] = [from[index], from[index + 1]];
    if (key !== undefined && value !== undefined) for (const one of changed(key, value)) to.push(one);
  }
  root.set(name(tree), own);
}

function flat(root: PDFDict, tree: string, entries: 'Nums' | 'Names'): PDFDict {
  return numberTree(root.context, root.get(name(tree)), entries, () => true);
}
