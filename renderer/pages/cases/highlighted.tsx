interface HighlightedProps {
  readonly text: string;
  /** Parted by spaces. */
  readonly words: string;
}

/** A text in which the words that were looked for are marked. */
export function Highlighted({ text, words }: HighlightedProps) {
  const parts = partsOf(text, words.trim().split(/\s+/u));
  return parts.map(({ at, part, isFound }) => (isFound ? <mark key={at}>{part}</mark> : part));
}

interface Part {
  readonly at: number;
  readonly part: string;
  readonly isFound: boolean;
}

function partsOf(text: string, words: readonly string[]): Part[] {
  const wanted = words.filter((word) => word !== '').map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  if (wanted.length === 0) return [{ at: 0, part: text, isFound: false }];
  let at = 0;
  return text.split(new RegExp(`(${wanted.join('|')})`, 'giu')).map((part, index) => {
    const here = { at, part, isFound: index % 2 === 1 };
    at += part.length;
    return here;
  });
}
