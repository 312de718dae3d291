import { epochOf, parseMoment } from '../../electron/contract/case/moments.ts';
import type { Json } from '../../electron/contract/rpc/case-procedures.ts';
import { isObject, type JsonObject, textOf } from './draft-values.ts';

/** Rows whose time cannot be read stand last, where they are written. */
const withoutTime = Number.POSITIVE_INFINITY;

/** Reading a time costs more than a keystroke should, times the rows there are. */
const times = new WeakMap<object, number>();

function rowTime(row: Json | undefined): number {
  if (!isObject(row)) return withoutTime;
  const known = times.get(row);
  if (known !== undefined) return known;
  const time = readTime(row);
  times.set(row, time);
  return time;
}

function readTime(row: JsonObject): number {
  const moment = parseMoment(textOf(row.at));
  return moment === undefined ? withoutTime : epochOf(moment);
}

/** Places in the list, in the order in which they are shown. */
export function rowOrder(rows: readonly Json[], isSortedByTime: boolean): readonly number[] {
  const places = rows.map((_row, index) => index);
  if (!isSortedByTime) return places;
  const times = rows.map(rowTime);
  return places.toSorted((first, second) => {
    const [earlier = 0, later = 0] = [times[first], times[second]];
    return earlier === later ? first - second : earlier - later;
  });
}

/** Whether two rows may change places: time decides where it is known. */
export function mayChangePlaces(
  rows: readonly Json[],
  first: number,
  second: number,
  isSortedByTime: boolean,
): boolean {
  return !isSortedByTime || rowTime(rows[first]) === rowTime(rows[second]);
}
