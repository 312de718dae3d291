/** The day it is in mainland China, `YYYY-MM-DD`: papers and clocks go by it wherever the computer stands. */
export function today(now: Date = new Date()): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(now);
}

const dayInMilliseconds = 86_400_000;

/** Whole days from one day to another, both `YYYY-MM-DD`; negative for one that has passed. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayInMilliseconds);
}

const twoYears = 730;

/** How long a last day is off, in words. */
export function daysLeft(lastDay: string, from: string): string {
  const days = daysBetween(from, lastDay);
  if (days < 0) return `已过 ${-days} 天`;
  if (days === 0) return '今天是最后一天';
  if (days === 1) return '明天是最后一天';
  // So far off, the day itself stands beside it.
  return days < twoYears ? `还有 ${days} 天` : `还有 ${Math.floor(days / 365)} 年多`;
}

/** 2026-10-02 as 2026年10月2日. */
export function dayInWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return date === undefined ? day : `${year}年${month}月${date}日`;
}
