import { daysBetween } from '../../../parts/today.ts';

/**
 * A scale of days around today on which a week and three years can both be read: near days are wide, far ones narrow
 * (the logarithm of the distance, to both sides).
 */
export interface TimeScale {
  /** Percent from the left. */
  at(day: string): number;
  readonly ticks: readonly { readonly label: string; readonly at: number }[];
}

const marks: readonly (readonly [days: number, label: string])[] = [
  [-1095, '3年前'],
  [-365, '1年前'],
  [-90, '3个月前'],
  [-30, '1个月前'],
  [-7, '1周前'],
  [0, '今天'],
  [7, '1周'],
  [30, '1个月'],
  [90, '3个月'],
  [365, '1年'],
  [1095, '3年'],
];

/** The day counts from which distances shrink; nearer than this all days are about equally wide. */
const near = 4;

export function timeScale(days: readonly string[], today: string): TimeScale {
  const distances = days.map((day) => daysBetween(today, day));
  const first = place(Math.min(-7, ...distances));
  const last = place(Math.max(7, ...distances));
  const percent = (distance: number) => ((place(distance) - first) / (last - first)) * 100;
  return {
    at: (day) => percent(daysBetween(today, day)),
    ticks: marks
      .map(([distance, label]) => ({ label, at: percent(distance) }))
      .filter(({ at }) => at >= 0 && at <= 100),
  };
}

function place(distance: number): number {
  return Math.sign(distance) * Math.log1p(Math.abs(distance) / near);
}
