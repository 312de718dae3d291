/**
 * When something happened: a day (`2026-10-02`) or an instant with its offset
 * (`2026-10-02T20:15:00+08:00`). Papers show both in Asia/Shanghai, which has had one
 * offset and no summer time since 1991, so the offset is a constant here.
 */
export type Moment =
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'instant'; readonly iso: string; readonly day: string; readonly time: string };

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})$/;
const shanghaiOffset = 8 * 3600_000;
const dayLength = 86_400_000;

/** Nobody living was born earlier; a smaller year is a slip of the keyboard (0206 for 2026). */
const firstYear = '1900';

/** True for a real calendar day from 1900 on, written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!dayPattern.test(text) || text < firstYear) return false;
  const parsed = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().slice(0, 10) === text;
}

/** Reads a day or an instant; `undefined` when the text is neither or names no real day. */
export function parseMoment(text: string): Moment | undefined {
  if (isDay(text)) return { kind: 'day', day: text };
  if (!instantPattern.test(text) || !isDay(text.slice(0, 10))) return undefined;
  const epoch = Date.parse(text);
  if (Number.isNaN(epoch)) return undefined;
  const local = new Date(epoch + shanghaiOffset).toISOString();
  // The offset can carry the last evening of 9999 into a year that has no four digits.
  if (!isDay(local.slice(0, 10))) return undefined;
  return { kind: 'instant', iso: text, day: local.slice(0, 10), time: local.slice(11, 16) };
}

/** Milliseconds since the epoch; a day counts from its first moment in Shanghai. For drawing and sorting. */
export function epochOf(moment: Moment): number {
  return moment.kind === 'day' ? Date.parse(`${moment.day}T00:00:00Z`) - shanghaiOffset : Date.parse(moment.iso);
}

/** True only when `first` is certainly after `second`: a day is compared as a whole day. */
export function isAfter(first: Moment, second: Moment): boolean {
  if (first.kind === 'instant' && second.kind === 'instant') return epochOf(first) > epochOf(second);
  return first.day > second.day;
}

/** Sorts by time; a day without a time stands before the instants of that day. */
export function compareMoments(first: Moment, second: Moment): number {
  return epochOf(first) - epochOf(second);
}

/** `2026-10-02` → "2026年10月2日". */
export function formatDay(day: string): string {
  const [, year, month, date] = dayPattern.exec(day) ?? [];
  if (year === undefined) throw new RangeError(`formatDay: expected YYYY-MM-DD, found ${day}`);
  return `${year}年${Number(month)}月${Number(date)}日`;
}

/** "2026年10月2日" or "2026年10月2日20:15"; `precision` approximate adds 前后 after it. */
export function formatMoment(moment: Moment, precision: 'exact' | 'approximate' = 'exact'): string {
  const text = moment.kind === 'day' ? formatDay(moment.day) : `${formatDay(moment.day)}${moment.time}`;
  return precision === 'approximate' ? `${text}前后` : text;
}

/** `2026-10-02T20:15:08+08:00` → "2026年10月2日20:15:08", as it is written. */
export function secondInWords(instant: string): string {
  return `${formatDay(instant.slice(0, 10))}${instant.slice(11, 19)}`;
}

/** Whole years between a birth date and a day, both `YYYY-MM-DD` (民法典 12—19 count age by birthdays). */
export function ageOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** Whole days from one day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayLength);
}
