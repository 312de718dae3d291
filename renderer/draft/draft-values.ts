import type { Draft, DraftPath, Json } from '../../electron/contract/rpc/case-procedures.ts';

/** Reading a draft, which may hold anything at any place. */

export type JsonObject = { readonly [key: string]: Json };

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

export function valueAt(draft: Draft, path: DraftPath): Json | undefined {
  return path.reduce<Json | undefined>((value, step) => {
    if (typeof step === 'number') return isList(value) ? value[step] : undefined;
    return isObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
  }, draft);
}

export function listAt(draft: Draft, path: DraftPath): readonly Json[] {
  const value = valueAt(draft, path);
  return isList(value) ? value : [];
}

/** What a field shows: numbers as they are written, nothing for whatever is no text. */
export function textOf(value: Json | undefined): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : '';
}

export function textAt(draft: Draft, path: DraftPath): string {
  return textOf(valueAt(draft, path));
}

/** Whether nothing was filled in: no text, no row, nothing inside. */
export function isBlank(value: Json | undefined): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (isList(value)) return value.every(isBlank);
  return isObject(value) && Object.values(value).every(isBlank);
}

export function isSame(first: Json | undefined, second: Json | undefined): boolean {
  if (first === second) return true;
  if (isList(first)) {
    return (
      isList(second) && first.length === second.length && first.every((item, index) => isSame(item, second[index]))
    );
  }
  if (!isObject(first) || !isObject(second)) return false;
  const names = Object.keys(first);
  return (
    names.length === Object.keys(second).length &&
    names.every((name) => Object.hasOwn(second, name) && isSame(first[name], second[name]))
  );
}
