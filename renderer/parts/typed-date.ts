/**
 * A date as people type it, as `YYYY-MM-DD`: 2026-10-2, 20261002, 2026/10/02, 2026.10.2, 2026年10月2日; without a year,
 * 10-2 or 10月2日, the latest such day up to `today`. Undefined for what is no day of the calendar.
 */
export function typedDate(typed: string, today: string): string | undefined {
  const text = typed.normalize('NFKC').trim();
  const whole =
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(text);
  if (whole !== null) return calendarDay(Number(whole[1]), Number(whole[2]), Number(whole[3]));
  const short = /^(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(text);
  if (short === null) return undefined;
  const year = Number(today.slice(0, 4));
  const thisYear = calendarDay(year, Number(short[1]), Number(short[2]));
  if (thisYear !== undefined && thisYear <= today) return thisYear;
  return calendarDay(year - 1, Number(short[1]), Number(short[2]));
}

function calendarDay(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal && year >= 1900 && year < 2200 ? date.toISOString().slice(0, 10) : undefined;
}
