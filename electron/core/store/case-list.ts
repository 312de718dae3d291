import { stages } from '../../contract/case/case-kinds.ts';
import type { CaseQuery, CaseSummary } from '../../contract/rpc/case-procedures.ts';
import type { Connection } from './connection.ts';
import type { SearchIndex } from './search-index.ts';
import { searchWords } from './search-words.ts';

interface SummaryRow {
  readonly number: number;
  readonly id: string;
  readonly title: string;
  readonly stage: string | null;
  readonly issues: string;
  readonly claimant: string;
  readonly merchant: string;
  readonly sum: number;
  readonly evidence_items: number;
  readonly errors: number;
  readonly warnings: number;
  readonly hints: number;
  readonly next_deadline_clock: string | null;
  readonly next_deadline_name: string | null;
  readonly next_deadline_day: string | null;
  readonly updated_at: string;
  readonly archived_at: string | null;
  readonly removed_at: string | null;
  readonly sample: string | null;
}

const orders: Readonly<Record<CaseQuery['sort'], string>> = {
  updated: 'updated_at DESC',
  deadline: 'next_deadline_day IS NULL, next_deadline_day, updated_at DESC',
  sum: 'sum DESC, updated_at DESC',
  title: 'title, updated_at DESC',
};

/** The cases of a shelf that have all words of a search, a page of them, and how many there are. */
export function createCaseList({ database }: Connection, search: SearchIndex) {
  const page = database.prepare<[string], SummaryRow>(
    'SELECT cases.* FROM json_each(?) AS wanted JOIN cases ON cases.number = wanted.value ORDER BY wanted.key',
  );
  const matches = database.prepare<[string], number>('SELECT rowid FROM search WHERE search MATCH ?').pluck();
  const sameMerchant = database.prepare<[string], { merchant: string; cases: number }>(`
    SELECT merchant, count(*) AS cases FROM cases
    WHERE removed_at IS NULL AND merchant IN (SELECT value FROM json_each(?)) GROUP BY merchant`);

  return (query: CaseQuery): { total: number; cases: CaseSummary[] } => {
    const words = searchWords(query.text);
    const numbers = numbersOf(query, words);
    const shown = numbers.slice(query.offset, query.offset + query.limit);
    const rows = page.all(JSON.stringify(shown));
    const merchants = [...new Set(rows.map(({ merchant }) => merchant).filter((name) => name !== ''))];
    const counts = new Map(sameMerchant.all(JSON.stringify(merchants)).map(({ merchant, cases }) => [merchant, cases]));
    return {
      total: numbers.length,
      cases: rows.map((row) => ({
        ...summaryOf(row),
        // A case in the bin is not among those counted.
        sameMerchant: Math.max(0, (counts.get(row.merchant) ?? 0) - (row.removed_at === null ? 1 : 0)),
        hits: words.length === 0 ? [] : search.hitsIn(row.number, words),
      })),
    };
  };

  /** All that match, in order. Numbers come out of the indexes alone; rows are read for the page. */
  function numbersOf({ shelf, stage, merchant, sort }: CaseQuery, words: readonly string[]): number[] {
    const matching = words.length === 0 ? undefined : new Set(matches.all(search.queryFor(words)));
    if (matching?.size === 0) return [];
    const conditions = ['shelf = :shelf'];
    if (stage !== undefined) conditions.push('stage = :stage');
    if (merchant !== undefined) conditions.push('merchant = :merchant');
    const numbers = database
      .prepare<object, number>(
        `SELECT number FROM cases WHERE ${conditions.join(' AND ')} ORDER BY ${orders[sort]}, number DESC`,
      )
      .pluck()
      .all({ shelf, stage, merchant });
    return matching === undefined ? numbers : numbers.filter((number) => matching.has(number));
  }
}

function summaryOf(row: SummaryRow): Omit<CaseSummary, 'sameMerchant' | 'hits'> {
  const stage = stages.find((known) => known === row.stage);
  const { next_deadline_clock: clock, next_deadline_name: name, next_deadline_day: lastDay } = row;
  return {
    id: row.id,
    title: row.title,
    ...(stage === undefined ? {} : { stage }),
    issues: JSON.parse(row.issues) as string[],
    claimant: row.claimant,
    merchant: row.merchant,
    sum: row.sum,
    ...(clock === null || name === null || lastDay === null ? {} : { nextDeadline: { clock, name, lastDay } }),
    findings: { errors: row.errors, warnings: row.warnings, hints: row.hints },
    evidenceItems: row.evidence_items,
    updatedAt: row.updated_at,
    ...(row.archived_at === null ? {} : { archivedAt: row.archived_at }),
    ...(row.removed_at === null ? {} : { removedAt: row.removed_at }),
    isSample: row.sample !== null,
  };
}
