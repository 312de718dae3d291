import { createContext, type ReactNode, use, useSyncExternalStore } from 'react';
import type { FindingStore, StepFinding } from './finding-store.ts';

const FindingsContext = createContext<FindingStore | undefined>(undefined);

interface FindingsProviderProps {
  readonly findings: FindingStore;
  readonly children: ReactNode;
}

export function FindingsProvider({ findings, children }: FindingsProviderProps) {
  return <FindingsContext value={findings}>{children}</FindingsContext>;
}

function useStore(): FindingStore {
  const store = use(FindingsContext);
  if (store === undefined) throw new Error('useFindings: no FindingsProvider above');
  return store;
}

/** What the checks say about one field. */
export function useFindingsAt(path: string): readonly StepFinding[] {
  const store = useStore();
  return useSyncExternalStore(store.subscribe, () => store.at(path));
}

export function useAllFindings(): readonly StepFinding[] {
  const store = useStore();
  return useSyncExternalStore(store.subscribe, store.all);
}

/** False until the checks have answered once. */
export function useIsChecked(): boolean {
  const store = useStore();
  return useSyncExternalStore(store.subscribe, () => store.revision() !== undefined);
}

/** How many errors and warnings there are at and below a place. */
export function useFindingsWithin(place: string): number {
  const store = useStore();
  return useSyncExternalStore(store.subscribe, () => store.countWithin(place));
}
