import type { Slice } from '../evidence-source.ts';
import type { RowCosts } from './row-costs.ts';

/** In pixels of a screenshot 1,080 wide: what two neighbouring slices both show where the cut is clear, and else. */
const clearOverlap = 24;
const lineOverlap = 64;
/** Edges of a row between two lines of a bubble, or between two bubbles: their sides, and those of a picture frame. */
const mostInkBetween = 12;
/** Of the width: rows whose cost differs by less are as good a place as each other. */
const slackShare = 0.01;

/** Rows `first` to `last`, both of them good places to cut above. */
interface Run {
  readonly first: number;
  readonly last: number;
}

/**
 * Cuts a long picture into slices of at most `most` rows. A cut goes between bubbles: as low on the page as there is a
 * place where nothing is cut through, however far up that is. Only what is longer than a page is cut through, between
 * its lines. Neighbours share a narrow strip, so that nobody wonders whether a row is missing; where even the best cut
 * goes through something, a strip as high as a line of text, which is then whole on one of the two.
 */
export function cutIntoSlices(rows: RowCosts, width: number, most: number): Slice[] {
  const { height } = rows;
  const scale = width / 1_080;
  const slices: Slice[] = [];
  let top = 0;
  while (height - top > most) {
    const { end, next } = cutBetween(rows, top, most, width * slackShare, scale);
    slices.push({ top, height: end - top });
    top = next;
  }
  slices.push({ top, height: height - top });
  return slices;
}

/** Where the slice that begins at `top` ends, and where the next begins. */
function cutBetween(rows: RowCosts, top: number, most: number, slack: number, scale: number) {
  const lowest = top + most;
  const { first, last } = bestRun(rows, top, most, slack);
  if (rows.ink(last) > mostInkBetween) {
    return { end: last, next: Math.max(last - Math.round(lineOverlap * scale), top + 1) };
  }
  // Near the lower end of the gap, so that the next page begins with what follows, but not at its very edge.
  const strip = Math.round(clearOverlap * scale);
  const end = Math.min(last - Math.min(Math.floor(strip / 2), Math.floor((last - first) / 2)), lowest);
  return { end, next: Math.max(end - strip, first, top + 1) };
}

function bestRun(rows: RowCosts, top: number, most: number, slack: number): Run {
  const lowest = top + most;
  const first = top + Math.ceil((most * 2) / 3);
  const leastHere = leastCost(rows, first, lowest);
  // Where nothing is cut through, there is no need to look further up.
  const leastAnywhere = leastHere <= slack ? leastHere : Math.min(leastHere, leastCost(rows, top + 1, first - 1));
  if (leastHere > leastAnywhere + slack) {
    const above = boxTop(rows, top, lowest, most, leastAnywhere + slack);
    if (above !== undefined) return above;
  }
  const runs = runsOf(rows, first, lowest, leastHere + slack);
  const widest = Math.max(...runs.map(({ first: start, last }) => last - start));
  return runs.findLast(({ first: start, last }) => (last - start) * 2 >= widest) ?? { first: lowest, last: lowest };
}

/**
 * The gap above the thing that reaches past `lowest`, when a page has room for that thing and there is more above the
 * gap than a strip of background.
 */
function boxTop({ height, cost }: RowCosts, top: number, lowest: number, most: number, limit: number): Run | undefined {
  let last = lowest;
  while (last > top && cost(last) > limit) last -= 1;
  let bottom = lowest;
  while (bottom < height && cost(bottom) > limit) bottom += 1;
  if (bottom - last > most) return undefined;
  let first = last;
  while (first - 1 > top && cost(first - 1) <= limit) first -= 1;
  return first <= top + 1 ? undefined : { first, last };
}

function leastCost({ cost }: RowCosts, first: number, last: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let row = first; row <= last; row += 1) least = Math.min(least, cost(row));
  return least;
}

function runsOf({ cost }: RowCosts, first: number, last: number, limit: number): Run[] {
  const runs: Run[] = [];
  let start = -1;
  for (let row = first; row <= last + 1; row += 1) {
    const isGood = row <= last && cost(row) <= limit;
    if (isGood && start < 0) start = row;
    if (!isGood && start >= 0) {
      runs.push({ first: start, last: row - 1 });
      start = -1;
    }
  }
  return runs;
}
