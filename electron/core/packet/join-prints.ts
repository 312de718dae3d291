import { PDFDict, type PDFDocument, PDFName, PDFNumber, PDFPageLeaf, PDFPageTree, PDFRef } from 'pdf-lib';
import { loadPdf } from '../evidence/pdf/load-pdf.ts';
import { copyObjects } from './copy-objects.ts';
import { joinStructure } from './join-structure.ts';
import { renumberStructureIdentifiers } from './stable-identifiers.ts';

const name = PDFName.of;

/** Documents of one packet, printed one after the other, as one. */
export interface JoinedPrints {
  /** Adds the bytes of the next print; they are numbered anew in place. */
  add(bytes: Uint8Array): Promise<void>;
  document(): PDFDocument;
}

/**
 * Joins prints into the first of them: pages, tags, places and the links to them, which have names all over. What is added
 * is a tree of pages of its own below the first's. Each print keeps its own fonts, with the characters it shows.
 */
export function joinPrints(): JoinedPrints {
  let whole: PDFDocument | undefined;
  let identifiers = 0;
  return {
    async add(bytes) {
      identifiers += renumberStructureIdentifiers(bytes, identifiers);
      const print = await loadPdf(bytes);
      if (whole === undefined) whole = print;
      else addPrint(whole, print);
    },
    document() {
      if (whole === undefined) throw new RangeError('nothing was printed');
      return whole;
    },
  };
}

function addPrint(whole: PDFDocument, print: PDFDocument): void {
  const pages = print.getPages();
  const structure = joinStructure(
    whole,
    print,
    pages.map(({ node }) => node),
  );
  const copier = copyObjects(print.context, whole.context, {
    isLeft: structure.isLeft,
    replaced: () => undefined,
  });
  const { context } = whole;
  const root = whole.catalog.Pages();
  const rootRef = whole.catalog.get(name('Pages'));
  if (!(rootRef instanceof PDFRef)) throw new RangeError('the tree of pages is no object of its own');
  const branch = PDFPageTree.withContext(context, rootRef);
  const branchRef = context.register(branch);
  for (const { ref, node } of pages) {
    const leaf = PDFPageLeaf.fromMapWithContext(new Map(), context);
    for (const [key, value] of node.entries()) if (key !== name('Parent')) leaf.set(key, copier.copy(value));
    leaf.setParent(branchRef);
    const own = copier.own(ref);
    context.assign(own, leaf);
    branch.Kids().push(own);
  }
  branch.set(name('Count'), PDFNumber.of(pages.length));
  root.Kids().push(branchRef);
  root.set(name('Count'), PDFNumber.of(root.Count().asNumber() + pages.length));
  const places = print.catalog.lookupMaybe(name('Dests'), PDFDict);
  const allPlaces = placesOf(whole);
  for (const [key, value] of places?.entries() ?? []) allPlaces.set(key, copier.copy(value));
  structure.join((object) => copier.copy(object));
  copier.finish();
  structure.adopt((ref) => context.lookup(copier.own(ref), PDFDict));
}

function placesOf({ catalog, context }: PDFDocument): PDFDict {
  const known = catalog.lookupMaybe(name('Dests'), PDFDict);
  if (known !== undefined) return known;
  const places = PDFDict.withContext(context);
  catalog.set(name('Dests'), context.register(places));
  return places;
}
