import type { Case } from '../../../contract/case/case-file.ts';
import { isToTrader } from '../dispute.ts';

/** The two grounds of 民法典 563(1) that the facts of a case can show: item 三 and item 四. */
export type RescissionGround = 'after-demand' | 'lost-purpose';

type Facts = Pick<Case, 'issues' | 'events' | 'filings' | 'keys' | 'date'>;

/**
 * On what a contract may be ended by notice; `undefined` where the case shows no ground. Item 三 needs a demand, and
 * time after it: a demand of the same day leaves none. Item 四 is not said of a key that did at least part of its work.
 */
export function rescissionGround(file: Facts): RescissionGround | undefined {
  if (file.issues.includes('not-credited-or-late')) return wasAskedInVain(file) ? 'after-demand' : undefined;
  const isUseless = file.issues.some((issue) => issue === 'does-not-activate' || issue === 'key-invalid-or-used');
  const wasOfUse = file.keys.some(({ state }) => state === 'activated' || state === 'partly-used');
  return isUseless && !wasOfUse ? 'lost-purpose' : undefined;
}

/** Only a day that is known and past counts. */
function wasAskedInVain({ events, filings, date }: Facts): boolean {
  const days = [
    ...events.flatMap(({ kind, at }) => (kind === 'demand' ? [at.day] : [])),
    ...filings.flatMap(({ body, status, filedOn }) =>
      isToTrader({ body }) && status !== 'withdrawn' && filedOn !== undefined ? [filedOn] : [],
    ),
  ];
  return days.some((day) => day < date);
}
