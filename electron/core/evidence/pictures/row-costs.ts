import { type RowBackground, rowBackground } from './row-background.ts';

/**
 * How much would be cut through between each row and the one above it; rows as in the picture, the first is 0. Rows are
 * measured when they are asked for: most cuts are found in the last third of a page, and the others need not be.
 */
export interface RowCosts {
  readonly height: number;
  /** Columns in which something that is not background goes on from the row above, and what `ink` adds to it. */
  cost(row: number): number;
  /** Edges within the two rows that do not belong to the background: dozens in a line of text. */
  ink(row: number): number;
}

/** How different two pixels must be to count as an edge, of 255. */
const edge = 24;
/** Up to this difference from row to row, the same thing goes on; from one bubble to the next below it, colours jump. */
const same = 12;
/** How far a pixel may be from where a gradient should be. */
const nearGradient = 6;
/** An edge of a stroke weighs more than the few columns that a stroke is wide: a line of text is never a good place. */
const inkWeight = 8;
/** Rows that share a background. Gradients and wallpapers change little in so many. */
const bandRows = 64;

/** Measures a picture of one grey byte a pixel. */
export function rowCosts(grey: Uint8Array, width: number, height: number): RowCosts {
  const costs = new Uint32Array(height);
  const inks = new Uint32Array(height);
  const isMeasured = new Uint8Array(Math.ceil(height / bandRows));
  let isAbove = new Uint8Array(width);
  let isHere = new Uint8Array(width);
  const lineAt = (row: number) => grey.subarray(row * width, (row + 1) * width);

  /** The background of the rows from `band`, told by them and by those of the bands around. */
  function backgroundOf(band: number): RowBackground {
    return rowBackground(grey, width, Math.max(0, band - bandRows), Math.min(height, band + 2 * bandRows));
  }

  function measure(band: number): void {
    let edgesAbove = 0;
    if (band > 0) {
      const above = lineAt(band - 1);
      markThings(above, backgroundOf(band - bandRows), isAbove);
      edgesAbove = compare(above, above, isAbove, isAbove).edges;
    }
    const background = backgroundOf(band);
    for (let row = band; row < Math.min(band + bandRows, height); row += 1) {
      const line = lineAt(row);
      markThings(line, background, isHere);
      const { edges, goingOn } = compare(line, row === 0 ? line : lineAt(row - 1), isHere, isAbove);
      if (row > 0) {
        const most = Math.max(edges, edgesAbove);
        inks[row] = most;
        costs[row] = inkWeight * most + goingOn;
      }
      edgesAbove = edges;
      [isAbove, isHere] = [isHere, isAbove];
    }
  }

  function at(measured: Uint32Array, row: number): number {
    const band = Math.floor(row / bandRows);
    if (isMeasured[band] === 0) {
      measure(band * bandRows);
      isMeasured[band] = 1;
    }
    return measured[row] ?? 0;
  }

  return { height, cost: (row) => at(costs, row), ink: (row) => at(inks, row) };
}

/** Sets `isThing` to 1 where the row shows something that is not background. */
function markThings(line: Uint8Array, { kinds, expected }: RowBackground, isThing: Uint8Array): void {
  const longest = Math.max(4, line.length / 15);
  let run = 0;
  for (let column = 0; column < line.length; column += 1) {
    const value = line[column] ?? 0;
    const kind = kinds[value] ?? 0;
    run = kind === 2 ? run + 1 : 0;
    let is = kind === 0 || run > longest ? 1 : 0;
    if (is === 1 && expected !== undefined) {
      const difference = value - (expected[column] ?? 0);
      if (difference <= nearGradient && difference >= -nearGradient) is = 0;
    }
    isThing[column] = is;
  }
}

function compare(line: Uint8Array, above: Uint8Array, isHere: Uint8Array, isAbove: Uint8Array) {
  let edges = 0;
  let goingOn = 0;
  let previous = line[0] ?? 0;
  let was = 0;
  for (let column = 0; column < line.length; column += 1) {
    const value = line[column] ?? 0;
    const is = isHere[column] ?? 0;
    if (is === 0 && was === 0) {
      previous = value;
      continue;
    }
    if (value - previous > edge || previous - value > edge) edges += 1;
    if (is === 1 && isAbove[column] === 1) {
      const difference = value - (above[column] ?? 0);
      if (difference <= same && difference >= -same) goingOn += 1;
    }
    previous = value;
    was = is;
  }
  return { edges, goingOn };
}
