import { Piscina } from 'piscina';
import { createTurns } from './turns.ts';

/** Worker threads for tasks of one file. A task that is stopped, or takes its thread along, costs no other task. */
export interface WorkerPool {
  /** Rejects with what the task throws, TaskTooLong, or whatever `signal` is aborted with. */
  run<Result>(name: string, task: unknown, signal: AbortSignal): Promise<Result>;
  close(): Promise<void>;
}

export interface WorkerBounds {
  readonly threads: number;
  /** Of the heap of each thread. */
  readonly megabytes: number;
  /** For one task, from when its turn comes; as long as it takes where it is unset. */
  readonly seconds?: number;
}

/** The task was stopped because its time was over. */
export class TaskTooLong extends Error {
  constructor(seconds: number) {
    super(`stopped after ${seconds} seconds`);
    this.name = 'TaskTooLong';
  }
}

/** `file` exports the tasks by their names. The threads start with the first task. */
export function createWorkerPool(file: URL, bounds: WorkerBounds): WorkerPool {
  const pool = new Piscina({
    filename: file.href,
    minThreads: 0,
    maxThreads: bounds.threads,
    idleTimeout: 1_000,
    resourceLimits: { maxOldGenerationSizeMb: bounds.megabytes },
  });
  // Nothing waits in the pool itself: when a thread ends, it starts no other for the tasks that wait behind it.
  const turns = createTurns(bounds.threads);

  async function attempt(name: string, task: unknown, signal: AbortSignal) {
    const { seconds } = bounds;
    if (seconds === undefined) return pool.run(task, { name, signal });
    const late = AbortSignal.timeout(seconds * 1_000);
    try {
      return await pool.run(task, { name, signal: AbortSignal.any([signal, late]) });
    } catch (cause) {
      signal.throwIfAborted();
      throw late.aborted ? new TaskTooLong(seconds) : cause;
    }
  }

  return {
    run: (name, task, signal) => turns.take(1, signal, () => attempt(name, task, signal)),
    close: () => pool.destroy(),
  };
}
