import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useStoreEvent } from '../api/store-events.tsx';
import type { DraftSession } from './draft-session.ts';
import { openCase } from './open-case.ts';

/**
 * The session of a case. It outlives its screen: what still waits is sent while one looks at another page, and is there
 * when one comes back. So it is kept where the window keeps its answers, and asked for again it is the same one.
 */
export function useCaseSession(id: string): UseQueryResult<DraftSession> {
  const queries = useQueryClient();
  const queryKey = ['draft-session', id];
  const opening = useQuery<DraftSession>({
    queryKey,
    queryFn: async () => {
      const known = queries.getQueryData<DraftSession>(queryKey);
      if (known === undefined) return openCase(id);
      refresh(known);
      return known;
    },
    gcTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
  });
  const session = opening.data;

  // While no screen listened, another window may have edited.
  useEffect(() => {
    if (session !== undefined) refresh(session);
  }, [session]);
  useStoreEvent((event) => {
    if (event.kind === 'case' && event.id === id) session?.moveTo(event.revision);
  });
  return opening;
}

/** What stands in the way is shown by the session itself. */
function refresh(session: DraftSession): void {
  session.refresh().catch(() => undefined);
}
