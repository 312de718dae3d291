import { createContext, type ReactNode, use, useSyncExternalStore } from 'react';
import type { Draft, DraftPath, Json } from '../../electron/contract/rpc/case-procedures.ts';
import type { DraftSession, SessionState } from './draft-session.ts';
import { valueAt } from './draft-values.ts';

const DraftContext = createContext<DraftSession | undefined>(undefined);

export function DraftProvider({ session, children }: { readonly session: DraftSession; readonly children: ReactNode }) {
  return <DraftContext value={session}>{children}</DraftContext>;
}

export function useDraftSession(): DraftSession {
  const session = use(DraftContext);
  if (session === undefined) throw new Error('useDraftSession: no DraftProvider above');
  return session;
}

/** What stands at a place of the draft; drawn again only when that changes. */
export function useDraftValue(path: DraftPath): Json | undefined {
  return useDraftSelection((draft) => valueAt(draft, path));
}

/** Anything of the draft that keeps its identity while it does not change. */
export function useDraftSelection<Selected>(select: (draft: Draft) => Selected): Selected {
  const session = useDraftSession();
  return useSyncExternalStore(session.subscribe, () => select(session.state().draft));
}

export function useSessionState<Selected>(select: (state: SessionState) => Selected): Selected {
  const session = useDraftSession();
  return useSyncExternalStore(session.subscribe, () => select(session.state()));
}
