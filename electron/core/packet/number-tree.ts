import { PDFArray, type PDFContext, PDFDict, PDFName, PDFNumber, type PDFObject } from 'pdf-lib';

/**
 * The entries of a number tree or name tree (ISO 32000-1, 7.9.6 and 7.9.7) that `isKept` chooses, as a tree of one node.
 * `key` is 0 in a name tree.
 */
export function numberTree(
  context: PDFContext,
  root: PDFObject | undefined,
  entries: 'Nums' | 'Names',
  isKept: (key: number, value: PDFObject) => boolean,
): PDFDict {
  const kept = PDFArray.withContext(context);
  const visit = (node: PDFObject | undefined): void => {
    const dict = context.lookup(node);
    if (!(dict instanceof PDFDict)) return;
    const own = context.lookup(dict.get(PDFName.of(entries)));
    const pairs = own instanceof PDFArray ? own.asArray() : [];
    for (let index = 0; index + 1 < pairs.length; index += 2) {
      const [key, value] = [pairs[index], pairs[index + 1]];
      if (key === undefined || value === undefined) continue;
      if (!isKept(key instanceof PDFNumber ? key.asNumber() : 0, value)) continue;
      kept.push(key);
      kept.push(value);
    }
    const kids = context.lookup(dict.get(PDFName.of('Kids')));
    for (const kid of kids instanceof PDFArray ? kids.asArray() : []) visit(kid);
  };
  visit(root);
  const tree = PDFDict.withContext(context);
  tree.set(PDFName.of(entries), kept);
  return tree;
}
