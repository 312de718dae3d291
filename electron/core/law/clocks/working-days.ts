import chineseDays from 'chinese-days';

/**
 * 工作日 and 休假日: weekends, public holidays and the days moved for them (调休), from the calendar that the State
 * Council announces for each year. Of a year that is not announced yet nothing is guessed.
 */
export type Reckoned =
  | { readonly kind: 'day'; readonly day: string }
  | {
      readonly kind: 'unknown-year';
      /** The year whose holidays the calendar does not hold. */
      readonly year: number;
      /** The last day cannot be earlier than this one. */
      readonly earliest: string;
    };

/** Each of these is a holiday in every year since 1999; a year in which they have no name is not in the calendar yet. */
const holidaysOfEveryYear = ['01-01', '05-01', '10-01'];
const dayLength = 86_400_000;

/** True when the calendar holds the holidays of that year. */
export function isKnownYear(year: number): boolean {
  return holidaysOfEveryYear.every((monthAndDay) =>
    chineseDays.getDayDetail(localNoon(`${year}-${monthAndDay}`)).name.includes(','),
  );
}

/** Whether people work on that day (`YYYY-MM-DD`); `undefined` in a year the calendar does not hold. */
export function isWorkday(day: string): boolean | undefined {
  return isKnownYear(yearOf(day)) ? chineseDays.isWorkday(localNoon(day)) : undefined;
}

/**
 * The last day of a period that would end on `day`: itself, or the first day of work after it where it is a day of
 * rest (民法典 203; 民事诉讼法 85; 投诉举报处理办法 45).
 */
export function rolledOn(day: string): Reckoned {
  for (let last = day; ; last = addDays(last, 1)) {
    const works = isWorkday(last);
    if (works === undefined) return { kind: 'unknown-year', year: yearOf(last), earliest: last };
    if (works) return { kind: 'day', day: last };
  }
}

/** The last of so many working days; the first day does not count (投诉举报处理办法 45: 自下一工作日开始计算). */
export function afterWorkingDays(start: string, count: number): Reckoned {
  let day = start;
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    const works = isWorkday(day);
    // Every day that is left may turn out to be one of work: that is the soonest it can end.
    if (works === undefined) return { kind: 'unknown-year', year: yearOf(day), earliest: addDays(day, left - 1) };
    if (works) left -= 1;
  }
  return { kind: 'day', day };
}

/** Whole days later, by the calendar. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * dayLength).toISOString().slice(0, 10);
}

/**
 * The same day of a later month; where that month is shorter, its last day (民法典 202). The first day does not count,
 * so the period ends on that day.
 */
export function addMonths(day: string, count: number): string {
  const months = yearOf(day) * 12 + Number(day.slice(5, 7)) - 1 + count;
  const [year, month] = [Math.floor(months / 12), months % 12];
  const lastOfMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const date = Math.min(Number(day.slice(8)), lastOfMonth);
  return `${String(year).padStart(4, '0')}-${String(month + 1).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

/** The library reads a date by the clock of the machine; noon there is the same day wherever that is. */
function localNoon(day: string): Date {
  return new Date(yearOf(day), Number(day.slice(5, 7)) - 1, Number(day.slice(8)), 12);
}
