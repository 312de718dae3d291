import { textWidth } from './text-width.ts';
import { markRadius } from './timeline-shapes.ts';

/** One event on the axis, before it is known whether it can stand alone. `number` is its row in the table. */
export interface EventPoint {
  readonly number: number;
  readonly x: number;
  readonly precision: 'exact' | 'approximate';
}

/** A mark for one event, or for several that stand too close to be told apart. */
export interface Mark {
  readonly x: number;
  /** "3", or "3—5" for a shared mark. */
  readonly label: string;
  /** 0 is the row of labels next to the axis. */
  readonly level: 0 | 1;
  readonly precision: 'exact' | 'approximate' | 'mixed';
}

export const markLabelSize = 9;
const clearance = 3;

interface Cluster {
  readonly points: readonly EventPoint[];
  readonly x: number;
  readonly label: string;
  readonly half: number;
}

/**
 * Turns events, in order of time, into marks whose labels never overlap. Neighbours too close to each other
 * share a mark; what is left is far enough apart that two rows of labels always suffice, and that no line from
 * a mark to a label of the second row runs through a label of the first.
 */
export function placeMarks(points: readonly EventPoint[]): Mark[] {
  const marks: Mark[] = [];
  const ends: [number, number] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const cluster of joinCrowded(points.map((point) => clusterOf([point])))) {
    const level = ends[0] + clearance <= cluster.x - cluster.half ? 0 : 1;
    ends[level] = cluster.x + cluster.half;
    marks.push({ x: cluster.x, label: cluster.label, level, precision: precisionOf(cluster.points) });
  }
  return marks;
}

function joinCrowded(alone: readonly Cluster[]): Cluster[] {
  const clusters = [...alone];
  for (;;) {
    const index = mostCrowded(clusters);
    const [first, second] = [clusters[index], clusters[index + 1]];
    if (first === undefined || second === undefined) return clusters;
    clusters.splice(index, 2, clusterOf([...first.points, ...second.points]));
  }
}

/** Index of the neighbours that lack most room, or -1. */
function mostCrowded(clusters: readonly Cluster[]): number {
  let [worst, index] = [0, -1];
  for (const [position, cluster] of clusters.entries()) {
    const next = clusters[position + 1];
    if (next === undefined) break;
    const needed = Math.max(cluster.half + clearance, next.half + clearance, 2 * markRadius + clearance);
    const lacking = needed - (next.x - cluster.x);
    if (lacking > worst) [worst, index] = [lacking, position];
  }
  return index;
}

function clusterOf(points: readonly EventPoint[]): Cluster {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError('clusterOf: expected at least one event');
  const label = first === last ? `${first.number}` : `${first.number}—${last.number}`;
  return { points, x: (first.x + last.x) / 2, label, half: textWidth(label, markLabelSize) / 2 };
}

function precisionOf(points: readonly EventPoint[]): Mark['precision'] {
  const approximate = points.filter((point) => point.precision === 'approximate').length;
  if (approximate === 0) return 'exact';
  return approximate === points.length ? 'approximate' : 'mixed';
}
