import { ORPCError } from '@orpc/client';
import { useEffect, useEffectEvent, useState } from 'react';
import type { JobState } from '../../electron/contract/rpc/job-procedures.ts';
import { client } from '../api.ts';

const pauseBeforeTryingAgain = 1_000;

/** How a job stands now; undefined without one, and until its first word. `onEnd` is called once, when it has ended. */
export function useJob(id: string | undefined, onEnd?: (job: JobState) => void): JobState | undefined {
  const [job, setJob] = useState<JobState>();
  const ended = useEffectEvent((state: JobState) => onEnd?.(state));

  useEffect(() => {
    if (id === undefined) return;
    const stop = new AbortController();
    void follow(id, stop.signal, (state) => {
      setJob(state);
      if (state.state !== 'running') ended(state);
    });
    return () => stop.abort();
  }, [id]);

  return job?.id === id ? job : undefined;
}

async function follow(id: string, signal: AbortSignal, tell: (job: JobState) => void): Promise<void> {
  while (!signal.aborted) {
    await whenShown(signal);
    // Every stream holds one of the six connections that all windows of a browser share: only where somebody looks.
    const seen = AbortSignal.any([signal, hiddenSignal()]);
    try {
      for await (const job of await client.jobs.watch({ id }, { signal: seen })) {
        if (signal.aborted) return;
        tell(job);
        if (job.state !== 'running') return;
      }
    } catch (error) {
      // Otherwise the connection broke, not the job: ask again.
      if (error instanceof ORPCError && error.code === 'NOT_FOUND') return;
    }
    if (seen.aborted) continue;
    await new Promise((resolve) => setTimeout(resolve, pauseBeforeTryingAgain));
  }
}

function whenShown(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!document.hidden || signal.aborted) resolve();
    };
    look();
    document.addEventListener('visibilitychange', look, { signal });
    signal.addEventListener('abort', look);
  });
}

/** Aborted as soon as nobody looks at the window any more. */
function hiddenSignal(): AbortSignal {
  const hidden = new AbortController();
  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.hidden) hidden.abort();
    },
    { signal: hidden.signal },
  );
  return hidden.signal;
}
