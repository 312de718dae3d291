/** A document as it is to be set on paper: HTML made by this program, which loads nothing. */
export interface PrintableDocument {
  /** At least one; each is set in pages of its own. */
  readonly parts: readonly PrintablePart[];
  /** What of the file is not on these pages, or not as it was. Chinese, each a sentence without its full stop. */
  readonly remarks: readonly string[];
}

export interface PrintablePart {
  readonly orientation: 'portrait' | 'landscape';
  readonly body: string;
}

/** What is printed of one document at most; the rest is in the original, and the page says so. */
export const printedAtMost = {
  /** Lines of text: some 200 pages. */
  lines: 8_800,
  /** Characters of a web page, a mail or a Word file; each element, as a line break or a row, counts as ten. */
  characters: 200_000,
  /** Rows of all tables of a file, and cells. */
  rows: 4_000,
  cells: 40_000,
  /** Bytes of all pictures that stand in a web page, a mail or a Word file. */
  pictureBytes: 48 * 1024 * 1024,
} as const;
