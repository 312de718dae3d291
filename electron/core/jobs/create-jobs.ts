import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '../../contract/errors.ts';
import type { StoreEvent } from '../../contract/rpc/case-procedures.ts';
import type { JobState } from '../../contract/rpc/job-procedures.ts';
import { discardAdmitted } from '../files/discard-admitted.ts';
import { memoise } from '../memoise.ts';
import type { Clock } from '../ports.ts';
import { shownError } from '../shown-error.ts';
import { createJobStates, type JobStates } from './job-states.ts';
import type { JobOrder, JobOutcome, Jobs } from './jobs.ts';

export interface JobPorts {
  readonly clock: Clock;
  /** Told when the list changes: a job has started or ended. */
  emit(event: StoreEvent): void;
  newId(): string;
}

interface Job {
  readonly id: string;
  /** Jobs of one lane run one after the other. */
  readonly lane: string;
  readonly states: JobStates;
  readonly stop: AbortController;
  /** Of the files in its result. */
  paths: readonly string[];
  /** Resolves when the job has ended, however; never rejects. */
  ended: Promise<void>;
}

export function createJobs({ clock, emit, newId }: JobPorts): Jobs {
  const jobs = new Map<string, Job>();
  const work = memoise(() => mkdtemp(join(tmpdir(), 'juli-jobs-')));

  function known(id: string): Job {
    const job = jobs.get(id);
    if (job === undefined) throw new AppError('NOT_FOUND', { detail: '这项工作已经不在列表里' });
    return job;
  }

  async function run(job: Job, order: JobOrder, before: Promise<unknown>): Promise<void> {
    const { states, stop } = job;
    const progress: Parameters<JobOrder['run']>[0]['progress'] = (step) => states.change({ ...step });
    async function runInTurn(): Promise<JobOutcome> {
      try {
        await unlessStopped(before, stop.signal);
        return await order.run({ signal: stop.signal, progress });
      } finally {
        await discardAdmitted(order.admitted ?? []);
      }
    }
    try {
      const { result, paths } = await runInTurn();
      job.paths = paths;
      const { total } = states.now();
      states.end({ state: 'done', done: total, result });
    } catch (cause) {
      if (stop.signal.aborted) states.end({ state: 'cancelled' });
      else states.end({ state: 'failed', error: shownError(cause) });
    }
    emit({ kind: 'jobs' });
  }

  return {
    start(order) {
      const id = newId();
      const lane = `${order.kind}:${order.caseId ?? ''}`;
      const before = [...jobs.values()].filter((job) => job.lane === lane && job.states.now().state === 'running');
      const first: JobState = {
        id,
        kind: order.kind,
        ...(order.caseId === undefined ? {} : { caseId: order.caseId }),
        title: order.title,
        label: before.length === 0 ? '正在准备' : '等上一项做完',
        done: 0,
        total: 0,
        state: 'running',
        startedAt: clock.now().toISOString(),
      };
      const stop = new AbortController();
      const job: Job = { id, lane, states: createJobStates(first), stop, paths: [], ended: Promise.resolve() };
      jobs.set(id, job);
      job.ended = run(job, order, Promise.all(before.map(({ ended }) => ended)));
      emit({ kind: 'jobs' });
      return id;
    },

    list: () => [...jobs.values()].map(({ states }) => states.now()).toReversed(),

    watch: (id, signal) => known(id).states.watch(signal),

    cancel(id) {
      known(id).stop.abort(new AppError('CANCELLED'));
    },

    resultFile(id, index) {
      const job = jobs.get(id);
      const result = job?.states.now().result;
      const path = job?.paths[index];
      if (path === undefined || result === undefined || !('files' in result)) return;
      const file = result.files[index];
      return file === undefined ? undefined : { path, name: file.name, mime: file.mime };
    },

    async workFolder() {
      return mkdtemp(join(await work.get(), 'job-'));
    },

    async close() {
      for (const { stop } of jobs.values()) stop.abort(new AppError('CANCELLED'));
      await Promise.all([...jobs.values()].map(({ ended }) => ended));
      const folder = await work.forget();
      if (folder !== undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A job that waits for another must not wait for it any longer once it was cancelled. */
async function unlessStopped(promise: Promise<unknown>, signal: AbortSignal): Promise<void> {
  const stopped = Promise.withResolvers<never>();
  const stop = () => stopped.reject(signal.reason);
  signal.addEventListener('abort', stop, { once: true });
  try {
    signal.throwIfAborted();
    await Promise.race([promise, stopped.promise]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
