import { setInterval } from 'node:timers';
import { Piscina } from 'piscina';
import { createTurns } from '../turns.ts';
import { UnusableFile } from '../unusable-file.ts';
import { pdfRefusals } from './pdf-refusals.ts';
import type { PdfTasks } from './pdf-tasks.ts';

/** Worker threads for PDFs. A task that hangs or eats memory is stopped with its thread; the others go on. */
export interface PdfWorkers {
  /** Throws UnusableFile when the task was stopped, and whatever `signal` is aborted with. */
  run<Name extends keyof PdfTasks>(
    name: Name,
    order: Parameters<PdfTasks[Name]>[0],
    signal: AbortSignal,
  ): Promise<Awaited<ReturnType<PdfTasks[Name]>>>;
  close(): Promise<void>;
}

export interface PdfBounds {
  /** Of one task, from when its thread begins with it. */
  readonly milliseconds: number;
  /** That the whole program may grow by while tasks run. */
  readonly bytes: number;
}

export const defaultBounds: PdfBounds = { milliseconds: 45_000, bytes: 1_536 * 1024 * 1024 };

const threads = 2;
const watchEveryMs = 200;

/** Why a task was stopped from here. */
class Stopped extends Error {
  readonly why: 'time' | 'memory';

  constructor(why: 'time' | 'memory') {
    super(why);
    this.why = why;
  }
}

/** `file` holds the tasks. */
export function createPdfWorkers(
  bounds: PdfBounds = defaultBounds,
  file: URL = new URL('./pdf.worker.ts', import.meta.url),
): PdfWorkers {
  const pool = new Piscina({
    filename: file.href,
    minThreads: 0,
    maxThreads: threads,
    // A case's PDFs come one after the other with pauses for other work; a thread takes long to start.
    idleTimeout: 2_000,
    resourceLimits: { maxOldGenerationSizeMb: 1_024 },
  });
  const turns = createTurns(threads);
  const running = new Set<AbortController>();

  async function attempt(name: string, order: unknown, signal: AbortSignal): Promise<unknown> {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(new Stopped('time')), bounds.milliseconds);
    const before = process.memoryUsage.rss();
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before < bounds.bytes) return;
      for (const each of running) each.abort(new Stopped('memory'));
    }, watchEveryMs);
    running.add(stop);
    try {
      return await pool.run(order, { name, signal: AbortSignal.any([signal, stop.signal]) });
    } catch (cause) {
      signal.throwIfAborted();
      throw stop.signal.aborted ? stop.signal.reason : cause;
    } finally {
      running.delete(stop);
      clearInterval(watch);
      clearTimeout(timer);
    }
  }

  return {
    async run(name, order, signal) {
      const once = (share: number) => turns.take(share, signal, () => attempt(name, order, signal));
      try {
        // The pool checks nothing of what comes back; the tasks are this program's own.
        return (await once(1).catch((cause: unknown) => {
          signal.throwIfAborted();
          if (cause instanceof Stopped && cause.why === 'time') throw cause;
          // It may have been another task that ate the memory or took the thread along: once more, and alone.
          return once(threads);
        })) as never;
      } catch (cause) {
        signal.throwIfAborted();
        throw new UnusableFile(cause instanceof Stopped ? stopRefusals[cause.why] : pdfRefusals.tooMuch, { cause });
      }
    },
    close: () => pool.destroy(),
  };
}

const stopRefusals = { time: pdfRefusals.tooSlow, memory: pdfRefusals.tooMuch } as const;
