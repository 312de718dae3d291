import type { Change, Draft } from '../../electron/contract/rpc/case-procedures.ts';
import { isBlank, isSame, valueAt } from './draft-values.ts';
import { applyBatch, type EditBatch, isInEffect } from './edit-batch.ts';
import { conflictsOf, type EditConflict } from './rebase-edits.ts';

/** What a window had not yet been told to be on disk. */
export interface Unsaved {
  /** What `batches` were made on. */
  readonly revision: number;
  readonly batches: readonly EditBatch[];
  readonly conflicts: readonly EditConflict[];
}

interface Kept {
  readonly revision: number;
  readonly draft: Draft;
}

/**
 * What of a window that is gone has to be sent again. Its last request may have arrived without an answer, and others
 * may have edited since; whoever typed decides where a field now holds something else.
 */
export function adoptUnsaved(unsaved: Unsaved, kept: Kept): Pick<Unsaved, 'batches' | 'conflicts'> {
  const [first, ...rest] = unsaved.batches;
  const hasFirstArrived =
    first?.sentOn !== undefined && kept.revision === first.sentOn + 1 && isInEffect(kept.draft, first);
  if (hasFirstArrived) return fitting(rest, unsaved, kept, false);
  return fitting(unsaved.batches, unsaved, kept, kept.revision !== unsaved.revision);
}

function fitting(
  batches: readonly EditBatch[],
  { conflicts }: Unsaved,
  { draft }: Kept,
  hasMovedOn: boolean,
): Pick<Unsaved, 'batches' | 'conflicts'> {
  const taken: EditBatch[] = [];
  const open: EditConflict[] = [...conflicts];
  let present = draft;
  for (const batch of batches) {
    if (hasMovedOn && isInEffect(present, batch)) continue;
    const isContested = hasMovedOn && batch.changes.some((change) => isOverwriting(change, present));
    const applied = isContested ? undefined : tryApply(present, batch);
    if (applied === undefined) {
      open.push(...conflictsOf(batch, present));
      continue;
    }
    present = applied;
    taken.push({ ...batch, sentOn: undefined });
  }
  return { batches: taken, conflicts: open };
}

function isOverwriting(change: Change, draft: Draft): boolean {
  if (change.kind !== 'set') return false;
  const theirs = valueAt(draft, change.path);
  return !isBlank(theirs) && !isSame(theirs, change.value);
}

function tryApply(draft: Draft, batch: EditBatch): Draft | undefined {
  try {
    return applyBatch(draft, batch);
  } catch {
    return undefined;
  }
}
