import type { AdviceClock } from '../../../../electron/contract/advice-result.ts';
import { Term } from '../../../parts/term.tsx';
import { dayInWords, daysBetween, daysLeft } from '../../../parts/today.ts';
import type { TimeScale } from './time-scale.ts';

interface ClockCardProps {
  readonly clock: AdviceClock;
  /** The day it is, `YYYY-MM-DD`. */
  readonly day: string;
  readonly scale: TimeScale;
}

const whoseWords: Readonly<Record<string, string>> = {
  'other-side': '对方的期限',
  authority: '受理机关办理的期限',
};

const nearDays = 7;

/** One clock: the last day, what started it, what it means, and where it lies among the others. */
export function ClockCard({ clock, day, scale }: ClockCardProps) {
  const { name, length, whose, start, lastDay, lastDayNotBefore, status, standing, certainty, meaning, citations } =
    clock;
  const isOver = status === 'done' || status === 'not-started';
  return (
    <li className={isOver ? 'clock-card sheet clock-card-over' : 'clock-card sheet'}>
      <div className="clock-card-when">
        {lastDay === undefined ? (
          <strong className="quiet">还不能推算</strong>
        ) : (
          <>
            <strong className={isOver ? 'quiet' : whose === 'claimant' ? urgencyOf(daysBetween(day, lastDay)) : ''}>
              {status === 'done' ? '已经完成' : daysLeft(lastDay, day)}
            </strong>
            <span>
              {lastDayNotBefore === undefined ? '' : '最早 '}
              {dayInWords(lastDay)}
            </span>
          </>
        )}
        {whose in whoseWords ? <span className="quiet small">{whoseWords[whose]}</span> : null}
      </div>
      <div className="clock-card-what">
        <h4>
          {name === '诉讼时效' ? <Term of={name} /> : name}
          <span className="quiet clock-card-length">{length}</span>
          {certainty === '依法' ? null : (
            <span className="clock-card-mark">{certainty === '有争议' ? <Term of="有争议" /> : certainty}</span>
          )}
        </h4>
        {start === undefined || lastDay === undefined ? null : (
          <TimeBar start={start} lastDay={lastDay} scale={scale} isOver={isOver} />
        )}
        <p>{standing}</p>
        <details>
          <summary>过了会怎样，依据是什么</summary>
          <p>{meaning}</p>
          {citations.length === 0 ? null : <p className="quiet small">依据：{citations.join('、')}</p>}
        </details>
      </div>
    </li>
  );
}

interface TimeBarProps {
  readonly start: string;
  readonly lastDay: string;
  readonly scale: TimeScale;
  readonly isOver: boolean;
}

/** The words say it all; this is for the eye. */
function TimeBar({ start, lastDay, scale, isOver }: TimeBarProps) {
  const from = scale.at(start);
  const to = scale.at(lastDay);
  const now = scale.ticks.find(({ label }) => label === '今天')?.at ?? 0;
  return (
    <div className={isOver ? 'time-bar time-bar-over' : 'time-bar'} aria-hidden="true">
      <span className="time-bar-span" style={{ left: `${from}%`, width: `${Math.max(to - from, 0.8)}%` }} />
      <span className="time-bar-now" style={{ left: `${now}%` }} />
      {scale.ticks.map(({ label, at }) => (
        <span key={label} className="time-bar-tick" style={{ left: `${at}%` }}>
          {label}
        </span>
      ))}
    </div>
  );
}

function urgencyOf(left: number): string {
  if (left < 0) return 'clock-card-past';
  return left <= nearDays ? 'clock-card-near' : '';
}
