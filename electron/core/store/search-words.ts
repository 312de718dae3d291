/**
 * Search as people expect it: any run of characters, two of them are enough, capital and full-width letters count as
 * plain ones. FTS5 finds words, and Chinese has no spaces between them, so its index holds each pair of neighbouring
 * characters as a word; a phrase of overlapping pairs is then found exactly where the run of characters stands.
 */

/** The same length as the text, so that places in one are places in the other. */
export function foldText(text: string): string {
  const narrow = text
    .replace(/[\uff01-\uff5e]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    // NUL stands for "nothing behind" in the index.
    .replaceAll('\0', ' ');
  const lower = narrow.toLowerCase();
  // A few letters, such as İ, get longer when they are made small.
  return lower.length === narrow.length ? lower : [...narrow].map(smallLetter).join('');
}

function smallLetter(letter: string): string {
  const small = letter.toLowerCase();
  return small.length === letter.length ? small : letter;
}

/** What a search asks for: runs without white space, each of which must be found. */
export function searchWords(query: string): string[] {
  return [...new Set(foldText(query).split(/\s+/).filter(Boolean))];
}

/** For the index: the pairs of all texts. The last character of a run has a pair of its own, with nothing behind it. */
export function indexedPairs(texts: readonly string[]): string {
  return texts
    .flatMap((text) => foldText(text).split(/\s+/))
    .map((run) => pairsOf(`${run}\0`).join(' '))
    .join(' ');
}

/** An FTS5 query that finds the cases in which each word stands somewhere. Nothing of the words is left in it but digits. */
export function pairQuery(words: readonly string[]): string {
  return words.map((word) => (word.length === 1 ? `"${codeOf(word, 0)}" *` : `"${pairsOf(word).join(' ')}"`)).join(' ');
}

function pairsOf(run: string): string[] {
  return Array.from({ length: Math.max(0, run.length - 1) }, (_, index) => codeOf(run, index) + codeOf(run, index + 1));
}

function codeOf(text: string, index: number): string {
  return text.charCodeAt(index).toString(16).padStart(4, '0');
}
