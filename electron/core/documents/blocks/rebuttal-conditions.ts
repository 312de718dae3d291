import type { Case } from '../../../contract/case/case-file.ts';
import type { RebuttalCondition } from '../../law/tables/rebuttals.ts';

/** Whether a line of templates/law/rebuttals.json fits the case. */
export function holdsFor(file: Case, condition: RebuttalCondition): boolean {
  switch (condition) {
    case 'always':
      return true;
    case 'used':
      return wasUsed(file);
    case 'not-used':
      return !wasUsed(file);
    case 'used-before-delivery':
      return wasUsedBefore(file);
    case 'use-not-shown':
      return !wasUsed(file) && !wasUsedBefore(file);
    case 'later-use-possible':
      return file.keys.length > 0 && !wasUsedBefore(file);
    case 'has-promises':
      return file.promises.length > 0;
    case 'asks-for-fault':
      return file.claims.every(({ route }) => route !== 'no-reason');
    case 'term-not-shown':
      return file.terms.noRefund?.wasPointedOut !== true;
  }
}

/** By the claimant, and admitted: a key by its state, a service by what the case counts as received. */
export function wasUsed({ keys, orders, claims }: Pick<Case, 'keys' | 'orders' | 'claims'>): boolean {
  return (
    keys.some(({ state }) => state === 'activated' || state === 'partly-used') ||
    orders.some(({ received }) => received !== undefined) ||
    (keys.length === 0 && claims.some(({ kind }) => kind === 'partial-refund'))
  );
}

function wasUsedBefore({ keys }: Pick<Case, 'keys'>): boolean {
  return keys.some(({ state }) => state === 'used-before-delivery');
}
