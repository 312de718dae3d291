import { daysBetween, epochOf, formatMoment, type Moment } from '../../../contract/case/moments.ts';
import type { PromisedInterval } from '../timeline/timeline-intervals.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

/**
 * In what a promised span and the actual one differ, in calendar days (hours, then minutes, while it is less than a day). A promise
 * without an end (终身) can only be measured from its beginning.
 */
export function intervalDifference({ from, promisedUntil, actualUntil, actualOngoing }: PromisedInterval): string {
  const end = formatMoment(actualUntil);
  if (promisedUntil === undefined) {
    const length = lengthInWords(from, actualUntil);
    return actualOngoing ? `自${formatMoment(from)}起，截至${end}已${length}` : `实际于${end}结束，历时${length}`;
  }
  const limit = formatMoment(promisedUntil);
  if (epochOf(actualUntil) > epochOf(promisedUntil)) {
    const excess = lengthInWords(promisedUntil, actualUntil);
    return actualOngoing ? `承诺至${limit}，截至${end}已超过${excess}` : `承诺至${limit}，实际至${end}，超过${excess}`;
  }
  if (actualOngoing) return `承诺至${limit}，截至${end}尚未届满`;
  if (epochOf(actualUntil) === epochOf(promisedUntil)) return `承诺至${limit}，实际至${end}`;
  return `承诺至${limit}，实际至${end}，少${lengthInWords(actualUntil, promisedUntil)}`;
}

function lengthInWords(from: Moment, until: Moment): string {
  const isTimed = from.kind === 'instant' && until.kind === 'instant';
  // Whole days by the clock where both have a time: 23 hours over midnight are no day.
  const days = isTimed ? Math.floor((epochOf(until) - epochOf(from)) / day) : daysBetween(from.day, until.day);
  if (days >= 1 || !isTimed) return `${days}天`;
  const minutes = Math.floor((epochOf(until) - epochOf(from)) / minute);
  return minutes >= 60 ? `${Math.floor(minutes / 60)}小时` : `${minutes}分钟`;
}
