import type { JobState } from '../../contract/rpc/job-procedures.ts';

/** How a job stands, for those who watch it. A slow watcher gets the newest state, never a backlog. */
export interface JobStates {
  now(): JobState;
  change(step: Pick<JobState, 'label' | 'done' | 'total'>): void;
  /** The last change; what comes after is dropped. */
  end(how: Pick<JobState, 'state'> & Partial<Pick<JobState, 'done' | 'result' | 'error'>>): void;
  watch(signal: AbortSignal | undefined): AsyncIterable<JobState>;
}

/** In milliseconds; more often than this nobody can follow, and a window has better things to do. */
const shortestPause = 50;

export function createJobStates(first: JobState): JobStates {
  let state = first;
  const listeners = new Set<() => void>();

  function become(next: JobState): void {
    if (state.state !== 'running') return;
    state = next;
    for (const listener of listeners) listener();
  }

  /** Resolves as soon as `isReached` or the signal stops, at the latest after `milliseconds`. */
  function until(isReached: () => boolean, signal: AbortSignal | undefined, milliseconds?: number): Promise<void> {
    return new Promise((resolve) => {
      const listen = () => {
        if (isReached() || signal?.aborted === true) finish();
      };
      const timer = milliseconds === undefined ? undefined : setTimeout(finish, milliseconds);
      function finish(): void {
        clearTimeout(timer);
        listeners.delete(listen);
        signal?.removeEventListener('abort', listen);
        resolve();
      }
      listeners.add(listen);
      signal?.addEventListener('abort', listen);
      listen();
    });
  }

  return {
    now: () => state,

    change({ label, done, total }) {
      become({ ...state, label, done, total });
    },

    end(how) {
      become({ ...state, ...how });
    },

    async *watch(signal) {
      while (signal?.aborted !== true) {
        const told = state;
        yield told;
        if (told.state !== 'running') return;
        await until(() => state !== told, signal);
        // Progress comes in bursts, and only the newest counts; the end is told at once.
        await until(() => state.state !== 'running', signal, shortestPause);
      }
    },
  };
}
