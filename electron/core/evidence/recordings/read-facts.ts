import { createWorkerPool } from '../worker-pool.ts';
import type { RecordingOutcome } from './recording-facts.worker.ts';

/** Reads what recordings say of themselves, in a worker thread that can be stopped when a file makes it hang. */
export interface FactsReader {
  read(path: string, signal: AbortSignal): Promise<RecordingOutcome>;
  close(): Promise<void>;
}

const bounds = { threads: 1, megabytes: 512, seconds: 30 };

export function createFactsReader(): FactsReader {
  const pool = createWorkerPool(new URL('./recording-facts.worker.ts', import.meta.url), bounds);
  return {
    read: (path, signal) =>
      pool.run<RecordingOutcome>('recordingFacts', path, signal).catch((): RecordingOutcome => {
        signal.throwIfAborted();
        return 'damaged';
      }),
    close: () => pool.close(),
  };
}
