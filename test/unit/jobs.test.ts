import { existsSync } from 'node:fs';
import { stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '../../electron/contract/errors.ts';
import type { StoreEvent } from '../../electron/contract/rpc/case-procedures.ts';
import type { JobState } from '../../electron/contract/rpc/job-procedures.ts';
import { createJobs } from '../../electron/core/jobs/create-jobs.ts';
import type { JobOrder, JobOutcome, Jobs } from '../../electron/core/jobs/jobs.ts';
import type { Running } from '../../electron/core/ports.ts';

const nothing: JobOutcome = { result: { kind: 'files', files: [] }, paths: [] };
const caseOne = '00000000-0000-4000-8000-000000000001';
const caseTwo = '00000000-0000-4000-8000-000000000002';

let jobs: Jobs;
let events: StoreEvent[];
beforeEach(() => {
  let started = 0;
  events = [];
  jobs = createJobs({
    clock: { now: () => new Date('2026-11-21T08:00:00Z') },
    emit: (event) => events.push(event),
    newId: () => `job-${++started}`,
  });
});
afterEach(async () => {
  vi.useRealTimers();
  await jobs.close();
});

/** A job that runs until it is told to end. */
function heldJob(order: Partial<JobOrder> = {}) {
  const begun = Promise.withResolvers<Running>();
  const held = Promise.withResolvers<JobOutcome>();
  const job: JobOrder = {
    kind: 'packet',
    title: '生成立案材料',
    caseId: caseOne,
    run: (running) => {
      begun.resolve(running);
      running.signal.addEventListener('abort', () => held.reject(running.signal.reason));
      return held.promise;
    },
    ...order,
  };
  return { job, begun: begun.promise, finish: held.resolve, fail: held.reject };
}

async function lastOf(id: string): Promise<JobState> {
  let last: JobState | undefined;
  for await (const state of jobs.watch(id, undefined)) last = state;
  if (last === undefined) throw new Error('a watch tells at least the state now');
  return last;
}

describe('a job', () => {
  it('is started, listed newest first, and done with its result', async () => {
    const first = jobs.start({ kind: 'backup', title: '备份', run: async () => nothing });
    const second = jobs.start({ kind: 'packet', title: '生成立案材料', caseId: caseOne, run: async () => nothing });
    expect(jobs.list().map(({ id }) => id)).toEqual([second, first]);
    expect(await lastOf(second)).toEqual({
      id: second,
      kind: 'packet',
      caseId: caseOne,
      title: '生成立案材料',
      label: '正在准备',
      done: 0,
      total: 0,
      state: 'done',
      startedAt: '2026-11-21T08:00:00.000Z',
      result: nothing.result,
    });
    await lastOf(first);
    expect(events).toEqual(Array.from({ length: 4 }, () => ({ kind: 'jobs' })));
  });

  it('that fails says so in words; what nobody foresaw keeps its own words to itself', async () => {
    const expected = jobs.start({
      kind: 'word',
      title: '导出 Word',
      run: async () => {
        throw new AppError('WRITE_FAILED', { file: '/home/某某/材料.docx' });
      },
    });
    const defect = jobs.start({
      kind: 'archive',
      title: '导出',
      run: async () => {
        throw new TypeError('张三 is not a function');
      },
    });
    expect(await lastOf(expected)).toMatchObject({
      state: 'failed',
      error: { code: 'WRITE_FAILED', file: '/home/某某/材料.docx', text: expect.stringContaining('磁盘') },
    });
    const { state, error } = await lastOf(defect);
    expect({ state, code: error?.code }).toEqual({ state: 'failed', code: 'INTERNAL' });
    expect(JSON.stringify(error)).not.toContain('张三');
  });

  it('is unknown by a wrong id', () => {
    const unknown = expect.objectContaining({ code: 'NOT_FOUND' });
    expect(() => jobs.watch('nobody', undefined)).toThrow(unknown);
    expect(() => jobs.cancel('nobody')).toThrow(unknown);
    expect(jobs.resultFile('nobody', 0)).toBeUndefined();
  });
});

describe('watching', () => {
  it('tells bursts of progress as their newest, and always the end', async () => {
    vi.useFakeTimers();
    const { job, begun, finish } = heldJob();
    const id = jobs.start(job);
    const { progress } = await begun;
    const seen: JobState[] = [];
    const watching = (async () => {
      for await (const state of jobs.watch(id, undefined)) seen.push(state);
    })();
    for (let page = 1; page <= 1000; page += 1) progress({ label: '正在打印', done: page, total: 1000 });
    await vi.advanceTimersByTimeAsync(60);
    for (let page = 1; page <= 500; page += 1) progress({ label: '正在核对', done: page, total: 500 });
    finish(nothing);
    await watching;
    expect(seen.map(({ label, done, state }) => `${state} ${label} ${done}`)).toEqual([
      'running 正在准备 0',
      'running 正在打印 1000',
      'done 正在核对 500',
    ]);
  });

  it('ends when whoever watches leaves, and the job goes on', async () => {
    const { job, finish } = heldJob();
    const id = jobs.start(job);
    const leave = new AbortController();
    const seen: JobState[] = [];
    for await (const state of jobs.watch(id, leave.signal)) {
      seen.push(state);
      leave.abort();
    }
    expect(seen).toHaveLength(1);
    finish(nothing);
    expect(await lastOf(id)).toMatchObject({ state: 'done' });
  });

  it('after the end tells the end', async () => {
    const id = jobs.start({ kind: 'backup', title: '备份', run: async () => nothing });
    await lastOf(id);
    expect(await lastOf(id)).toMatchObject({ state: 'done' });
  });
});

describe('cancelling', () => {
  it('stops a job through its signal', async () => {
    const { job, begun } = heldJob();
    const id = jobs.start(job);
    await begun;
    jobs.cancel(id);
    const last = await lastOf(id);
    expect(last.state).toBe('cancelled');
    expect(last.error).toBeUndefined();
  });

  it('comes too late for a job that was done, which stays done', async () => {
    const id = jobs.start({ kind: 'backup', title: '备份', run: async () => nothing });
    await lastOf(id);
    jobs.cancel(id);
    expect(await lastOf(id)).toMatchObject({ state: 'done' });
  });

  it('takes a job that waits for another out of the line', async () => {
    const first = heldJob();
    const run = vi.fn(async () => nothing);
    jobs.start(first.job);
    const waiting = jobs.start({ ...heldJob().job, run });
    jobs.cancel(waiting);
    expect(await lastOf(waiting)).toMatchObject({ state: 'cancelled' });
    first.finish(nothing);
    expect(run).not.toHaveBeenCalled();
  });

  it('of a job that never began takes the copies of its files along', async () => {
    const folder = await jobs.workFolder();
    const copy = { path: join(folder, '1'), name: '1.png', relativePath: '1.png', isTemporary: true };
    const own = { ...copy, path: join(folder, '2'), isTemporary: false };
    await Promise.all([copy, own].map(({ path }) => writeFile(path, 'x')));
    jobs.start(heldJob().job);
    const waiting = jobs.start({ ...heldJob().job, admitted: [copy, own] });
    jobs.cancel(waiting);

    expect(await lastOf(waiting)).toMatchObject({ state: 'cancelled' });
    expect([copy, own].map(({ path }) => existsSync(path))).toEqual([false, true]);
  });
});

describe('jobs of one kind and case', () => {
  it('run one after the other; others run beside them', async () => {
    const first = heldJob();
    const second = heldJob();
    const ofAnotherCase = heldJob({ caseId: caseTwo });
    const firstId = jobs.start(first.job);
    const run = vi.fn(second.job.run);
    const secondId = jobs.start({ ...second.job, run });
    jobs.start(ofAnotherCase.job);
    await Promise.all([first.begun, ofAnotherCase.begun]);
    expect(run).not.toHaveBeenCalled();
    expect(jobs.list().find(({ id }) => id === secondId)).toMatchObject({ state: 'running', label: '等上一项做完' });
    first.fail(new AppError('PRINT_FAILED'));
    expect(await lastOf(firstId)).toMatchObject({ state: 'failed' });
    await second.begun;
    second.finish(nothing);
    expect(await lastOf(secondId)).toMatchObject({ state: 'done' });
    ofAnotherCase.finish(nothing);
  });
});

describe('what a job makes', () => {
  it('is found by its place in the result once the job is done', async () => {
    const { job, begun, finish } = heldJob();
    const id = jobs.start(job);
    await begun;
    expect(jobs.resultFile(id, 0)).toBeUndefined();
    const files = [{ name: '材料.pdf', size: 3, mime: 'application/pdf' }];
    finish({ result: { kind: 'files', files }, paths: ['/somewhere/材料.pdf'] });
    await lastOf(id);
    expect(jobs.resultFile(id, 0)).toEqual({ path: '/somewhere/材料.pdf', name: '材料.pdf', mime: 'application/pdf' });
    expect(jobs.resultFile(id, 1)).toBeUndefined();
  });

  it('is kept in folders of its own that nobody else may read, gone at the end', async () => {
    const [one, other] = [await jobs.workFolder(), await jobs.workFolder()];
    expect(one).not.toBe(other);
    expect(((await stat(dirname(one))).mode & 0o777).toString(8)).toBe('700');
    await writeFile(join(one, '材料.pdf'), 'x');
    await jobs.close();
    expect([existsSync(one), existsSync(dirname(one))]).toEqual([false, false]);
  });

  it('is waited for at the end: what runs is stopped first', async () => {
    const { job, begun } = heldJob();
    const id = jobs.start(job);
    const { signal } = await begun;
    await jobs.close();
    expect(signal.aborted).toBe(true);
    expect(jobs.list().find((state) => state.id === id)).toMatchObject({ state: 'cancelled' });
  });
});
