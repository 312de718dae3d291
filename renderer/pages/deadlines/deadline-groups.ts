import type { Deadline } from '../../../electron/contract/rpc/filing-procedures.ts';

export interface DeadlineGroup {
  readonly name: string;
  readonly deadlines: readonly Deadline[];
}

/** The clocks of all cases as one reads a diary: 已过, 本周, 本月, 以后. Weeks begin on Monday. `today` is `YYYY-MM-DD`. */
export function groupDeadlines(deadlines: readonly Deadline[], today: string): DeadlineGroup[] {
  const sunday = lastDayOfWeek(today);
  const month = today.slice(0, 7);
  const groupOf = (lastDay: string): string => {
    if (lastDay < today) return '已过';
    if (lastDay <= sunday) return '本周';
    return lastDay.startsWith(month) ? '本月' : '以后';
  };
  return ['已过', '本周', '本月', '以后']
    .map((name) => ({
      name,
      deadlines: deadlines.filter(({ lastDay }) => lastDay !== undefined && groupOf(lastDay) === name),
    }))
    .filter(({ deadlines: inGroup }) => inGroup.length > 0);
}

function lastDayOfWeek(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + ((7 - date.getUTCDay()) % 7));
  return date.toISOString().slice(0, 10);
}
