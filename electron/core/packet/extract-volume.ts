import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNull, PDFPageLeaf, PDFRef } from 'pdf-lib';
import { type CopyRules, copyObjects } from './copy-objects.ts';
import { pruneStructure } from './prune-structure.ts';

const name = PDFName.of;

/** What a volume shares with the whole: language, tags, how a viewer shows it, which layers of a source are hidden. */
const sharedEntries = ['Lang', 'MarkInfo', 'ViewerPreferences', 'OCProperties'];

/**
 * Some pages of the filled packet as a document of their own: with their tags, their places and the links among them,
 * and nothing of the others. A link into another volume becomes plain text. Streams are shared, not copied.
 */
export async function extractVolume(
  whole: PDFDocument,
  { firstPage, pages }: { readonly firstPage: number; readonly pages: number },
): Promise<PDFDocument> {
  const volume = await PDFDocument.create({ updateMetadata: false });
  const kept = whole.getPages().slice(firstPage - 1, firstPage - 1 + pages);
  const keptPages = new Set(kept.map(({ ref }) => ref));
  const allPages = new Set(whole.getPages().map(({ ref }) => ref));
  const places = placesAmong(whole, keptPages);
  const left = linksElsewhere(
    kept.map(({ node }) => node),
    places,
  );
  const structure = pruneStructure(whole, { pages: keptPages, withoutAnnotations: left });
  const rules: CopyRules = {
    isLeft: (ref) => left.has(ref) || (allPages.has(ref) && !keptPages.has(ref)) || structure.isLeft(ref),
    replaced: (ref) => structure.replaced(ref),
  };
  const copier = copyObjects(whole.context, volume.context, rules);
  const tree = volume.catalog.Pages();
  for (const { ref, node } of kept) {
    const leaf = PDFPageLeaf.fromMapWithContext(new Map(), volume.context);
    for (const [key, value] of node.entries()) {
      if (key === name('Parent')) continue;
      leaf.set(key, key === name('Annots') ? copyAnnotations(value, whole, copier.copy, left) : copier.copy(value));
    }
    const own = copier.own(ref);
    volume.context.assign(own, leaf);
    tree.pushLeafNode(own);
    leaf.setParent(volume.catalog.get(name('Pages')) as PDFRef);
  }
  for (const key of sharedEntries) {
    const value = whole.catalog.get(name(key));
    if (value !== undefined) volume.catalog.set(name(key), copier.copy(value));
  }
  const destinations = volume.context.obj({});
  for (const [key, value] of places) destinations.set(key, copier.copy(value));
  volume.catalog.set(name('Dests'), destinations);
  if (structure.root !== undefined) volume.catalog.set(name('StructTreeRoot'), copier.copy(structure.root));
  copier.finish();
  return volume;
}

/** The named destinations on these pages. */
function placesAmong(whole: PDFDocument, pages: ReadonlySet<PDFRef>): Map<PDFName, PDFArray> {
  const places = new Map<PDFName, PDFArray>();
  const all = whole.catalog.lookupMaybe(name('Dests'), PDFDict);
  for (const [key, value] of all?.entries() ?? []) {
    const target = whole.context.lookup(value);
    if (!(target instanceof PDFArray)) continue;
    const page = target.get(0);
    if (page instanceof PDFRef && pages.has(page)) places.set(key, target);
  }
  return places;
}

function linksElsewhere(pages: readonly PDFPageLeaf[], places: ReadonlyMap<PDFName, PDFArray>): Set<PDFRef> {
  const left = new Set<PDFRef>();
  for (const page of pages) {
    for (const ref of page.Annots()?.asArray() ?? []) {
      const target = ref instanceof PDFRef ? page.context.lookupMaybe(ref, PDFDict)?.get(name('Dest')) : undefined;
      if (ref instanceof PDFRef && target instanceof PDFName && !places.has(target)) left.add(ref);
    }
  }
  return left;
}

function copyAnnotations(
  value: ReturnType<PDFDict['get']>,
  whole: PDFDocument,
  copy: ReturnType<typeof copyObjects>['copy'],
  left: ReadonlySet<PDFRef>,
) {
  const all = whole.context.lookup(value);
  if (!(all instanceof PDFArray)) return PDFNull;
  const kept = PDFArray.withContext(whole.context);
  for (const entry of all.asArray()) if (!(entry instanceof PDFRef && left.has(entry))) kept.push(entry);
  return copy(kept);
}
