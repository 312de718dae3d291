import type { JobKind, JobResult, JobState } from '../../contract/rpc/job-procedures.ts';
import type { AdmittedFile } from '../files/files.ts';
import type { Running } from '../ports.ts';

/** What a job is to do. It runs at once; a second packet of the same case waits for the first. */
export interface JobOrder {
  readonly kind: JobKind;
  readonly title: string;
  readonly caseId?: string;
  /** What it was handed: the host's own copies are deleted when it has ended, even if it was stopped before it began. */
  readonly admitted?: readonly AdmittedFile[];
  run(running: Running): Promise<JobOutcome>;
}

export interface JobOutcome {
  readonly result: JobResult;
  /** Absolute paths of `result.files`, in the same order; none for results without files. */
  readonly paths: readonly string[];
}

/** Jobs of this start of the program, newest first; ended ones stay until it ends, so that a reload finds them. */
export interface Jobs {
  start(order: JobOrder): string;
  list(): readonly JobState[];
  /** The state now, then each change, until the job has ended or the signal stops. NOT_FOUND for an unknown id. */
  watch(id: string, signal: AbortSignal | undefined): AsyncIterable<JobState>;
  cancel(id: string): void;
  /** A file of a job that is done. */
  resultFile(id: string, index: number): { path: string; name: string; mime: string } | undefined;
  /** A folder of its own for what a job makes; gone when the program ends. */
  workFolder(): Promise<string>;
  /** Cancels what runs and waits for it. */
  close(): Promise<void>;
}
