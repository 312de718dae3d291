import type { Moment } from '../../../contract/case/moments.ts';
import { textWidth, wrapText } from './text-width.ts';
import { intervalText, type PromisedInterval } from './timeline-intervals.ts';
import type { ScaleBreak } from './timeline-scale.ts';
import {
  barShape,
  breakShapes,
  type Drawing,
  type PathShape,
  round,
  type TextShape,
  textShape,
} from './timeline-shapes.ts';

/** What the rows are drawn against: the axis above them. */
export interface RowFrame {
  readonly top: number;
  readonly width: number;
  /** Where an open-ended promise stops. */
  readonly right: number;
  readonly breaks: readonly ScaleBreak[];
  place(moment: Moment): number;
}

export interface DrawnRows {
  readonly masks: Drawing['masks'];
  readonly paths: readonly PathShape[];
  readonly texts: readonly TextShape[];
  readonly bottom: number;
}

interface Span {
  readonly left: number;
  readonly right: number;
}

const bar = { height: 9, gap: 3 } as const;
const words = { size: 9, lines: 2, pitch: 13 } as const;
const rowGap = 13;
/** A span too short to see is still drawn this wide. */
const shortestBar = 3;
/** How far an actual state that still goes on reaches beyond its last known moment. */
const ongoingLength = 26;

/** One row for each promise: what it says, what was promised as an outline, what happened filled. */
export function drawRows(intervals: readonly PromisedInterval[], frame: RowFrame): DrawnRows {
  const rows: DrawnRows[] = [];
  let top = frame.top;
  for (const interval of intervals) {
    const row = drawRow(interval, { ...frame, top });
    rows.push(row);
    top = row.bottom + rowGap;
  }
  return {
    masks: rows.flatMap((row) => row.masks),
    paths: rows.flatMap((row) => row.paths),
    texts: rows.flatMap((row) => row.texts),
    bottom: rows.at(-1)?.bottom ?? frame.top,
  };
}

function drawRow(interval: PromisedInterval, frame: RowFrame): DrawnRows {
  const lines = wrapText(intervalText(interval), words.size, frame.width, words.lines);
  const promisedTop = frame.top + lines.length * words.pitch + 2;
  const actualTop = promisedTop + bar.height + bar.gap;
  const from = frame.place(interval.from);
  const promised = span(from, interval.promisedUntil === undefined ? frame.right : frame.place(interval.promisedUntil));
  const actual = span(from, frame.place(interval.actualUntil));
  const ongoing = { left: actual.right, right: Math.min(actual.right + ongoingLength, frame.right) };
  const box = ({ left, right }: Span, y: number) => ({ left, right, y, height: bar.height });
  return {
    masks: lines.map((line, index) => ({
      x: 0,
      y: round(frame.top + index * words.pitch),
      width: round(textWidth(line, words.size) + 4),
      height: words.pitch,
    })),
    texts: lines.map((line, index) =>
      textShape(0, frame.top + words.size + index * words.pitch, words.size, 'start', line),
    ),
    paths: [
      barShape('promised', box(promised, promisedTop), interval.promisedUntil === undefined),
      barShape('actual', box(actual, actualTop), false),
      ...(interval.actualOngoing ? [barShape('ongoing', box(ongoing, actualTop), true)] : []),
      ...breaksWithin(promised, promisedTop, frame.breaks),
      ...breaksWithin(actual, actualTop, frame.breaks),
    ],
    bottom: actualTop + bar.height,
  };
}

/** Contradictory ends (a promise that ends before it begins) are a finding, not a reason to draw nothing. */
function span(first: number, second: number): Span {
  const left = Math.min(first, second);
  return { left, right: Math.max(first, second, left + shortestBar) };
}

function breaksWithin({ left, right }: Span, top: number, breaks: readonly ScaleBreak[]): PathShape[] {
  return breaks
    .map((gap) => (gap.left + gap.right) / 2)
    .filter((middle) => middle > left && middle < right)
    .flatMap((middle) => breakShapes(middle, top + bar.height / 2));
}
