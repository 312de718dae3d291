import { PDFArray, PDFDict, type PDFDocument, PDFName, type PDFObject } from 'pdf-lib';

const name = PDFName.of;
/** PDFium goes no deeper into a form. */
const deepest = 32;
/** Far more fields than any form has; PDFium takes less than a second for them. */
const most = 100_000;

/**
 * Whether a reader that follows every path from a form to its fields would never come to an end. Fields are a tree (ISO
 * 32000-1, 12.7.3.1); where they share what is below them, each level doubles the paths.
 */
export function hasEndlessForm({ catalog, context }: PDFDocument): boolean {
  const form = catalog.lookup(name('AcroForm'));
  const waiting: { list: PDFObject | undefined; level: number }[] = [];
  if (form instanceof PDFDict) waiting.push({ list: form.lookup(name('Fields')), level: 0 });
  let met = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { list, level } = next;
    if (!(list instanceof PDFArray) || level > deepest) continue;
    met += list.size();
    if (met > most) return true;
    for (const entry of list.asArray()) {
      const field = context.lookup(entry);
      if (field instanceof PDFDict) waiting.push({ list: field.lookup(name('Kids')), level: level + 1 });
    }
  }
  return false;
}
