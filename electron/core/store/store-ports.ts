import type { Draft } from '../../contract/rpc/case-procedures.ts';
import type { CaseFacts } from './store.ts';

/** What the store is given by those who open it. */
export interface StorePorts {
  factsOf(draft: Draft): CaseFacts;
  now(): Date;
  newId(): string;
}
