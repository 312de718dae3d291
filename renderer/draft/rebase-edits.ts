import type { Change, Draft, DraftPath, Json } from '../../electron/contract/rpc/case-procedures.ts';
import { isList, isObject, isSame, valueAt } from './draft-values.ts';
import { applyBatch, type EditBatch } from './edit-batch.ts';

/** Somebody changed the same field elsewhere: what was typed here and what is kept there. */
export interface EditConflict {
  readonly label: string;
  readonly path: DraftPath;
  /** Unset: it was cleared. */
  readonly mine?: Json;
  readonly theirs?: Json;
}

/** What was typed in a batch that cannot be made any more, so that a person can still have it. */
export function conflictsOf({ label, changes }: EditBatch, now?: Draft): EditConflict[] {
  return changes.flatMap((change): EditConflict[] => {
    if (change.kind !== 'set' && change.kind !== 'insert') return [];
    const theirs = now === undefined || change.kind === 'insert' ? undefined : valueAt(now, change.path);
    return [{ label, path: change.path, mine: change.value, ...(theirs === undefined ? {} : { theirs }) }];
  });
}

interface Rebased {
  readonly batches: readonly EditBatch[];
  readonly conflicts: readonly EditConflict[];
}

/** Edits made on `was`, as they have to be made on `now`. Rows are followed to where they stand now. */
export function rebaseEdits(batches: readonly EditBatch[], was: Draft, now: Draft): Rebased {
  const kept: EditBatch[] = [];
  const conflicts: EditConflict[] = [];
  let before = was;
  let present = now;
  for (const batch of batches) {
    const outcomes = batch.changes.map((change) => rebaseChange(change, before, present));
    before = applyBatch(before, batch);
    conflicts.push(...outcomes.flatMap(({ conflict }) => (conflict ? [{ label: batch.label, ...conflict }] : [])));
    const changes = outcomes.flatMap(({ change }) => change ?? []);
    if (changes.length === 0) continue;
    const moved = { ...batch, changes };
    kept.push(moved);
    present = applyBatch(present, moved);
  }
  return { batches: kept, conflicts };
}

interface Outcome {
  readonly change?: Change;
  readonly conflict?: Omit<EditConflict, 'label'>;
}

function rebaseChange(change: Change, was: Draft, now: Draft): Outcome {
  const path = relocate(change.path, was, now);
  switch (change.kind) {
    case 'set': {
      if (path === undefined) return { conflict: { path: change.path, mine: change.value } };
      const theirs = valueAt(now, path);
      const isFree = isSame(theirs, valueAt(was, change.path)) || isSame(theirs, change.value);
      if (isFree) return { change: { ...change, path } };
      return { conflict: { path, mine: change.value, ...(theirs === undefined ? {} : { theirs }) } };
    }
    case 'remove': {
      const theirs = path === undefined ? undefined : valueAt(now, path);
      if (path === undefined || theirs === undefined) return {};
      if (isSame(theirs, valueAt(was, change.path))) return { change: { ...change, path } };
      // A row that somebody works on elsewhere stays.
      return typeof path.at(-1) === 'number' ? {} : { conflict: { path, theirs } };
    }
    case 'insert': {
      if (path === undefined) return { conflict: { path: change.path, mine: change.value } };
      const list = valueAt(now, path);
      return { change: { ...change, path, index: Math.min(change.index, isList(list) ? list.length : 0) } };
    }
    case 'move':
      return rebaseMove(change, path, was, now);
  }
}

function rebaseMove(
  change: Extract<Change, { kind: 'move' }>,
  path: DraftPath | undefined,
  was: Draft,
  now: Draft,
): Outcome {
  const list = path === undefined ? undefined : valueAt(now, path);
  const from = relocate([...change.path, change.from], was, now)?.at(-1);
  if (path === undefined || !isList(list) || typeof from !== 'number' || from >= list.length) return {};
  return { change: { ...change, path, from, to: Math.min(change.to, list.length - 1) } };
}

/** The same place in another state of the draft; undefined when its row is gone. */
function relocate(path: DraftPath, was: Draft, now: Draft): DraftPath | undefined {
  const found: (string | number)[] = [];
  for (const [position, step] of path.entries()) {
    if (typeof step === 'string') {
      found.push(step);
      continue;
    }
    const index = placeOfRow(valueAt(was, path.slice(0, position)), step, valueAt(now, found));
    if (index === undefined) return undefined;
    found.push(index);
  }
  return found;
}

function placeOfRow(was: Json | undefined, index: number, now: Json | undefined): number | undefined {
  if (!isList(was) || !isList(now)) return index === 0 ? 0 : undefined;
  const row = was[index];
  if (isSame(now[index], row)) return index;
  const same = now.findIndex((candidate) => isSame(candidate, row));
  if (same !== -1) return same;
  const id = idOf(row);
  if (id !== undefined) {
    const withId = now.findIndex((candidate) => idOf(candidate) === id);
    return withId === -1 ? undefined : withId;
  }
  return was.length === now.length ? index : undefined;
}

function idOf(row: Json | undefined): Json | undefined {
  return isObject(row) ? row.id : undefined;
}
