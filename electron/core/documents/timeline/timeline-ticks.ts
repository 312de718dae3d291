import type { Moment } from '../../../contract/case/moments.ts';
import { textWidth } from './text-width.ts';

/** A date under the axis: `label` in the first row, `caption` (the year, or the whole day) in the second where it changes. */
export interface Tick {
  /** Where the date is on the axis. */
  readonly x: number;
  /** Where the middle of its text stands, moved inwards at the edges. */
  readonly textX: number;
  readonly label: string;
  readonly caption: { readonly x: number; readonly words: string } | undefined;
}

export const tickSize = 8.5;
const clearance = 6;

interface Candidate {
  readonly x: number;
  readonly label: string;
  readonly group: string;
}

/**
 * Dates that fit under the axis without touching each other: the first and the last, then from left to right.
 * `moments` in order of importance; several of one day make one tick, at the first of them. If all fall on one
 * day the ticks show the time.
 */
export function placeTicks(moments: readonly Moment[], place: (moment: Moment) => number, width: number): Tick[] {
  const isOneDay = new Set(moments.map((moment) => moment.day)).size === 1;
  const candidates = new Map<string, Candidate>();
  for (const moment of moments) {
    const candidate = { x: place(moment), ...(isOneDay ? timeLabel(moment) : dayLabel(moment)) };
    const key = `${candidate.group} ${candidate.label}`;
    const known = candidates.get(key);
    if (known === undefined || candidate.x < known.x) candidates.set(key, candidate);
  }
  const all = [...candidates.values()];
  const ordered = all.toSorted((first, second) => first.x - second.x);
  const [first, last] = [ordered[0], ordered.at(-1)];
  const wanted = [first, last, ...all].filter((candidate) => candidate !== undefined);
  return withCaptions(fitting(wanted, width), width);
}

function dayLabel({ day }: Moment): Omit<Candidate, 'x'> {
  return { label: `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`, group: `${day.slice(0, 4)}年` };
}

function timeLabel(moment: Moment): Omit<Candidate, 'x'> {
  const { label, group } = dayLabel(moment);
  return { label: moment.kind === 'instant' ? moment.time : '当日', group: `${group}${label}` };
}

function fitting(wanted: readonly Candidate[], width: number): (Candidate & { readonly textX: number })[] {
  const placed: (Candidate & { readonly textX: number; readonly half: number })[] = [];
  for (const candidate of wanted) {
    // Room for "2026年" is kept even where only "1月2日" stands, since any tick may have to show its year.
    const half = Math.max(textWidth(candidate.label, tickSize), textWidth('2026年', tickSize)) / 2;
    const textX = within(candidate.x, half, width);
    const isFree = placed.every((other) => Math.abs(other.textX - textX) >= other.half + half + clearance);
    if (isFree) placed.push({ ...candidate, textX, half });
  }
  return placed.toSorted((first, second) => first.x - second.x);
}

function withCaptions(placed: readonly (Candidate & { readonly textX: number })[], width: number): Tick[] {
  return placed.map(({ x, textX, label, group }, index) => {
    const half = textWidth(group, tickSize) / 2;
    const caption = { x: within(x, half, width), words: group };
    return { x, textX, label, caption: placed[index - 1]?.group === group ? undefined : caption };
  });
}

function within(x: number, half: number, width: number): number {
  return Math.min(Math.max(x, half), width - half);
}
