import type { Draft } from '../../contract/rpc/case-procedures.ts';
import { isRecord } from './draft-values.ts';

export type Step = string | number;
export type Steps = readonly Step[];

/** `claims[2].amount` → `['claims', 2, 'amount']`. */
export function stepsOf(path: string): Step[] {
  return [...path.matchAll(/\[(\d+)\]|[^.[\]$]+/gu)].map(([step, index]) =>
    index === undefined ? step : Number(index),
  );
}

/** A copy of a draft out of which things are taken, and which knows where in the draft its rows stand. */
export interface WorkingDraft {
  readonly root: Record<string, unknown>;
  at(steps: Steps): unknown;
  /** Puts a value in a field that is there or missing; a list it stands in must be there. */
  put(steps: Steps, value: unknown): void;
  /** Takes out a field or an entry. Nothing there is nothing to do. */
  remove(steps: Steps): void;
  /** The steps to the same place in the draft. */
  inDraft(steps: Steps): Steps;
}

/** Case files nest six deep; what lies deeper is no case and is left out. */
const deepest = 16;

/** Blank texts and null were not filled in: they are not copied. A kind of paper that was blanked says so. */
const keptBlank: readonly string[] = ['idType'];

export function workingDraft(draft: Draft): WorkingDraft {
  /** For each list the places its entries have in the draft. */
  const places = new WeakMap<readonly unknown[], number[]>();

  function copyOf(value: unknown, depth: number): unknown {
    if (depth > deepest) return undefined;
    if (Array.isArray(value)) {
      const list: unknown[] = [];
      const from: number[] = [];
      for (const [index, entry] of value.entries()) {
        const copy = isBlank(entry) ? undefined : copyOf(entry, depth + 1);
        if (copy === undefined) continue;
        list.push(copy);
        from.push(index);
      }
      places.set(list, from);
      return list;
    }
    return isRecord(value) ? recordCopy(value, depth) : value;
  }

  function recordCopy(value: Readonly<Record<string, unknown>>, depth: number): Record<string, unknown> {
    const record: Record<string, unknown> = {};
    for (const [key, child] of Object.entries(value)) {
      // Set on an object it would be no field but its prototype.
      if (key === '__proto__' || (isBlank(child) && !keptBlank.includes(key))) continue;
      const copy = copyOf(child, depth + 1);
      if (copy !== undefined && copy !== null) record[key] = copy;
    }
    return record;
  }

  const root = recordCopy(draft, 0);

  const at = (steps: Steps) => steps.reduce(childOf, root);

  return {
    root,
    at,
    put(steps, value) {
      const parent = at(steps.slice(0, -1));
      const last = steps.at(-1);
      if (Array.isArray(parent) && typeof last === 'number') parent[last] = value;
      else if (isMutableRecord(parent) && typeof last === 'string') parent[last] = value;
    },
    remove(steps) {
      const parent = at(steps.slice(0, -1));
      const last = steps.at(-1);
      if (Array.isArray(parent) && typeof last === 'number') {
        parent.splice(last, 1);
        places.get(parent)?.splice(last, 1);
      } else if (isMutableRecord(parent) && typeof last === 'string') delete parent[last];
    },
    inDraft: (steps) =>
      steps.map((step, depth) => {
        const parent = at(steps.slice(0, depth));
        return Array.isArray(parent) && typeof step === 'number' ? (places.get(parent)?.[step] ?? step) : step;
      }),
  };
}

function childOf(value: unknown, step: Step): unknown {
  if (Array.isArray(value)) return typeof step === 'number' ? (value[step] as unknown) : undefined;
  return isRecord(value) && Object.hasOwn(value, step) ? value[step] : undefined;
}

function isBlank(value: unknown): boolean {
  return value === null || (typeof value === 'string' && value.trim() === '');
}

function isMutableRecord(value: unknown): value is Record<string, unknown> {
  return isRecord(value);
}
