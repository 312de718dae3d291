import type { Connection } from './connection.ts';
import { foldText, indexedPairs, pairQuery } from './search-words.ts';

/** Finds cases by any run of characters in their texts, and shows where it stands. */
export interface SearchIndex {
  /** Within the transaction that changes the texts of a case. */
  markStale(caseNumber: number): void;
  /**
   * Brings the index up to date. An edit only marks its case, since a large one takes some milliseconds to index and is
   * edited many times between two searches.
   */
  refresh(): void;
  forget(caseNumber: number): void;
  /** Leaves nothing of what was forgotten on the disk. */
  compact(): void;
  /** The query for `search MATCH ?`. */
  queryFor(words: readonly string[]): string;
  /** Where the words stand in a case: for each word the first text that has it. */
  hitsIn(caseNumber: number, words: readonly string[]): { where: string; text: string }[];
}

type TextRow = readonly [item: string, where: string, text: string];

/** With more cases than this, merging the whole index would be felt. It is merged bit by bit as it is written anyway. */
const mostCasesToCompact = 500;

export function createSearchIndex(connection: Connection): SearchIndex {
  const { database } = connection;
  const mark = database.prepare('UPDATE cases SET is_indexed = 0 WHERE number = ?');
  const stale = database.prepare<[], number>('SELECT number FROM cases WHERE is_indexed = 0').pluck();
  const settle = database.prepare('UPDATE cases SET is_indexed = 1 WHERE number = ?');
  const remove = database.prepare('DELETE FROM search WHERE rowid = ?');
  const insert = database.prepare('INSERT INTO search (rowid, pairs) VALUES (?, ?)');
  const textsOf = database.prepare<[number], string>('SELECT texts FROM drafts WHERE case_number = ?').pluck();
  const cases = database.prepare<[], number>('SELECT count(*) FROM cases').pluck();

  const rowsOf = (caseNumber: number) => JSON.parse(textsOf.get(caseNumber) ?? '[]') as readonly TextRow[];

  return {
    markStale: (caseNumber) => mark.run(caseNumber),

    refresh() {
      if (connection.isReadOnly) return;
      const numbers = stale.all();
      if (numbers.length === 0) return;
      connection.write(() => {
        for (const number of numbers) {
          remove.run(number);
          insert.run(number, indexedPairs(rowsOf(number).map(([, , text]) => text)));
          settle.run(number);
        }
      });
    },

    forget: (caseNumber) => remove.run(caseNumber),

    compact() {
      if ((cases.get() ?? 0) <= mostCasesToCompact) database.exec("INSERT INTO search (search) VALUES ('optimize')");
    },

    queryFor: pairQuery,

    hitsIn(caseNumber, words) {
      const rows = rowsOf(caseNumber).map(([, where, text]) => ({ where, text, folded: foldText(text) }));
      const found = words.flatMap((word) => {
        const row = rows.find(({ folded }) => folded.includes(word));
        return row === undefined ? [] : [{ row, word }];
      });
      const first = found.filter(({ row }, index) => found.findIndex((other) => other.row === row) === index);
      return first.map(({ row, word }) => ({
        where: row.where,
        text: snippet(row.text, row.folded.indexOf(word), word),
      }));
    },
  };
}

const snippetLength = 30;

/** About thirty characters around the place, never half of one that is written as two. */
function snippet(text: string, at: number, word: string): string {
  const before = Math.max(0, Math.floor((snippetLength - word.length) / 2));
  let from = Math.max(0, at - before);
  let to = Math.min(text.length, Math.max(from + snippetLength, at + word.length));
  if (isSecondHalf(text, from)) from -= 1;
  if (isSecondHalf(text, to)) to += 1;
  const shown = text.slice(from, to).replace(/\s+/g, ' ').trim();
  return `${from > 0 ? '…' : ''}${shown}${to < text.length ? '…' : ''}`;
}

function isSecondHalf(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return unit >= 0xdc00 && unit <= 0xdfff && index > 0;
}
