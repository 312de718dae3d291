/** A stretch of the axis that is not drawn to scale, from `left` to `right`; `length` in milliseconds. */
export interface ScaleBreak {
  readonly left: number;
  readonly right: number;
  readonly length: number;
}

/** Where a time (milliseconds) stands on the axis, and where the axis is broken. */
export interface TimeScale {
  place(time: number): number;
  readonly breaks: readonly ScaleBreak[];
}

/** A gap this many times as long as the mean of the others would squash them, so it is broken. */
const longGap = 6;
/** More breaks than this and nothing could be compared any more. */
const mostBreaks = 4;
/** Breaks share this part of the axis, so that a year behind a break still looks longer than a day beside it. */
const brokenShare = 0.4;
const widestBreak = 110;

/**
 * One scale for the whole axis, except that long gaps between two of the `times` shrink to a break of one
 * width. Times outside the given ones are placed at the nearer end.
 */
export function createTimeScale(times: readonly number[], left: number, right: number): TimeScale {
  const points = [...new Set(times)].sort((first, second) => first - second);
  const [first = 0] = points;
  const gaps = points.slice(1).map((point, index) => point - (points[index] ?? point));
  if (gaps.length === 0) return { place: () => (left + right) / 2, breaks: [] };

  const broken = gapsToBreak(gaps);
  const scaled = gaps.reduce((sum, gap, index) => sum + (broken.has(index) ? 0 : gap), 0);
  const breakWidth = Math.min(widestBreak, ((right - left) * brokenShare) / Math.max(1, broken.size));
  const unit = (right - left - broken.size * breakWidth) / scaled;

  const knots: [Knot, ...Knot[]] = [{ time: first, x: left }];
  const breaks: ScaleBreak[] = [];
  let [time, x] = [first, left];
  for (const [index, gap] of gaps.entries()) {
    const width = broken.has(index) ? breakWidth : gap * unit;
    if (broken.has(index)) breaks.push({ left: x, right: x + width, length: gap });
    time += gap;
    x += width;
    knots.push({ time, x });
  }
  return { place: (wanted) => placeBetween(knots, wanted), breaks };
}

/** Always leaves at least one gap whole, so that there is a scale. */
function gapsToBreak(gaps: readonly number[]): Set<number> {
  const longestFirst = [...gaps.entries()].sort((first, second) => second[1] - first[1]);
  const broken = new Set<number>();
  let whole = gaps.reduce((sum, gap) => sum + gap, 0);
  for (const [index, gap] of longestFirst) {
    const others = gaps.length - broken.size - 1;
    if (others === 0 || broken.size === mostBreaks || gap <= (longGap * (whole - gap)) / others) break;
    broken.add(index);
    whole -= gap;
  }
  return broken;
}

interface Knot {
  readonly time: number;
  readonly x: number;
}

function placeBetween([start, ...knots]: readonly [Knot, ...Knot[]], time: number): number {
  let before = start;
  for (const knot of knots) {
    if (time <= knot.time) {
      const share = Math.max(0, (time - before.time) / (knot.time - before.time));
      return before.x + (knot.x - before.x) * share;
    }
    before = knot;
  }
  return before.x;
}
