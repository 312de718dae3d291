import { Piscina } from 'piscina';
import type { RecordingOutcome } from './recording-facts.worker.ts';

/** Reads what recordings say of themselves, in a worker thread that can be stopped when a file makes it hang. */
export interface FactsReader {
  read(path: string, signal: AbortSignal): Promise<RecordingOutcome>;
  close(): Promise<void>;
}

const timeLimitMs = 30_000;

export function createFactsReader(): FactsReader {
  const pool = new Piscina<string, RecordingOutcome>({
    filename: new URL('./recording-facts.worker.ts', import.meta.url).href,
    name: 'recordingFacts',
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: 1_000,
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  });
  return {
    read: (path, signal) =>
      pool
        .run(path, { signal: AbortSignal.any([signal, AbortSignal.timeout(timeLimitMs)]) })
        .catch((): RecordingOutcome => {
          signal.throwIfAborted();
          return 'damaged';
        }),
    close: () => pool.destroy(),
  };
}
