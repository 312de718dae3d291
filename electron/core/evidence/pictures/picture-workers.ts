import { Piscina } from 'piscina';
import type { Slice } from '../evidence-source.ts';
import { UnusableFile } from '../unusable-file.ts';
import type { CutTask } from './cut-picture.worker.ts';
import type { DecodeOutcome, DecodeTask } from './decode-picture.worker.ts';
import { decodingSeconds, notDecodable } from './picture-file.ts';

/** Threads for what takes long with single pixels, and can be stopped when it takes too long. */
export interface PictureWorkers {
  /** Throws UnusableFile. */
  decode(task: DecodeTask, signal: AbortSignal): Promise<DecodeOutcome>;
  /** Where a long picture is best cut. Throws UnusableFile. */
  cut(task: CutTask, signal: AbortSignal): Promise<readonly Slice[]>;
  close(): Promise<void>;
}

/** The threads start with the first task. */
export function createPictureWorkers(): PictureWorkers {
  const pools: Piscina[] = [];
  function start<Task, Result>(file: URL, name: string): Piscina<Task, Result> {
    const pool = new Piscina<Task, Result>({
      filename: file.href,
      name,
      minThreads: 0,
      // One: a photo of a camera takes a few hundred megabytes while it is decoded, a long picture half of that.
      maxThreads: 1,
      idleTimeout: 1_000,
      resourceLimits: { maxOldGenerationSizeMb: 512 },
    });
    pools.push(pool);
    return pool;
  }
  let decoding: Piscina<DecodeTask, DecodeOutcome> | undefined;
  let cutting: Piscina<CutTask, readonly Slice[]> | undefined;

  async function run<Task, Result>(
    pool: Piscina<Task, Result>,
    task: Task,
    kind: string,
    signal: AbortSignal,
  ): Promise<Result> {
    const late = AbortSignal.timeout(decodingSeconds * 1_000);
    return pool.run(task, { signal: AbortSignal.any([signal, late]) }).catch((cause: unknown): never => {
      signal.throwIfAborted();
      if (late.aborted) throw new UnusableFile(`${kind} 图片无法在限定的时间内读出`, { cause });
      return notDecodable(kind)(cause);
    });
  }

  return {
    decode(task, signal) {
      decoding ??= start(new URL('./decode-picture.worker.ts', import.meta.url), 'decodePicture');
      return run(decoding, task, task.kind, signal);
    },
    cut(task, signal) {
      cutting ??= start(new URL('./cut-picture.worker.ts', import.meta.url), 'cutPicture');
      return run(cutting, task, '长', signal);
    },
    close: async () => {
      await Promise.all(pools.map((pool) => pool.destroy()));
    },
  };
}
