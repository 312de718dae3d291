import type { Draft } from '../../contract/rpc/case-procedures.ts';
import type { CaseRow } from './case-row.ts';
import type { Connection } from './connection.ts';
import type { SearchIndex } from './search-index.ts';
import type { CaseFacts } from './store.ts';

/** Puts a draft into its rows together with what lists and searches need of it. Called within a transaction. */
export interface DraftWriter {
  insert(row: { id: string; draft: Draft; sample: string | undefined; at: string }): void;
  /** The next revision of a case, with the JSON it is kept as; returns its number. */
  update(before: CaseRow, draft: Draft, text: string, at: string): number;
}

export function createDraftWriter(
  { database }: Connection,
  search: SearchIndex,
  factsOf: (draft: Draft) => CaseFacts,
): DraftWriter {
  const insertCase = database.prepare(`
    INSERT INTO cases (id, revision, title, stage, issues, claimant, merchant, sum, evidence_items, created_at,
      updated_at, sample)
    VALUES (:id, 1, :title, :stage, :issues, :claimant, :merchant, :sum, :evidenceItems, :at, :at, :sample)`);
  const insertDraft = database.prepare('INSERT INTO drafts (case_number, draft, texts) VALUES (?, ?, ?)');
  const updateCase = database.prepare(`
    UPDATE cases SET revision = :revision, title = :title, stage = :stage, issues = :issues, claimant = :claimant,
      merchant = :merchant, sum = :sum, evidence_items = :evidenceItems, updated_at = :at
    WHERE number = :number`);
  const updateDraft = database.prepare('UPDATE drafts SET draft = ? WHERE case_number = ?');
  const updateTexts = database.prepare(
    'UPDATE drafts SET texts = :texts WHERE case_number = :number AND texts <> :texts',
  );

  return {
    insert({ id, draft, sample, at }) {
      const facts = factsOf(draft);
      const { lastInsertRowid } = insertCase.run({ ...columnsOf(facts), id, at, sample: sample ?? null });
      insertDraft.run(lastInsertRowid, JSON.stringify(draft), textsOf(facts));
      search.markStale(Number(lastInsertRowid));
    },

    update(before, draft, text, at) {
      const facts = factsOf(draft);
      const revision = before.revision + 1;
      updateCase.run({ ...columnsOf(facts), revision, at, number: before.number });
      updateDraft.run(text, before.number);
      const { changes } = updateTexts.run({ texts: textsOf(facts), number: before.number });
      if (changes > 0) search.markStale(before.number);
      return revision;
    },
  };
}

function columnsOf({ title, stage, issues, claimant, merchant, sum, evidenceItems }: CaseFacts) {
  return { title, stage: stage ?? null, issues: JSON.stringify(issues), claimant, merchant, sum, evidenceItems };
}

function textsOf({ texts }: CaseFacts): string {
  return JSON.stringify(texts.map(({ item, where, text }) => [item, where, text]));
}
