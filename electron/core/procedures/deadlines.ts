import { fileNamePart } from '../cases/per-claimant.ts';
import { caseCalendar } from '../deadlines/calendar.ts';
import { recordFiling } from '../drafts/record-filing.ts';
import type { Workspace } from '../workspace.ts';
import { ask } from './ask.ts';

/** By when what has to be where, and the record of what was done. */
export function deadlineProcedures({ store, clock, deadlines }: Workspace) {
  return {
    ofCase: ask.deadlines.ofCase.handler(async ({ input: { id } }) => (await deadlines.ofCase(id)).clocks),

    all: ask.deadlines.all.handler(() => deadlines.all()),

    calendar: ask.deadlines.calendar.handler(async ({ input: { id } }) => {
      const shown = id === undefined ? await deadlines.all() : await deadlines.ofCases([id]);
      const title = id === undefined ? '' : (shown[0]?.caseTitle ?? '');
      return {
        name: `${fileNamePart(title, 150) || '据理'}-期限.ics`,
        text: caseCalendar(shown, clock.now()),
      };
    }),

    record: ask.deadlines.record.handler(({ input: { id, ...step } }) => {
      const { draft, revision } = store.cases.get(id);
      const { changes, label } = recordFiling(draft, step);
      return { revision: store.cases.edit(id, { baseRevision: revision, changes, label }).revision };
    }),
  };
}
