import { epochOf, type Moment } from '../../../contract/case/moments.ts';
import { textWidth } from './text-width.ts';
import type { PromisedInterval } from './timeline-intervals.ts';
import { drawLegend } from './timeline-legend.ts';
import { type Mark, markLabelSize, placeMarks } from './timeline-marks.ts';
import { drawRows } from './timeline-rows.ts';
import { createTimeScale, type ScaleBreak } from './timeline-scale.ts';
import {
  arrowHead,
  breakShapes,
  type Drawing,
  lineShape,
  markRadius,
  markShape,
  round,
  type TextShape,
  textShape,
} from './timeline-shapes.ts';
import { placeTicks, type Tick, tickSize } from './timeline-ticks.ts';

export interface TimelineEvent {
  readonly number: number;
  readonly at: Moment;
  readonly precision: 'exact' | 'approximate';
}

/** 169 mm, the text width of the page, in points. */
const width = 479;
const axis = { y: 46, start: 4, left: 24, right: 438, end: 475 } as const;
const labelPitch = 15;
const hourLength = 3_600_000;
const dayLength = 24 * hourLength;
const rowsTop = 94;
/** More rows than this would not leave the drawing on one page with its heading; the table holds all of them. */
export const mostRows = 7;

/**
 * The timeline as shapes in points: events above an axis, dates below it, and under them one row for each
 * promise with what was promised (outline) and what happened (filled). No colour carries meaning, because
 * court copies are grey. `events` in order of time; `events` and `intervals` not both empty.
 */
export function drawTimeline(events: readonly TimelineEvent[], intervals: readonly PromisedInterval[]): Drawing {
  const drawn = intervals.slice(0, mostRows);
  const moments = [...events.map((event) => event.at), ...drawn.flatMap(endsOf)];
  const scale = createTimeScale(moments.map(epochOf), axis.left, axis.right);
  const place = (moment: Moment) => scale.place(epochOf(moment));

  const marks = placeMarks(events.map(({ number, precision, at }) => ({ number, precision, x: place(at) })));
  const ticks = placeTicks(moments, place, width);
  const rows = drawRows(drawn, { top: rowsTop, width, right: axis.end, breaks: scale.breaks, place });
  const legend = drawLegend(
    {
      precisions: new Set(marks.map((mark) => mark.precision)),
      hasIntervals: drawn.length > 0,
      hasOpenEnd: drawn.some((interval) => interval.promisedUntil === undefined),
      hasOngoing: drawn.some((interval) => interval.actualOngoing),
      hasBreak: scale.breaks.length > 0,
    },
    drawn.length > 0 ? rows.bottom + 10 : axis.y + 38,
    width,
  );

  const top = marks.some((mark) => mark.level === 1) ? 0 : labelPitch;
  return {
    width,
    top,
    height: round(legend.bottom - top),
    lines: [
      ...(drawn.length > 0 ? ticks.map(({ x }) => lineShape('grid', x, axis.y + 34, x, rows.bottom)) : []),
      lineShape('axis', axis.start, axis.y, axis.end - 5, axis.y),
      ...ticks.map(({ x }) => lineShape('tick', x, axis.y, x, axis.y + 7)),
      ...marks.map((mark) => lineShape('leader', mark.x, labelLine(mark) + 2, mark.x, axis.y - markRadius)),
    ],
    masks: rows.masks,
    paths: [
      arrowHead(axis.end, axis.y),
      ...scale.breaks.flatMap((gap) => breakShapes((gap.left + gap.right) / 2, axis.y)),
      ...rows.paths,
      ...legend.paths,
    ],
    marks: [...marks.map(({ x, precision }) => markShape(precision, x, axis.y)), ...legend.marks],
    texts: [
      ...marks.map((mark) => textShape(mark.x, labelLine(mark), markLabelSize, 'middle', mark.label)),
      ...ticks.flatMap(({ textX, label, caption }) => [
        textShape(textX, axis.y + 17, tickSize, 'middle', label),
        ...(caption === undefined ? [] : [textShape(caption.x, axis.y + 28, tickSize, 'middle', caption.words)]),
      ]),
      ...scale.breaks.flatMap((gap) => breakText(gap, ticks)),
      ...rows.texts,
      ...legend.texts,
    ],
  };
}

function endsOf({ from, promisedUntil, actualUntil }: PromisedInterval): Moment[] {
  return promisedUntil === undefined ? [from, actualUntil] : [from, promisedUntil, actualUntil];
}

/** "隔364天" in the middle of a break, where the dates at its ends leave room. */
function breakText({ left, right, length }: ScaleBreak, ticks: readonly Tick[]): TextShape[] {
  const words =
    length < dayLength ? `隔${Math.round(length / hourLength)}小时` : `隔${Math.round(length / dayLength)}天`;
  const middle = (left + right) / 2;
  const half = textWidth(words, tickSize) / 2 + 4;
  const isFree = ticks.every((tick) => Math.abs(tick.textX - middle) >= half + textWidth(tick.label, tickSize) / 2);
  return isFree && length >= hourLength ? [textShape(middle, axis.y + 17, tickSize, 'middle', words)] : [];
}

/** The line a mark's number stands on. */
function labelLine(mark: Mark): number {
  return axis.y - 13 - mark.level * labelPitch;
}
