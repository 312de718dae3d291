import type { AdviceClock } from '../../contract/advice-result.ts';
import type { Case } from '../../contract/case/case-file.ts';
import { adviceClocks } from '../law/advice/advise.ts';
import type { Law } from '../law/law.ts';
import type { CheckedFacts } from '../store/store.ts';

/**
 * The clocks of a case as they stand today: its papers may bear an earlier day, but who looks at a deadline wants to know
 * what is left now. Where holidays nobody has announced yet decide the last day, the earliest that it can be stands for
 * it, so that nobody is late who keeps it; `standing` says so.
 */
export function caseDeadlines(file: Case, law: Law, today: string): AdviceClock[] {
  return adviceClocks({ ...file, date: today }, law).map((clock) => {
    const lastDay = clock.lastDay ?? clock.lastDayNotBefore;
    return lastDay === undefined ? clock : { ...clock, lastDay };
  });
}

/** The next last day that the user has to keep: not those of the other side or an authority. */
export function nextDeadline(file: Case, law: Law, today: string): CheckedFacts['nextDeadline'] {
  return caseDeadlines(file, law, today)
    .filter(({ whose, status }) => whose === 'claimant' && (status === 'running' || status === 'soon'))
    .flatMap(({ id, name, lastDay }) => (lastDay === undefined ? [] : [{ clock: id, name, lastDay }]))
    .sort((first, second) => (first.lastDay < second.lastDay ? -1 : 1))[0];
}
