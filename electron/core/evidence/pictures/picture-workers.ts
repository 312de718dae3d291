import type { Slice } from '../evidence-source.ts';
import { UnusableFile } from '../unusable-file.ts';
import { createWorkerPool, TaskTooLong, type WorkerPool } from '../worker-pool.ts';
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

/** Modules that hold the tasks. */
export interface PictureTasks {
  readonly decode: URL;
  readonly cut: URL;
}

const ownTasks: PictureTasks = {
  decode: new URL('./decode-picture.worker.ts', import.meta.url),
  cut: new URL('./cut-picture.worker.ts', import.meta.url),
};

/** One thread: a photo of a camera takes a few hundred megabytes while it is decoded, a long picture half of that. */
const bounds = { threads: 1, megabytes: 512, seconds: decodingSeconds };

/** The threads start with the first task. */
export function createPictureWorkers(tasks: PictureTasks = ownTasks): PictureWorkers {
  let decoding: WorkerPool | undefined;
  let cutting: WorkerPool | undefined;
  const failed = (kind: string, signal: AbortSignal) => (cause: unknown) => {
    signal.throwIfAborted();
    if (!(cause instanceof TaskTooLong)) return notDecodable(kind)(cause);
    throw new UnusableFile(`${kind} 图片无法在限定的时间内读出，请另存为 JPEG 后重新添加`, { cause });
  };

  return {
    decode(task, signal) {
      decoding ??= createWorkerPool(tasks.decode, bounds);
      return decoding.run<DecodeOutcome>('decodePicture', task, signal).catch(failed(task.kind, signal));
    },
    cut(task, signal) {
      cutting ??= createWorkerPool(tasks.cut, bounds);
      return cutting.run<readonly Slice[]>('cutPicture', task, signal).catch(failed('长', signal));
    },
    close: async () => {
      await Promise.all([decoding?.close(), cutting?.close()]);
    },
  };
}
