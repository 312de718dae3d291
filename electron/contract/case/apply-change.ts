import { AppError } from '../errors.ts';
import type { Change, Draft, DraftPath, Json } from '../rpc/case-procedures.ts';

export interface AppliedChange {
  readonly draft: Draft;
  /** Takes the change back, applied to `draft`. */
  readonly inverse: Change;
  /** What the change may have moved or altered: everything at and below this path. */
  readonly touched: DraftPath;
}

/** One change of a draft, which is not touched itself. CHANGE_REFUSED when the draft has no such place. */
export function applyChange(draft: Draft, change: Change): AppliedChange {
  refuseForbiddenNames(change);
  switch (change.kind) {
    case 'set':
      return applySet(draft, change.path, change.value);
    case 'remove':
      return applyRemove(draft, change.path);
    case 'insert':
      return applyInsert(draft, change.path, change.index, change.value);
    case 'move':
      return applyMove(draft, change.path, change.from, change.to);
  }
}

function applySet(draft: Draft, path: DraftPath, value: Json): AppliedChange {
  const before = find(draft, path);
  const inverse: Change =
    before.kind === 'found'
      ? { kind: 'set', path, value: before.value }
      : { kind: 'remove', path: before.firstMissing };
  return { draft: replace(draft, path, value), inverse, touched: path };
}

function applyRemove(draft: Draft, path: DraftPath): AppliedChange {
  const removed = find(draft, path);
  if (removed.kind === 'missing') throw refused(path);
  const holderPath = path.slice(0, -1);
  const step = path.at(-1);
  const holder = holderPath.length === 0 ? draft : found(draft, holderPath);
  if (isList(holder) && typeof step === 'number') {
    return {
      draft: replace(draft, holderPath, holder.toSpliced(step, 1)),
      inverse: { kind: 'insert', path: holderPath, index: step, value: removed.value },
      touched: holderPath,
    };
  }
  const rest = Object.fromEntries(Object.entries(holder as Draft).filter(([name]) => name !== step));
  return {
    draft: holderPath.length === 0 ? rest : replace(draft, holderPath, rest),
    inverse: { kind: 'set', path, value: removed.value },
    touched: path,
  };
}

function applyInsert(draft: Draft, path: DraftPath, index: number, value: Json): AppliedChange {
  const before = find(draft, path);
  const list = before.kind === 'found' ? before.value : [];
  if (!isList(list) || index > list.length) throw refused([...path, index]);
  return {
    draft: replace(draft, path, list.toSpliced(index, 0, value)),
    inverse: { kind: 'remove', path: before.kind === 'found' ? [...path, index] : before.firstMissing },
    touched: path,
  };
}

function applyMove(draft: Draft, path: DraftPath, from: number, to: number): AppliedChange {
  const list = found(draft, path);
  if (!isList(list)) throw refused(path);
  const moved = list[from];
  if (moved === undefined || to >= list.length) throw refused([...path, moved === undefined ? from : to]);
  return {
    draft: replace(draft, path, list.toSpliced(from, 1).toSpliced(to, 0, moved)),
    inverse: { kind: 'move', path, from: to, to: from },
    touched: path,
  };
}

type Place =
  | { readonly kind: 'found'; readonly value: Json }
  /** The shortest path that is not there yet. */
  | { readonly kind: 'missing'; readonly firstMissing: DraftPath };

function find(draft: Draft, path: DraftPath): Place {
  let here: Json = draft;
  for (const [depth, step] of path.entries()) {
    const next: Json | undefined = child(here, step, path);
    if (next === undefined) return { kind: 'missing', firstMissing: path.slice(0, depth + 1) };
    here = next;
  }
  return { kind: 'found', value: here };
}

function found(draft: Draft, path: DraftPath): Json {
  const place = find(draft, path);
  if (place.kind === 'missing') throw refused(path);
  return place.value;
}

function child(holder: Json, step: string | number, path: DraftPath): Json | undefined {
  if (typeof step === 'number') {
    if (!isList(holder)) throw refused(path);
    return holder[step];
  }
  if (!isRecord(holder)) throw refused(path);
  return Object.hasOwn(holder, step) ? holder[step] : undefined;
}

/** Copies what lies on the way and nothing else; makes what is not there as the next step demands. */
function replace(draft: Draft, path: DraftPath, value: Json): Draft {
  return replaceIn(draft, path, 0, value) as Draft;
}

function replaceIn(here: Json | undefined, path: DraftPath, depth: number, value: Json): Json {
  const step = path[depth];
  if (step === undefined) return value;
  const holder = here ?? (typeof step === 'number' ? [] : {});
  const next = replaceIn(child(holder, step, path), path, depth + 1, value);
  if (isList(holder)) {
    // A list has no holes: one may write over an entry or behind the last.
    if (typeof step !== 'number' || step > holder.length) throw refused(path);
    return holder.toSpliced(step, 1, next);
  }
  return { ...(holder as Draft), [step]: next };
}

/** Names that reach past the draft's own fields in a program that is careless with them. */
const forbiddenNames = new Set(['__proto__', 'constructor', 'prototype']);

function refuseForbiddenNames(change: Change): void {
  const inPath = change.path.some((step) => typeof step === 'string' && forbiddenNames.has(step));
  if (inPath || ('value' in change && holdsForbiddenName(change.value))) throw refused(change.path);
}

function holdsForbiddenName(value: Json): boolean {
  if (isList(value)) return value.some(holdsForbiddenName);
  if (!isRecord(value)) return false;
  return Object.entries(value).some(([name, inner]) => forbiddenNames.has(name) || holdsForbiddenName(inner));
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function isRecord(value: Json): value is Draft {
  return typeof value === 'object' && value !== null && !isList(value);
}

/** Names the place, never what stands there. */
function refused(path: DraftPath): AppError {
  const place = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('');
  return new AppError('CHANGE_REFUSED', { detail: place.replace(/^\./, '') });
}
