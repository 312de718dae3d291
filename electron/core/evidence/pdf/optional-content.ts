import { PDFArray, PDFDict, type PDFDocument, PDFName, type PDFObject, type PDFObjectCopier } from 'pdf-lib';

const name = PDFName.of;

/**
 * Takes over which layers of a source are hidden (ISO 32000-1, 8.11.4). A layer that no document lists counts
 * as shown, so without this a hidden layer of an exhibit would come to light.
 */
export function addOptionalContent(source: PDFDocument, target: PDFDocument, copier: PDFObjectCopier): void {
  const properties = source.catalog.lookupMaybe(name('OCProperties'), PDFDict);
  const groups = properties?.lookupMaybe(name('OCGs'), PDFArray)?.asArray() ?? [];
  if (properties === undefined || groups.length === 0) return;
  const configuration = properties.lookupMaybe(name('D'), PDFDict);
  const listed = (key: string) => new Set(configuration?.lookupMaybe(name(key), PDFArray)?.asArray() ?? []);
  const shown = listed('ON');
  const hidden =
    configuration?.get(name('BaseState')) === name('OFF')
      ? groups.filter((group) => !shown.has(group))
      : [...listed('OFF')];
  append(target, ['OCGs'], groups, copier);
  append(target, ['D', 'OFF'], hidden, copier);
}

function append(
  target: PDFDocument,
  keys: readonly string[],
  groups: readonly PDFObject[],
  copier: PDFObjectCopier,
): void {
  let dict = descend(target, target.catalog, 'OCProperties');
  for (const key of keys.slice(0, -1)) dict = descend(target, dict, key);
  const last = name(keys.at(-1) ?? '');
  const list = dict.lookupMaybe(last, PDFArray) ?? target.context.obj([]);
  for (const group of groups) list.push(copier.copy(group));
  dict.set(last, list);
}

function descend(target: PDFDocument, dict: PDFDict, key: string): PDFDict {
  const existing = dict.lookupMaybe(name(key), PDFDict);
  if (existing !== undefined) return existing;
  const created = target.context.obj({});
  dict.set(name(key), created);
  return created;
}
