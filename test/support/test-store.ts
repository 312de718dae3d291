import { randomUUID } from 'node:crypto';
import type { CaseQuery, Draft, Json } from '../../electron/contract/rpc/case-procedures.ts';
import { openStore } from '../../electron/core/store/open-store.ts';
import type { CaseFacts, Store } from '../../electron/core/store/store.ts';

/** A clock that stands still until it is moved. */
export interface HandClock {
  now(): Date;
  pass(milliseconds: number): void;
}

export function handClock(): HandClock {
  let time = Date.parse('2026-10-20T08:00:00Z');
  return {
    now: () => new Date(time),
    pass(milliseconds) {
      time += milliseconds;
    },
  };
}

/** The store as the app opens it, with facts as simple as these tests need them. */
export function openTestStore(folder: string, clock: HandClock = handClock()): Promise<Store> {
  return openStore({ folder, factsOf: simpleFacts, now: clock.now, newId: randomUUID });
}

/** Title, merchant, sum and stage as the draft has them; every other text can be searched. */
export function simpleFacts(draft: Draft): CaseFacts {
  const evidence = Array.isArray(draft.evidence) ? draft.evidence : [];
  return {
    title: textOf(draft.title),
    stage: typeof draft.stage === 'string' ? draft.stage : undefined,
    issues: ['does-not-activate'],
    claimant: textOf(draft.claimant),
    merchant: textOf(draft.merchant),
    sum: typeof draft.sum === 'number' ? draft.sum : 0,
    texts: [
      { item: 'title', where: '案件名称', text: textOf(draft.title) },
      ...evidence.map((text, index) => ({
        item: `evidence[${index}]`,
        where: `证据${index + 1}`,
        text: textOf(text),
      })),
    ],
    evidenceItems: evidence.length,
  };
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

export function caseQuery(query: Partial<CaseQuery> = {}): CaseQuery {
  return { text: '', shelf: 'open', sort: 'updated', offset: 0, limit: 50, ...query };
}
