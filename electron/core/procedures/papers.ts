import { dayOfClock } from '../drafts/day-of-clock.ts';
import { openStoredCase } from '../drafts/open-stored-case.ts';
import type { Workspace } from '../workspace.ts';
import { ask } from './ask.ts';

/** What a user should know of a case before a paper is chosen, and its facts as texts for web forms. */
export function paperProcedures(workspace: Workspace) {
  const { app, clock } = workspace;
  return {
    // As things stand today: on the screen a deadline is looked at, not printed.
    advice: ask.papers.advice.handler(({ input: { id } }) => {
      const opened = openStoredCase(workspace, id);
      return app.adviseCase({ ...opened, case: { ...opened.case, date: dayOfClock(clock) } });
    }),

    texts: ask.papers.texts.handler(({ input: { id } }) => app.caseTexts(openStoredCase(workspace, id), undefined)),
  };
}
