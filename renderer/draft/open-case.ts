import { ORPCError } from '@orpc/client';
import { client } from '../api.ts';
import { type DraftSession, openDraftSession } from './draft-session.ts';
import { holdPageLock, whenPageIsGone } from './page-lock.ts';
import { openJournal } from './unsaved-journal.ts';

/** One for each loading of the page. */
const page = crypto.randomUUID();
const isHeld = holdPageLock(page);

const longestPause = 10_000;

/** Opens a case for editing, and takes over what windows that are gone had not saved of it. */
export async function openCase(id: string): Promise<DraftSession> {
  await isHeld;
  const journal = openJournal(localStorage, id, page);
  const record = await client.cases.get({ id });
  const session = openDraftSession(record, {
    cases: {
      get: () => client.cases.get({ id }),
      edit: (edit) => client.cases.edit({ id, ...edit }),
      undo: () => client.cases.undo({ id }),
      redo: () => client.cases.redo({ id }),
    },
    keep: journal.keep,
    codeOf: (error) => (error instanceof ORPCError ? String(error.code) : undefined),
    later: (retry, failures) => {
      setTimeout(retry, Math.min(longestPause, 500 * 2 ** failures));
    },
  });
  for (const other of journal.others()) void takeOver(other);
  return session;

  async function takeOver(other: string): Promise<void> {
    await whenPageIsGone(other);
    const unsaved = journal.take(other);
    if (unsaved !== undefined) session.adopt(unsaved);
  }
}
