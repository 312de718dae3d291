/**
 * Chromium numbers the elements of the structure tree over the life of its process, so a second print of the same
 * page would differ from the first. Here they are numbered within the file: `(node00002207)` becomes
 * `(node00000001)`. The length stays, and so does the order that the ID tree needs (ISO 32000-1, 14.7.2). What a
 * user typed cannot look like this: in a PDF string its brackets are escaped. `before` have been given already; returns how
 * many more are now.
 */
export function renumberStructureIdentifiers(pdf: Uint8Array, before = 0): number {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.length);
  const opening = Buffer.from('(node', 'latin1');
  const places: { offset: number; digits: string }[] = [];
  for (let offset = bytes.indexOf(opening); offset >= 0; offset = bytes.indexOf(opening, offset + 1)) {
    const start = offset + opening.length;
    const digits = /^\d{8,12}(?=\))/.exec(bytes.toString('latin1', start, start + 13))?.[0];
    if (digits !== undefined) places.push({ offset: start, digits });
  }
  const inOrder = [...new Set(places.map(({ digits }) => digits))].sort(
    (first, second) => Number(first) - Number(second),
  );
  const numbers = new Map(inOrder.map((digits, index) => [digits, before + index + 1]));
  for (const { offset, digits } of places) {
    bytes.write(String(numbers.get(digits)).padStart(digits.length, '0'), offset, 'latin1');
  }
  return inOrder.length;
}
