import type { StoreEvent } from '../contract/rpc/case-procedures.ts';
import type { Events } from './workspace.ts';

/** What a listener has not been told yet: of each thing the newest, in the order in which things first changed. */
interface Listener {
  readonly waiting: Map<string, StoreEvent>;
  wake(): void;
}

/** Tells every window what changed. */
export function createEvents(): Events {
  const listeners = new Set<Listener>();
  return {
    emit(event) {
      const key = event.kind === 'case' ? `case ${event.id}` : event.kind;
      for (const { waiting, wake } of listeners) {
        waiting.set(key, event);
        wake();
      }
    },
    // Registered at once and not with the first `next`: what changes in between is not lost.
    listen: (signal) => {
      const listener = createListener();
      listeners.add(listener);
      return toldTo(listener, signal, () => listeners.delete(listener));
    },
  };
}

function createListener(): Listener & { awake(): Promise<void> } {
  let wake = (): void => undefined;
  return {
    waiting: new Map(),
    wake: () => wake(),
    awake: () =>
      new Promise((resolve) => {
        wake = resolve;
      }),
  };
}

async function* toldTo(
  listener: ReturnType<typeof createListener>,
  signal: AbortSignal | undefined,
  end: () => void,
): AsyncGenerator<StoreEvent, void, void> {
  const stop = () => listener.wake();
  signal?.addEventListener('abort', stop, { once: true });
  try {
    while (signal?.aborted !== true) {
      const [first] = listener.waiting;
      if (first === undefined) {
        await listener.awake();
        continue;
      }
      listener.waiting.delete(first[0]);
      yield first[1];
    }
  } finally {
    signal?.removeEventListener('abort', stop);
    end();
  }
}
