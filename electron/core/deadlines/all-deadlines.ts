import type { AdviceClock } from '../../contract/advice-result.ts';
import type { Deadline } from '../../contract/rpc/filing-procedures.ts';
import { createBreath } from '../breath.ts';
import { dayOfClock } from '../drafts/day-of-clock.ts';
import { openStoredCase } from '../drafts/open-stored-case.ts';
import type { Law } from '../law/law.ts';
import type { Workspace } from '../workspace.ts';
import { caseDeadlines } from './case-deadlines.ts';

/** The clocks of one case, as reckoned once for a revision and a day. */
export interface ReckonedCase {
  readonly title: string;
  readonly clocks: AdviceClock[];
}

export interface Deadlines {
  ofCase(id: string): Promise<ReckonedCase>;
  /** Those with a last day that still matter, the nearest first, and after them what has passed. */
  ofCases(ids: readonly string[]): Promise<Deadline[]>;
  /** Of all open cases. */
  all(): Promise<Deadline[]>;
  /** What was reckoned of the case is no longer true. */
  forget(id: string): void;
}

interface Kept extends ReckonedCase {
  readonly today: string;
  readonly law: Law;
}

export function createDeadlines(workspace: Pick<Workspace, 'store' | 'app' | 'clock'>): Deadlines {
  const { store, app, clock } = workspace;
  const kept = new Map<string, Kept>();

  async function ofCase(id: string): Promise<ReckonedCase> {
    const { law } = await app.house();
    const today = dayOfClock(clock);
    const known = kept.get(id);
    if (known?.today === today && known.law === law) return known;
    const { case: file } = openStoredCase(workspace, id);
    const reckoned = { today, law, title: file.title, clocks: caseDeadlines(file, law, today) };
    kept.set(id, reckoned);
    return reckoned;
  }

  async function ofCases(ids: readonly string[]): Promise<Deadline[]> {
    const found: Deadline[] = [];
    const breathe = createBreath();
    for (const id of ids) {
      await breathe();
      const { title, clocks } = await ofCase(id);
      found.push(...clocks.filter(matters).map((clock) => ({ ...clock, caseId: id, caseTitle: title })));
    }
    return found.sort(byUrgency);
  }

  return {
    ofCase,
    ofCases,
    all: () => ofCases(store.cases.ids('open')),
    forget: (id) => kept.delete(id),
  };
}

/** What was done in time, or does not run, needs nobody's attention. */
function matters({ lastDay, status }: AdviceClock): boolean {
  return lastDay !== undefined && ['running', 'soon', 'passed'].includes(status);
}

function byUrgency(first: Deadline, second: Deadline): number {
  const isPassed = Number(first.status === 'passed') - Number(second.status === 'passed');
  if (isPassed !== 0) return isPassed;
  const order = (first.lastDay ?? '') < (second.lastDay ?? '') ? -1 : Number(first.lastDay !== second.lastDay);
  return first.status === 'passed' ? -order : order;
}
