import type { CaseCheck } from '../../electron/contract/rpc/case-procedures.ts';

export type StepFinding = CaseCheck['findings'][number];

const none: readonly StepFinding[] = [];

/** What the checks say, kept so that a field is drawn again only when what is said about it changes. */
export interface FindingStore {
  all(): readonly StepFinding[];
  /** Unset until the first check has answered. */
  revision(): number | undefined;
  at(path: string): readonly StepFinding[];
  /** How many errors and warnings there are at and below a place. */
  countWithin(path: string): number;
  subscribe(listener: () => void): () => void;
  take(check: CaseCheck): void;
}

export function createFindingStore(): FindingStore {
  const listeners = new Set<() => void>();
  let all = none;
  let revision: number | undefined;
  let byPath = new Map<string, readonly StepFinding[]>();
  let counts: ReadonlyMap<string, number> = new Map();
  return {
    all: () => all,
    revision: () => revision,
    at: (path) => byPath.get(path) ?? none,
    countWithin: (path) => counts.get(path) ?? 0,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    take(check) {
      revision = check.revision;
      all = isSameList(all, check.findings) ? all : check.findings;
      byPath = new Map(
        [...Map.groupBy(check.findings, ({ path }) => path)].map(([path, found]) => {
          const before = byPath.get(path);
          return [path, before !== undefined && isSameList(before, found) ? before : found];
        }),
      );
      counts = countByPlace(check.findings);
      for (const listener of listeners) listener();
    },
  };
}

function isSameList(first: readonly StepFinding[], second: readonly StepFinding[]): boolean {
  return first.length === second.length && first.every((finding, index) => isSameFinding(finding, second[index]));
}

function isSameFinding(first: StepFinding, second: StepFinding | undefined): boolean {
  return (
    first.id === second?.id &&
    first.path === second.path &&
    first.message === second.message &&
    first.severity === second.severity &&
    first.source === second.source
  );
}

/** For each place the findings at and below it; hints ask for nothing. */
function countByPlace(findings: readonly StepFinding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { path, severity } of findings) {
    if (severity === 'hint') continue;
    for (const place of placesAbove(path)) counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  return counts;
}

/** `claims[0].amount` → itself, `claims[0]`, `claims`. */
function placesAbove(path: string): readonly string[] {
  const places = [path];
  for (let end = path.length - 1; end > 0; end -= 1) {
    if (path[end] === '.' || path[end] === '[') places.push(path.slice(0, end));
  }
  return places;
}
