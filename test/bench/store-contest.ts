import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import {
  type CaseQuery,
  type CaseSummary,
  caseQuery,
  caseSummary,
} from '../../electron/contract/rpc/case-procedures.ts';
import { caseFacts } from '../../electron/core/drafts/case-facts.ts';
import { openStore } from '../../electron/core/store/open-store.ts';
import type { Store } from '../../electron/core/store/store.ts';
import type { Reading, Readings } from './readings.ts';
import { rareWord, storedDrafts } from './store-input.ts';

const caseCount = 10_000;
const evidencePerCase = 20;
const rounds = 30;

/** What is asked of the list; the words are as common or rare as the name says. */
const queries: readonly { readonly name: string; readonly query: Partial<CaseQuery> }[] = [
  { name: 'newest 50', query: {} },
  { name: 'page 199, by sum', query: { sort: 'sum', offset: 9_900 } },
  { name: 'by deadline', query: { sort: 'deadline' } },
  { name: 'by title', query: { sort: 'title' } },
  { name: '截图 (in every case)', query: { text: '截图' } },
  { name: '聊天记录截图 (in most)', query: { text: '聊天记录截图' } },
  { name: '截图 会员 (both)', query: { text: '截图 会员' } },
  { name: '78 (in half)', query: { text: '78' } },
  { name: '截图 of one stage, by sum, page 11', query: { text: '截图', stage: 'court', sort: 'sum', offset: 500 } },
  { name: '张安 (in few)', query: { text: '张安' } },
  { name: `${rareWord} (in three)`, query: { text: rareWord } },
  { name: '缥缈 (in none)', query: { text: '缥缈' } },
  { name: '1 (one character, everywhere)', query: { text: '1' } },
];

/** How long list, search and edit take in a data folder as large as it ever gets. */
export async function storeReadings(folder: string, say: (line: string) => void): Promise<Readings> {
  const place = join(folder, 'data');
  const filled = await open(place);
  filled.together(() => {
    for (const draft of storedDrafts(caseCount, evidencePerCase)) filled.cases.create(draft);
  });
  say(`store: ${caseCount} cases made`);
  filled.close();

  const started = performance.now();
  const store = await open(place);
  const opening: Reading = { name: 'opening the folder', times: [performance.now() - started] };
  const asked = queries.map(({ name, query }) => readQuery(store, name, query));
  const edits = readEdits(store);
  store.close();
  return {
    title: 'List and search',
    input: `${caseCount.toLocaleString('en')} cases with ${evidencePerCase} items of evidence each, ${rounds} times each; the answer is checked against the contract, as on its way to the window. Target: 30 ms at the 95th percentile.`,
    readings: [...asked, ...edits, opening],
  };
}

function open(folder: string): Promise<Store> {
  return openStore({ folder, factsOf: caseFacts, now: () => new Date(), newId: randomUUID });
}

function readQuery(store: Store, name: string, query: Partial<CaseQuery>): Reading {
  let cases: readonly CaseSummary[] = [];
  const times = timesOf(() => {
    cases = caseSummary.array().parse(store.cases.list(caseQuery.parse(query)).cases);
  });
  const words = query.text?.split(' ') ?? [];
  const isWrong = cases.some(({ hits }) => words.some((word) => !hits.some(({ text }) => text.includes(word))));
  if (isWrong) throw new Error(`a case without "${query.text}" was found`);
  return { name, times };
}

/** Saving what is typed, and the first search after it, which has to know it. */
function readEdits(store: Store): Reading[] {
  const [id = ''] = store.cases.ids('open');
  let count = 0;
  const edit = () => {
    count += 1;
    const { revision } = store.cases.get(id);
    const change = { kind: 'set' as const, path: ['evidence', 3, 'title'], value: `新的标题${count}` };
    store.cases.edit(id, { baseRevision: revision, changes: [change], label: '修改标题' });
  };
  const edits = timesOf(edit);
  const searches = timesOf(() => {
    if (store.cases.list(caseQuery.parse({ text: `标题${count}` })).total === 0)
      throw new Error('an edit is not found');
  }, edit);
  return [
    { name: 'an edit, on disk', times: edits },
    { name: 'the search after an edit', times: searches },
  ];
}

function timesOf(work: () => void, before: () => void = () => undefined): number[] {
  before();
  work();
  return Array.from({ length: rounds }, () => {
    before();
    const started = performance.now();
    work();
    return performance.now() - started;
  });
}
