import type { Case } from '../../../contract/case/case-file.ts';
import { daysBetween } from '../../../contract/case/moments.ts';
import { sellsKeys } from '../decisions/e-commerce-scope.ts';
import type { Law } from '../law.ts';
import { inForceOn } from '../provisions.ts';
import type { ClockFact, Interruption } from './clock-facts.ts';
import { type ClockRule, clockRules } from './clock-rules.ts';
import type { ClockId, ClockRow, ClockStatus, PeriodLength } from './clocks-table.ts';
import { addDays, addMonths, afterWorkingDays, type Reckoned, rolledOn } from './working-days.ts';

/** 期限: how each clock of the law stands in a case on the day that its papers bear. */
export interface Clock {
  readonly id: ClockId;
  readonly name: string;
  /** "3年", "7个工作日". */
  readonly length: string;
  readonly whose: ClockRow['whose'];
  /** False where nothing in the case turns on it now. */
  readonly isRelevant: boolean;
  /** From when it runs, last; unset while the case does not tell. */
  readonly start: ClockFact | undefined;
  /** What would have to be known for it to run. */
  readonly starts: string;
  readonly field: string;
  readonly lastDay: Reckoned | undefined;
  readonly status: ClockStatus;
  /** Until the last day, or the earliest that it can be; negative after it. Unset where it does not run. */
  readonly daysLeft: number | undefined;
  /** What let it start again, in order. */
  readonly interruptedBy: readonly Interruption[];
  /** What was done in time or too late. */
  readonly doneBy: ClockFact | undefined;
  /** Provisions in force when they matter; empty where the rules of that day are not in the tables. */
  readonly citations: readonly string[];
  /** The rules by which the days were counted. */
  readonly counting: readonly string[];
  readonly certainty: ClockRow['certainty'];
  readonly meaning: string;
}

/** No rest of holidays is so long, and no fifteen working days are spread so far: after that even an unknown year is over. */
const longestDoubt = 45;

/** Every clock of the table, and more than one of a kind where several facts start it, in the order of the table. */
export function clocksOf(file: Case, { clocks: { clocks, soonDays }, provisions }: Law): Clock[] {
  return clocks.flatMap((row) => {
    const rule = clockRules[row.id];
    const starts = rule.starts(file);
    const facts: readonly (ClockFact | undefined)[] = starts.length === 0 ? [undefined] : starts;
    return facts.map((first): Clock => {
      const { isStopped, ...run } = runOf(row, rule, file, first);
      const status = isStopped ? 'stopped' : statusOf(run, file.date, soonDays);
      const days = [row.citedOn === 'filing' || first === undefined ? file.date : first.day, file.date];
      // 电子商务法 2(3) leaves out content services, and a membership may be one.
      const fitting = row.provisions.filter((provision) => sellsKeys(file) || !provision.startsWith('e-commerce-law-'));
      const citations = inForceOn(provisions, fitting, days);
      return {
        id: row.id,
        name: row.name,
        length: lengthText(row.length),
        whose: row.whose,
        isRelevant: rule.isRelevant(file, status),
        starts: row.starts,
        field: row.field,
        ...run,
        status,
        daysLeft: run.lastDay === undefined ? undefined : daysBetween(file.date, soonestOf(run.lastDay)),
        citations,
        counting: inForceOn(provisions, row.counting, days),
        // Which rule held before the present one is not in the tables.
        certainty: citations.length === 0 ? '有争议' : row.certainty,
        meaning: row.meaning,
      };
    });
  });
}

type Run = Pick<Clock, 'start' | 'lastDay' | 'interruptedBy' | 'doneBy'>;

/** Lets a clock run from its first fact, and from each interruption that came before it had run out. */
function runOf(
  row: ClockRow,
  rule: ClockRule,
  file: Case,
  first: ClockFact | undefined,
): Run & { readonly isStopped: boolean } {
  const still = { interruptedBy: [], doneBy: undefined, isStopped: false };
  if (first === undefined) return { start: undefined, lastDay: undefined, ...still };
  let start = first;
  let isStopped = false;
  const interruptedBy: Interruption[] = [];
  for (const interruption of rule.interruptedBy?.(file) ?? []) {
    if (isStopped || interruption.day < start.day) continue;
    if (interruption.day > soonestOf(lastDayOf(row, start.day))) break;
    interruptedBy.push(interruption);
    isStopped = interruption.resumes === undefined;
    start = { ...interruption, day: interruption.resumes ?? interruption.day };
  }
  const doneBy = rule.doneBy?.(file, first).find(({ day }) => day >= first.day);
  return { start, lastDay: isStopped ? undefined : lastDayOf(row, start.day), interruptedBy, doneBy, isStopped };
}

function statusOf({ lastDay, doneBy }: Run, today: string, soonDays: number): ClockStatus {
  if (lastDay === undefined) return 'not-started';
  if (doneBy !== undefined) return statusOfDone(doneBy.day, lastDay);
  const left = daysBetween(today, soonestOf(lastDay));
  if (left >= 0) return left <= soonDays ? 'soon' : 'running';
  return lastDay.kind === 'day' || -left > longestDoubt ? 'passed' : 'unknown';
}

function statusOfDone(day: string, lastDay: Reckoned): ClockStatus {
  if (day <= soonestOf(lastDay)) return 'done';
  return lastDay.kind === 'day' || daysBetween(lastDay.earliest, day) > longestDoubt ? 'late' : 'unknown';
}

function soonestOf(lastDay: Reckoned): string {
  return lastDay.kind === 'day' ? lastDay.day : lastDay.earliest;
}

/** The last day of a period that began on `start`, which does not count itself (民法典 201, 民事诉讼法 85). */
function lastDayOf({ length, counting }: Pick<ClockRow, 'length' | 'counting'>, start: string): Reckoned {
  if ('workingDays' in length) return afterWorkingDays(start, length.workingDays);
  const day = endOf(length, start);
  return counting.length === 0 ? { kind: 'day', day } : rolledOn(day);
}

function endOf(length: Exclude<PeriodLength, { workingDays: number }>, start: string): string {
  if ('years' in length) return addMonths(start, length.years * 12);
  return 'months' in length ? addMonths(start, length.months) : addDays(start, length.days);
}

/** "3年", "2个月", "15日", "7个工作日". */
function lengthText(length: PeriodLength): string {
  if ('years' in length) return `${length.years}年`;
  if ('months' in length) return `${length.months}个月`;
  return 'days' in length ? `${length.days}日` : `${length.workingDays}个工作日`;
}
