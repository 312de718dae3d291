import { useEffect } from 'react';
import { client } from '../../api.ts';
import type { DraftSession } from '../../draft/draft-session.ts';
import type { FindingStore } from '../../draft/finding-store.ts';

/** While somebody types nobody reads what is missing, and the checks take from the paper that follows the typing. */
const pause = 300;

/** Asks the checks when a save was followed by a pause, one question at a time: typing is never kept waiting by them. */
export function useCaseChecks(id: string, session: DraftSession, findings: FindingStore): void {
  useEffect(() => {
    let seen: number | undefined;
    let asked: number | undefined;
    let isAsking = false;
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;

    async function ask(): Promise<void> {
      const { revision } = session.state();
      if (isAsking || isOver || revision === asked) return;
      isAsking = true;
      asked = revision;
      try {
        const check = await client.cases.check({ id });
        if (!isOver) findings.take(check);
      } catch {
        // Whoever cannot check cannot save either, and that is shown. The next save asks again.
      } finally {
        isAsking = false;
      }
      askAfterPause();
    }

    /** Each save begins the pause anew. */
    function askAfterPause(): void {
      const { revision } = session.state();
      if (isOver || revision === asked) return;
      if (revision === seen && timer !== undefined) return;
      seen = revision;
      clearTimeout(timer);
      timer = setTimeout(() => {
        timer = undefined;
        void ask();
      }, pause);
    }

    void ask();
    const stop = session.subscribe(askAfterPause);
    return () => {
      isOver = true;
      clearTimeout(timer);
      stop();
    };
  }, [id, session, findings]);
}
