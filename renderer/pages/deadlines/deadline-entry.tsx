import { Link } from 'react-router';
import type { Deadline } from '../../../electron/contract/rpc/filing-procedures.ts';
import { Term } from '../../parts/term.tsx';
import { dayInWords, daysBetween, daysLeft } from '../../parts/today.ts';

interface DeadlineEntryProps {
  readonly deadline: Deadline;
  /** The day it is, `YYYY-MM-DD`. */
  readonly day: string;
}

const nearDays = 7;

const whoseWords: Readonly<Record<string, string>> = {
  claimant: '这是您自己要赶的期限。',
  'other-side': '这是对方的期限。',
  authority: '这是受理机关办理的期限。',
};

/** One clock: when it ends, of which case, what started it and what it means. */
export function DeadlineEntry({ deadline, day }: DeadlineEntryProps) {
  const { caseId, caseTitle, name, whose, length, start, lastDay, standing, certainty, meaning, citations } = deadline;
  const isOwn = whose === 'claimant';
  const left = lastDay === undefined ? '' : daysLeft(lastDay, day);
  // Another's missed day is no failure of the reader's.
  const leftInWords = isOwn ? left : left.replace('已过', whose === 'other-side' ? '对方已超过' : '办理已超过');
  return (
    <li className="deadline sheet">
      <div className="deadline-when">
        {lastDay === undefined ? null : (
          <>
            <strong className={urgencyOf(daysBetween(day, lastDay), isOwn)}>{leftInWords}</strong>
            <span className="quiet small">{dayInWords(lastDay)}</span>
          </>
        )}
      </div>
      <div className="deadline-what">
        <h3>
          {name}
          {certainty === '依法' ? null : (
            <span className="deadline-mark">{certainty === '有争议' ? <Term of="有争议" /> : certainty}</span>
          )}
        </h3>
        <p>
          <Link to={`/case/${caseId}/filing`}>{caseTitle === '' ? '还没有名称的案件' : caseTitle}</Link>
        </p>
        <p>{standing}</p>
        <details>
          <summary>从哪一天算起，过了会怎样</summary>
          <p>
            {start === undefined ? '' : `从 ${dayInWords(start)} 起算，`}
            {length}；{whoseWords[whose] ?? ''}
          </p>
          <p>{meaning}</p>
          {citations.length === 0 ? null : <p className="quiet small">依据：{citations.join('、')}</p>}
        </details>
      </div>
    </li>
  );
}

function urgencyOf(left: number, isOwn: boolean): string {
  if (left < 0 && isOwn) return 'deadline-past';
  return left <= nearDays ? 'deadline-near' : 'deadline-later';
}
