import type { CaseEvent } from '../../../contract/case/case-file.ts';
import { compareMoments, formatDay, formatMoment, type Moment } from '../../../contract/case/moments.ts';
import { type Inline, text } from '../inline.ts';
import type { DocumentInput } from '../paper.ts';
import { drawTimeline, mostRows } from './timeline-drawing.ts';
import { actualText, intervalText, type PromisedInterval, promisedText } from './timeline-intervals.ts';
import type { Drawing } from './timeline-shapes.ts';

export interface TimelineModel {
  readonly intro: string;
  /** Ends the sentence of `intro`; a copy without the drawing, as in Word, leaves it out. */
  readonly drawingNote: string | undefined;
  /** `undefined` when there is nothing to draw. */
  readonly drawing: (Drawing & { readonly label: string }) | undefined;
  /** A line under the drawing when it could not hold every promise. */
  readonly overflow: string | undefined;
  readonly events: readonly TimelineRow[];
  readonly intervals: readonly IntervalRow[];
  /** The blank that stands in for the table while the case has no event. */
  readonly empty: readonly Inline[];
}

export interface TimelineRow {
  readonly number: number;
  readonly day: string;
  /** "20:15", "20:15前后" or `undefined`. */
  readonly time: string | undefined;
  /** 前后 of a day without a time. */
  readonly about: string;
  readonly facts: readonly (readonly Inline[])[];
  /** One reference a line. */
  readonly evidence: readonly (readonly Inline[])[];
}

export interface IntervalRow {
  readonly subject: string;
  readonly promised: string;
  readonly promisedSpan: string;
  readonly actual: string;
  readonly actualSpan: string;
  readonly evidence: readonly (readonly Inline[])[];
}

/** 事实经过时间线: the events in order of time, drawn and listed, each with the evidence it rests on. */
export function buildTimeline(input: DocumentInput): TimelineModel {
  const { facts } = input;
  const events = input.case.events.toSorted((first, second) => compareMoments(first.at, second.at));
  const promises = input.case.promises.flatMap(({ subject, interval, evidence }) =>
    interval === undefined ? [] : [{ subject, interval, evidence }],
  );
  const intervals = promises.map(({ interval }) => interval);
  const hasDrawing = events.length > 0 || intervals.length > 0;
  const numbered = events.map(({ at, precision }, index) => ({ number: index + 1, at, precision }));
  return {
    intro: events.length === 0 ? '案件中还没有录入事件。' : `按发生先后排列，共${events.length}件事`,
    drawingNote: events.length === 0 ? undefined : '；图中编号与下表序号一致',
    drawing: hasDrawing ? { ...drawTimeline(numbered, intervals), label: drawingLabel(events, intervals) } : undefined,
    overflow:
      intervals.length > mostRows
        ? `图中只画出前${mostRows}项承诺，其余${intervals.length - mostRows}项见“承诺期间与实际期间”表。`
        : undefined,
    events: events.map((event, index) => ({
      number: index + 1,
      ...whenOf(event),
      facts: facts.prose(event.text),
      evidence: references(input, event.evidence),
    })),
    intervals: promises.map(({ subject, interval, evidence }) => ({
      subject,
      promised: promisedText(interval),
      promisedSpan: promisedSpan(interval),
      actual: actualText(interval),
      actualSpan: actualSpan(interval),
      evidence: references(input, evidence),
    })),
    empty: events.length === 0 ? facts.need(undefined, '事实经过：何时发生何事', 'events') : [],
  };
}

/** The day and the time on lines of their own; 前后 stays with whichever comes last. */
function whenOf({ at, precision }: CaseEvent): Pick<TimelineRow, 'day' | 'time' | 'about'> {
  const day = formatDay(at.day);
  const about = precision === 'approximate' ? '前后' : '';
  return at.kind === 'day' ? { day, time: undefined, about } : { day, time: `${at.time}${about}`, about: '' };
}

function promisedSpan({ from, promisedUntil }: PromisedInterval): string {
  return `自${formatMoment(from)}起，${promisedUntil === undefined ? '没有截止日' : `至${formatMoment(promisedUntil)}`}`;
}

function actualSpan({ from, actualUntil, actualOngoing }: PromisedInterval): string {
  return `自${formatMoment(from)}起，至${formatMoment(actualUntil)}${actualOngoing ? '仍在持续' : ''}`;
}

function references({ facts }: DocumentInput, ids: readonly string[]): readonly (readonly Inline[])[] {
  return ids.length === 0 ? [text('—')] : ids.map((id) => facts.references([id]));
}

/** What a reader who cannot see the drawing needs to know of it; the tables below say the rest. */
function drawingLabel(events: readonly CaseEvent[], intervals: readonly PromisedInterval[]): string {
  const [first, last] = [events[0], events.at(-1)];
  const range =
    first === undefined || last === undefined
      ? ''
      : `${rangeText(first.at, last.at)}，共${events.length}件事，编号与下表一致。`;
  return `时间线图：${range}${intervals
    .slice(0, mostRows)
    .map((interval) => `${intervalText(interval)}。`)
    .join('')}`;
}

function rangeText(first: Moment, last: Moment): string {
  return first.day === last.day ? formatDay(first.day) : `${formatDay(first.day)}至${formatDay(last.day)}`;
}
