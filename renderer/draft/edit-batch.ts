import { applyChange } from '../../electron/contract/case/apply-change.ts';
import type { Change, Draft } from '../../electron/contract/rpc/case-procedures.ts';
import { isList, isSame, valueAt } from './draft-values.ts';

/** What a person did at one stroke: one request, one entry of undo. */
export interface EditBatch {
  readonly label: string;
  readonly changes: readonly Change[];
  /** The revision it was sent on. Set while the answer is not there: it may have arrived already. */
  readonly sentOn: number | undefined;
  /** It was refused once and tried again on what is kept now. */
  readonly wasRefused: boolean;
}

export function newBatch(label: string, changes: readonly Change[]): EditBatch {
  return { label, changes, sentOn: undefined, wasRefused: false };
}

export function applyBatch(draft: Draft, { changes }: EditBatch): Draft {
  return changes.reduce((present, change) => applyChange(present, change).draft, draft);
}

/** Adds to what waits. Typing on in the same field replaces what was typed there and not yet sent. */
export function enqueue(waiting: readonly EditBatch[], added: EditBatch): readonly EditBatch[] {
  const last = waiting.at(-1);
  const isSameField =
    last !== undefined && last.sentOn === undefined && isOneSet(last) && isOneSet(added) && isSamePlace(last, added);
  return isSameField ? [...waiting.slice(0, -1), added] : [...waiting, added];
}

/**
 * Whether a batch whose answer was lost has arrived after all. Only asked when the case has moved on since. What was
 * removed or moved cannot be told from what others did; it is taken as done, since that loses nothing typed.
 */
export function isInEffect(draft: Draft, { changes }: EditBatch): boolean {
  return changes.every((change) => {
    switch (change.kind) {
      case 'set':
        return isSame(valueAt(draft, change.path), change.value);
      case 'insert': {
        const list = valueAt(draft, change.path);
        return isList(list) && isSame(list[change.index], change.value);
      }
      default:
        return true;
    }
  });
}

function isOneSet({ changes }: EditBatch): boolean {
  return changes.length === 1 && changes[0]?.kind === 'set';
}

function isSamePlace(first: EditBatch, second: EditBatch): boolean {
  return JSON.stringify(first.changes[0]?.path) === JSON.stringify(second.changes[0]?.path);
}
