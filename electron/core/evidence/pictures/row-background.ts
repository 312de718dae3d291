/** What is background in a band of rows. */
export interface RowBackground {
  /** By grey: 0 is not background, 1 is, 2 only in short runs, as the dots of a wallpaper. */
  readonly kinds: Uint8Array;
  /** By column, where the background runs from one colour at the left to another at the right. */
  readonly expected: Uint8Array | undefined;
}

/** Of the width, at either side: in chats, nothing stands there but background. */
const marginShare = 0.015;
/** Noise of a JPEG, or a step of a gradient. */
const tolerance = 3;

/**
 * The background of the rows from `from` to `to`: the greys that are common at both sides. Where the sides have too many
 * to tell them from anything else, nothing is background.
 */
export function rowBackground(grey: Uint8Array, width: number, from: number, to: number): RowBackground {
  const margin = Math.max(2, Math.round(width * marginShare));
  const left = new Uint32Array(256);
  const right = new Uint32Array(256);
  for (let row = from; row < to; row += 1) {
    for (let column = 0; column < margin; column += 1) {
      count(left, grey[row * width + column]);
      count(right, grey[(row + 1) * width - 1 - column]);
    }
  }
  const samples = (to - from) * margin;
  const kinds = new Uint8Array(256);
  const sides = [left, right].map((counts) => commonGreys(counts, samples * 0.005));
  for (const common of sides)
    for (const value of common) kinds.fill(1, Math.max(0, value - tolerance), value + tolerance + 1);
  if (kinds.reduce((sum, kind) => sum + kind, 0) > 110) return { kinds: new Uint8Array(256), expected: undefined };
  markRare(kinds, left, right, samples * 2);
  return { kinds, expected: gradient(sides, width) };
}

function count(counts: Uint32Array, value = 0): void {
  counts[value] = (counts[value] ?? 0) + 1;
}

function commonGreys(counts: Uint32Array, least: number): number[] {
  return [...counts.keys()].filter((value) => (counts[value] ?? 0) > least);
}

/** Neighbouring greys are one colour with its noise. A colour that little of the sides has is a pattern on another. */
function markRare(kinds: Uint8Array, left: Uint32Array, right: Uint32Array, samples: number): void {
  for (let start = 0; start < 256; start += 1) {
    if (kinds[start] === 0) continue;
    let end = start;
    let found = 0;
    for (; end < 256 && kinds[end] !== 0; end += 1) found += (left[end] ?? 0) + (right[end] ?? 0);
    if (found < samples * 0.3) kinds.fill(2, start, end);
    start = end;
  }
}

function gradient(sides: readonly (readonly number[])[], width: number): Uint8Array | undefined {
  const [left, right] = sides.map((greys) => ({ low: Math.min(...greys), high: Math.max(...greys) }));
  if (left === undefined || right === undefined) return undefined;
  const isNarrow = left.high - left.low <= 30 && right.high - right.low <= 30;
  const [start, end] = [(left.low + left.high) / 2, (right.low + right.high) / 2];
  if (!isNarrow || Math.abs(start - end) <= tolerance) return undefined;
  return Uint8Array.from({ length: width }, (_, column) => Math.round(start + ((end - start) * column) / width));
}
