/**
 * A draft may hold anything anywhere. These read what is there as what was hoped for, or as nothing. Own properties
 * only: a draft may name `constructor`.
 */

export function fieldOf(value: unknown, key: string): unknown {
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** The text at a field, trimmed; empty where there is none. */
export function textOf(value: unknown, key: string): string {
  const text = fieldOf(value, key);
  return typeof text === 'string' ? text.trim() : '';
}

/** The entries of a list; none where there is no list. */
export function rowsOf(value: unknown, key: string): readonly unknown[] {
  const rows = fieldOf(value, key);
  return Array.isArray(rows) ? rows : [];
}

export function textsOf(value: unknown, key: string): string[] {
  return rowsOf(value, key).filter((entry) => typeof entry === 'string');
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
