import type { Slice } from '../evidence-source.ts';

/** How different two neighbouring pixels of a row must be to count as an edge, of 255. */
const edge = 24;

/**
 * The ink of each row: how many times the brightness jumps from one pixel to the next. A row between two chat
 * bubbles has none, a row through a line of text has many, whatever the colours are.
 */
export function rowInk(grey: Uint8Array, width: number, height: number): Uint32Array {
  const ink = new Uint32Array(height);
  for (let row = 0; row < height; row += 1) {
    const start = row * width;
    let jumps = 0;
    let previous = grey[start] ?? 0;
    for (let column = start + 1; column < start + width; column += 1) {
      const current = grey[column] ?? 0;
      if (current - previous > edge || previous - current > edge) jumps += 1;
      previous = current;
    }
    ink[row] = jumps;
  }
  return ink;
}

/**
 * Cuts a tall picture into slices of at most `maximum` rows, each at the emptiest place of the last third
 * before the page would end: as low as there is a wide run of rows with the least ink, in its middle.
 */
export function cutIntoSlices(ink: Uint32Array, maximum: number): Slice[] {
  const slices: Slice[] = [];
  let top = 0;
  while (ink.length - top > maximum) {
    const bottom = emptiestRow(ink, top + Math.ceil((maximum * 2) / 3), top + maximum);
    slices.push({ top, height: bottom - top });
    top = bottom;
  }
  slices.push({ top, height: ink.length - top });
  return slices;
}

interface Run {
  readonly start: number;
  readonly length: number;
}

/** The middle of the lowest run of emptiest rows that is at least half as wide as the widest. */
function emptiestRow(ink: Uint32Array, first: number, last: number): number {
  const runs = emptiestRuns(ink, first, last);
  const widest = Math.max(...runs.map(({ length }) => length));
  const chosen = runs.findLast(({ length }) => length * 2 >= widest) ?? { start: last, length: 0 };
  return chosen.start + Math.floor(chosen.length / 2);
}

function emptiestRuns(ink: Uint32Array, first: number, last: number): Run[] {
  const window = ink.subarray(first, last + 1);
  const least = window.reduce((least, row) => Math.min(least, row), Number.POSITIVE_INFINITY);
  const runs: Run[] = [];
  let start = -1;
  for (let row = 0; row <= window.length; row += 1) {
    const isEmptiest = window[row] === least;
    if (isEmptiest && start < 0) start = row;
    if (!isEmptiest && start >= 0) {
      runs.push({ start: first + start, length: row - start });
      start = -1;
    }
  }
  return runs;
}
