import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, use, useEffect, useEffectEvent, useMemo, useState } from 'react';
import type { StoreEvent } from '../../electron/contract/rpc/case-procedures.ts';
import { api, client } from '../api.ts';
import { followTogether } from './shared-stream.ts';

type Listener = (event: StoreEvent) => void;

interface StoreEvents {
  listen(listener: Listener): () => void;
  /** False while nobody answers at the other end. */
  readonly isConnected: boolean;
}

const StoreEventsContext = createContext<StoreEvents>({
  listen: () => () => undefined,
  isConnected: true,
});

/** Keeps what the window shows in step with the data folder, whichever window changed it. */
export function StoreEventsProvider({ children }: { readonly children: ReactNode }) {
  const queries = useQueryClient();
  const [isConnected, setConnected] = useState(true);
  const listeners = useMemo(() => new Set<Listener>(), []);

  useEffect(() => {
    const stop = new AbortController();
    const listener = {
      onEvent(event: StoreEvent) {
        invalidate(queries, event);
        for (const listen of listeners) listen(event);
      },
      onConnection: setConnected,
      onMissed: () => void queries.invalidateQueries(),
    };
    void followTogether((signal) => client.cases.watch(undefined, { signal }), listener, stop.signal);
    return () => stop.abort();
  }, [queries, listeners]);

  const events = useMemo(
    () => ({
      isConnected,
      listen(listener: Listener) {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    }),
    [listeners, isConnected],
  );
  return <StoreEventsContext value={events}>{children}</StoreEventsContext>;
}

/** Calls back for each change of the store. */
export function useStoreEvent(listener: Listener): void {
  const { listen } = use(StoreEventsContext);
  const onEvent = useEffectEvent(listener);
  useEffect(() => listen((event) => onEvent(event)), [listen]);
}

export function useIsConnected(): boolean {
  return use(StoreEventsContext).isConnected;
}

/** The draft itself (`cases.get`) is left alone: whoever edits it listens and merges. */
function invalidate(queries: QueryClient, event: StoreEvent): void {
  const again = (...keys: (readonly unknown[])[]) => {
    for (const queryKey of keys) void queries.invalidateQueries({ queryKey });
  };
  const lists = [api.cases.list.key(), api.cases.merchants.key(), api.deadlines.all.key()];
  switch (event.kind) {
    case 'case': {
      const { id } = event;
      const ofCase = { input: { id } };
      again(
        ...lists,
        api.cases.check.key(ofCase),
        api.papers.key({ input: { id } }),
        api.evidence.key({ input: { id } }),
        api.deadlines.ofCase.key(ofCase),
      );
      return;
    }
    case 'list':
      again(...lists);
      return;
    case 'jobs':
      again(api.jobs.list.key());
      return;
    case 'templates':
      again(api.templates.key(), api.papers.key(), api.house.about.key());
      return;
    case 'settings':
      // Who sets documents in pages decides what can be printed, and so what the checks find.
      again(api.house.settings.key(), api.house.about.key(), api.cases.check.key());
  }
}
