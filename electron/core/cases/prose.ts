/**
 * Free text of a case. `{证据:编号}` inside it refers to an evidence item by its id and prints as a living
 * reference ("证据3（第12—14页）"). Any other brace is plain text.
 */
export type ProseSegment =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'reference'; readonly id: string };

const referencePattern = /\{证据[:：]([^{}\s]{1,64})\}/gu;

/** One paragraph of prose, cut at its references. Never empty segments. */
export function parseProse(paragraph: string): ProseSegment[] {
  const segments: ProseSegment[] = [];
  let position = 0;
  for (const match of paragraph.matchAll(referencePattern)) {
    if (match.index > position) segments.push({ kind: 'text', text: paragraph.slice(position, match.index) });
    segments.push({ kind: 'reference', id: match[1] ?? '' });
    position = match.index + match[0].length;
  }
  if (position < paragraph.length) segments.push({ kind: 'text', text: paragraph.slice(position) });
  return segments;
}

/** The paragraphs of a prose field: non-empty lines, trimmed. */
export function paragraphsOf(prose: string): string[] {
  return prose
    .split('\n')
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
}

/** Ids of all evidence that a prose field refers to, in order, repeats included. */
export function referencesIn(prose: string): string[] {
  return [...prose.matchAll(referencePattern)].map((match) => match[1] ?? '');
}
